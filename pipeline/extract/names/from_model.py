"""A model's `doc.ents` to candidates by our conventions: labels, edges, legal suffixes; without what is no name."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Doc

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import LIKELY, SURE, UNSAID, confidences
from pipeline.extract.names.words import NameWords
from pipeline.values.names.spans import lines, trim
from pipeline.values.organisations.forms import with_suffix

LABELS = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ROLE": "ROLE"}
"""Labels of models that we read, and ours."""

_SHORT_WORD = re.compile(r"[A-ZÀ-Þ][a-zà-þ]{1,4}")
_GOVERNS = re.compile(r"(?:\b(?:[Tt]he|[Aa]n?|[Nn]ew|of) |-)$")
"""Words behind which no family name stands first."""

_INITIALS = re.compile(r"(?<= )(?:[A-ZÀ-Þ]\. )+$")
_LONGEST_INITIALS = 12

_COURT = re.compile(
    r"(?P<court>(?:[A-Z][\w.]+ )*Court)(?:['’]s)? (?=(?:\w+ ){0,2}(?:[Jj]ustice|[Jj]udge|[Rr]egistrar)\b)"
)
_NUMBERED = re.compile(r"\d{1,3}[.)] (?=[A-ZÀ-Þ])")
"""The number of a line of results: `3. D. Otgonbayar`."""

_HALF_BEFORE = re.compile(r"(?<![\w-])[A-ZÀ-Þ][a-zß-ÿ]+-$")
_COOPERATIVE = re.compile(r"-op(?:erative)?s?(?![\w-])")
_TICKER = re.compile(r":\s?[A-Z0-9][A-Z0-9.-]{0,9}(?=[;,) ])")
_AT_EXCHANGE = re.compile(
    r"\((?:[^()\n]{0,60}[;,/] ?)?(?:[A-Z][A-Z.-]{2,}|Nasdaq|NasdaqGS|Euronext|Oslo Børs)[\w .-]{0,15}:\s?"
    r"(?:[A-Z0-9.]{1,8}(?:,| and) )?$"
)
"""What stands before a ticker: `(Nasdaq: `."""

_BRACKET = re.compile(r"\([^()\n]{0,60}$")


def names_of_model(doc: Doc, text: str, words: NameWords) -> Iterator[Candidate]:
    """Give the ents of the labels that we read, each line of one by itself."""
    scores = confidences(doc)
    for ent in doc.ents:
        label = LABELS.get(ent.label_)
        if label:
            score = scores.get((ent.start_char, ent.end_char), UNSAID)
            for start, end in lines(text, ent.start_char, ent.end_char):
                number = _NUMBERED.match(text, start, end) if label == "PERSON" else None
                start = number.end() if number else start
                one = Candidate(start, end, label, "model", score=score)
                court = _COURT.match(text, start, end) if label == "ROLE" else None
                if court:
                    yield one._replace(end=court.end("court"), label="ORG", score=SURE)
                cut = words.whole.before_rank(text, start, end) if label == "ORG" else end
                yield one._replace(start=court.end()) if court else one._replace(end=cut)


def with_initials(text: str, before: Sequence[Candidate], words: NameWords) -> list[Candidate]:
    """Give a person the initials that a model took for the end of a body or a title: `Ministry of Works S. Ada Obi`.

    `Ts.` and `Ma.` are a person's wherever they stand before one.
    """
    found: list[Candidate] = []
    for one in before:
        last = found[-1] if found else None
        if one.label == "PERSON":
            own = words.initials.search(text, max(0, one.start - _LONGEST_INITIALS), one.start)
            if own and last and last.label == "PERSON" and own.start() < last.end:
                own = None
            elif not own and last and last.label == "ORG" and last.end + 1 == one.start:
                own = _INITIALS.search(text, last.start, one.start)
            if own:
                one = one._replace(start=own.start())
                if last and own.start() < last.end:
                    found[-1:] = [last._replace(end=own.start() - 1)] if last.start < own.start() - 1 else []
        found.append(one)
    return found


def with_surnames(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Give a person's name the word before it that a model took for a role, and that no title is: `Lim` Siew Hwa."""
    before: Candidate | None = None
    for one in found:
        if before and one.label == "PERSON" and before.end + 1 == one.start and _is_surname(text, before, words):
            one = one._replace(start=before.start)
        before = one
        yield one


def _is_surname(text: str, one: Candidate, words: NameWords) -> bool:
    word = text[one.start : one.end]
    if one.label != "ROLE" or one.score >= LIKELY or not _SHORT_WORD.fullmatch(word):
        return False
    known = word in words.honorifics or words.titles.head.search(word) or words.veto(word, "PERSON")
    return not known and not _GOVERNS.search(text, max(0, one.start - 12), one.start)


def without_edges(text: str, found: Iterable[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Cut titles, articles and punctuation off the edges of names; a name of which nothing is left goes."""
    for one in found:
        place = trim(text, one.start, one.end, one.label, words.spans)
        if place:
            yield one._replace(start=place[0], end=place[1])


def with_what_follows(text: str, found: Iterable[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Extend names by what belongs to them, and may show an organisation: `, Inc.`, `and Partners` behind a person."""
    for one in found:
        yield _whole(text, one, words)


def _whole(text: str, one: Candidate, words: NameWords) -> Candidate:
    if one.label == "PERSON":
        start, end = words.whole.person(text, one.start, one.end)
        one = one._replace(start=start, end=end)
        family = words.forms.family.match(text, one.end)
        if family or words.forms.ends_legally(text[one.start : one.end]):
            one = one._replace(label="ORG", end=family.end() if family else one.end)
    if one.label == "LOC" and words.forms.ends_legally(text[one.start : one.end]):
        one = one._replace(label="ORG")
    if one.label != "ORG":
        return one
    half = _HALF_BEFORE.search(text, max(0, one.start - 20), one.start)
    start = half.start() if half and half[0] not in words.prefixes and " " in text[one.start : one.end] else one.start
    cooperative = _COOPERATIVE.match(text, one.end) if text[: one.end].endswith("Co") else None
    return one._replace(start=start, end=cooperative.end() if cooperative else with_suffix(text, one.end, words.forms))


def is_ticker(text: str, one: Candidate) -> bool:
    """Say whether a name is an exchange before a ticker, or the ticker behind it, in brackets: `(GSE: VLF)`."""
    before = max(0, one.start - 90)
    if _TICKER.match(text, one.end) and _BRACKET.search(text, max(0, one.start - 60), one.start):
        return True
    return text[one.start : one.end].isupper() and bool(_AT_EXCHANGE.search(text, before, one.start))


def against(text: str, one: Candidate, words: NameWords) -> str | None:
    """Say what speaks against a candidate: the id of a veto, an exchange before a ticker, a title's first word, an
    honorific, a role with no title in it; None where nothing does.
    """
    name = text[one.start : one.end]
    if is_ticker(text, one):
        return "ticker"
    if one.label == "ROLE":
        if name in words.honorifics:
            return "honorific"
        if name in words.titles.verbs and words.gaps.verb(name).search(text, max(0, one.start - 20), one.start):
            return "verb"
        return "no_title" if one.score < LIKELY and not words.titles.head.search(name) else None
    if one.label == "ORG" and words.is_part_of_title(text, one.start, one.end):
        return "part_of_title"
    if one.label == "ORG" and name.isupper() and words.names_unit(text, one.start, one.end):
        return "unit"
    veto = words.veto(name, one.label)
    opens = text.rfind("\n", 0, one.start) + 1 == one.start and text[one.end + 1 : one.end + 2].islower()
    is_body = one.label == "ORG" and one.score > SURE and name.isupper() and not opens
    return None if is_body and name.lower() in words.titles.heads else veto


def as_bodies(text: str, found: Iterable[Candidate], bodies: Collection[str]) -> Iterator[Candidate]:
    """Take well-known bodies that have a person's name for what they are: Eli Lilly."""
    for one in found:
        yield one._replace(label="ORG") if one.label == "PERSON" and text[one.start : one.end] in bodies else one
