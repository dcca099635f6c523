"""People and organisations of the articles to the entities of the run: those with one id are one."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from pipeline.store.cells import BETWEEN

_SIGHTINGS = """
    SELECT person_id AS id, 'PERSON' AS label, name, aliases, mentions, published
        FROM people JOIN articles USING (article_id)
    UNION ALL
    SELECT organisation_id, 'ORG', name, aliases, mentions, published
        FROM organisations JOIN articles USING (article_id)
    ORDER BY 1, 2, 3, 6
"""


def link_entities(connection: sqlite3.Connection) -> None:
    """Fill the table `entities` from the ids that the articles' people and organisations have."""
    connection.executemany("INSERT OR IGNORE INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _entities(connection))


def _entities(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    for entity_id, group in groupby(connection.execute(_SIGHTINGS), key=itemgetter(0)):
        seen = list(group)
        names = Counter(row[2] for row in seen)
        name = max(names, key=lambda n: (names[n], len(n), n))
        others = {part for row in seen for part in [row[2], *(row[3] or "").split(BETWEEN)] if part} - {name}
        days = sorted(row[5] for row in seen if row[5])
        first, last = (days[0], days[-1]) if days else (None, None)
        aliases, mentions = BETWEEN.join(sorted(others)), sum(row[4] for row in seen)
        yield entity_id, seen[0][1], name, aliases, len(seen), mentions, first, last, "same name"
