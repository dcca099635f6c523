"""Questions and words to what may answer them: one row a pair, an answer or a word of a window."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from spacy.tokens import Doc

from pipeline.extract.links import around, features
from pipeline.extract.links.asked import AFTER, BEFORE, Answers, Asked, Pairs, Places, Windows
from pipeline.extract.links.questions import ANSWERED_BY, KINDS, Entities, Question, key, questions, said
from pipeline.extract.links.words import Found, Ints, Words, encoded_words
from pipeline.extract.referring.body_nouns import BodyNouns
from pipeline.extract.referring.issuer import IssuerSigns

REACH = 150
"""Words between a question's place and a mention that may answer it."""
SAID = "~"
"""Stands before a rule that gives an answer, whether the table follows it or not."""


def asked(doc: Doc, found: Found, nouns: BodyNouns, signs: IssuerSigns) -> Asked | None:
    """Give what a links model is asked about a Doc; None where there is nothing to ask, or no states.

    `nouns` are those that may stand for a body: `the union`; `signs` stand before the body that an article is about.
    """
    words = encoded_words(doc, found)
    wanted = questions(found) if words is not None else []
    if words is None or not wanted:
        return None
    entities = Entities(found, words, signs)
    kinds = np.array([KINDS.index(one.kind) for one in wanted])
    places = _places(wanted, words)
    first = np.searchsorted(places.question, np.arange(len(wanted)))
    beside = around.nouns_beside(found, wanted, places, words, entities, nouns)
    answers = _answers(found, wanted, kinds, entities, words, beside[first])
    return Asked(
        words,
        entities,
        wanted,
        kinds,
        first,
        np.array([2 if one.verdict.former else one.verdict.entity is None for one in wanted], dtype=np.int64),
        places,
        _pairs(kinds, places, words, entities, answers, beside),
        answers,
        _windows(found.text, found.values, words),
    )


def _answers(
    found: Found, wanted: Sequence[Question], kinds: Ints, entities: Entities, words: Words, beside: Ints
) -> Answers:
    """List what may answer each question, with what is known of it without looking at places."""
    is_org = np.array([entity.label == "ORG" for entity in entities.all], dtype=np.int64)
    question, entity = np.nonzero(ANSWERED_BY[kinds][:, is_org])
    given = np.array([entities.at.get(one.verdict.entity or "", -1) for one in wanted])
    known = features.known(entities)
    same = given[question] == entity
    speaks = [
        same,
        (given[question] >= 0) & ~same,
        features.beside(wanted, given, -1)[question] == entity,
        features.beside(wanted, given, 1)[question] == entity,
    ]
    akin = features.akin(wanted, entities, question, entity)
    speakers = list(around.bodies_of_speakers(found, wanted, entities, words))
    spoken = [[one in speakers[about]] for about, one in zip(question.tolist(), entity.tolist(), strict=True)]
    meant = features.meant(beside[question, entity])
    among = features.among(given, kinds, entities, question, entity)
    facts = features.facts(
        {
            "told": np.stack(speaks, axis=1),
            "known": known[entity],
            "akin": akin,
            "spoken": np.array(spoken).reshape(-1, 1),
            "meant": meant,
            "among": among,
        }
    )
    hits = np.nonzero(same)[0].tolist()
    rules = [(row, rule) for row in hits for rule in wanted[question[row]].verdict.rule.split("+")]
    row_of = {pair: row for row, pair in enumerate(zip(question.tolist(), entity.tolist(), strict=True))}
    number = {key(one): at for at, one in enumerate(wanted)}
    for about, named, rule in said(found):
        pair = number.get(about, -1), entities.at.get(named or "", -1)
        if pair in row_of:
            rules.append((row_of[pair], f"{SAID}{rule}"))
    return Answers(question, entity, kinds[question], facts, rules)


def _places(wanted: Sequence[Question], words: Words) -> Places:
    rows = [(number, *place) for number, one in enumerate(wanted) for place in one.places]
    question, start, end = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    return Places(question, *words.spans(start, end))


def _pairs(kinds: Ints, places: Places, words: Words, entities: Entities, answers: Answers, beside: Ints) -> Pairs:
    row = np.full((len(kinds), len(entities.all)), -1)
    row[answers.question, answers.entity] = np.arange(len(answers.question))
    gap = features.gap(places.low[:, None], places.high[:, None], entities.low[None], entities.high[None])
    answer = row[places.question][:, entities.entity]
    at, of = np.nonzero((np.abs(gap) <= REACH) & (answer >= 0))
    low, high, m_low, m_high = places.low[at], places.high[at], entities.low[of], entities.high[of]
    return Pairs(
        place=at,
        mention=of,
        answer=answer[at, of],
        kind=kinds[places.question[at]],
        distance=features.distance_class(gap[at, of]),
        sentence=features.clipped(words.sentences[m_low] - words.sentences[low]),
        line=features.clipped(words.lines[m_low] - words.lines[low]),
        between=features.between(entities, of, low, high),
        glue=features.glue(words.spelling, low, high, m_low, m_high),
        zone=entities.zone[of] * 2 + words.quoted[m_low],
        order=around.order(entities, words, of, low),
        noun=beside[at, entities.entity[of]],
    )


def _windows(text: str, rows: Sequence[Any], words: Words) -> Windows:
    places = np.array([(row.start_char, row.end_char) for row in rows], dtype=np.int64).reshape(-1, 2)
    low, high = words.spans(places[:, 0], places[:, 1])
    at = low[:, None] + np.arange(-BEFORE, AFTER)[None]
    inside = (at >= 0) & (at < len(words.starts))
    here = np.where(inside, at, 0)
    numbers = np.cumsum(np.isin(words.label, (5, 6)) & (words.begins % 2 == 1))
    between = np.abs(numbers[here] - numbers[low][:, None]) if len(rows) else here
    mark = (
        np.stack([features.marked(text, row, words, int(first)) for row, first in zip(rows, low, strict=True)])
        if rows
        else here
    )
    own = (at >= low[:, None]) & (at < high[:, None])
    return Windows(
        low,
        high,
        np.array([features.given(row) for row in rows], dtype=np.int64),
        np.where(inside & ~own, at, -1),
        features.distance_class(features.gap(low[:, None], high[:, None], here, here + 1)),
        features.clipped(words.sentences[here] - words.sentences[low][:, None]),
        features.clipped(words.lines[here] - words.lines[low][:, None]),
        np.clip(between, 0, 4),
        mark,
    )
