"""Bodies and places that a model takes for each other, to what they are: cities, halls, `Swim Ghana`."""

from collections.abc import Iterator, Sequence

from pipeline.extract.names.beside import BESIDE
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import SURE
from pipeline.extract.names.words import NameWords
from pipeline.records import Zone
from pipeline.values.text.places import standing_alone
from pipeline.values.text.sentences import OPENS


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
