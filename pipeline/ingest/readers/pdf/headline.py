"""The largest lines of the first page, or what the document says of itself, to its headline."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.ingest.cleaning import letters_of
from pipeline.ingest.publication import read_stated
from pipeline.ingest.readers.html.dates import is_dated_line
from pipeline.ingest.readers.pdf.lines import Line
from pipeline.ingest.rules import any_word_of, patterns

_LARGER = 1.12
"""Size of a headline, in that of the text."""
_HEAD = 70
"""Letters of the longest line of a page's head."""
_SPAN = re.compile(r"\b(?:end(?:ed|ing|s)|as of|as at|from|to|by|before|after|since|until|effective)\b", re.IGNORECASE)
"""Words whose day is no day of publication: the quarter ended 31 March 2025."""
_FIRST = 12
"""Paragraphs among which the headline is."""
_LONGEST = 300
_NO_TITLE = re.compile(
    r"slide \d|\.(?:docx?|indd|pdf|pptx?|xlsx?|qxd|rtf|html?)\b|^\W*$|[\\/_]\w+[\\/_]", re.IGNORECASE
)


def headline_of_pdf(paragraphs: Sequence[tuple[str, list[Line]]], stated: str | None) -> str | None:
    """Give the headline: what the document states and prints, else its largest paragraph, else what it states."""
    first = [(text, lines) for text, lines in paragraphs[:_FIRST] if not lines[0].is_row]
    stated = stated if stated and not _is_programs(stated) and len(stated.split()) > 2 else None
    if stated and (printed := _printed(stated, [text for text, _ in first])):
        return printed
    labelled = (text for text, _ in first if len(text) < _LONGEST and patterns("labelled_title").match(text))
    if found := next(labelled, None):
        return found
    usual = _usual_size([line for _, lines in paragraphs for line in lines])
    sizes = [(lines[0].size, text) for text, lines in first if _may_be(text)]
    largest = max((size for size, _ in sizes), default=0.0)
    if sizes and largest >= _LARGER * usual:
        return next(text for size, text in sizes if size >= 0.97 * largest)
    return stated if stated and _is_of(stated, paragraphs) else None


def day_on_page(lines: Sequence[Line]) -> str | None:
    """Give the day that a page prints in its head, alone or beside what it is an issue of."""
    cells = (cell for line in lines[:_FIRST] for cell in line.text.split(" | "))
    for cell in cells:
        if len(cell) < _HEAD and not _SPAN.search(cell) and is_dated_line(cell) and (day := read_stated(cell)):
            return day.isoformat()
    return None


def _is_programs(stated: str) -> bool:
    """Say whether a program gave a document its title: the name of a file, or what every new one is called."""
    return bool(_NO_TITLE.search(stated) or any_word_of("program_title").match(stated))


def _may_be(text: str) -> bool:
    """Say whether a paragraph may be a headline: no label, no date, no cover of a filing, no sentence."""
    marks = (patterns("label"), patterns("cover"), patterns("banner"))
    label = any(mark.fullmatch(text.strip()) for mark in marks)
    return (
        not label
        and 12 <= len(text) <= 300
        and len(text.split()) > 2
        and not re.fullmatch(r"[\W\d]*\w+ \d{1,2},? \d{4}", text)
    )


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _printed(stated: str, texts: Sequence[str]) -> str | None:
    wanted = letters_of(stated)
    return next(
        (
            text
            for text in texts
            if letters_of(text) == wanted
            or (
                len(wanted) > 20
                and (letters_of(text).startswith(wanted) or (wanted.startswith(letters_of(text)) and len(text) > 20))
            )
        ),
        None,
    )


def _is_of(stated: str, paragraphs: Sequence[tuple[str, list[Line]]]) -> bool:
    """Say whether most words of a stated title come back in the text, so that it is not that of another document."""
    text = " ".join(text for text, _ in paragraphs).casefold()
    words = [word for word in re.findall(r"\w+", stated.casefold()) if len(word) > 3]
    return bool(words) and sum(word in text for word in words) >= 0.6 * len(words)
