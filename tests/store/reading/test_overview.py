"""The overview of a part of a run: what it counts, and what it reads for that."""

import sqlite3
from collections import Counter

import pytest

from pipeline.store.reading.overview import Choice, Overview, forget_overview, keep_overview, read_overview
from pipeline.store.schema import create_indexes, create_table
from pipeline.tables import TABLES

DAYS = ("2024-01-01", "2024-01-01", "2024-02-01", "2024-03-01")


def put(connection: sqlite3.Connection, table: str, **cells: object) -> None:
    names = ", ".join(cells)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(cells))})", list(cells.values()))


@pytest.fixture
def run() -> sqlite3.Connection:
    """Four articles, the second a copy of the first: `Ada Obi` in all of them, one person more in each, and Tano."""
    connection = sqlite3.connect(":memory:")
    for table in TABLES.values():
        connection.execute(create_table(table))
    for label, ids in (("PERSON", ["p-ada", *(f"p-{at}" for at in range(4))]), ("ORG", ["o-tano"])):
        for one in ids:
            put(connection, "entities", entity_id=one, label=label, name=one.upper(), mentions=1)
    for at, day in enumerate(DAYS):
        article = {"article_id": f"a{at}"}
        copied = "a0" if at == 1 else None
        put(connection, "articles", **article, source=f"{at}.txt", published=day, publisher="Wire", duplicate_of=copied)
        put(connection, "people", **article, person_id="p-ada", name="Ada Obi", mentions=2)
        put(connection, "people", **article, person_id=f"p-{at}", name=f"Person {at}", mentions=1)
        put(connection, "organisations", **article, organisation_id="o-tano", name="Tano", mentions=1)
        for start, kind, zone in ((0, "money", "body"), (9, "quote", "quote")):
            cells = {"kind": kind, "zone": zone, "unit": "EUR" if kind == "money" else None}
            direction = "up" if kind == "money" else None
            put(
                connection,
                "facts",
                **article,
                date=day,
                start_char=start,
                end_char=start + 3,
                direction=direction,
                **cells,
            )
    for table in TABLES.values():
        for index in create_indexes(table):
            connection.execute(index)
    keep_overview(connection)
    return connection


def said(overview: Overview) -> tuple[dict[str, int], int, list[tuple[str, int]], list[tuple[str, int, int]]]:
    people = [(one, times) for one, _, times in overview.people]
    return overview.counts, overview.copies, people, overview.directions


ALL = {"articles": 4, "people": 5, "organisations": 1, "money": 4, "percentages": 0, "quotes": 4}
EVERY = [("p-ada", 6), ("p-0", 1), ("p-2", 1), ("p-3", 1)]
CHOICES = [
    (
        Choice(until="2024-02-28"),
        ALL | {"articles": 3, "people": 4, "money": 3, "quotes": 3},
        1,
        [("p-ada", 4), ("p-0", 1), ("p-2", 1)],
        [("2024-01-01", 1, 0), ("2024-02-01", 1, 0)],
    ),
    (
        Choice(since="2024-02-01", until="2024-02-01"),
        ALL | {"articles": 1, "people": 2, "money": 1, "quotes": 1},
        0,
        [("p-ada", 2), ("p-2", 1)],
        [("2024-02-01", 1, 0)],
    ),
    (Choice(zone="quote"), ALL | {"money": 0}, 1, EVERY, []),
    (Choice(publisher="Nobody"), dict.fromkeys(ALL, 0), 0, [], []),
]


@pytest.mark.parametrize(("choice", "counts", "copies", "people", "directions"), CHOICES)
def test_a_part_is_counted_with_its_copies_and_named_without_them(run, choice, counts, copies, people, directions):
    assert said(read_overview(run, choice)) == (counts, copies, people, directions)


@pytest.mark.parametrize("choice", [row[0] for row in CHOICES])
def test_tables_of_an_older_version_give_the_same(run, choice):
    expected = said(read_overview(run, choice))
    for table in ("_people_seen", "_organisations_seen"):
        run.execute(f"DROP TABLE {table}")
    assert said(read_overview(run, choice)) == expected


@pytest.mark.parametrize("choice", [Choice(since="2001-01-01"), Choice(zone="quote")])
def test_no_long_rows_are_read_to_count(run, choice):
    """Years of an archive are counted in indexes and narrow tables: the rows of people and bodies are left alone."""
    asked: list[str] = []
    run.set_trace_callback(asked.append)
    read_overview(run, choice)
    run.set_trace_callback(None)
    plans = {query: [row[3] for row in run.execute(f"EXPLAIN QUERY PLAN {query}")] for query in asked}
    steps = Counter(" ".join(step.split()[:2]) for plan in plans.values() for step in plan)
    assert not {
        f"{how} {table}" for how in ("SCAN", "SEARCH") for table in ("people", "organisations", "mentions")
    } & set(steps)
    of_facts = {query: step for query, plan in plans.items() for step in plan if step.split()[1] == "facts"}
    counted = [step for query, step in of_facts.items() if "kind, count(*)" in query or "sum(direction" in query]
    assert len(counted) == 2 and all("COVERING INDEX" in step for step in counted), of_facts


def test_the_overview_is_there_while_a_run_still_writes_its_tables(run):
    kept = read_overview(run, Choice())
    forget_overview(run)
    made = read_overview(run, Choice())
    assert (made.counts, made.copies, made.zones) == (kept.counts, kept.copies, kept.zones)
    assert made.people == [tuple(row) for row in kept.people]
