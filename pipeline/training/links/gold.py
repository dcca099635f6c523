"""Articles with their links, as read by a person, to the right answers to what a links model is asked."""

import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc

from pipeline.extract.document.finds import kept
from pipeline.extract.links.asked import BEFORE, DIRECTIONS, ROLES, Asked
from pipeline.extract.links.questions import Question
from pipeline.extract.links.spans import LONGEST
from pipeline.extract.links.words import Ints

READERS = ("press_links.jsonl", "corpus/links", "corpus/readings/releases", "corpus/readings/news")
"""Whose conventions articles were read by, by the file that has their links; a model says what the first would."""
FIRST, DOUBTED = 0, 2
"""Places in `READERS`: whose conventions hold, and whose articles are those of which a model was unsure."""
SKIP = -2
"""Stands where nothing is known."""


@dataclass(frozen=True)
class Links:
    """What belongs together in an article, by its own ids."""

    names: list[tuple[int, int, str]]
    """Start, end and id of each mention of a person or organisation."""
    roles: list[dict[str, Any]] = field(default_factory=list)
    people: dict[str, str | None] = field(default_factory=dict)
    values: list[dict[str, Any]] = field(default_factory=list)
    quotes: list[dict[str, Any]] = field(default_factory=list)
    unclear: frozenset[str] = frozenset()
    """People of whom it isn't known, since the place that says it was cut off."""
    reader: int = FIRST
    """Place in `READERS`: what a measure is, and whose an amount, readers see differently."""


@dataclass(frozen=True)
class Targets:
    """The right answers: one row a question, a row of `Answers`, or a value."""

    answers: Ints
    nobody: Ints
    """1 where no answer is right, 0 where one is, SKIP where nothing is known."""
    former: Ints
    measure: Ints
    """Place in the window where the measure begins; -1 where there is none, SKIP where it isn't known."""
    length: Ints
    role: Ints
    direction: Ints
    reader: int = FIRST


Article = tuple[dict[str, Any], Links]


def read_links(articles: Path, links: Path, *, reader: int = FIRST) -> Iterator[Article]:
    """Read articles with their names, as of `press.jsonl`, with their links, as of `press_links.jsonl`."""
    named = {record["id"]: record for record in records(articles)}
    for record in records(links):
        article = named[record["id"]]
        yield article, links_of(article, record, reader=reader)


def links_of(article: dict[str, Any], record: dict[str, Any], *, reader: int) -> Links:
    """Give the links of an article, as a record of `press_links.jsonl` tells them."""
    names = [
        (m["start"], m["end"], m["id"]) for m in article["mentions"] if m.get("id") and m["label"] in ("PERSON", "ORG")
    ]
    parts = {name: record[name] for name in ("roles", "people", "values", "quotes")}
    return Links(names, **parts, reader=reader)


def records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def is_held_out(identity: str, *, seed: int = 0) -> bool:
    """Say whether an article is for measuring: a fifth, by the hash of its id."""
    return int(hashlib.sha256(f"{seed} {identity}".encode()).hexdigest(), 16) % 5 == 0


def targets(doc: Doc, asked: Asked, links: Links) -> Targets:
    """Give the right answers to what is asked of an article."""
    means = meanings(doc, links)
    right = np.zeros(len(asked.answers.question), np.int64)
    nobody = np.full(len(asked.questions), SKIP)
    former = np.full(len(asked.questions), SKIP)
    for number, question in enumerate(asked.questions):
        rows = np.nonzero(asked.answers.question == number)[0]
        known, wanted, past = _wanted(question, links, means)
        former[number] = past
        if not known:
            continue
        hits = [row for row in rows if means.get(asked.entities.all[asked.answers.entity[row]].identity) == wanted]
        if wanted is None or hits:
            nobody[number] = wanted is None
            right[hits if wanted else []] = 1
    values = [question.about for question in asked.questions if question.kind == "owner"]
    read = [_value(row, low, asked, links) for row, low in zip(values, asked.windows.low, strict=True)]
    measure, length, role, direction = np.array(read, dtype=np.int64).reshape(-1, 4).T
    return Targets(right, nobody, former, measure, length, role, direction, links.reader)


def meanings(doc: Doc, links: Links) -> dict[str, str]:
    """Say which entity of the reader's each of ours is: the one most of its mentions name."""
    counts: dict[str, Counter[str]] = {}
    for mention in kept(doc, "mentions"):
        for start, end, identity in links.names:
            if mention.entity_id and start < mention.end_char and mention.start_char < end:
                counts.setdefault(mention.entity_id, Counter())[identity] += 1
    return {ours: found.most_common(1)[0][0] for ours, found in counts.items()}


def _wanted(question: Question, links: Links, means: dict[str, str]) -> tuple[bool, str | None, int]:
    """Say whether the answer to a question is known, what it is, and whether a role is past."""
    if question.kind == "employer":
        person = means.get(question.about.person_id)
        return person is not None and person not in links.unclear, _employer(person, links), SKIP
    row = overlapping(
        question.about,
        links.roles
        if question.kind in ("holder", "body")
        else links.values
        if question.kind == "owner"
        else links.quotes,
    )
    if row is None:
        return False, None, SKIP
    if question.kind in ("holder", "body"):
        return True, row["person" if question.kind == "holder" else "organisation"], int(row["former"])
    return True, row["organisation" if question.kind == "owner" else "speaker"], SKIP


def _employer(person: str | None, links: Links) -> str | None:
    """Give the body of a person: where the first title is held that isn't past, else as said without a title."""
    held = [role for role in links.roles if role["person"] == person]
    present = [role for role in held if not role["former"] and role["organisation"]]
    past = [role for role in held if role["organisation"]]
    if present:
        return str(present[0]["organisation"])
    return links.people.get(person or "") or (past[0]["organisation"] if past else None)


def overlapping(row: Any, rows: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    return max(
        (one for one in rows if one["start"] < row.end_char and row.start_char < one["end"]),
        key=lambda one: min(one["end"], row.end_char) - max(one["start"], row.start_char),
        default=None,
    )


def _value(row: Any, low: int, asked: Asked, links: Links) -> tuple[int, int, int, int]:
    gold = overlapping(row, links.values)
    if gold is None:
        return SKIP, 0, SKIP, SKIP
    role = ROLES.index(gold["role"]) if gold["role"] in ROLES else SKIP
    direction = DIRECTIONS.index(gold["direction"])
    if not gold["measure"]:
        return -1, 0, role, direction
    if not gold["measure_at"]:
        return SKIP, 0, role, direction
    first, last = asked.words.span(*gold["measure_at"])
    at = first - low + BEFORE
    inside = 0 <= at < asked.windows.words.shape[1] and asked.windows.words[0].size and last - first <= LONGEST
    return (at, last - first, role, direction) if inside else (SKIP, 0, role, direction)
