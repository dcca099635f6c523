"""The initials of an article's bodies to the places where they stand, before the body is named or without brackets."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import LIKELY
from pipeline.extract.names.words import NameWords
from pipeline.values.organisations.short_forms import initials

_CAPITALS = re.compile(r"(?<![\w&.$€£/-])(?<![A-Z] )[A-Z]{3,7}(?![\w&]|[.'’-]\w|/[A-Z]|\s?:)")
_TICKERS = (": ", ":\u00a0")
_SHOUTS = re.compile(r"[ ,;]+[A-Z]{2}")
_LABEL = re.compile(r"^(?P<label>[A-ZÀ-Þ]{2,4}): (?=\S)", re.MULTILINE)
_THE = re.compile(r"\b[Tt]he $")
_LEAST = 3
"""Initials that a name has at least, to be looked for."""


def of_initials(text: str, found: Sequence[Candidate], words: NameWords) -> list[Candidate]:
    """Find the initials of bodies of which a model is sure: `the KDI`, and later `Kasoa Directorate of Inspection`.

    They win against the role that a model takes them for.
    """
    full: dict[str, set[str]] = {}
    for one in found:
        name = text[one.start : one.end]
        if one.label == "ORG" and " " in name and (one.score >= LIKELY or words.body.search(name)):
            full.setdefault(initials(name).upper(), set()).add(name)
    names = sorted(one for one in found if one.label != "ROLE")
    added = []
    for short in _CAPITALS.finditer(text):
        bodies = full.get(short[0], ())
        if len(short[0]) < _LEAST or len(bodies) != 1 or _is_no_name(text, short, words):
            continue
        first = bisect_right(names, short.start(), key=attrgetter("end"))
        there = names[first] if first < len(names) and names[first].start < short.end() else None
        if not there or (there.label, there.start, there.end) == ("ORG", *short.span()):
            added.append(Candidate(*short.span(), "ORG", "defined", "initials"))
    return [*found, *added]


def of_labels(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Find the initials that an interview puts before what a person of the article says: `JN: It grew.`"""
    lines = [label.span("label") for label in _LABEL.finditer(text)]
    names = {text[start:end] for start, end in lines}
    people = {text[one.start : one.end] for one in found if one.label == "PERSON" and " " in text[one.start : one.end]}
    known = {"".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()) for name in people}
    places = [place for place in lines if text[slice(*place)] in names & known]
    if len(places) < _LEAST - 1:
        return list(found)
    inside = [one for one in found if any(one.start < end and start < one.end for start, end in places)]
    kept = [one for one in found if one not in inside]
    return [*kept, *(Candidate(*place, "PERSON", "defined", "label") for place in places)]


def shown_capitals(text: str, found: Sequence[Candidate], words: NameWords) -> list[Candidate]:
    """Find bodies in capitals that a model doesn't see, and that the words beside show: `Shares of KDI rose`."""
    names = sorted(found)
    added = []
    for short in _CAPITALS.finditer(text):
        first = bisect_right(names, short.start(), key=attrgetter("end"))
        is_free = first == len(names) or names[first].start >= short.end()
        if not is_free or words.veto(short[0], "ORG") or _SHOUTS.match(text, short.end()):
            continue
        if words.body_signs.show(text, *short.span()):
            added.append(Candidate(*short.span(), "ORG", "defined", "capitals"))
    return [*found, *added]


def _is_no_name(text: str, short: re.Match[str], words: NameWords) -> bool:
    """Say whether capitals are a ticker, or a word that no body is called; a title is one behind `the`: the `DCI`."""
    if text[max(0, short.start() - 2) : short.start()] in _TICKERS:
        return True
    veto = words.veto(short[0], "ORG")
    return bool(veto) and not (
        short[0] in words.titles.ranks and _THE.search(text, max(0, short.start() - 4), short.start())
    )
