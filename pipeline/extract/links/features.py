"""What speaks for each answer, as numbers: distance, what stands between, what patterns say, what is known of it."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.extract.links.around import FITS
from pipeline.extract.links.asked import AFTER, BEFORE, DIRECTIONS, ROLES
from pipeline.extract.links.questions import Entities, Question
from pipeline.extract.links.words import ZONES, Floats, Ints, Words
from pipeline.extract.referring.issuer import is_newswire
from pipeline.values.names.forms import fold

GLUES = 1021
"""Buckets of the words between two that stand close together."""
DISTANCES = 33
STEPS = np.array([1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 23, 32, 45, 70, 110])
"""Upper ends of the classes of distances in words."""
BLOCKS = (("told", 4), ("known", 11), ("akin", 2), ("spoken", 1), ("meant", 5), ("among", 4))
"""What stands in `Answers.facts`, in its order, and how many columns of it: what is told is what the patterns say."""
WIDTHS = dict(BLOCKS)
FACTS, TOLD = sum(WIDTHS.values()), WIDTHS["told"]
STEM = 5
"""Letters of a word by which a title and a body are akin: `ministry` and `minister`."""
GIVEN = 18
"""How many numbers `given` knows."""
HIDDEN = 3
"""Stands in `Asked.given` where what the patterns say is hidden, as from a network in training; of values, `GIVEN`.

Where they say nothing, there often is no answer; where they are hidden, there is one as often as anywhere.
"""
ZONE_CLASSES = 2 * len(ZONES)


def columns_of_block(block: str) -> range:
    """Give the columns of `Answers.facts` that a block of `BLOCKS` stands in.

    >>> columns_of_block("known")
    range(4, 15)
    """
    before = sum(width for _, width in BLOCKS[: list(WIDTHS).index(block)])
    return range(before, before + WIDTHS[block])


def facts(blocks: Mapping[str, NDArray[Any]]) -> Floats:
    """Put the blocks of `BLOCKS` beside each other, one row an answer."""
    widths = {name: block.shape[1] for name, block in blocks.items()}
    assert list(widths.items()) == list(BLOCKS), f"facts have the blocks {widths}, not {WIDTHS}"
    return np.concatenate(list(blocks.values()), axis=1).astype(np.float32)


def beside(wanted: Sequence[Question], given: Ints, step: int) -> Ints:
    """Give the patterns' answer to the question of the same kind before or after each, or -2."""
    found = np.full(len(wanted), -2)
    for at, question in enumerate(wanted):
        beside = at + step * (2 if question.kind in ("holder", "body") else 1)
        if 0 <= beside < len(wanted) and wanted[beside].kind == question.kind:
            found[at] = given[beside] if given[beside] >= 0 else -2
    return found


def meant(nouns: Ints) -> Floats:
    """Give how the noun beside a question fits a body, as of `FITS`, and whether it is likeliest to mean it.

    Rows are answers; a column for each of `FITS`, and one more, each 0 or 1.
    """
    fit = np.maximum(nouns - 1, 0) // 2 % len(FITS)
    rows = [(nouns > 0) & (fit == number) for number in range(len(FITS))]
    return np.stack([*rows, (nouns > 0) & (nouns % 2 == 0)], axis=1).astype(np.float32)


def known(entities: Entities) -> Floats:
    """Give what is known of each entity of an article by itself: a row an entity, a column each that it knows."""
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
                zones <= {"dateline"},
                number == entities.main,
                number == entities.main and entities.issues,
                entity.label == "ORG",
                is_newswire(entity.mentions[0]),
                np.log1p(len(entities.all)),
            )
        )
    return np.array(rows, dtype=np.float32).reshape(-1, WIDTHS["known"])


def among(given: Ints, kinds: Ints, entities: Entities, question: Ints, entity: Ints) -> Floats:
    """Give what an entity is among the others of an article that may answer.

    How many other questions of the kind the patterns answer with it, and which share; how often it is named beside the
    one of its label that is named most; and how many of its label there are.
    Rows are answers, by `question` and `entity`.
    """
    answered = np.zeros((int(kinds.max()) + 1, len(entities.all)))
    said = given >= 0
    np.add.at(answered, (kinds[said], given[said]), 1)
    asks = kinds[question]
    others = answered[asks, entity] - (given[question] == entity)
    total = answered.sum(axis=1)[asks] - said[question]
    named = np.bincount(entities.entity, minlength=len(entities.all))
    is_org = np.array([one.label == "ORG" for one in entities.all], dtype=np.int64)
    most, many = np.zeros(2, np.int64), np.bincount(is_org, minlength=2)
    np.maximum.at(most, is_org, named)
    rows = (np.log1p(others), others / np.maximum(total, 1), (named / most[is_org])[entity], (1 / many[is_org])[entity])
    return np.stack(rows, axis=1).astype(np.float32)


def akin(wanted: Sequence[Question], entities: Entities, question: Ints, entity: Ints) -> Floats:
    """Give how far the title and name that a question is about share words, or initials, with the name of each body.

    Rows are answers; the first column is the share of the body's words, 0 to 1, the second whether initials are shared.
    """
    found = np.zeros((len(question), 2), np.float32)
    asks = {at: _words_of(one) for at, one in enumerate(wanted) if one.kind in ("body", "employer")}
    stems = {at: (_stems(words), _initials(words)) for at, words in asks.items()}
    bodies = [(_stems(one.mentions[0].text), _initials(one.mentions[0].text)) for one in entities.all]
    for row in np.nonzero(np.isin(question, list(stems)))[0].tolist():
        (own, letters), (name, short) = stems[int(question[row])], bodies[int(entity[row])]
        found[row] = len(own & name) / max(1, len(name)), len(short) > 1 and short in letters
    return found


def _words_of(question: Question) -> str:
    about = question.about
    return str(about.text) if question.kind == "body" else f"{about.title or ''} {about.name.rpartition(' ')[2]}"


def _stems(name: str) -> set[str]:
    return {word[:STEM] for word in fold(name).replace(".", "").split() if len(word) > 3}


def _initials(name: str) -> str:
    """Give the first letters of the capitalised words of a name, or the name itself where it is of capitals alone."""
    return (
        name if name.isupper() and " " not in name else "".join(word[0] for word in name.split() if word[0].isupper())
    )


def gap(low: Ints, high: Ints, other_low: Ints, other_high: Ints) -> Ints:
    """Give how many words another stretch is away: negative before, 0 where they overlap."""
    after, before = other_low - high + 1, low - other_high + 1
    return np.where(after > 0, after, np.where(before > 0, -before, 0))


def distance_class(gap: Ints) -> Ints:
    """Sort signed distances into `DISTANCES` classes."""
    return np.asarray(len(STEPS) + 1 + np.sign(gap) * (np.searchsorted(STEPS, np.abs(gap)) + (gap != 0)))


def clipped(numbers: Ints) -> Ints:
    """Give differences of at most 3, from 0."""
    return np.clip(numbers, -3, 3) + 3


def between(entities: Entities, of: Ints, low: Ints, high: Ints) -> Ints:
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


def glue(spelling: Ints, low: Ints, high: Ints, m_low: Ints, m_high: Ints) -> Ints:
    """Sort what stands between two stretches, where it is three words at most, into `GLUES` classes; 0 is more."""
    after = m_low >= high
    start, stop = np.where(after, high, m_high), np.where(after, m_low, low)
    found = np.where(after, 1, 2)
    for step in range(3):
        inside = start + step < stop
        word = spelling[np.clip(start + step, 0, len(spelling) - 1)]
        found = np.where(inside, (found * 131 + word + 7) % (GLUES - 1), found)
    return np.where((stop - start > 3) | (stop < start), 0, found + 1)


def given(row: Any) -> int:
    """Give what the patterns say of a value as one number: percentage or not, role, direction."""
    role = ROLES.index(row.role) if getattr(row, "role", None) in ROLES else 0
    return (hasattr(row, "unit") * 3 + role) * 3 + DIRECTIONS.index(row.direction)


def marked(text: str, row: Any, words: Words, low: int) -> Ints:
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
