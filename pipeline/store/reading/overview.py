"""A run at a glance: how much of what, over time, who is named most; of all of it, or of what filters leave."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date, timedelta
from typing import Any

from pipeline.tables import TABLES

TOP = 10
"""Names, measures and reasons that are shown at most."""

_ORIGINAL = "a.duplicate_of IS NULL"
"""What is counted once, though several articles are nearly the same."""

SIZES = "_sizes"
"""Table of the sizes of the public tables."""

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
    connection.execute("DROP TABLE IF EXISTS _overview")
    connection.execute("CREATE TABLE _overview (overview TEXT)")
    overview = json.dumps(asdict(_made(connection, Choice())), ensure_ascii=False)
    connection.execute("INSERT INTO _overview VALUES (?)", (overview,))
    connection.execute(f"DROP TABLE IF EXISTS {SIZES}")
    connection.execute(f"CREATE TABLE {SIZES} (name TEXT PRIMARY KEY, rows INTEGER) WITHOUT ROWID")
    for name in TABLES:
        connection.execute(f'INSERT INTO {SIZES} SELECT ?, count(*) FROM "{name}"', (name,))


def kept_size(connection: sqlite3.Connection, table: str) -> int | None:
    """Give how many rows a public table has; None where an older version made it, which kept no sizes."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (SIZES,)).fetchone():
        return None
    found = connection.execute(f"SELECT rows FROM {SIZES} WHERE name = ?", (table,)).fetchone()
    return int(found[0]) if found else None


def read_overview(connection: sqlite3.Connection, choice: Choice) -> Overview:
    """Give the overview of a run, or of the part that is chosen."""
    (kept,) = connection.execute("SELECT overview FROM _overview").fetchone()
    whole = Overview(**json.loads(kept))
    if not choice:
        return whole
    made = _made(connection, choice)
    made.publishers, made.zones = whole.publishers, whole.zones
    return made


def _made(connection: sqlite3.Connection, choice: Choice) -> Overview:
    ask = _Asked(connection, choice)
    period = ask.period()
    return Overview(
        counts=ask.counts(),
        copies=ask.copies(),
        over_time=_filled(ask.rows("articles", f"substr(a.published, 1, {period}), count(*)", dated=True)),
        people=ask.named("people", "person_id"),
        organisations=ask.named("organisations", "organisation_id"),
        currencies=ask.top("unit", "t.kind = 'money' AND t.unit IS NOT NULL"),
        measures=ask.top("what", "t.kind IN ('money', 'percentage') AND t.what IS NOT NULL"),
        directions=[(when, up, down) for when, up, down in ask.rows(
            "facts", f"substr(a.published, 1, {period}), sum(t.direction = 'up'), sum(t.direction = 'down')",
            dated=True, once=True, where="t.direction IS NOT NULL")],
        errors=ask.all("SELECT error, count(*) FROM errors GROUP BY 1 ORDER BY 2 DESC, 1"),
        warnings=ask.all("SELECT warning, count(*) FROM warnings GROUP BY 1 ORDER BY 2 DESC, 1"),
        publishers=ask.names("SELECT DISTINCT publisher FROM articles WHERE publisher <> '' ORDER BY 1 LIMIT 200"),
        zones=ask.names("SELECT DISTINCT zone FROM facts ORDER BY 1"),
    )  # fmt: skip


class _Asked:
    """Asks the tables for the part of a run that is chosen."""

    def __init__(self, connection: sqlite3.Connection, choice: Choice) -> None:
        self.connection, self.choice = connection, choice
        self.terms, self.values = _of_articles(choice)

    def all(self, query: str, values: Mapping[str, Any] | None = None) -> list[Any]:
        return self.connection.execute(query, values or {}).fetchall()

    def names(self, query: str) -> list[str]:
        return [row[0] for row in self.all(query)]

    def rows(
        self, table: str, what: str, *, dated: bool = False, once: bool = False, where: str = "1", group: str = "1"
    ) -> list[Any]:
        """Group what a table has of the chosen articles; `once` leaves out those that are near copies of others."""
        terms = [
            where,
            *self.terms,
            *([_ORIGINAL] if once else []),
            *self._of_facts(table),
            *(["a.published <> ''"] if dated else []),
        ]
        source = f'"{table}" t JOIN articles a USING (article_id)'
        if table == "articles":
            source = "articles a"
        elif not any("a." in part for part in (what, *terms)):  # nothing is asked of its article
            source = f'"{table}" t'
        grouped = f"GROUP BY {group}" if group else ""
        return self.all(f"SELECT {what} FROM {source} WHERE {' AND '.join(terms)} {grouped}", self.values)

    def _of_facts(self, table: str) -> list[str]:
        """Narrow the rows of a table down to a zone and to whom they name, where it says so."""
        zone = ["t.zone = :zone"] if self.choice.zone and table == "facts" else []
        named = ["(t.who = :named OR t.body = :named)"] if self.choice.named and table == "facts" else []
        sure = ["t.confidence >= CAST(:confidence AS REAL)"] if self.choice.confidence and table == "facts" else []
        return zone + named + sure

    def counts(self) -> dict[str, int]:
        if not self.choice:
            return {name: self.all(f'SELECT count(*) FROM "{name}"')[0][0] for name in COUNTED}
        kinds = {"money": "money", "percentages": "percentage", "quotes": "quote"}
        facts = dict(self.rows("facts", "t.kind, count(*)"))
        counts = {name: facts.get(kind, 0) for name, kind in kinds.items()}
        for name, column in (("articles", "a.article_id"), ("people", "t.person_id"),
                             ("organisations", "t.organisation_id")):  # fmt: skip
            counts[name] = self.rows(name, f"count(DISTINCT {column})", group="")[0][0]
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
        return int(self.rows("articles", "total(a.duplicate_of IS NOT NULL)", group="")[0][0])

    def named(self, table: str, column: str) -> list[tuple[str, str, int]]:
        if not self.terms and not self.copies():
            label = "PERSON" if table == "people" else "ORG"
            query = "SELECT entity_id, name, mentions FROM entities WHERE label = :label ORDER BY rowid LIMIT :top"
            return self.all(query, {"label": label, "top": TOP})
        terms = " AND ".join([_ORIGINAL, *self.terms])
        return self.all(
            f"""SELECT entity_id, name, n FROM (SELECT t."{column}" AS entity_id, sum(t.mentions) AS n
                FROM "{table}" t JOIN articles a USING (article_id) WHERE {terms} GROUP BY 1) JOIN entities
                USING (entity_id) ORDER BY n DESC, name LIMIT :top""", {**self.values, "top": TOP})  # fmt: skip

    def top(self, column: str, where: str) -> list[tuple[str, int]]:
        group = f't."{column}" COLLATE NOCASE'
        found = self.rows("facts", f'max(t."{column}"), count(*)', once=True, where=where, group=group)
        return sorted(found, key=lambda row: (-row[1], row[0]))[:TOP]


def _of_articles(choice: Choice) -> tuple[list[str], dict[str, str]]:
    terms = {
        "since": "a.published >= :since",
        "until": "a.published <= :until || '~'",
        "publisher": "a.publisher = :publisher",
        "named": "a.article_id IN (SELECT article_id FROM mentions m JOIN entities e USING (entity_id)"
        " WHERE e.name = :named)",
    }
    values = {one.name: getattr(choice, one.name) for one in fields(choice)}
    return [term for name, term in terms.items() if values[name]], values


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
