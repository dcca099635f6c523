"""Names that one article has for a person or a place, to the bodies that other articles know by their legal forms.

`Pwani Gas` alone may look like a person; where another article of the archive has `Pwani Gas Ltd`, it is that body.
"""

import sqlite3
from collections.abc import Iterable

from pipeline.store.body_names import keep_body_names
from pipeline.store.linking.linker import Knowledge
from pipeline.values.names.forms import entity_id, surname

FOUND_BY = "entities/known_body"

_TABLES = ("_legal", "_titled", "_known")
"""Words kept while we look: names with a legal form, family names with a title, and the names that are bodies'."""

_LEGAL = "INSERT OR IGNORE INTO _legal SELECT formless FROM _bodies WHERE formless IS NOT NULL"
_TITLED = "SELECT DISTINCT name FROM people WHERE title IS NOT NULL"
_NAMES = "SELECT DISTINCT text FROM mentions WHERE label IN ('PERSON', 'LOC')"
_NAMED = """
    SELECT DISTINCT m.article_id, m.text, m.label, m.entity_id FROM temp._known AS k JOIN mentions AS m USING (text)
    LEFT JOIN people AS p ON p.article_id = m.article_id AND p.person_id = m.entity_id
    WHERE m.label IN ('PERSON', 'LOC') AND p.title IS NULL AND (p.aliases IS NULL OR p.aliases = '')
    ORDER BY m.article_id, m.text
"""
_LABEL = """
    UPDATE mentions SET label = 'ORG', entity_id = :body, found_by = :by
    WHERE article_id = :article AND text = :text AND label = :label
"""
_BODY = """
    INSERT OR IGNORE INTO organisations (article_id, organisation_id, name, aliases, mentions, found_by)
    VALUES (:article, :body, :text, '', 0, :by)
"""
_COUNT = """
    UPDATE organisations SET mentions = (SELECT count(*) FROM mentions AS m WHERE m.article_id = :article
    AND m.entity_id = :body) WHERE article_id = :article AND organisation_id = :body
"""
_NO_PERSON = "DELETE FROM people WHERE article_id = :article AND person_id = :person"
_SPEAKER = """
    UPDATE quotes SET speaker_id = :body, speaker_organisation = speaker
    WHERE article_id = :article AND speaker_id = :person
"""
"""A body speaks for itself, as in `extract/quotes/rows.py`."""


def name_known_bodies(connection: sqlite3.Connection, known: Knowledge) -> set[str]:
    """Make bodies of the persons and places whose names other articles have with a legal form, after
    `read_body_names`; give their articles.
    """
    for name in _TABLES:
        connection.execute(f"CREATE TEMP TABLE {name} (text TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute(_LEGAL)
    _keep(connection, "_titled", (surname(name) for (name,) in connection.execute(_TITLED)))

    def has(table: str, word: str) -> bool:
        return connection.execute(f"SELECT 1 FROM {table} WHERE text = ?", (word,)).fetchone() is not None

    def is_body(text: str) -> bool:
        folded = known.fold("ORG", text)
        is_name = has("_legal", folded) and (" " in folded or not has("_titled", folded))
        return is_name and not known.around.countries.of(text)

    _keep(connection, "_known", (text for (text,) in connection.execute(_NAMES) if is_body(text)))
    named = connection.execute(_NAMED).fetchall()
    for article, text, label, person in named:
        body = {"article": article, "text": text, "label": label, "by": FOUND_BY, "person": person or ""}
        body["body"] = entity_id("ORG", text)
        for statement in (_LABEL, _BODY, _COUNT, *((_NO_PERSON, _SPEAKER) if person else ())):
            connection.execute(statement, body)
    keep_body_names(connection, known, {text for _, text, *_ in named})
    for name in _TABLES:
        connection.execute(f"DROP TABLE temp.{name}")
    return {article for article, *_ in named}


def _keep(connection: sqlite3.Connection, table: str, words: Iterable[str]) -> None:
    connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?)", ((word,) for word in words))
