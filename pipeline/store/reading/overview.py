"""A run at a glance: how much of what, over time, who is named most; of all of it, or of what filters leave."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date, timedelta
from typing import Any

from pipeline.store.schema import has_table
from pipeline.tables import TABLES

TOP = 10
"""Names, measures and reasons that are shown at most."""

_COPIES = "SELECT {column} FROM articles WHERE duplicate_of IS NOT NULL"
_ORIGINAL = f"article_id NOT IN ({_COPIES.format(column='article_id')})"
"""What is counted once, though several articles are nearly the same."""

_OVERVIEW = "_overview"

SIZES = "_sizes"
"""Table of the sizes of the public tables."""

_SEEN = """
    SELECT a.rowid AS article, e.rowid AS entity, t.mentions FROM articles AS a
    CROSS JOIN "{table}" AS t USING (article_id) CROSS JOIN entities AS e ON e.entity_id = t."{column}" ORDER BY a.rowid
"""
_NAMED = """
    WITH named AS (
        SELECT entity, sum(mentions * (article NOT IN ({copies}))) AS times FROM {seen} WHERE {chosen} GROUP BY entity
    )
    SELECT entity_id, name, times, (SELECT count(*) FROM named) FROM named
    CROSS JOIN entities ON entities.rowid = named.entity
    WHERE times >= coalesce((SELECT times FROM named ORDER BY times DESC LIMIT 1 OFFSET :top - 1), 0)
    ORDER BY times DESC, name LIMIT :top
"""
"""The names of those alone are looked up who may be shown: most of those who are named are named once."""

_PUBLISHERS = "SELECT DISTINCT publisher FROM articles WHERE publisher <> '' ORDER BY 1 LIMIT 200"
_ZONES = "SELECT DISTINCT zone FROM facts ORDER BY 1"

_IDS = {"people": ("person_id", "PERSON"), "organisations": ("organisation_id", "ORG")}

COUNTED = ("articles", "people", "organisations", "money", "percentages", "quotes", "errors", "warnings")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which part of a run is looked at; an empty field is all."""

    since: str = ""
    until: str = ""
    publisher: str = ""
    zone: str = ""
    named: str = ""
    confidence: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) for one in fields(self))


@dataclass(slots=True, kw_only=True)
class Overview:
    """What is shown first of a run."""

    counts: dict[str, int] = field(default_factory=dict)
    copies: int = 0
    """Articles that are near copies of others: what is counted below is counted once, in the originals."""
    over_time: list[tuple[str, int]] = field(default_factory=list)
    people: list[tuple[str, str, int]] = field(default_factory=list)
    """Id, name, mentions."""
    organisations: list[tuple[str, str, int]] = field(default_factory=list)
    currencies: list[tuple[str, int]] = field(default_factory=list)
    measures: list[tuple[str, int]] = field(default_factory=list)
    directions: list[tuple[str, int, int]] = field(default_factory=list)
    """Period, rises, falls."""
    errors: list[tuple[str, int]] = field(default_factory=list)
    warnings: list[tuple[str, int]] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    zones: list[str] = field(default_factory=list)


def keep_overview(connection: sqlite3.Connection) -> None:
    """Keep the overview of the whole run and the sizes of its tables, so that they are there at once."""
    forget_overview(connection)
    _keep_who_is_named(connection)
    connection.execute(f"CREATE TABLE {_OVERVIEW} (overview TEXT)")
    overview = json.dumps(asdict(_whole(connection)), ensure_ascii=False)
    connection.execute(f"INSERT INTO {_OVERVIEW} VALUES (?)", (overview,))
    connection.execute(f"CREATE TABLE {SIZES} (name TEXT PRIMARY KEY, rows INTEGER) WITHOUT ROWID")
    for name in TABLES:
        connection.execute(f'INSERT INTO {SIZES} SELECT ?, count(*) FROM "{name}"', (name,))


def forget_overview(connection: sqlite3.Connection) -> None:
    """Forget all of that, where the tables are made anew."""
    for name in (_OVERVIEW, SIZES, *map(_seen_table, _IDS)):
        connection.execute(f"DROP TABLE IF EXISTS {name}")


def _keep_who_is_named(connection: sqlite3.Connection) -> None:
    """Keep by their numbers how often each article names whom: narrow rows, in the order of days, for any part of a
    run."""
    for table, (column, _) in _IDS.items():
        connection.execute(
            f"CREATE TABLE {_seen_table(table)} (article INTEGER, entity INTEGER, mentions INTEGER, "
            "PRIMARY KEY (article, entity)) WITHOUT ROWID"
        )
        connection.execute(f"INSERT INTO {_seen_table(table)} {_SEEN.format(table=table, column=column)}")


def _seen_table(table: str) -> str:
    return f"_{table}_seen"


def kept_size(connection: sqlite3.Connection, table: str) -> int | None:
    """Give how many rows a public table has; None where an older version made it, which kept no sizes."""
    if not has_table(connection, SIZES):
        return None
    found = connection.execute(f"SELECT rows FROM {SIZES} WHERE name = ?", (table,)).fetchone()
    return int(found[0]) if found else None


def read_overview(connection: sqlite3.Connection, choice: Choice) -> Overview:
    """Give the overview of a run, or of the part that is chosen."""
    if has_table(connection, _OVERVIEW):
        (kept,) = connection.execute(f"SELECT overview FROM {_OVERVIEW}").fetchone()
        whole = Overview(**json.loads(kept))
    else:  # a run writes the tables still
        whole = _whole(connection)
    if not choice:
        return whole
    made = _made(connection, choice)
    made.publishers, made.zones = whole.publishers, whole.zones
    return made


def _whole(connection: sqlite3.Connection) -> Overview:
    overview = _made(connection, Choice())
    overview.publishers, overview.zones = _names(connection, _PUBLISHERS), _names(connection, _ZONES)
    return overview


def _made(connection: sqlite3.Connection, choice: Choice) -> Overview:
    ask = _Asked(connection, choice)
    period, copies = ask.period(), ask.copies()
    (people, every_person), (bodies, every_body) = (ask.named(table, copies=copies) for table in _IDS)
    is_figure = "kind IN ('money', 'percentage') AND what IS NOT NULL"
    return Overview(
        counts=ask.counts({"people": every_person, "organisations": every_body}),
        copies=copies,
        over_time=_filled(ask.rows("articles", f"substr(published, 1, {period}), count(*)", "published <> ''")),
        people=people,
        organisations=bodies,
        currencies=ask.top("unit", "kind = 'money' AND unit IS NOT NULL"),
        measures=ask.top("what", is_figure),
        directions=ask.rows(
            "facts", f"substr(date, 1, {period}), sum(direction = 'up'), sum(direction = 'down')",
            "direction IS NOT NULL", "date <> ''", _ORIGINAL),
        errors=ask.all("SELECT error, count(*) FROM errors GROUP BY 1 ORDER BY 2 DESC, 1"),
        warnings=ask.all("SELECT warning, count(*) FROM warnings GROUP BY 1 ORDER BY 2 DESC, 1"),
    )  # fmt: skip


class _Asked:
    """Asks the tables for the part of a run that is chosen; each question goes to one table, which has all it needs."""

    def __init__(self, connection: sqlite3.Connection, choice: Choice) -> None:
        self.connection, self.choice = connection, choice
        self.values = asdict(choice)
        self.terms = {table: _terms(table, self.values) for table in ("articles", "facts")}

    def all(self, query: str, values: Mapping[str, Any] | None = None) -> list[Any]:
        return self.connection.execute(query, values or {}).fetchall()

    def rows(self, table: str, what: str, *terms: str, group: str = "1") -> list[Any]:
        """Group what a table has of the chosen articles, or of the chosen facts."""
        where = " AND ".join([*terms, *self.terms[table]]) or "1"
        return self.all(f"SELECT {what} FROM {table} WHERE {where} GROUP BY {group}", self.values)

    def counts(self, named: dict[str, int]) -> dict[str, int]:
        if not self.choice:
            return {name: self.all(f'SELECT count(*) FROM "{name}"')[0][0] for name in COUNTED}
        kinds = {"money": "money", "percentages": "percentage", "quotes": "quote"}
        facts = dict(self.rows("facts", "kind, count(*)"))
        counts = {name: facts.get(kind, 0) for name, kind in kinds.items()}
        counts |= {"articles": self._articles(), **named}
        return {name: counts[name] for name in COUNTED if name in counts}

    def period(self) -> int:
        """Choose days, months or years (characters of an ISO date), so that there are not too many of them."""
        first, last = self.all("SELECT min(nullif(published, '')), max(published) FROM articles")[0]
        first, last = max(first or "", self.choice.since), min(last or "", self.choice.until or "9999")
        try:
            days = (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days
        except ValueError:
            return 7
        return 10 if days <= 62 else 7 if days <= 366 * 4 else 4

    def copies(self) -> int:
        return self._articles("duplicate_of IS NOT NULL")

    def _articles(self, *terms: str) -> int:
        found = self.rows("articles", "1, count(*)", *terms)
        return int(found[0][1]) if found else 0

    def named(self, table: str, *, copies: int) -> tuple[list[tuple[str, str, int]], int]:
        """Give who is named most, and how many are named."""
        column, label = _IDS[table]
        if not self.terms["articles"] and not copies:
            most = "SELECT entity_id, name, mentions FROM entities WHERE label = :label ORDER BY rowid LIMIT :top"
            every = "SELECT count(*) FROM entities WHERE label = :label"
            values = {"label": label, "top": TOP}
            return self.all(most, values), self.all(every, values)[0][0]
        chosen = " AND ".join(self.terms["articles"])
        seen = _seen_table(table)
        if not has_table(self.connection, seen):  # an older version made the tables, or a run that writes them still
            seen = f"({_SEEN.format(table=table, column=column)})"
        query = _NAMED.format(
            seen=seen,
            copies=_COPIES.format(column="rowid"),
            chosen=f"article IN (SELECT rowid FROM articles WHERE {chosen})" if chosen else "1",
        )
        found = self.all(query, {**self.values, "top": TOP})
        return [row[:3] for row in found if row[2]], found[0][3] if found else 0

    def top(self, column: str, where: str) -> list[tuple[str, int]]:
        found = self.rows("facts", f"max({column}), count(*)", where, _ORIGINAL, group=f"{column} COLLATE NOCASE")
        return sorted(found, key=lambda row: (-row[1], row[0]))[:TOP]


def _terms(table: str, values: Mapping[str, str]) -> list[str]:
    """Give the conditions that leave what is chosen of `articles`, or of `facts`, which have their articles' dates."""
    is_facts = table == "facts"
    day = "date" if is_facts else "published"
    of_publisher = "publisher = :publisher"
    terms = {
        "since": f"{day} >= :since",
        "until": f"{day} <= :until || '~'",
        "publisher": f"article_id IN (SELECT article_id FROM articles WHERE {of_publisher})"
        if is_facts
        else of_publisher,
        "named": "article_id IN (SELECT m.article_id FROM mentions AS m JOIN entities AS e USING (entity_id)"
        " WHERE e.name = :named)" + " AND (who = :named OR body = :named)" * is_facts,
        "zone": "zone = :zone" * is_facts,
        "confidence": "confidence >= CAST(:confidence AS REAL)" * is_facts,
    }
    return [term for name, term in terms.items() if values[name] and term]


def _names(connection: sqlite3.Connection, query: str) -> list[str]:
    return [name for (name,) in connection.execute(query)]


def _filled(rows: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Put the periods in that have nothing, so that a gap is seen as one."""
    counts = dict(rows)
    if len(counts) < 2:
        return rows
    every, last = [min(counts)], max(counts)
    while every[-1] < last:
        every.append(_next(every[-1]))
    return [(when, counts.get(when, 0)) for when in every]


def _next(period: str) -> str:
    if len(period) == 10:
        return (date.fromisoformat(period) + timedelta(days=1)).isoformat()
    if len(period) == 7:
        year, month = int(period[:4]), int(period[5:7])
        return f"{year + month // 12:04}-{month % 12 + 1:02}"
    return f"{int(period) + 1:04}"
