"""Names to what the places of other names in the article show them to be: bodies, persons, a title and a name."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.extract.names.beside import BESIDE
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import LIKELY, SURE
from pipeline.extract.names.words import NameWords
from pipeline.values.names.forms import PARTICLES
from pipeline.values.organisations.short_forms import could_abbreviate

_CAPITALS = re.compile(r"(?<![\w.&-])(?P<body>[A-Z]{3,7}) (?P<title>[a-z]+(?: [a-z]+)?) (?=(?:[A-Z][a-z]{1,4}\. )?$)")
_PERSONAL = re.compile(
    rf"(?:[A-ZÀ-Þ][a-zß-ÿ'’-]+|[A-Z]\.)(?: (?:[A-ZÀ-Þ][\w'’-]+|[A-Z]\.|{'|'.join(sorted(PARTICLES))})){{1,4}}"
)
_CAPITALISED = re.compile(r"(?<![\w-])[A-ZÀ-Þ][a-zß-ÿ-]+ ")
_GOES_ON = re.compile(r"\w| [A-Z]|[-'’]\w")
_BEFORE = 40


def owners_of_titles(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Find bodies in capitals before the title of a person: `NWC spokesman Ama Boateng`."""
    yield from found
    taken = [(one.start, one.end) for one in found if one.label in ("ORG", "LOC", "PERSON")]
    for one in found:
        owner = _CAPITALS.search(text, max(0, one.start - _BEFORE), one.start) if one.label == "PERSON" else None
        if not owner or not words.titles.head.fullmatch(owner["title"].split()[-1]):
            continue
        start, end = owner.span("body")
        free = all(stop <= start or end <= begin for begin, stop in taken)
        if (
            free
            and owner["body"].lower() not in words.titles.modifiers
            and owner["body"].lower() not in words.titles.heads
        ):
            yield Candidate(start, end, "ORG", "defined", "owner_of_title")


def going_by(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Add the names that people let the press call them by, and doubt none of them: `who goes by the name Stubby`."""
    places = [match.span("name") for match in words.gives_name.finditer(text)]
    called = {start: end for start, end in places if text[start:end] not in words.peoples}
    for one in found:
        is_called = one.label == "PERSON" and called.pop(one.start, None) is not None
        yield one._replace(score=max(one.score, SURE)) if is_called else one
    for start, end in called.items():
        yield Candidate(start, end, "PERSON", "defined", "gives_name")


def nicknamed(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Make persons of the nicknames that stand for one: `Ama Boateng, known as Champ,`."""
    behind = (words.also_called.match(text, one.end) for one in found if one.label == "PERSON")
    places = {match.span("name") for match in behind if match}
    for one in found:
        is_nickname = one.label in ("ORG", "LOC") and (one.start, one.end) in places
        yield one._replace(label="PERSON", score=SURE, rule=BESIDE) if is_nickname else one


def persons_of_bodies(text: str, found: Sequence[Candidate], words: NameWords) -> list[Candidate]:
    """Make persons of what stands before a body in brackets, has no word of a body and is no long form of it."""
    kept = sorted(found)
    for at, (one, body) in enumerate(pairwise(kept)):
        name, inside = text[one.start : one.end], text[body.start : body.end]
        between = text[one.end : body.start] == " (" and text[body.end : body.end + 1] == ")"
        if not between or (one.label, body.label) != ("ORG", "ORG") or one.score >= SURE or " " not in inside:
            continue
        if _PERSONAL.fullmatch(name) and not words.body.search(name) and not could_abbreviate(inside, name):
            kept[at] = one._replace(label="PERSON", rule="of_body")
    return kept


def holders(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Make persons of what a title that no body has stands beside, and that has no word of a body: `chair Ama Sika`.

    Who is one already, to a model that isn't sure, is one for certain. A rank that the article has before persons
    shows the same within the name, and so does a form of address with two words behind it: `Pani Ama Sika`.
    """
    ranks = _ranks_before_persons(text, found, words)
    for one in found:
        name = text[one.start : one.end]
        rank, _, rest = name.partition(" ")
        addressed = rank in words.honorifics and " " in rest and _is_personal(rest, words)
        if one.label == "ORG" and one.score < SURE and rest and (rank in ranks or addressed):
            one = one._replace(start=one.start + len(rank) + 1, label="PERSON", score=SURE, rule=BESIDE)
        elif one.label == "ORG" and " " not in name and _word_before(text, one) in ranks:
            one = one._replace(label="PERSON", score=SURE, rule=BESIDE)
        may_be = (
            one.label in ("ORG", "LOC", "PERSON") and one.source == "model" and one.score < SURE and one.rule != BESIDE
        )
        if may_be and _is_personal(name, words):
            before = words.titles.holder.search(text, max(0, one.start - 2 * _BEFORE), one.start)
            held = before or words.titles.behind_no_body.match(text, one.end)
            rule = one.rule if one.label == "PERSON" else BESIDE
            one = one._replace(label="PERSON", score=SURE, rule=rule) if held else one
        yield one


def _is_personal(name: str, words: NameWords) -> bool:
    """Say whether a name is written as a person's, and has no word of a body."""
    return bool(_PERSONAL.fullmatch(name)) and not (words.body.search(name) or words.foreign.search(name))


def _ranks_before_persons(text: str, found: Sequence[Candidate], words: NameWords) -> set[str]:
    """List the short forms of ranks that the article has right before persons: `Cllr` of `Cllr Obi`."""
    return {_word_before(text, one) for one in found if one.label == "PERSON"} & words.titles.ranks


def _word_before(text: str, one: Candidate) -> str:
    before = text[max(0, one.start - 12) : one.start]
    return before.rstrip().rpartition(" ")[2] if before.endswith(" ") else ""


def without_titles(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Cut a title that may be a given name off a person whose full name the article prints: `Justice Obi`.

    An honorific before it shows the same: `Mr Justice Obi`.
    """
    full = {text[one.start : one.end] for one in found if one.label == "PERSON" and " " in text[one.start : one.end]}
    for one in found:
        first, _, rest = text[one.start : one.end].partition(" ")
        if one.label == "PERSON" and first in words.titles.also_names and rest:
            elsewhere = any(name.endswith(f" {rest}") and not name.startswith(f"{first} ") for name in full)
            addressed = text[max(0, one.start - 8) : one.start].rstrip().rpartition(" ")[2] in words.honorifics
            if elsewhere or (addressed and " " not in rest):
                one = one._replace(start=one.start + len(first) + 1)
        yield one


def before_bodies(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Cut a title before the body in which it is held, where the article names that elsewhere: `Inspector for KAL`."""
    known = {text[one.start : one.end] for one in found if one.label == "ORG" and one.source != "repeat"}
    bodies = sorted(one for one in found if one.source == "repeat" and text[one.start : one.end] in known)
    starts = [one.start for one in bodies]
    for one in found:
        inside = bodies[bisect_left(starts, one.start) : bisect_left(starts, one.end)] if one.label == "ROLE" else ()
        gaps = (words.gaps.title_to_body.search(text, one.start, body.start) for body in inside)
        end = next((gap.start() for gap in gaps if gap), one.end)
        yield one._replace(end=end) if end > one.start else one


def relatives(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Find persons of a surname of the article whom a model does not see: `the late Ama Boateng`."""
    yield from found
    surnames = {text[one.start : one.end].split()[-1] for one in found if one.label == "PERSON" and one.score > LIKELY}
    taken = [(one.start, one.end) for one in found if one.label in ("ORG", "PERSON")]
    for start, given, end in sorted(_with_surname(text, surnames), key=lambda place: text[place[1] + 1 : place[2]]):
        free = all(stop <= start or end <= begin for begin, stop in taken)
        kin = words.kin.search(text, max(0, start - _BEFORE), start)
        if free and (kin or text[start:given] in words.person_signs.given):
            yield Candidate(start, end, "PERSON", "model", "relative", SURE)


def _with_surname(text: str, surnames: set[str]) -> Iterator[tuple[int, int, int]]:
    """Give where a capitalised word stands before one of some surnames: its start and end, the end of the surname."""
    some = tuple(surnames)
    for word in _CAPITALISED.finditer(text):
        at = word.end()
        if not text.startswith(some, at):
            continue
        for surname in some:
            end = at + len(surname)
            if text.startswith(surname, at) and not _GOES_ON.match(text, end):
                yield word.start(), at - 1, end
