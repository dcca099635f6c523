"""The marks of a page to the date of this article: none of a related story, of a change, or of an event."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from pipeline.ingest.publication import day_comes_first, is_ambiguous, read_stated
from pipeline.ingest.readers.html.blocks import Block
from pipeline.ingest.rules import patterns
from pipeline.values.dates.written import read_written_day

_PROPERTIES = ("datepublished", "schema:datepublished", "dc:date", "dcterms:issued", "dc:issued", "dc:created")
_NUMERIC = re.compile(r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d\d)(?![\d/.-])")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d\d?)(?:/(\d\d?))/|[/_-]((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?=[/_.-]|$)")
_BESIDE = ("by", "at", "am", "pm", "on", "a", "m", "de", "of", "for", "release")
_LINE = 90
"""Letters of the longest line that is taken for one that dates the article."""
_BEFORE, _BEHIND = 3, 6
"""Blocks before and behind the headline among which such a line is looked for."""


def published_on(
    tree: HtmlElement, blocks: Sequence[Block], headline: str | None, url: str | None, *, day_first: bool | None
) -> str | None:
    """Give the date of the article as the page shows it: by marks, by a line near the headline, by its address.

    An ambiguous 03/04/2025 is read as the other dates of the page are, or not at all.
    """
    first = _order(tree, day_first)
    for text in (*_marked(tree, blocks), *_lines(blocks, headline)):
        if day := _read(text, first):
            return day
    return _in_address(url)


def _order(tree: HtmlElement, stated: bool | None) -> bool | None:
    if stated is not None:
        return stated
    texts = " ".join(map(str, tree.itertext()))
    return day_comes_first(found[0] for found in _NUMERIC.finditer(texts))


def _read(text: str, day_first: bool | None) -> str | None:
    """Read the date in a line as ISO 8601; numbers with dots have their day first."""
    if day := read_stated(text, day_first):
        return day.isoformat()
    if numeric := _NUMERIC.search(text):
        order = True if numeric[1] == "." and day_first is None else day_first
        if is_ambiguous(numeric[0]) and order is None:
            return None
        day = read_stated(numeric[0], order)
        return day.isoformat() if day else None
    day = read_written_day(re.sub(r"^[^\d]{0,40}?:\s*", "", text)) if len(text) < 40 else None
    return day.isoformat() if day else None


def _marked(tree: HtmlElement, blocks: Sequence[Block]) -> Iterator[str]:
    """Give what elements of the article itself carry as its date, by microdata, RDFa and `time`."""
    for element in tree.iter():
        name = (
            (element.get("itemprop") or element.get("property") or "").lower() if isinstance(element.tag, str) else ""
        )
        if name in _PROPERTIES and (found := element.get("content") or element.get("datetime") or _flat(element)):
            yield found
    times = [time for time in tree.iter("time") if not _is_change(time)]
    marked = [time for time in times if "pub" in f"{time.get('itemprop')} {time.get('pubdate')} {time.get('class')}"]
    inside = [time for time in times if _is_of(time, blocks)]
    days = {time.get("datetime") or _flat(time) for time in marked or inside}
    if len({day[:10] for day in days}) == 1:
        yield days.pop()
    elif inside:
        yield inside[0].get("datetime") or _flat(inside[0])


def _is_change(time: HtmlElement) -> bool:
    """Say whether a `time` says when a page was changed, by its own marks or the word in front of it."""
    before, above = time.getprevious(), time.getparent()
    text = (before.tail if before is not None else above.text if above is not None else "") or ""
    marks = (time.get("class"), time.get("itemprop"), time.get("property"), text[-30:], _flat(time))
    return any(patterns("date_of_change").search(mark) for mark in marks if mark)


def _is_of(time: HtmlElement, blocks: Sequence[Block]) -> bool:
    """Say whether a `time` stands before the article's text ends and near it, not in a story beside it."""
    around = list(time.iterancestors())[:4]
    return any(block.element is time or block.element in around for block in blocks)


def _lines(blocks: Sequence[Block], headline: str | None) -> Iterator[str]:
    """Give lines near the headline that hold a date and little else, those that say so first."""
    at = next((n for n, block in enumerate(blocks) if headline and block.text == headline), 0)
    near = [_before_change(block.text.removeprefix("- ")) for block in blocks[max(0, at - _BEFORE) : at + _BEHIND]]
    short = [
        text
        for text in near
        if len(text) <= _LINE and not patterns("date_of_change").search(text) and re.search(r"\d", text)
    ]
    yield from (text for text in short if patterns("date_of_publication").search(text))
    yield from (text for text in short if is_dated_line(text))


def _before_change(text: str) -> str:
    """Give what a line says before it says when the page was changed: Published 4 March 2025, updated 6 March 2025.

    >>> _before_change("Published 4 March 2025, updated 6 March 2025"), _before_change("Updated on 6 March 2025")
    ('Published 4 March 2025', 'Updated on 6 March 2025')
    """
    change = patterns("date_of_change").search(text)
    before = text[: change.start()].rstrip(" ,;|·-–(") if change else text
    before = re.sub(r"[\s,;|·–(-]+\w*$", "", before) if change and before and not before[-1].isdigit() else before
    return before if change and re.search(r"\d{4}", before) else text


def is_dated_line(text: str) -> bool:
    """Say whether a line is a date, with at most a byline or place beside it.

    >>> is_dated_line("By Juno Akira - March 3, 2025"), is_dated_line("The call will be on 14 June 2025 at 9 a.m.")
    (True, False)
    """
    words = re.findall(r"[A-Za-zÀ-ÿ]+", text)
    small = [word for word in words if word.islower() and word not in _BESIDE]
    is_label = len(words) <= 12 and len(small) <= 2 and not text.rstrip().endswith((".", "?"))
    return is_label or bool(_NUMERIC.fullmatch(text))


def _in_address(url: str | None) -> str | None:
    found = _IN_ADDRESS.search(url or "")
    if not found:
        return None
    year, month, day = filter(None, found.groups())
    return f"{year}-{int(month):02}-{int(day):02}"


def _flat(element: HtmlElement) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
