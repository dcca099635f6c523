"""Questions and words to numbers: what speaks for each answer, one row a pair, an answer or a word of a window."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from spacy.tokens import Doc

from pipeline.extract.links.questions import ANSWERED_BY, KINDS, Entities, Question, key, questions, said
from pipeline.extract.links.words import ZONES, Floats, Found, Ints, Words, words_of

REACH = 150
"""Words between a question's place and a mention that may answer it."""
BEFORE, AFTER = 80, 40
"""Words before and after a value in which its measure may stand."""
GLUES = 1021
"""Buckets of the words between two that stand close together."""
DISTANCES = 33
STEPS = np.array([1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 23, 32, 45, 70, 110])
"""Upper ends of the classes of distances in words."""
SAID = "~"
"""Stands before a rule that gives an answer, whether the table follows it or not."""
ROLES = ("level", "change", "base")
DIRECTIONS = (None, "up", "down")


class Places(NamedTuple):
    """One row for each place of a question: its words, and the question."""

    question: Ints
    low: Ints
    high: Ints


class Pairs(NamedTuple):
    """One row for each place of a question and mention near it."""

    place: Ints
    """Row of `Places`."""
    mention: Ints
    """Row of the mentions of `Entities`."""
    answer: Ints
    """Row of `Answers`."""
    kind: Ints
    distance: Ints
    sentence: Ints
    line: Ints
    between: Ints
    glue: Ints
    zone: Ints


class Answers(NamedTuple):
    """One row for each question and entity that may answer it."""

    question: Ints
    entity: Ints
    kind: Ints
    facts: Floats
    rules: list[tuple[int, str]]
    """Rows that the patterns give, and by which rule."""


class Windows(NamedTuple):
    """Values, and the words around each, padded with -1."""

    low: Ints
    high: Ints
    given: Ints
    """Percentage, role and direction by the patterns, as one number."""
    words: Ints
    distance: Ints
    sentence: Ints
    line: Ints
    between: Ints
    mark: Ints
    """1 at the first word of what the patterns read, 2 within, 0 elsewhere."""


class Asked(NamedTuple):
    """Everything that a links model is given of an article."""

    words: Words
    entities: Entities
    questions: list[Question]
    kinds: Ints
    first: Ints
    """Row in `Places` of the first place of each question."""
    given: Ints
    """What the patterns say of each question: 0 an answer, 1 none, 2 that a title is a past one."""
    places: Places
    pairs: Pairs
    answers: Answers
    windows: Windows


def asked(doc: Doc, found: Found) -> Asked | None:
    """Give what a links model is asked about a Doc; None where there is nothing to ask, or no states."""
    words = words_of(doc, found)
    wanted = questions(found) if words is not None else []
    if words is None or not wanted:
        return None
    entities = Entities(found, words)
    kinds = np.array([KINDS.index(one.kind) for one in wanted])
    places = _places(wanted, words)
    answers = _answers(found, wanted, kinds, entities)
    return Asked(
        words,
        entities,
        wanted,
        kinds,
        np.searchsorted(places.question, np.arange(len(wanted))),
        np.array([2 if one.verdict.former else one.verdict.entity is None for one in wanted], dtype=np.int64),
        places,
        _pairs(kinds, places, words, entities, answers),
        answers,
        _windows(found.text, found.values, words),
    )


def _answers(found: Found, wanted: Sequence[Question], kinds: Ints, entities: Entities) -> Answers:
    """List what may answer each question, with what is known of it without looking at places."""
    is_org = np.array([entity.label == "ORG" for entity in entities.all], dtype=np.int64)
    question, entity = np.nonzero(ANSWERED_BY[kinds][:, is_org])
    given = np.array([entities.at.get(one.verdict.entity or "", -1) for one in wanted])
    known = _known(entities)
    same = given[question] == entity
    speaks = [
        same,
        (given[question] >= 0) & ~same,
        _beside(wanted, given, -1)[question] == entity,
        _beside(wanted, given, 1)[question] == entity,
    ]
    facts = np.concatenate([np.stack(speaks, axis=1), known[entity]], axis=1).astype(np.float32)
    hits = np.nonzero(same)[0].tolist()
    rules = [(row, rule) for row in hits for rule in wanted[question[row]].verdict.rule.split("+")]
    row_of = {pair: row for row, pair in enumerate(zip(question.tolist(), entity.tolist(), strict=True))}
    number = {key(one): at for at, one in enumerate(wanted)}
    for about, named, rule in said(found):
        pair = number.get(about, -1), entities.at.get(named or "", -1)
        if pair in row_of:
            rules.append((row_of[pair], f"{SAID}{rule}"))
    return Answers(question, entity, kinds[question], facts, rules)


def _beside(wanted: Sequence[Question], given: Ints, step: int) -> Ints:
    """Give the patterns' answer to the question of the same kind before or after each, or -2."""
    found = np.full(len(wanted), -2)
    for at, question in enumerate(wanted):
        beside = at + step * (2 if question.kind in ("holder", "body") else 1)
        if 0 <= beside < len(wanted) and wanted[beside].kind == question.kind:
            found[at] = given[beside] if given[beside] >= 0 else -2
    return found


def _known(entities: Entities) -> Floats:
    """Give what is known of each entity of an article by itself."""
    total = max(1, len(entities.entity))
    rows = []
    for number, entity in enumerate(entities.all):
        count = len(entity.mentions)
        zones = {mention.zone for mention in entity.mentions}
        rows.append(
            (
                np.log1p(count),
                count / total,
                1 / (1 + number),
                "headline" in zones,
                zones <= {"about", "contact"},
                number == entities.main,
                number == entities.main and entities.issues,
                entity.label == "ORG",
                entity.mentions[0].found_by.endswith("/known"),
                np.log1p(len(entities.all)),
            )
        )
    return np.array(rows, dtype=np.float32).reshape(-1, 10)


FACTS = 14
"""Columns of `Answers.facts`."""


def _places(wanted: Sequence[Question], words: Words) -> Places:
    rows = [(number, *place) for number, one in enumerate(wanted) for place in one.places]
    question, start, end = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    return Places(question, *words.spans(start, end))


def _pairs(kinds: Ints, places: Places, words: Words, entities: Entities, answers: Answers) -> Pairs:
    row = np.full((len(kinds), len(entities.all)), -1)
    row[answers.question, answers.entity] = np.arange(len(answers.question))
    gap = _gap(places.low[:, None], places.high[:, None], entities.low[None], entities.high[None])
    answer = row[places.question][:, entities.entity]
    at, of = np.nonzero((np.abs(gap) <= REACH) & (answer >= 0))
    low, high, m_low, m_high = places.low[at], places.high[at], entities.low[of], entities.high[of]
    return Pairs(
        place=at,
        mention=of,
        answer=answer[at, of],
        kind=kinds[places.question[at]],
        distance=distance_class(gap[at, of]),
        sentence=_clipped(words.sentences[m_low] - words.sentences[low]),
        line=_clipped(words.lines[m_low] - words.lines[low]),
        between=_between(entities, of, low, high),
        glue=_glue(words.spelling, low, high, m_low, m_high),
        zone=entities.zone[of] * 2 + words.quoted[m_low],
    )


def _gap(low: Ints, high: Ints, other_low: Ints, other_high: Ints) -> Ints:
    """Give how many words another stretch is away: negative before, 0 where they overlap."""
    after, before = other_low - high + 1, low - other_high + 1
    return np.where(after > 0, after, np.where(before > 0, -before, 0))


def distance_class(gap: Ints) -> Ints:
    """Sort signed distances into `DISTANCES` classes."""
    return np.asarray(len(STEPS) + 1 + np.sign(gap) * (np.searchsorted(STEPS, np.abs(gap)) + (gap != 0)))


def _clipped(numbers: Ints) -> Ints:
    """Give differences of at most 3, from 0."""
    return np.clip(numbers, -3, 3) + 3


def _between(entities: Entities, of: Ints, low: Ints, high: Ints) -> Ints:
    """Count the mentions of the same label between a place and a mention: up to 5, before from 0, after from 6."""
    counts = np.zeros(len(of), dtype=np.int64)
    for is_org in (0, 1):
        mine = entities.is_org == is_org
        before = np.searchsorted(entities.high[mine], low, side="right")
        until = np.searchsorted(entities.low[mine], high, side="left")
        rank = entities.rank[of]
        here = np.where(rank < before, np.clip(before - 1 - rank, 0, 5), 6 + np.clip(rank - until, 0, 5))
        counts = np.where(entities.is_org[of] == is_org, here, counts)
    return counts


def _glue(spelling: Ints, low: Ints, high: Ints, m_low: Ints, m_high: Ints) -> Ints:
    """Sort what stands between two stretches, where it is three words at most, into `GLUES` classes; 0 is more."""
    after = m_low >= high
    start, stop = np.where(after, high, m_high), np.where(after, m_low, low)
    found = np.where(after, 1, 2)
    for step in range(3):
        inside = start + step < stop
        word = spelling[np.clip(start + step, 0, len(spelling) - 1)]
        found = np.where(inside, (found * 131 + word + 7) % (GLUES - 1), found)
    return np.where((stop - start > 3) | (stop < start), 0, found + 1)


def _windows(text: str, rows: Sequence[Any], words: Words) -> Windows:
    places = np.array([(row.start_char, row.end_char) for row in rows], dtype=np.int64).reshape(-1, 2)
    low, high = words.spans(places[:, 0], places[:, 1])
    at = low[:, None] + np.arange(-BEFORE, AFTER)[None]
    inside = (at >= 0) & (at < len(words.starts))
    here = np.where(inside, at, 0)
    numbers = np.cumsum(np.isin(words.label, (5, 6)) & (words.begins % 2 == 1))
    between = np.abs(numbers[here] - numbers[low][:, None]) if len(rows) else here
    mark = (
        np.stack([_marked(text, row, words, int(first)) for row, first in zip(rows, low, strict=True)])
        if rows
        else here
    )
    own = (at >= low[:, None]) & (at < high[:, None])
    return Windows(
        low,
        high,
        np.array([_given(row) for row in rows], dtype=np.int64),
        np.where(inside & ~own, at, -1),
        distance_class(_gap(low[:, None], high[:, None], here, here + 1)),
        _clipped(words.sentences[here] - words.sentences[low][:, None]),
        _clipped(words.lines[here] - words.lines[low][:, None]),
        np.clip(between, 0, 4),
        mark,
    )


def _given(row: Any) -> int:
    """Give what the patterns say of a value as one number: percentage or not, role, direction."""
    role = ROLES.index(row.role) if getattr(row, "role", None) in ROLES else 0
    return (hasattr(row, "unit") * 3 + role) * 3 + DIRECTIONS.index(row.direction)


GIVEN = 18
"""How many numbers `_given` knows."""


def _marked(text: str, row: Any, words: Words, low: int) -> Ints:
    """Mark what the patterns read in the window of a value, where it stands nearest."""
    marks = np.zeros(BEFORE + AFTER, dtype=np.int64)
    if not row.measure:
        return marks
    begin, stop = words.starts[max(0, low - BEFORE)], words.ends[min(len(words.ends) - 1, low + AFTER - 1)]
    before = text.rfind(row.measure, begin, row.start_char)
    after = text.find(row.measure, row.end_char, stop)
    places = [place for place in (before, after) if place >= 0]
    if places:
        place = min(places, key=lambda place: abs(place - row.start_char))
        first, last = words.span(place, place + len(row.measure))
        marks[max(0, first - low + BEFORE) : max(0, last - low + BEFORE)] = 2
        marks[max(0, first - low + BEFORE)] = 1
    return marks


ZONE_CLASSES = 2 * len(ZONES)
