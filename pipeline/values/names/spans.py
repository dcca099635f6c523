"""A stretch of text that a model took for a name to the stretch that is the name, by the conventions of the tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.reading import Rulebook
from pipeline.values.text.sentences import Sentences, sentences_of
from pipeline.values.titles.patterns import TitlePatterns
from pipeline.values.titles.titles import titles_of

_SPACE = " \t\r\n\u00a0"
_OUTER = _SPACE + '"“”«»‹›„,;:!?*•·|/\\–—_=<>~…'
_POSSESSIVE = re.compile(r"(?:['’`]s|['’]|['’]S)$")
_CLOSING = re.compile(r"(?<=[\w.,!?])['’](?!\w)")
_OPENING = re.compile(r"(?<!\w)['‘](?=\w)")
_DETERMINER = re.compile(r"(?:the|a|an|this|that|its|their|our|his|her|and|of|in|at|by|for|from|with|to)\s+", re.I)
_TICKER = re.compile(r"\s*[(\[]\s*(?:[A-Z][\w.& -]*:\s*[\w.-]+|[^)\]]*$)")
_LAST_WORD = re.compile(r"[^\s(\"“]+")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BRACKETS = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class SpanRules:
    """What is cut off the edges of names, compiled."""

    title_patterns: TitlePatterns
    before_place: re.Pattern[str]
    common_owner: re.Pattern[str]
    """`Department's` before a unit."""
    sentences: Sentences
    no_endings: frozenset[str]
    """What looks like a short form at a name's end, and is a word of another language: `Defensa del Mar.`."""


def span_rules(rules: Rulebook) -> SpanRules:
    """Compile the words that may stand before a name and are no part of it."""
    common = (word.capitalize() for word in rules.organisation_words.printed("common") if " " not in word)
    return SpanRules(
        title_patterns=titles_of(rules).patterns,
        before_place=re.compile(rf"(?:{rules.place_words.any_of('direction', 'part')}|\d{{1,5}}[A-Z]?) (?=[A-ZÀ-Þ])"),
        common_owner=re.compile(rf"{any_of(common)}['’]s\s+(?=[A-Z])"),
        sentences=sentences_of(rules),
        no_endings=rules.name_parts.words("no_ending"),
    )


def trim(text: str, start: int, end: int, label: str, rules: SpanRules) -> tuple[int, int] | None:
    """Cut what is no part of a name off its edges; None where nothing of a name is left.

    The leading `the`, honorifics and titles before a person, the possessive, marks, tickers, what follows a line end.
    """
    start, end = _first_line(text, start, end)
    while True:
        before = (start, end)
        while start < end and text[start] in _OUTER + "'’‘)]}.-" and not _opens_name(text, start, end, label):
            start += 1
        while start < end and text[end - 1] in _OUTER + "'’‘([{-" and not _closes_name(text, start, end, label):
            end -= 1
        ticker = _TICKER.search(text, start, end)
        if ticker and ticker.start() > start:
            end = ticker.start()
        end = end if _closes_name(text, start, end, label) else _cut_end(text, start, end, rules)
        start = _cut_start(text, start, end, label, rules)
        if (start, end) == before:
            return before if start < end else None


def _opens_name(text: str, start: int, end: int, label: str) -> bool:
    """Say whether a mark before a person's or place's name is its first letter: `'Ana Moala`, and no quotation's."""
    if label not in ("PERSON", "LOC") or text[start] not in "'‘’" or not text[start + 1 : start + 2].isupper():
        return False
    line = text.find("\n", end)
    rest = text[start + 1 : line if line >= 0 else len(text)]
    return text[max(0, start - 1) : start].isspace() and not _CLOSING.search(rest)


def _closes_name(text: str, start: int, end: int, label: str) -> bool:
    """Say whether a mark behind a person's name is its last letter: `Domingo Che', an elder`; a comma owns nothing."""
    if label != "PERSON" or text[end - 1] not in "'’" or not text[end - 2 : end - 1].islower():
        return False
    opened = _OPENING.search(text, max(0, text.rfind("\n", 0, start)), end - 1)
    return text[end : end + 1] in (",", ".", ";") and text[end - 2] not in "sxz" and not opened


def lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a stretch at its line ends: a name ends where its line does, and another may stand in the next."""
    for line in _LINE.finditer(text, start, end):
        yield line.span()


def _first_line(text: str, start: int, end: int) -> tuple[int, int]:
    """Keep the first line of a stretch; a name may go on over one line end within a paragraph."""
    while start < end and text[start] in _SPACE:
        start += 1
    stop = text.find("\n", start, end)
    return start, end if stop < 0 else stop


def _cut_end(text: str, start: int, end: int, rules: SpanRules) -> int:
    possessive = _POSSESSIVE.search(text, start, end)
    if possessive and possessive.end() == end:
        return possessive.start()
    if end > start and text[end - 1] == "." and not _keeps_stop(text[start:end], rules):
        return end - 1
    if end > start and text[end - 1] in _BRACKETS and _BRACKETS[text[end - 1]] not in text[start:end]:
        return end - 1
    return end


def _keeps_stop(name: str, rules: SpanRules) -> bool:
    """Say whether the full stop after a name's last word belongs to it: `Inc.`, `Fla.`, `S.A.`."""
    word = _LAST_WORD.findall(name)[-1]
    if word in rules.no_endings:
        return False
    sentences = rules.sentences
    return sentences.is_abbreviation(word, "") or (word.isupper() and sentences.is_abbreviation(word.title(), ""))


def _cut_start(text: str, start: int, end: int, label: str, rules: SpanRules) -> int:
    determiner = _DETERMINER.match(text, start, end)
    if determiner and not (label == "LOC" and determiner[0].istitle()):
        return determiner.end()
    if label == "LOC":
        part = rules.before_place.match(text, start, end)
        return part.end() if part else start
    if label == "ROLE":
        owner = rules.title_patterns.owner.match(text, start, end)
        return owner.end() if owner else start
    if label == "ORG":
        common = rules.common_owner.match(text, start, end)
        if common:
            return common.end()
    if label == "PERSON":
        title = rules.title_patterns.before_person.match(text, start, end)
        if title and title.end() < end:
            return title.end()
    if start < end and text[start] in "([{" and not any(close in text[start:end] for close in ")]}"):
        return start + 1
    return start
