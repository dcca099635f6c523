"""The tables' columns as Markdown, for the README; `python -m pipeline.export.readme_tables` writes them there."""

from pathlib import Path

from pipeline.export.datapackage import TYPES
from pipeline.tables import TABLES, Table

BEGIN, END = "<!-- tables: generated -->", "<!-- /tables -->"


def markdown(table: Table) -> str:
    """Describe one table: what a row is, its key, and a line a column."""
    rows = "\n".join(f"| `{c.name}` | {TYPES[c.type]} | {c.description} |" for c in table.columns)
    key = ", ".join(f"`{name}`" for name in table.key)
    head = f"#### `{table.name}.csv`\n\n{table.description} Key: {key}."
    return f"{head}\n\n| column | type | meaning |\n|---|---|---|\n{rows}\n"


def all_tables() -> str:
    """Describe every table, in the order of the schema."""
    return "\n".join(markdown(table) for table in TABLES.values())


def with_tables(readme: str) -> str:
    """Put the tables between the two marks of a README."""
    before, rest = readme.split(BEGIN)
    return f"{before}{BEGIN}\n\n{all_tables()}\n{END}{rest.split(END)[1]}"


if __name__ == "__main__":
    path = Path("README.md")
    path.write_text(with_tables(path.read_text(encoding="utf-8")), encoding="utf-8")
