"""A text to the stretches that stand in quotation marks, whatever the marks, however odd."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARK = re.compile("[“”„‟«»‹›\"]|``|''|[『』「」]")
_OPENING, _CLOSING = frozenset("“„‟«‹「『") | {"``"}, frozenset("”»›」』")
_PARAGRAPH = re.compile(r"[^\n]+")
_CURLY = r"(?:[^‘\n]|\n+‘(?=\w))"
_STRAIGHT = r"(?:[^'\n]|(?<=\w)'(?=\w)|(?<=s)'(?= [a-z])|\n+'(?=\w))"
"""What stands in single marks: apostrophes too, and the mark that begins each paragraph of a longer speech."""
_SINGLE = re.compile(
    rf"(?<![\w’'])(?:‘(?P<curly>{_CURLY}{{8,2400}}?(?:[,.!?…](?=’(?!\w))|(?<=[\w)])(?=’(?![\w])(?!\s\w+[,.]?’))))’"
    rf"|'(?P<straight>(?=\w){_STRAIGHT}{{8,2400}}?[,.!?…])'(?!\w)"
    rf"|(?:(?<=[.:,!?]\s)|(?<=\n)|(?<![\s\S]))'(?P<outside>(?=[A-Z]){_STRAIGHT}{{12,600}}?\w)'(?=[,.]\s))"
)
LONGEST_GAP = 4
"""How many paragraphs a quotation may go on without a mark."""


class Quotation(NamedTuple):
    """A stretch in quotation marks: words from `start` to `end`, with the marks from `outer_start` to `outer_end`."""

    start: int
    end: int
    outer_start: int
    outer_end: int


class _Mark(NamedTuple):
    start: int
    end: int
    side: str  # open, close or either
    leads: bool  # first of its paragraph


def quotations(text: str, said: re.Pattern[str] | None = None) -> list[Quotation]:
    """List the quotations of a text in their order; marks that have no partner make none.

    A quotation that spans paragraphs is one, whether the opening mark is repeated or not. `said` finds the words at the
    end of a paragraph that say who speaks: a quotation whose closing mark is missing ends before them.

    >>> [text[q.start:q.end] for text in ["He said “no” and `` yes ''."] for q in quotations(text)]
    ['no', 'yes']
    """
    found = [_tight(text, *pair) for pair in _pairs(text, _marks(text), said)]
    found = [quotation for quotation in found if quotation.start < quotation.end]
    return sorted([*found, *_singles(text, found)])


def _tight(text: str, opened: _Mark, end: int, outer_end: int) -> Quotation:
    start = opened.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(start, end, opened.start, outer_end)


def _marks(text: str) -> list[list[_Mark]]:
    """List the marks of each paragraph that isn't blank, and say of each whether it opens or closes."""
    return [_marks_of(text, line) for line in _PARAGRAPH.finditer(text) if not line[0].isspace()]


def _marks_of(text: str, paragraph: re.Match[str]) -> list[_Mark]:
    marks = []
    for mark in _MARK.finditer(text, *paragraph.span()):
        leads = not text[paragraph.start() : mark.start()].strip(" \t•*-–—>(")
        marks.append(_Mark(mark.start(), mark.end(), _side(text, mark), leads))
    return marks


def _side(text: str, mark: re.Match[str]) -> str:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    gap_before = not before or before.isspace() or before in "([{—–-/:"
    gap_after = not after or after.isspace() or after in ",.;:!?)]}—–-"
    if mark[0] in _OPENING:
        return "open" if not (gap_after and not gap_before) else "close"
    if mark[0] in _CLOSING:
        return "close" if not (gap_before and not gap_after) else "open"
    if before.isdigit() and mark[0] == '"' and not gap_after:
        return "either"
    if gap_before and not gap_after:
        return "open"
    return "close" if gap_after and not gap_before else "either"


def _pairs(text: str, paragraphs: list[list[_Mark]], said: re.Pattern[str] | None) -> Iterator[tuple[_Mark, int, int]]:
    """Match opening with closing marks, across paragraphs where a speech goes on; a mark, and where its speech ends."""
    opened: _Mark | None = None
    for at, marks in enumerate(paragraphs):
        closed, opened = _in_paragraph(marks, opened)
        yield from closed
        if opened is None:
            continue
        end = _paragraph_end(text, opened.end)
        told = said.search(text, opened.end, end) if said and opened in marks else None
        if told or not _goes_on(paragraphs, at):
            if opened in marks and (told or _begins_speech(text, opened)):
                end = told.start() if told else end
                yield opened, end, end
            opened = None


def _in_paragraph(marks: list[_Mark], opened: _Mark | None) -> tuple[list[tuple[_Mark, int, int]], _Mark | None]:
    """Match the marks of one paragraph, into which one may be open, and give which is open at its end."""
    closed: list[tuple[_Mark, int, int]] = []
    inner = 0
    for place, mark in enumerate(marks):
        if opened is None:
            opened = mark if mark.side in ("open", "either") else None
        elif mark.side == "open" and mark.leads:
            continue  # the speech goes on
        elif mark.side == "open":
            opened, inner = (opened, inner + 1) if _nested(marks, place) else (mark, 0)
        elif inner:
            inner -= 1
        else:
            closed.append((opened, mark.start, mark.end))
            opened = None
    return closed, opened


def _begins_speech(text: str, mark: _Mark) -> bool:
    """Say whether a mark that nothing closes begins a speech: it leads its paragraph, or a capital after a colon."""
    introduced = text[max(0, mark.start - 2) : mark.start] in (": ", ", ") and text[mark.end : mark.end + 1].isupper()
    return mark.leads or (mark.side == "open" and introduced)


def _nested(marks: list[_Mark], at: int) -> bool:
    """Say whether an opening mark inside a quotation begins one within it: two closing marks come before the next."""
    return [mark.side for mark in marks[at + 1 : at + 3]] == ["close", "close"]


def _goes_on(paragraphs: list[list[_Mark]], at: int) -> bool:
    """Say whether a quotation that is open at a paragraph's end goes on: the next mark leads a paragraph, or closes."""
    for marks in paragraphs[at + 1 : at + 1 + LONGEST_GAP]:
        if marks:
            first = marks[0]
            return (first.leads and first.side == "open" and marks is paragraphs[at + 1]) or first.side == "close"
    return False


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _singles(text: str, found: list[Quotation]) -> Iterator[Quotation]:
    """Find quotations in single marks that stand in no double ones."""
    if "‘" not in text and "'" not in text:
        return
    for match in _SINGLE.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        if not any(one.outer_start < end and start < one.outer_end for one in found):
            yield Quotation(start, end, match.start(), match.end())
