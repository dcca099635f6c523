"""A few articles and what was found in them to as many as are wanted: the same, of other people and bodies."""

import hashlib
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.plain import field_types
from pipeline.records import ARTICLE_RECORDS, Article, article_id
from pipeline.store import Store
from pipeline.store.facts import Facts
from pipeline.store.similarity import signature
from pipeline.values.names.forms import entity_id

PART = 1_000
"""Articles that are kept at a time."""
LENGTH = len(signature("one two three four"))
"""Bytes of the signature of a text."""
FIRST = date(2000, 1, 1)
_WORD = re.compile(r"\b[A-Z][a-z]{3,}\b")
_NAMED = {"people": ("PERSON", "person_id"), "organisations": ("ORG", "organisation_id")}
"""Tables of what has names, with its label and the column of its id."""


NEW_NAMES = 0.8
"""The power of the number of articles by which the names in them grow: 125, 250, 500 and 1,000 releases of a wire have
313, 485, 893 and 1,600 family names."""
_ENDINGS = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo")


def multiplied(
    found: Sequence[tuple[Article, Facts]], count: int, *, new_names: float = NEW_NAMES
) -> Iterator[tuple[Article, Facts]]:
    """Give so many articles with their facts, of days one after the other; the words of their names are those of other
    people and bodies, and of more and more whom none of the given articles has. With 0 for `new_names` there are no
    others, so that a large archive has more namesakes than real ones have. Offsets stay as they were, for nobody looks
    them up in the texts."""
    words = {table: sorted({word for _, facts in found for word in _words(table, facts)}) for table in _NAMED}
    for number in range(count):
        article, facts = found[number % len(found)]
        others = _others(facts, words, random.Random(number), int((number // len(found) + 1) ** new_names))
        text = f"{_renamed(article.text, others)}\n\nNumber {number}."
        day = FIRST + timedelta(days=number % 9000)
        copy = replace(article, article_id=article_id(text), text=text, source=f"made#{number}", published=day)
        change = _changer(others, _ids(facts, others), article.article_id, copy.article_id)
        yield copy, {name: [change(row) for row in rows] for name, rows in facts.items()}


def make_store(folder: Path, found: Sequence[tuple[Article, Facts]], count: int) -> None:
    """Make the store of a run over so many articles: all is kept, nothing is published."""
    made = multiplied(found, count)
    with Store(folder) as store:
        first = True
        while part := list(islice(made, PART)):
            # Signatures of their own, so that copies aren't taken for near-duplicates of each other.
            own = {one.article_id: hashlib.shake_256(one.article_id.encode()).digest(LENGTH) for one, _ in part}
            store.keep_part("made", [article for article, _ in part], own, first=first, ends=None)
            store.keep_facts("made", part)
            first = False
        store.keep_part("made", [], {}, first=first, ends=("made", ""))


def _column(table: str, name: str) -> int:
    return list(field_types(ARTICLE_RECORDS[table])).index(name)


def _words(table: str, facts: Facts) -> set[str]:
    return {word for row in facts.get(table, ()) for word in _WORD.findall(row[_column(table, "name")])}


def _others(facts: Facts, words: Mapping[str, Sequence[str]], chance: random.Random, times: int) -> dict[str, str]:
    """Choose other words for those of an article's names, of people and of bodies, out of so many times as many."""
    return {
        word: chance.choice(words[table]) + _ending(chance.randrange(times))
        for table in _NAMED
        for word in sorted(_words(table, facts))
    }


def _ending(number: int) -> str:
    """Give what makes another name of one; no two numbers give the same, and 0 gives nothing.

    >>> [_ending(number) for number in (0, 1, 14, 15)]
    ['', 'ba', 'zo', 'baba']
    """
    parts = []
    while number:
        number, at = divmod(number - 1, len(_ENDINGS))
        parts.append(_ENDINGS[at])
    return "".join(parts)


def _renamed(text: str, others: Mapping[str, str]) -> str:
    return _WORD.sub(lambda found: others.get(found[0], found[0]), text)


def _ids(facts: Facts, others: Mapping[str, str]) -> dict[str, str]:
    """Give the ids of an article's people and bodies to those that their other names have."""
    ids = {}
    for table, (label, column) in _NAMED.items():
        for row in facts.get(table, ()):
            ids[row[_column(table, column)]] = entity_id(label, _renamed(row[_column(table, "name")], others))
    return ids


def _changer(others: Mapping[str, str], ids: Mapping[str, str], old: str, new: str) -> Callable[[Any], Any]:
    """Give what changes the cells of rows: names, ids, and the id of the article, which others begin with."""

    def change(cell: Any) -> Any:
        if isinstance(cell, list):
            return [change(part) for part in cell]
        if not isinstance(cell, str):
            return cell
        return cell.replace(old, new) if cell.startswith(old) else ids.get(cell) or _renamed(cell, others)

    return change
