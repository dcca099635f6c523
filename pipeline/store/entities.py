"""People and organisations of the articles to the entities of the run: one id in every table, with the reason."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from pipeline.errors import RulesError
from pipeline.records import as_article_id
from pipeline.rulebook.reading import load_rulebook, read_rules
from pipeline.store.cells import BETWEEN
from pipeline.store.linking import ORG, PERSON, Decision, Link, Place, Sighting, link
from pipeline.values.names.forms import fold, is_acronym, org_words
from pipeline.values.organisations.words import organisation_words

_SIGHTINGS = """
    SELECT article_id, person_id, 'PERSON', name, '', title, organisation_id FROM people
    UNION ALL
    SELECT article_id, organisation_id, 'ORG', name, aliases, NULL, NULL FROM organisations
"""
_ROWS = """
    SELECT person_id AS id, 'PERSON' AS label, name, aliases, mentions, published
        FROM people JOIN articles USING (article_id)
    UNION ALL
    SELECT organisation_id, 'ORG', name, aliases, mentions, published
        FROM organisations JOIN articles USING (article_id)
    ORDER BY 1, 2, 3, 6
"""
_ENTITY = """
    INSERT INTO entities
        (entity_id, label, name, aliases, articles, mentions, first_published, last_published, why)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_COLLECT = """
    UPDATE entities SET {column} = (SELECT coalesce(group_concat(value, '; '), '') FROM (
        SELECT {value} AS value FROM people WHERE person_id = entity_id AND {value} <> ''
        GROUP BY {value} ORDER BY min(rowid))) WHERE label = 'PERSON'
"""
_OF_PEOPLE = (
    _COLLECT.format(column="titles", value="title"),
    _COLLECT.format(column="organisations", value="organisation"),
    "UPDATE entities SET quotes = (SELECT count(*) FROM quotes WHERE speaker_id = entity_id)",
)
"""What people rows say of an entity: titles and organisations, in the order of the articles, and quotations."""

REFERENCES = (
    ("people", "person_id"),
    ("organisations", "organisation_id"),
    ("people", "organisation_id"),
    ("mentions", "entity_id"),
    ("money", "organisation_id"),
    ("percentages", "organisation_id"),
    ("quotes", "speaker_id"),
)
"""Columns that hold the id of a person or an organisation; those that are keys first."""


def link_entities(connection: sqlite3.Connection, decisions: Sequence[Decision] = ()) -> None:
    """Find out who is who across articles, put the entity's id in every table, and fill the table `entities`."""
    links = link(_sightings(connection), decisions, fold=folded)
    changed = {place: found for place, found in links.items() if place[1] != found.entity_id}
    for table, column in REFERENCES:
        _rename(connection, table, column, changed)
    _count_again(connection, {found.entity_id for found in changed.values()})
    why = {found.entity_id: found.why for found in links.values()}
    connection.executemany(_ENTITY, sorted(_entities(connection, why), key=_most_named))
    for update in _OF_PEOPLE:
        connection.execute(update)


def folded(label: str, name: str) -> str:
    """Fold a name to what equal names share; an organisation's legal suffix doesn't count."""
    if label != ORG:
        return fold(name)
    words, legal = list(org_words(name)), organisation_words(load_rulebook().organisation_words).legal
    while len(words) > 1 and words[-1] in legal:
        words.pop()
    return " ".join(words)


def _sightings(connection: sqlite3.Connection) -> Iterator[Sighting]:
    for article_id, local_id, label, name, aliases, title, organisation_id in connection.execute(_SIGHTINGS):
        yield Sighting(
            article_id=article_id,
            local_id=local_id,
            label=label,
            name=name,
            aliases=tuple((aliases or "").split(BETWEEN)) if aliases else (),
            title=title,
            organisation_id=organisation_id,
        )


def _rename(connection: sqlite3.Connection, table: str, column: str, changed: dict[Place, Link]) -> None:
    """Put entities' ids in a column. Two rows of an article that are one entity become one: the first is kept."""
    values = [(found.entity_id, *place) for place, found in sorted(changed.items())]
    update = f'UPDATE OR IGNORE "{table}" SET "{column}" = ? WHERE article_id = ? AND "{column}" = ?'
    connection.executemany(update, values)
    if column in ("person_id", "organisation_id") and (table, column) in REFERENCES[:2]:
        left = [place for place, found in changed.items() if place[1] != found.entity_id]
        connection.executemany(f'DELETE FROM "{table}" WHERE article_id = ? AND "{column}" = ?', left)


def _count_again(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Count the mentions of rows that took over another's."""
    for table, column in REFERENCES[:2]:
        mine = f'm.article_id = "{table}".article_id AND m.entity_id = "{table}"."{column}"'
        count = f"(SELECT count(*) FROM mentions m WHERE {mine})"
        update = f'UPDATE "{table}" SET mentions = {count} WHERE "{column}" = ?'
        connection.executemany(update, [(entity_id,) for entity_id in sorted(ids)])


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Read a person's merges and splits, a row a decision; none where there is no such file.

    Raises RulesError that names the line where one can't be read.
    """
    if not path.is_file():
        return ()
    decisions = tuple(
        replace(
            row,
            article_id=as_article_id(row.article_id),
            other_article_id=as_article_id(row.other_article_id),
        )
        for row in read_rules(path, Decision)
    )
    for row in decisions:
        if row.decision not in ("merge", "split") or row.label not in (PERSON, ORG):
            raise RulesError(
                f"{path.name}, id {row.id}: decision must be merge or split and label PERSON or ORG, "
                f"not {row.decision!r} and {row.label!r}"
            )
    return decisions


def fullest(names: Counter[str]) -> str:
    """Choose the name of an entity: the most frequent that is no acronym, the longest of those.

    >>> fullest(Counter({"SEC": 9, "Sec": 1, "Securities Commission": 2}))
    'Securities Commission'
    """
    short = {fold(name) for name in names if is_acronym(name)}
    return max(names, key=lambda name: (fold(name) not in short, names[name], len(name), name))


def _most_named(row: Any) -> tuple[int, int, str, str]:
    """Order entities by their mentions, then by name."""
    return -row[5], -row[4], row[2], row[0]


def _entities(connection: sqlite3.Connection, why: dict[str, str]) -> Iterator[tuple[Any, ...]]:
    for entity_id, group in groupby(connection.execute(_ROWS).fetchall(), key=itemgetter(0)):
        seen = list(group)
        name = fullest(Counter(row[2] for row in seen))
        others = {part for row in seen for part in [row[2], *(row[3] or "").split(BETWEEN)] if part} - {name}
        days = sorted(row[5] for row in seen if row[5])
        first, last = (days[0], days[-1]) if days else (None, None)
        aliases, mentions = BETWEEN.join(sorted(others)), sum(row[4] for row in seen)
        yield entity_id, seen[0][1], name, aliases, len(seen), mentions, first, last, why[entity_id]
