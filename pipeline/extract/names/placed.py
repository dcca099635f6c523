"""Bodies and places that a model takes for each other, to what they are: cities, halls, `Swim Ghana`."""

import re
from collections.abc import Collection, Iterator, Sequence

from pipeline.extract.names.beside import BESIDE
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import DOUBTFUL, SURE
from pipeline.extract.names.words import NameWords
from pipeline.records import Zone
from pipeline.values.names.forms import is_acronym
from pipeline.values.text.places import standing_alone
from pipeline.values.text.sentences import OPENS

_AND = " and "
_BETWEEN = re.compile(r"\bbetween [A-ZÀ-Þ][^.,;:\n]* and $")
_FARTHEST = 40


def placed(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Make places of cities in which something is, of halls that nothing shows to act, of where somebody of an age is
    from, of seats as in `Linz-based`; bodies of `Swim Ghana`.
    """
    names = {text[one.start : one.end] for one in found if one.label == "ORG"}
    for one in found:
        name = text[one.start : one.end]
        if one.source != "model" or one.label not in ("ORG", "LOC", "PERSON"):
            yield one
        elif _is_home(text, one, words) and not words.body.search(name):
            yield one._replace(label="LOC", score=SURE)
        elif one.label == "PERSON":
            yield one
        elif one.label == "LOC":
            yield _with_what_for(text, one, words) or one
        elif (
            _is_city(text, one, name, names, words)
            or _is_hall(text, one, words)
            or (one.score < SURE and words.area.fullmatch(name))
        ):
            yield one._replace(label="LOC", score=SURE)
        else:
            yield one


def datelined(text: str, found: Sequence[Candidate], zones: Sequence[Zone]) -> Iterator[Candidate]:
    """Make a place of what the headline has in common with the dateline alone: `Tema judge frees boy` from `TEMA`."""
    lines = " ".join(text[zone.start_char : zone.end_char] for zone in zones if zone.zone == "dateline").casefold()
    head = next((zone.end_char for zone in zones if zone.zone == "headline"), 0)
    acting = {text[one.start : one.end] for one in found if one.label == "ORG" and one.start >= head}
    for one in found:
        name = text[one.start : one.end]
        doubted = one.label == "ORG" and one.source == "model" and one.end <= head and name not in acting
        listed = doubted and any(standing_alone(lines, name.casefold()))
        yield one._replace(label="LOC", score=SURE) if listed else one


def of_kinds(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Make places of what the noun before says to be one: `the town of Sika`, `a woman from Sika`, and of what `and`
    joins to such a place behind `between`.
    """
    places = {one.end for one in found if one.label == "LOC"}
    for one in found:
        if one.source == "model" and _may_be_place(text, one, words) and _is_of_kind(text, one, places, words):
            one = one._replace(label="LOC", score=max(one.score, SURE), rule=BESIDE)
        yield one


def joined(text: str, found: Sequence[Candidate], words: NameWords) -> list[Candidate]:
    """Make one place of the two that a place is called by, and take it into a body that is cut there."""
    kept = list(found)
    for place in words.joined.finditer(text):
        start, end = place.span()
        parts = [one for one in kept if one.start < end and start < one.end and one.label in ("LOC", "ORG")]
        if not parts or any(one.end > end for one in parts):
            continue
        if parts[0].label == "ORG" and parts[0].start < start:
            whole = parts[0]._replace(end=end)
        else:
            whole = parts[0]._replace(start=start, end=end, label="LOC", score=max(one.score for one in parts))
        kept = [whole if one is parts[0] else one for one in kept if one is parts[0] or one not in parts]
    return kept


def _may_be_place(text: str, one: Candidate, words: NameWords) -> bool:
    """Say whether nothing in a name, behind it or in how sure a model is shows a body or a person."""
    name = text[one.start : one.end]
    if one.label == "PERSON":
        titled = words.person_signs.title_before(text, one.start)
        town = words.gaps.town.search(text, max(0, one.start - _FARTHEST), one.start)
        return town is not None or (
            one.score < DOUBTFUL and not titled and name.split()[0] not in words.person_signs.given
        )
    if one.label == "LOC":
        return True
    shown = words.body.search(name) or words.foreign.search(name) or words.forms.ends_legally(name)
    return one.label == "ORG" and not shown and not is_acronym(name)


def _is_of_kind(text: str, one: Candidate, places: Collection[int], words: NameWords) -> bool:
    if words.gaps.named_place.search(text, max(0, one.start - _FARTHEST), one.start):
        return True
    between = _BETWEEN.search(text, max(0, one.start - _FARTHEST), one.start)
    return between is not None and one.start - len(_AND) in places and one.score < SURE


def _is_home(text: str, one: Candidate, words: NameWords) -> bool:
    """Say whether somebody of an age is from there, or, to a model that isn't sure, somebody's seat is there."""
    home = words.gaps.home.search(text, max(0, one.start - 12), one.start)
    return bool(home or (one.score < SURE and words.seat.match(text, one.end)))


def _with_what_for(text: str, one: Candidate, words: NameWords) -> Candidate | None:
    """Give the body that a country and what stands before it are, as a sentence that begins with `Visit` is none."""
    name = text[one.start : one.end]
    whole = words.of_country.fullmatch(name) if one.score < SURE else None
    if whole and whole["country"] in words.countries:
        return one._replace(label="ORG", score=SURE, rule=BESIDE)
    before = words.for_country.search(text, max(0, one.start - 20), one.start) if name in words.countries else None
    if before and (
        not OPENS.search(text, max(0, before.start() - 4), before.start()) or _acts(text, one.start, one.end, words)
    ):
        return one._replace(start=before.start(), label="ORG", score=SURE, rule=BESIDE)
    return None


def _is_city(text: str, one: Candidate, name: str, names: set[str], words: NameWords) -> bool:
    """Say whether a name is a city's, in which the article has something stand, and no body's name begins with it."""
    if one.score >= SURE or name not in words.cities:
        return False
    begins = any(other.startswith(f"{name} ") and words.forms.ends_legally(other) for other in names)
    places = list(standing_alone(text, name))
    acts = any(_acts(text, start, end, words) for start, end in places)
    return (
        not begins
        and not acts
        and any(words.around_place.search(text, max(0, start - 12), start) for start, _ in places)
    )


def _is_hall(text: str, one: Candidate, words: NameWords) -> bool:
    if one.score >= SURE or not words.hall.search(text, one.start, one.end):
        return False
    at = words.at_hall.search(text, max(0, one.start - 40), one.start)
    return (
        at is not None and not words.titles.head.fullmatch(at["before"]) and not _acts(text, one.start, one.end, words)
    )


def _acts(text: str, start: int, end: int, words: NameWords) -> bool:
    shown = words.body_signs.show(text, start, end, alone=True) or words.beside.is_body(text, start, end)
    return shown or bool(words.support.acts.match(text, end))
