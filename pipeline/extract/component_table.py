"""The components as Markdown, for the map; `python -m pipeline.extract.component_table` writes them there."""

from pathlib import Path

from spacy.language import Language

from pipeline.extract.assemble import COMPONENTS, load

BEGIN, END = "<!-- components: generated -->", "<!-- /components -->"
MAP = Path(__file__).parents[1] / "README.md"


def components_table(nlp: Language) -> str:
    """List the components in their order: the file of each, what it reads of a Doc and what it sets."""
    lines = ["| component | file | reads | sets |", "|---|---|---|---|"]
    for name in COMPONENTS:
        meta = nlp.get_factory_meta(name)
        module = nlp.get_pipe(name).__module__.removeprefix("pipeline.").replace(".", "/")
        reads, sets = (", ".join(f"`{part}`" for part in parts) for parts in (meta.requires, meta.assigns))
        lines.append(f"| `{name}` | `{module}.py` | {reads or 'the text'} | {sets} |")
    return "\n".join(lines)


def with_components(readme: str, nlp: Language) -> str:
    """Put the table between the two marks of the map."""
    before, rest = readme.split(BEGIN)
    return f"{before}{BEGIN}\n\n{components_table(nlp)}\n\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    MAP.write_text(with_components(MAP.read_text(encoding="utf-8"), load()), encoding="utf-8")
