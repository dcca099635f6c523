"""Names of a model to the organisations that they show to be: governments of places, units, words of bodies."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import DOUBTFUL, SURE
from pipeline.extract.names.words import NameWords
from pipeline.values.names.forms import PARTICLES, is_acronym
from pipeline.values.organisations.forms import OrganisationForms, in_title_case, with_suffix

_OWNED = re.compile(r"['’]s (?=[A-Z])")
_OF_PLACE = re.compile(r"\b[Gg]overnment of (?:the )?$")
_OPENING = re.compile(r"(?:^|[^\w ] |\b[a-z]+ |\n)(?P<word>[A-ZÀ-Þ][\w-]+) $")
_FOR = re.compile(r"(?<![\w-])(?P<noun>[A-ZÀ-Þ][a-zà-þ]{2,}) for $")
_CAPITAL_BEFORE = re.compile(r"\b[A-ZÀ-Þ][\w'’-]*[ &]+$")
_AND_PARTNER = re.compile(r" & (?P<partner>[A-ZÀ-Þ][a-zß-ÿ'’-]+)(?! ?[A-ZÀ-Þ&]|\w)")
_GOES_ON = re.compile(rf"(?:[A-ZÀ-Þ][\w'’.-]*|\b(?:{'|'.join(sorted(PARTICLES))}))[ \n]$")
_UNIT = re.compile(r"(?P<unit>[A-ZÀ-Þ][^,&]*)(?P<comma>, )(?P<whole>[A-ZÀ-Þ][^,&]* [^,&]*)")
_HOLDER = re.compile(r" [A-ZÀ-Þ][a-zß-ÿ]+ [A-ZÀ-Þ]")
_BOARD = re.compile(r"(?:['’]s)? [Bb]oard$")


def governed(text: str, found: Iterable[Candidate], government: re.Pattern[str]) -> Iterator[Candidate]:
    """Make organisations of places whose government is meant: `US government`, `Government of Ghana`."""
    for one in found:
        if one.label == "LOC":
            before = _OF_PLACE.search(text, max(0, one.start - 20), one.start)
            after = government.match(text, one.end)
            if before:
                one = one._replace(start=before.start(), label="ORG", score=1.0)
            elif after:
                one = one._replace(end=after.end(), label="ORG", score=1.0)
        yield one


def of_form(text: str, found: Iterable[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Make organisations of persons and places with a word in their names that only organisations have.

    Who has a title, or is a person beyond doubt, is one: `Prof. Kofi Mills`.
    """
    body, joins = words.foreign, words.and_abroad
    for one in found:
        other = one.source == "model" and one.label in ("PERSON", "LOC") and not _is_person(text, one, words)
        joined = one.label == "PERSON" and joins.search(text, one.start, one.end)
        opening = _OPENING.search(text, max(0, one.start - 30), one.start) if other and one.score < SURE else None
        if opening and body.fullmatch(opening["word"]) and not body.search(text, one.start, one.end):
            one = one._replace(start=opening.start("word"))
        shown = other and (joined or body.search(text, one.start, one.end))
        yield one._replace(label="ORG") if shown else one


def _is_person(text: str, one: Candidate, words: NameWords) -> bool:
    """Say whether a model is sure of a person, or one has a title; in small letters it may be a verb: `she chairs`."""
    titled = words.person_signs.title_before(text, one.start)
    shown = titled is not None and titled[0].strip()[:1].isupper()
    return one.label == "PERSON" and (shown or one.score >= SURE)


def apart(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Cut a model's organisations down to what is of the name; one that is no name then goes.

    Two that `and at` joins are two; `of the cartel` is no part of one, nor `Board` behind the name of another.
    """
    bodies = {text[one.start : one.end] for one in found if one.label == "ORG"}
    for one in found:
        if one.label == "ORG" and one.source == "model":
            joined = words.gaps.two_bodies.search(text, one.start, one.end)
            if joined:
                yield one._replace(end=joined.start())
                one = one._replace(start=joined.end())
            unit = _UNIT.fullmatch(text, one.start, one.end)
            if unit and _are_two(unit, words):
                yield one._replace(end=unit.start("comma"))
                one = one._replace(start=unit.start("whole"))
            one = one._replace(end=_without_title(text, one, words))
            end = _end(text, one, bodies, words)
            if end != one.end and words.veto(text[one.start : end], "ORG"):
                continue
            one = one._replace(end=end)
        yield one


def _without_title(text: str, one: Candidate, words: NameWords) -> int:
    """Give where a body ends before a title that a model took the first word of: `Volta Post Joint` Editor Ama Obi."""
    before, _, last = text[one.start : one.end].rpartition(" ")
    head = words.titles.head.match(text, one.end + 1) if before and last in words.seniority else None
    held = head and head[0][:1].isupper() and _HOLDER.match(text, head.end())
    return one.start + len(before) if held else one.end


def _are_two(unit: re.Match[str], words: NameWords) -> bool:
    """Say whether a comma stands between a unit and the body that it is of: both are names, and no list of fields."""
    if " and " in unit["whole"] or words.field.match(unit["unit"]) or words.forms.ends_legally(unit[0]):
        return False
    return bool(words.body.search(unit["whole"])) and not words.is_place(unit["unit"])


def _end(text: str, one: Candidate, bodies: Collection[str], words: NameWords) -> int:
    tail = words.gaps.no_part.search(text, one.start, one.end)
    if tail:
        return tail.start()
    board = _BOARD.search(text, one.start, one.end)
    owner = text[one.start : board.start()] if board else ""
    return board.start() if board and owner in bodies and not words.forms.public.search(owner) else one.end


def for_places(text: str, found: Iterable[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Make organisations of places that a capitalised noun is for: `Blankets for Tema`; no title is: `Minister for`."""
    for one in found:
        noun = _FOR.search(text, max(0, one.start - 30), one.start) if one.source == "model" else None
        if noun and (one.label == "LOC" or one.score < DOUBTFUL) and _may_open(text, noun, words):
            one = one._replace(start=noun.start(), label="ORG", score=SURE)
        yield one


def _may_open(text: str, noun: re.Match[str], words: NameWords) -> bool:
    name = noun["noun"]
    known = name in words.forms.never_first or words.veto(name, "ORG") or words.veto(f"The {name}", "ORG")
    goes_on = _CAPITAL_BEFORE.search(text, max(0, noun.start() - 30), noun.start())
    return not known and not goes_on and not in_title_case(text, noun.start())


def partners(text: str, found: Sequence[Candidate], forms: OrganisationForms) -> Iterator[Candidate]:
    """Join what stands on both sides of `&` to a firm, where a model is sure of neither: `Quaye & Tetteh`."""
    before: Candidate | None = None
    starts = {one.start for one in found if one.label == "LOC" or one.score >= SURE}
    for one in sorted(found):
        alone = _AND_PARTNER.match(text, one.end) if one.label in ("LOC", "PERSON") and one.score < SURE else None
        if alone and alone.start("partner") not in starts and _is_first_partner(text, one):
            one = one._replace(end=with_suffix(text, alone.end(), forms), label="ORG", score=SURE)
        if before and _is_firm(text, before, one):
            end, score = with_suffix(text, one.end, forms), max(before.score, one.score)
            before = before._replace(end=end, label="ORG", score=score)
            continue
        if before:
            yield before
        before = one
    if before:
        yield before


def _is_first_partner(text: str, one: Candidate) -> bool:
    return " " not in text[one.start : one.end] and not _GOES_ON.search(text, max(0, one.start - 30), one.start)


def _is_firm(text: str, before: Candidate, one: Candidate) -> bool:
    if text[before.end : one.start] != " & " or before.source != "model" or one.source != "model":
        return False
    if {before.label, one.label} not in ({"ORG"}, {"ORG", "PERSON"}) or min(before.score, one.score) >= SURE:
        return False
    sides = (text[before.start : before.end], text[one.start : one.end])
    people = (" " in side and each.label == "PERSON" for side, each in zip(sides, (before, one), strict=True))
    return any(" " not in side for side in sides) and not any(map(is_acronym, sides)) and not any(people)


def parted(text: str, found: Sequence[Candidate], sure_form: re.Pattern[str]) -> Iterator[Candidate]:
    """Part `HUD's Office of Inspector General` into the owner and the unit, where the owner is a body of its own."""
    bodies = {text[one.start : one.end] for one in found if one.label == "ORG"}
    for one in found:
        owned = _OWNED.search(text, one.start, one.end) if one.label == "ORG" else None
        if owned and " " in text[owned.end() : one.end]:
            owner = text[one.start : owned.start()]
            if owner in bodies or is_acronym(owner) or sure_form.search(owner):
                yield one._replace(end=owned.start())
                one = one._replace(start=owned.end())
        yield one
