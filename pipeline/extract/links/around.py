"""What stands around a question, as classes of pairs: a name's rank in its sentence, and whom `the union` may mean."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from pipeline.extract.links.questions import Entities, Possible, Question
from pipeline.extract.links.words import Found, Ints, Words
from pipeline.extract.referring.body_nouns import BodyNouns
from pipeline.values.organisations.words import is_akin

ORDERS = 32
"""Classes of a name's rank: sums of what is so of it (`order`)."""
FITS = ("held", "shown", "silent", "against")
"""A noun is in a body's name, is of the kind that its name shows, of a body whose name shows nothing, or of another."""
INSIDE, BESIDE, SENTENCE = range(3)
"""A noun stands in the title, near by, or somewhere before in the sentence."""
NOUN_CLASSES = 1 + 3 * len(FITS) * 2
NEAR = 7
"""Words between a place and a noun beside it."""
_WORD = re.compile(r"[\w-]+")


def order(entities: Entities, words: Words, of: Ints, low: Ints) -> Ints:
    """Class mentions by their rank among those of their label, as seen from places.

    1 the first of its sentence, 2 alone there, 4 the first of its line, 8 the last before the place, 16 in the
    sentence before the place's that names one.
    """
    found = np.zeros(len(of), dtype=np.int64)
    for is_org in (0, 1):
        mine = np.nonzero(entities.is_org == is_org)[0]
        here = entities.is_org[of] == is_org
        if not len(mine) or not here.any():
            continue
        sentence, line = words.sentences[entities.low[mine]], words.lines[entities.low[mine]]
        first, last = np.diff(sentence, prepend=-1) != 0, np.diff(sentence, append=-1) != 0
        rank = first + 2 * (first & last) + 4 * (np.diff(line, prepend=-1) != 0)
        at = entities.rank[of[here]]
        before = np.searchsorted(entities.high[mine], low[here], side="right") - 1
        earlier = np.searchsorted(sentence, words.sentences[low[here]]) - 1
        near = (earlier >= 0) & (sentence[at] == sentence[np.maximum(earlier, 0)])
        found[here] = rank[at] + 8 * (at == before) + 16 * near
    return found


class _Noun(NamedTuple):
    """A noun that may stand for a body, and the number of its word."""

    noun: str
    at: int


def nouns_beside(
    found: Found, wanted: Sequence[Question], places: Any, words: Words, entities: Entities, nouns: BodyNouns
) -> Ints:
    """Give a row a place and a column an entity: 0 where no noun stands by, else one of `NOUN_CLASSES`."""
    result = np.zeros((len(places.low), len(entities.all)), dtype=np.int64)
    bodies = [(number, one) for number, one in enumerate(entities.all) if one.label == "ORG"]
    if not bodies:
        return result
    named = list(nouns.reference.finditer(found.text))
    stretches = np.array([match.span("noun") for match in named], dtype=np.int64).reshape(-1, 2)
    sentences, beside = words.sentences.tolist(), defaultdict[int, list[_Noun]](list)
    for match, at in zip(named, words.spans(*stretches.T)[0].tolist(), strict=True):
        beside[sentences[at]].append(_Noun(match["noun"].lower(), at))
    columns = [number for number, _ in bodies]
    fits: dict[str, tuple[Ints, list[int]]] = {}
    for row, (question, low, high) in enumerate(zip(*map(np.ndarray.tolist, places), strict=True)):
        stands = _stands(wanted[question], beside.get(sentences[low], ()), low, high, nouns)
        if stands is None:
            continue
        noun, where = stands
        if noun.noun not in fits:
            fit = np.array([_fit(noun.noun, one, nouns) for _, one in bodies])
            fits[noun.noun] = fit, _best(fit, columns, entities)
        fit, best = fits[noun.noun]
        result[row, columns] = 1 + (where * len(FITS) + fit) * 2
        if best:
            result[row, _meant(best, entities, low)] += 1
    return result


def _stands(
    question: Question, beside: Sequence[_Noun], low: int, high: int, nouns: BodyNouns
) -> tuple[_Noun, int] | None:
    """Give the noun that is nearest to a place, of those in its sentence, and where it stands."""
    if question.kind in ("holder", "body"):
        own = [word for word in _WORD.findall(question.about.text.lower()) if word in nouns.kinds]
        if own:
            return _Noun(own[-1], low), INSIDE
    gaps = [one.at - high if one.at >= high else abs(low - 1 - one.at) for one in beside]
    if gaps and min(gaps) <= NEAR:
        return beside[gaps.index(min(gaps))], BESIDE
    before = [one for one in beside if one.at < low]
    return (before[-1], SENTENCE) if before else None


def _fit(noun: str, body: Possible, nouns: BodyNouns) -> int:
    """Say how a noun fits a body, as a number of `FITS`."""
    names = {mention.text for mention in body.mentions}
    if any(is_akin(name, noun) for name in names):
        return 0
    shown = nouns.shown(names)
    if shown & nouns.kinds[noun]:
        return 1
    return 3 if shown or nouns.is_exact(noun) else 2


def _best(fit: Ints, columns: Sequence[int], entities: Entities) -> list[int]:
    """List the mentions of the bodies that fit a noun best; none where it is against all of them."""
    if fit.min() == len(FITS) - 1:
        return []
    best = np.array(columns)[fit == fit.min()]
    return [int(row) for row in np.nonzero(np.isin(entities.entity, best))[0]]


def _meant(best: Sequence[int], entities: Entities, low: int) -> int:
    """Give the body that a noun is likeliest to mean: of those that fit best, the one named last before it."""
    before = [row for row in best if entities.low[row] < low]
    return int(entities.entity[before[-1] if before else best[0]])


def bodies_of_speakers(
    found: Found, wanted: Sequence[Question], entities: Entities, words: Words
) -> Iterator[list[int]]:
    """Give, for each question, the bodies of whoever speaks the quotation that it stands in, or of its sentence."""
    employer = {one.person_id: entities.at.get(one.organisation_id or "", -1) for one in found.people}
    spoken = [(one.start_char, one.end_char, employer.get(one.speaker_id or "", -1)) for one in found.quotes]
    people = [number for number, one in enumerate(entities.all) if one.label == "PERSON"]
    rows = np.nonzero(np.isin(entities.entity, people))[0]
    sentence = words.sentences[entities.low[rows]]
    for question in wanted:
        start, end = question.places[0]
        if question.kind != "owner":
            yield []
            continue
        own = [body for low, high, body in spoken if low <= start and end <= high and body >= 0]
        here = words.sentences[words.span(start, end)[0]]
        named = [
            employer.get(entities.all[one].identity, -1) for one in entities.entity[rows[sentence == here]].tolist()
        ]
        yield own or [body for body in named if body >= 0][:1]
