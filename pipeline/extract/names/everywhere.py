"""Bodies to what goes with their names at every place, or stands in brackets behind a person: `Volta 21`, `(KAL)`."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.names.beside import BESIDE
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import SURE
from pipeline.extract.names.words import NameWords
from pipeline.values.text.places import standing_alone

_NUMBER = re.compile(r" \d{1,4}(?![\w%,.:/-]*\d|\w|%)")
_JOINED = re.compile(r"(?<![\w&,-] )(?<![\w-])[A-ZÀ-Þ][\w’-]+ (?:and|&) $")
_IN_BRACKETS = re.compile(r" \((?P<name>[A-ZÀ-Þ][^\W\d_]*(?:[ -][A-ZÀ-Þ][^\W\d_]+){0,3})\)")
_LONGEST = 40


def with_constant_parts(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give bodies the number or the first partner that stands beside them at all places, of which there are several."""
    changes: dict[str, tuple[int, int]] = {}
    for one in found:
        name = text[one.start : one.end]
        if one.label != "ORG" or one.source != "model":
            yield one
            continue
        if name not in changes:
            changes[name] = _constant(text, name, found)
        before, behind = changes[name]
        yield one._replace(start=one.start - before, end=one.end + behind)


def _constant(text: str, name: str, found: Sequence[Candidate]) -> tuple[int, int]:
    """Give how many characters before and behind a name are the same wherever it stands."""
    places = list(standing_alone(text, name))
    if len(places) < 2:
        return 0, 0
    numbers = {match[0] if (match := _NUMBER.match(text, end)) else "" for _, end in places}
    partners = {
        match[0] if (match := _JOINED.search(text, max(0, start - _LONGEST), start)) else "" for start, _ in places
    }
    number, partner = numbers.pop(), partners.pop()
    if partners or partner.split(" ")[0] in {text[one.start : one.end] for one in found}:
        partner = ""
    return len(partner), 0 if numbers else len(number)


def behind_persons(text: str, found: Sequence[Candidate], words: NameWords) -> list[Candidate]:
    """Make bodies of what stands in brackets behind a person and elsewhere in the article: `Ama Boateng (KAL)`."""
    kept = list(found)
    at = {one.start: number for number, one in enumerate(kept)}
    for one in found:
        bracket = (
            _IN_BRACKETS.match(text, one.end) if one.label == "PERSON" and " " in text[one.start : one.end] else None
        )
        if not bracket or words.veto(bracket["name"], "ORG") or bracket["name"] in words.person_signs.given:
            continue
        start, end = bracket.span("name")
        number = at.get(start)
        if number is None:
            if bracket["name"].isupper() and re.search(rf"(?<![(\w]){re.escape(bracket['name'])}(?!\w)", text):
                kept.append(Candidate(start, end, "ORG", "defined", "behind_person"))
        elif _is_body(text, kept[number], end):
            kept[number] = kept[number]._replace(label="ORG", rule=BESIDE, score=SURE)
    return kept


def _is_body(text: str, one: Candidate, end: int) -> bool:
    """Say whether what fills a bracket is taken for a person of several words, of whom a model is not sure."""
    whole = one.end == end and " " in text[one.start : end]
    return whole and one.label == "PERSON" and one.score < SURE
