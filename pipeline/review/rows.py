"""The rows of an article's tables as forms: what can be corrected, and what it is now."""

from decimal import Decimal
from typing import Any

from pipeline.export.cells import cell
from pipeline.plain import reader
from pipeline.retrain.corrections.other_tables import CHANGEABLE, CHOICES, KEYS
from pipeline.review.web import Missing
from pipeline.store.reading.article import ReadArticle
from pipeline.tables import TABLES

__all__ = ["CHANGEABLE", "fields_of", "key_of", "row_at", "written_row"]

Row = dict[str, Any]


def key_of(table: str, row: Row) -> str:
    """Name a row of an article's table in an address."""
    return "~".join(str(row[column]) for column in KEYS[table] if column != "article_id")


def row_at(article: ReadArticle, table: str, key: str) -> Row:
    """Find a row by its name; raises Missing where the article has none such."""
    if table not in CHANGEABLE or table not in article.found:
        raise Missing(f"Rows of {table or 'this table'} can't be corrected here.")
    for row in article.found[table]:
        if key_of(table, row) == key:
            return row
    raise Missing("This row is not in the run any more; load the page again.")


def written_row(table: str, row: Row) -> dict[str, str]:
    """Give the cells of a row as a CSV has them, for the comparison with what a person made of them."""
    readers = {column.name: reader(column.type) for column in TABLES[table].columns}
    return {name: str(cell(readers[name](value))) for name, value in row.items() if name in readers}


def fields_of(table: str, row: Row) -> list[dict[str, Any]]:
    """Describe the fields of a form for a row: name, value, what it means, and the choices where there are few."""
    columns = {column.name: column for column in TABLES[table].columns}
    cells = written_row(table, row)
    return [
        {
            "name": name,
            "value": cells[name],
            "help": columns[name].description,
            "choices": sorted(CHOICES[name], key=lambda c: (c != "", c)) if name in CHOICES else (),
            "is_number": columns[name].type in (int, Decimal),
        }
        for name in CHANGEABLE[table]
    ]
