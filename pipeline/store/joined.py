"""The columns of a public table with those that are joined to it, as SQL: for exports, and as views for everyone."""

from pipeline.tables import OF_ARTICLE, TABLES, Table

NAME_OF_OWNER = """(SELECT name FROM organisations o
    WHERE o.article_id = t.article_id AND o.organisation_id = t.organisation_id)"""
BEST_MENTION = """(SELECT {column} FROM (
    SELECT m.rowid AS number, m.sentence, m.start_char, {person}.title IS NOT NULL
        AND instr(m.sentence, {person}.title) = 0 AS other
    FROM mentions m WHERE m.article_id = {person}.article_id AND m.entity_id = {person}.person_id
    ) ORDER BY other, start_char LIMIT 1)"""
"""The first mention of a person whose sentence has the title too; where there is none, the first."""

_FIRST_SENTENCE = """(SELECT sentence FROM mentions m WHERE m.article_id = t.article_id
    AND m.entity_id = t.organisation_id ORDER BY m.start_char LIMIT 1)"""

_JOINED = {
    ("mentions", "entity"): "(SELECT name FROM entities e WHERE e.entity_id = t.entity_id)",
    ("money", "organisation"): NAME_OF_OWNER,
    ("percentages", "organisation"): NAME_OF_OWNER,
    ("people", "sentence"): BEST_MENTION.format(column="sentence", person="t"),
    ("organisations", "sentence"): _FIRST_SENTENCE,
}
"""How a column that is joined to a table is read; those of the article are the same everywhere."""


def sql_of_columns(table: Table) -> dict[str, str]:
    """Give the SQL of each column of a table, for a query that calls the table `t` and its article `a`."""
    own = {column.name: f't."{column.name}"' for column in table.own}
    return own | {c.name: _joined(table.name, c.name) for c in table.joined}


def source(table: Table, *, chosen: str = "", article: bool = True) -> str:
    """Give what a query over a table reads from, rows in the order of the table.

    `chosen` is a join that narrows the rows down; without `article` the columns of the article can't be read.
    """
    around = " CROSS JOIN articles a USING (article_id)" if article and _has_article(table) else ""
    return f'"{table.name}" t{chosen}{around}'


def create_view(table: Table) -> str:
    """Write the SQL that makes the view of a table with all its columns, by the name `money_wide`."""
    names = ", ".join(f'{sql} AS "{name}"' for name, sql in sql_of_columns(table).items())
    return f'CREATE VIEW "{view_name(table)}" AS SELECT {names} FROM {source(table)}'


def view_name(table: Table) -> str:
    """Name the view of a table; a table to which nothing is joined is its own."""
    return f"{table.name}_wide" if table.joined else table.name


def _joined(table: str, column: str) -> str:
    return _JOINED.get((table, column)) or f'a."{OF_ARTICLE[column]}"'


def _has_article(table: Table) -> bool:
    return any(column.name in OF_ARTICLE for column in table.joined)


VIEWS = tuple(view_name(table) for table in TABLES.values() if table.joined)
