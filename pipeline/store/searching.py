"""Full-text search (FTS5) over the public tables: hidden tables named `_search_money`, made with the tables, empty, and
filled after them."""

import re
import sqlite3

from pipeline.tables import TABLES, Table

_FEW_WORDS = ("found_by", "zone", "label", "kind", "language", "published_from", "currency", "qualifier", "unit",
                 "per", "role", "direction", "precision", "stage")  # fmt: skip
"""Columns of a few words of our own, for which a filter is better."""


HELD = 16_000_000
"""Bytes of an index that are held while it is made, and then written as one part of it."""

MADE_WITH = {"hashsize": HELD, "automerge": 0, "crisismerge": 1_000}
"""Parts stay as they are written: merged again and again, they would take the more time an article the more articles
there are. Who looks for words looks into each of them, which is as quick as it is in a single one for a hundred."""


def searched(table: Table) -> tuple[str, ...]:
    """List the columns of a table that are searched: those that hold words of an article."""
    words = (c.name for c in table.own if c.type in (str, tuple) and not re.search(r"(_id|^duplicate_of|_as)$", c.name))
    found = tuple(name for name in words if name not in _FEW_WORDS)
    return (*found, "text") if table.name == "articles" else found


def of_few_words(table: Table) -> tuple[str, ...]:
    """List the columns of a table that hold a few words of our own, for which a filter is better."""
    return tuple(c.name for c in table.own if c.type is str and c.name in _FEW_WORDS)


def index_name(table: Table) -> str:
    """Name the index of a table."""
    return f"_search_{table.name}"


def make_indexes(connection: sqlite3.Connection) -> None:
    """Make the search indexes of the public tables anew, empty: who looks for something finds nothing yet."""
    for table in TABLES.values():
        name, columns = index_name(table), ", ".join(f'"{column}"' for column in searched(table))
        connection.execute(f'DROP TABLE IF EXISTS "{name}"')
        connection.execute(
            f"CREATE VIRTUAL TABLE \"{name}\" USING fts5({columns}, content='{table.name}', "
            "columnsize=0, tokenize='unicode61 remove_diacritics 2')"  # nobody asks how long a column is
        )
        for setting, value in MADE_WITH.items():
            connection.execute(f'INSERT INTO "{name}"("{name}", rank) VALUES (?, ?)', (setting, value))


def fill_indexes(connection: sqlite3.Connection) -> None:
    """Fill the search indexes with the words of the public tables."""
    for name in map(index_name, TABLES.values()):
        connection.execute(f'INSERT INTO "{name}"("{name}") VALUES (\'rebuild\')')


def as_query(words: str) -> str:
    """Write what a person types as a query of FTS5: all words, quoted phrases whole, the last word as a beginning.

    >>> as_query('trade "Hong Kong" min')
    '"trade" "Hong Kong" "min"*'
    """
    words = words.replace("\x00", " ")  # where SQLite would take a query to end
    parts = [phrase or word for phrase, word in re.findall(r'"([^"]+)"|([^\s"]+)', words)]
    quoted = ['"' + part.replace('"', "") + '"' for part in parts if re.search(r"\w", part)]
    return " ".join(quoted) + ("*" if quoted and not words.rstrip().endswith('"') and not words.endswith(" ") else "")
