"""Names that were cut short, or run on into a title or a full stop, to those that the article prints elsewhere."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import LIKELY, SURE
from pipeline.extract.names.words import NameWords

_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+ (?:[A-ZÀ-Þ]\.? )?[A-ZÀ-Þ][\w'’-]+")
_IN_WORD = re.compile(r"[\w-]")
_NEXT = re.compile(r" (\w+)")


def whole(text: str, found: Sequence[Candidate], words: NameWords) -> list[Candidate]:
    """Give parts of a name the whole name that stands there, and cut a title off the end of a person's name.

    `Tetteh` in `Ama Tetteh` is `Ama Tetteh` where another place says so; `Ama Tetteh Group CFO` is Ama Tetteh.
    """
    people = _full_names(text, (one for one in found if one.label == "PERSON"))
    kept = [_without_title(text, one, people, words) if one.label == "ORG" else one for one in found]
    full = _full_names(text, kept)
    there = {(one.start, one.end) for one in kept}
    for name, sure in full.items():
        for start in _places(text, name):
            if (start, start + len(name)) not in there:
                kept = _completed(kept, sure, start, start + len(name))
    return kept


def without_full_stops(
    text: str, starts: Collection[int], found: Iterable[Candidate], bare_suffixes: Collection[str]
) -> Iterator[Candidate]:
    """Give a sentence its full stop back where the article writes suffixes without one: `by Volta Ltd. It grew.`.

    `bare_suffixes` are those that have none unless the article shows it.
    """
    for one in found:
        if one.label == "ORG" and text[one.end - 1] == "." and _ends_sentence(text, starts, one.end):
            word = text[one.start : one.end - 1].split()[-1]
            plain = re.compile(rf"(?<!\w){re.escape(word)}(?![.\w])")
            dotted = re.compile(rf"(?<!\w){re.escape(word)}\.[,;)]? ?[a-z]")
            bare = word in bare_suffixes and _in_sentence(text, one)
            if (bare or plain.search(text)) and not dotted.search(text):
                one = one._replace(end=one.end - 1)
        yield one


def _in_sentence(text: str, one: Candidate) -> bool:
    """Say whether words stand before a name in its line, and more text behind it: it is no heading or signature."""
    line = text.rfind("\n", 0, one.start) + 1
    return text.count(" ", line, one.start) > 2 and one.end < len(text.rstrip())


def _ends_sentence(text: str, starts: Collection[int], end: int) -> bool:
    after = len(text) - len(text[end:].lstrip())
    return after in starts or after == len(text)


def _places(text: str, name: str) -> Iterator[int]:
    """Give where a name stands in a text, and is no part of a longer word."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not _IN_WORD.match(text[start - 1 : start]) and not _IN_WORD.match(text[end : end + 1]):
            yield start
        start = text.find(name, end)


def _full_names(text: str, found: Iterable[Candidate]) -> dict[str, Candidate]:
    """Give the names of several words of which a model is likely right, each with the surest of its places."""
    names = ((text[one.start : one.end], one) for one in sorted(found, key=lambda one: one.score))
    return {
        name: one
        for name, one in names
        if one.source == "model" and one.score >= LIKELY and one.label in ("PERSON", "ORG")
        if " " in name and name.split()[-1][0].isupper()
    }


def _without_title(text: str, one: Candidate, people: Collection[str], words: NameWords) -> Candidate:
    """Cut an organisation that begins with a person, and goes on into a title, down to the person."""
    name = _NAME.match(text, one.start, one.end)
    if one.score >= SURE or not name or not (name[0] in people or name[0].split()[0] in words.person_signs.given):
        return one
    first = _NEXT.match(text, name.end())
    if first and first[1].lower() in words.titles.modifiers and words.titles.word_and_head.match(text, name.end() + 1):
        return one._replace(end=name.end(), label="PERSON")
    return one


def _completed(found: list[Candidate], sure: Candidate, start: int, end: int) -> list[Candidate]:
    """Put a whole name in the place of the parts of it that a model is less sure of."""
    parts = [one for one in found if one.start < end and one.end > start and one.source == "model"]
    if not parts or any(one.score > sure.score or (one.start <= start and one.end >= end) for one in parts):
        return found
    whole_name = sure._replace(start=start, end=end)
    return [whole_name if one is parts[0] else one for one in found if one is parts[0] or one not in parts]
