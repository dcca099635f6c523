"""What is done to the titles of an article, in its order: the table that a wrong title is looked up in."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.extract.document.passes import Pass, Why
from pipeline.extract.names.candidates import Candidate, settle_roles
from pipeline.extract.titles.beside_names import beside_names
from pipeline.extract.titles.edges import edged, title_owners
from pipeline.extract.titles.state import FoundTitles
from pipeline.records import Mention

_THE = re.compile(r"\b[Tt]he (?P<word>[A-ZÀ-Þ][\w.&-]*\w)")
_GOES_ON = re.compile(r"\w|['’]?s? [A-Z]| of\b| for\b|-")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|who|I|[Tt]hey|[Hh]is|[Hh]er)\b")


def _held(titles: FoundTitles) -> Iterator[Candidate]:
    """Find titles that someone is said to hold: `served as Vice President`."""
    yield from titles.found
    text, beside = titles.text, titles.reader.beside
    starts = [m.start_char for m in titles.mentions if m.label not in ("ROLE", "LOC")]
    places = {m.start_char: m.end_char for m in titles.mentions if m.label == "LOC"}
    for match in beside.held.finditer(text):
        at = bisect_left(starts, match.end())
        ceiling = starts[at] if at < len(starts) else len(text)
        place = titles.reader.after(text, match.end(), ceiling=ceiling, places=places)
        if place and (not beside.acts.match(match[0]) or _is_of_person(titles, match.start())):
            yield Candidate(*place, "ROLE", "role", "held")


def _is_of_person(titles: FoundTitles, char: int) -> bool:
    """Say whether a person is spoken of before a place of a sentence."""
    begin, _ = titles.view.sentence_span(char, char)
    people = any(mention.label == "PERSON" for mention in titles.before(char))
    return people or _PRONOUN.search(titles.text, begin, char) is not None


def _edged(titles: FoundTitles) -> list[Candidate]:
    return [*titles.found, *edged(titles.reader, titles.text, titles.mentions)]


def _with_district(titles: FoundTitles) -> Iterator[Candidate]:
    """Give a public office its district: `U.S. Attorney for the District of Maryland`."""
    for one in titles.found:
        district = titles.reader.words.district.match(titles.text, one.end)
        public = district and titles.reader.words.is_public(titles.text[one.start : one.end])
        yield one._replace(end=district.end()) if district and public else one


def _bare(titles: FoundTitles) -> Iterator[Candidate]:
    """Find titles of the article's people again where they stand for the person: `the Attorney General`."""
    yield from titles.found
    text = titles.text
    names = {text[one.start : one.end] for one in titles.found if one.rule not in ("held", "edges")}
    by_word: dict[str, list[str]] = {}
    for title in sorted(title for title in names if title[0].isupper() and title[-1] != "." and " of " not in title):
        by_word.setdefault(title.split()[0], []).append(title)
    for the in _THE.finditer(text):
        for title in by_word.get(the["word"], ()):
            start, end = the.start("word"), the.start("word") + len(title)
            if text.startswith(title, start) and not _GOES_ON.match(text, end):
                yield Candidate(start, end, "ROLE", "role", "bare")


def _without_addresses(titles: FoundTitles) -> Iterator[Candidate]:
    """Drop what is the first part of an e-mail address: `investors@volta.example`."""
    return (one for one in titles.found if titles.text[one.end : one.end + 1] != "@")


def _settled(titles: FoundTitles) -> list[Candidate]:
    old = [Candidate(m.start_char, m.end_char, m.label, _source(m)) for m in titles.mentions]
    return settle_roles(old, titles.found)


def _source(mention: Mention) -> str:
    return "model" if mention.label == "ROLE" else "value" if mention.label in ("MONEY", "PERCENT", "DATE") else "name"


def _owners(titles: FoundTitles) -> Iterator[Candidate]:
    """Make bodies of the names that own a title held by the person after it."""
    owners = title_owners(titles.reader.beside, titles.text, titles.found)
    for one in titles.found:
        owns = one.label == "PERSON" and titles.text[one.start : one.end] in owners
        yield one._replace(label="ORG") if owns else one


def _of_persons(titles: FoundTitles) -> Iterator[Candidate]:
    """Drop roles that are a firm's: `Ruiz & Lodh LLP is serving as legal counsel`."""
    found = titles.found
    return (one for at, one in enumerate(found) if one.label != "ROLE" or not _is_of_firm(titles, found, at))


def _is_of_firm(titles: FoundTitles, found: Sequence[Candidate], at: int) -> bool:
    before = next((n for n in range(at - 1, -1, -1) if found[n].label not in ("ROLE", "LOC")), None)
    if before is None or found[before].label != "ORG":
        return False
    firm, text = found[before], titles.text
    if not titles.reader.beside.acts_as.fullmatch(text, firm.end, found[at].start):
        return False
    person = found[before - 1] if before and found[before - 1].label == "PERSON" else None
    return person is None or ". " in text[person.end : firm.start]


def _why_title(titles: FoundTitles, one: Candidate) -> Why | None:
    """Name the row of titles.csv that has the head of a title."""
    row = titles.reader.words.entry_of(titles.text[one.start : one.end])
    if row is None:
        return Why(one.rule, "it ends like a title, though no row has its head")
    return Why(f"{one.rule}/{row.id}", f"titles.csv has its head in the row '{row.id},{row.kind},{row.word}'")


PASSES: tuple[Pass[FoundTitles], ...] = (
    Pass("beside_names", beside_names, "a title stands beside the name", _why_title),
    Pass("held", _held, "somebody is said to hold it", _why_title),
    Pass("edges", _edged, "our words give the model's role its edges"),
    Pass("district", _with_district, "the district is part of the office"),
    Pass("bare", _bare, "a title of the article's people stands for the person"),
    Pass("addresses", _without_addresses, "it is of an e-mail address"),
    Pass("settle", _settled, "beside the names and values that are there"),
    Pass("owners", _owners, "it owns a title that the person after it holds, so it is a body"),
    Pass("of_persons", _of_persons, "a firm acts as that, no person"),
)
"""Each pass takes the candidates of the one before; from `settle` on, all mentions of the article."""
