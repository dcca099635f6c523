"""The lines of a document as a news database prints it -> its facts and its text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from pipeline.ingest.publication import read_stated
from pipeline.ingest.rules import document_facts, patterns, weekdays

_LABEL = re.compile(r"^\s*([A-Za-z][A-Za-z -]{1,24}):\s*(.*)$")
_CODE = re.compile(r"^\s{0,3}([A-Z]{2,3})(?:\s{1,}(\S.*)|\s*)$")
_BODY = re.compile(r"^\s*(?:body|full text)\s*:?\s*$", re.IGNORECASE)
_WORDS = re.compile(r"^\s*[\d,]+ words\s*$")
_LENGTH = re.compile(r"\s*length:\s*[\d,]+ words", re.IGNORECASE)
_COPYRIGHT = re.compile(r"^\s*(?:copyright\b|©|\(c\)|all rights reserved)", re.IGNORECASE)
_CODE_LETTERS, _CODES = 3, 4
"""Letters that a code has at most, and lines with one that show that a document is printed with codes."""
_FULL_TEXT = re.compile(r"\s*full text\s*:", re.IGNORECASE)
_SHORTEST = 2
"""Letters of a code; a label has more."""
_TOO_LONG = 300
"""Signs of a fact to which no further line belongs."""
_NO_FACTS = ("skip", "after", "body")
_BEHIND_TEXT = ("after", "id", "url", "title", "publisher", "published")
"""Facts that are printed behind the text too."""
_HEAD = 16
"""Lines above the text in which a database prints its facts."""


@dataclass(slots=True)
class Printed:
    """What a database printed: facts by their names, and the lines of the text."""

    facts: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)


def read_printed(lines: Sequence[str]) -> Printed | None:
    """Read the lines of one document; None where no database printed them."""
    coded = sum(bool(_CODE.match(line)) and line.split()[0].lower() in _codes() for line in lines) >= _CODES
    return _coded(lines) if coded else _labelled(lines)


@cache
def _codes() -> dict[str, str]:
    return {code: fact for code, fact in document_facts().items() if len(code) <= _CODE_LETTERS}


def _coded(lines: Sequence[str]) -> Printed:
    """Read Factiva's codes: two or three capitals at the beginning of a line say what follows them."""
    read, holds = Printed(), "skip"
    for line in lines:
        found = _CODE.match(line)
        if found and found[1].lower() in _codes():
            holds, line = _codes()[found[1].lower()], found[2] or ""
            if holds == "body" and read.body:
                read.body.append("")
        text = line.strip()
        if holds == "body":
            read.body.append(text)
        elif holds not in ("skip", "after") and text:
            read.facts[holds] = f"{read.facts[holds]} {text}" if holds in read.facts else text
    return read


def _labelled(lines: Sequence[str]) -> Printed | None:
    """Read what LexisNexis and ProQuest print: lines of facts with labels, the text behind `Body` or `Full text`."""
    has_body = any(_BODY.match(line) or _FULL_TEXT.match(line) for line in lines)
    # Older exports print no `Body`: the text begins behind the facts, of which the number of words is one.
    counted = not has_body and any(_LENGTH.match(line) for line in lines)
    if has_body or counted:
        labelled = _Labelled(counted=counted)
        for line in lines:
            labelled.take(line)
        _from_head(labelled.read, labelled.head)
        return labelled.read
    count = next((n for n, line in enumerate(lines[:_HEAD]) if _WORDS.match(line)), None)
    return _unlabelled(lines, count) if count is not None else None


class _Labelled:
    """Takes the lines of a document with labels one after the other; `holds` says what the next line belongs to."""

    def __init__(self, *, counted: bool) -> None:
        """Begin above the text; `counted`: it begins behind the number of its words."""
        self.read = Printed()
        self.head: list[str] = []
        self.holds = "head"
        self._counted = counted
        self._fields = {label: fact for label, fact in document_facts().items() if len(label) > _SHORTEST}

    def take(self, line: str) -> None:
        """Take the next line."""
        if _BODY.match(line):
            self.holds = "body"
        elif self.holds == "body" and patterns("document_after").fullmatch(line):
            self.holds = "after"
        elif (found := _LABEL.match(line)) and self._is_fact(name := found[1].strip().lower()):
            self._begin(self._fields[name], line, found[2].strip())
        else:
            self._go_on(line)

    def _is_fact(self, name: str) -> bool:
        """Say whether a label states a fact here; inside the text few do."""
        in_body = self.holds == "body" and any(map(str.strip, self.read.body))
        return name in self._fields and (not in_body or self._fields[name] in _BEHIND_TEXT)

    def _begin(self, fact: str, line: str, value: str) -> None:
        """Take a line with a label."""
        opens = self._counted and (self.holds == "body" or _LENGTH.match(line) is not None)
        self.holds = fact
        if opens and fact != "after":
            if fact not in _NO_FACTS:
                self.read.facts[fact] = value
            self.holds, value = "body", ""
        if self.holds == "body":
            self.read.body.append(value)
        elif self.holds not in _NO_FACTS and value:
            self.read.facts[self.holds] = value

    def _go_on(self, line: str) -> None:
        """Take a line without a label."""
        if self.holds == "body":
            self.read.body.append(line)
        elif self.holds == "head":
            self.head.append(line)
        elif not line.strip():
            self.holds = "head" if self.holds == "skip" else self.holds
        elif self.holds in self.read.facts and len(self.read.facts[self.holds]) < _TOO_LONG:
            self.read.facts[self.holds] += f" {line.strip()}"


def _from_head(read: Printed, head: Sequence[str]) -> None:
    """Read the lines without labels above the text: headline, publication, day, in the order of the database."""
    info = read.facts.pop("info", "")
    lines = [line.strip() for line in head if line.strip() and not _COPYRIGHT.match(line)]
    dated = next((n for n, line in enumerate(lines) if len(line) < 60 and read_stated(_day(line))), None)
    if dated is not None:
        read.facts.setdefault("published", _day(lines[dated]))
        before, behind = lines[:dated], [line for line in lines[dated + 1 :] if not _is_edition(line)]
        # Older exports print the publication, the day, then the headline; newer ones the headline first.
        first = bool(behind) and len(before) == 1
        publisher, title = (before[-1:], behind[:1]) if first else (before[-1:], before[:1] if len(before) > 1 else [])
        if publisher:
            read.facts.setdefault("publisher", publisher[0])
        if title:
            read.facts.setdefault("title", title[0])
    elif lines:
        read.facts.setdefault("title", lines[0])
    if info:
        read.facts.setdefault("publisher", re.split(r"[;.:\[]", info)[0].strip())
        read.facts.setdefault("published", info)


def _day(line: str) -> str:
    return re.sub(rf"\s+{weekdays().pattern}\b.*$", "", line)


def _is_edition(line: str) -> bool:
    return bool(re.search(r"\bedition\b|^section\b|^pg\b", line, re.IGNORECASE))


def _unlabelled(lines: Sequence[str], count: int) -> Printed:
    """Read Factiva's print without codes: headline, byline, number of words, day, time, source, code, language."""
    read = Printed()
    above = [line.strip() for line in lines[:count] if line.strip()]
    by = next((line for line in above if re.match(r"by\s", line, re.IGNORECASE)), None)
    titles = [line for line in above if line != by]
    if titles:
        read.facts["title"] = max(titles, key=len)
    if by:
        read.facts["author"] = by
    below = [line.strip() for line in lines[count + 1 : count + _HEAD]]
    end = next((n for n, text in enumerate(below) if _COPYRIGHT.match(text)), None)
    if end is None:
        end = next((n for n, text in enumerate(below) if len(text.split()) > 8 or text.endswith(".")), 0) - 1
    for text in filter(None, below[: end + 1]):
        if "published" not in read.facts and read_stated(text):
            read.facts["published"] = text
        elif not re.fullmatch(
            r"[\d:]+(?:\s*GMT)?|[A-Z]{3,10}|English|\d+|Page .*|\(c\).*", text
        ) and not _COPYRIGHT.match(text):
            read.facts.setdefault("publisher", text)
    read.body = list(lines[count + 2 + end :])
    return read
