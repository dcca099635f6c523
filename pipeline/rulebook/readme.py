"""The rule files to the table in `rules/README.md`; `python -m pipeline.rulebook.readme` writes it there."""

from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

from pipeline.rulebook.columns import columns_of_rule_file
from pipeline.rulebook.reading import RULES, row_kinds

BEGIN, END = "<!-- files: generated -->", "<!-- /files -->"


def with_files(readme: str) -> str:
    """Give a README with the table of the rule files as they are now."""
    before, rest = readme.split(BEGIN)
    return f"{before}{BEGIN}\n\n{_table(RULES)}\n{END}{rest.split(END)[1]}"


def _table(folder: Path) -> str:
    lines = ["| file | columns | kinds |", "|---|---|---|"]
    for path in sorted(path for path in folder.rglob("*.csv") if path.stem in row_kinds()):
        kind = row_kinds()[path.stem]
        columns = ",".join(columns_of_rule_file(kind).names)  # type: ignore[arg-type]
        kinds = " ".join(f"`{one}`" for one in kinds_of(kind))
        lines.append(f"| `{path.relative_to(folder)}` | `{columns}` | {kinds} |")
    return "\n".join(lines) + "\n"


def kinds_of(row: type) -> tuple[str, ...]:
    """List what the column `kind` of a file may say."""
    given = get_args(row) or (get_type_hints(row).get("kind"),)
    lists = columns_of_rule_file(row).words  # type: ignore[arg-type]
    return get_args(given[0]) if get_origin(given[0]) is Literal else tuple(lists) if len(lists) > 1 else ()


if __name__ == "__main__":
    path = RULES / "README.md"
    path.write_text(with_files(path.read_text(encoding="utf-8")), encoding="utf-8")
