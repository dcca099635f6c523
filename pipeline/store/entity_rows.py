"""Linked people and organisations to the rows of the table `entities`: a row each, with what its articles say."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from pipeline.plain import BETWEEN
from pipeline.tables import TABLES
from pipeline.values.names.forms import fold, is_acronym

_ROWS = """
    SELECT person_id AS id, 'PERSON' AS label, name, aliases, mentions, published, people.title, organisation
        FROM people JOIN articles USING (article_id)
    UNION ALL
    SELECT organisation_id, 'ORG', name, aliases, mentions, published, NULL, NULL
        FROM organisations JOIN articles USING (article_id)
    ORDER BY 1, 2, 3, 6
"""
_COUNT_QUOTES = """
    UPDATE temp._found SET quotes = said.times
    FROM (SELECT speaker_id, count(*) AS times FROM quotes GROUP BY 1) AS said WHERE said.speaker_id = _found.entity_id
"""
_IN_ORDER = "INSERT INTO entities SELECT * FROM _found ORDER BY mentions DESC, articles DESC, name, entity_id"

SHOWN = 8
"""Titles and organisations of an entity that its row lists, the most frequent first."""


def fill_entities(connection: sqlite3.Connection) -> None:
    """Fill the table `entities`, those of most mentions first; the ids of the other tables are entities' by now."""
    marks = ", ".join("?" * len(TABLES["entities"].columns))
    connection.execute("CREATE TEMP TABLE _found AS SELECT * FROM entities")
    connection.executemany(f"INSERT INTO _found VALUES ({marks})", _entities(connection))
    connection.execute(_COUNT_QUOTES)
    connection.execute(_IN_ORDER)
    connection.execute("DROP TABLE temp._found")


def name_of_entity(names: Counter[str]) -> str:
    """Choose the name of an entity: the most frequent that is no acronym, the longest of those.

    >>> name_of_entity(Counter({"SEC": 9, "Sec": 1, "Securities Commission": 2}))
    'Securities Commission'
    """
    if len(names) == 1:
        return next(iter(names))
    short = {fold(name) for name in names if is_acronym(name)}
    return max(names, key=lambda name: (fold(name) not in short, names[name], len(name), name))


def _entities(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    reasons = connection.execute("SELECT entity_id, why, min(confidence) FROM _links GROUP BY 1 ORDER BY 1")
    entity, why, sure = "", "", 0.0
    for entity_id, group in groupby(connection.execute(_ROWS), key=itemgetter(0)):
        seen = list(group)
        while entity < entity_id:
            entity, why, sure = next(reasons)
        name = name_of_entity(Counter(row[2] for row in seen))
        others = {part for row in seen for part in [row[2], *(row[3] or "").split(BETWEEN)] if part} - {name}
        days = sorted(row[5] for row in seen if row[5])
        first, last = (days[0], days[-1]) if days else (None, None)
        yield (
            *(entity_id, seen[0][1], name, BETWEEN.join(sorted(others)), len(seen), sum(row[4] for row in seen)),
            *(first, last, why, 0, _usual(row[6] for row in seen), _usual(row[7] for row in seen), sure),
        )


def _usual(cells: Iterable[str | None]) -> str:
    """List cells by how often they stand there."""
    counts = Counter(cell for cell in cells if cell)
    return BETWEEN.join(cell for cell, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:SHOWN])
