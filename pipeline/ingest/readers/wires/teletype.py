"""Stories as wires send them (IPTC 7901, ANPA 1312), parted by control characters, to articles."""

import re
from collections.abc import Iterator

from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.ingest.keys import unused
from pipeline.ingest.rules import patterns
from pipeline.ingest.wrapping import join_wrapped, run_on
from pipeline.settings import Settings

_MESSAGE = re.compile(r"\x01(?P<head>[^\x02\x01]*)\x02(?P<text>[^\x01\x03\x04]*)(?P<foot>[^\x01]*)")
_SIGNS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_INDENT = re.compile(r"(?:\t| {2,})\S")
_LINE_MARKS = re.compile(r"^\^+|[<=]+$")
"""Signs of ANPA that a line is centred, and how it ends."""
_SENT = re.compile(r"(?<!\d)(\d{2})(\d{4})\s*(?:[a-z]{3,4}\s+)?([a-z]{3})\s+(\d{2,4})(?!\d)", re.IGNORECASE)
"""Day, time, month and year: 161802 mar 25."""
_SENT_ANPA = re.compile(r"-(\d\d)-(\d\d)-(\d\d)\s+\d{4}")
_NUMBER = re.compile(r"([A-Za-z]{1,4}\d{3,5})\b")
_BYLINE = re.compile(r"by\s+(\S.*)", re.IGNORECASE)
_SIGNED_OFF = re.compile(r"[a-z]{2,4}(?:[/-][a-z]{2,4}){0,3}(?:\s+\d*)?", re.IGNORECASE)
_TO_EDITORS = re.compile(r"(?:eds|attn)\b", re.IGNORECASE)
_HEADLINE = 4
"""Words that a headline has at least."""


def read_teletype(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read each story; its headline is the first line of its text that is no slug, byline or note to editors."""
    text = decode(blob.read(settings), blob.charset)
    found = list(_MESSAGE.finditer(text))
    used: dict[str, int] = {}
    for number, message in enumerate(found, 1):
        sent_as = _NUMBER.search(_SIGNS.sub("", message["head"]))
        key = unused(sent_as[1] if sent_as else str(number), used) if len(found) > 1 else None
        yield _story(message, sent_as[1] if sent_as else None, key)


def _story(message: re.Match[str], number: str | None, key: str | None) -> RawArticle:
    head, foot = (_SIGNS.sub(" ", message[part]) for part in ("head", "foot"))
    lines = [_line(line) for line in _SIGNS.sub("", message["text"]).replace("\r\n", "\n").split("\n")]
    while lines and (not lines[-1].strip() or _SIGNED_OFF.fullmatch(lines[-1].strip())):
        lines.pop()
    first = next((n for n, line in enumerate(lines) if _INDENT.match(line)), None)
    above = [line.strip() for line in (lines[:first] if first is not None else lines[:1]) if line.strip()]
    below = lines[first:] if first is not None else lines[1:]
    titles, author = _titles(above, slugs=re.sub(r"\W+", "", head).casefold())
    return RawArticle(
        text="\n\n".join([*titles[1:], *_paragraphs(below)]),
        title=titles[0] if titles else None,
        published=_sent(foot) or _sent(head),
        author=author,
        source_id=number,
        key=key,
    )


def printed_story(text: str) -> RawArticle | None:
    """Read a story of a wire without the signs of the line: its slug, headline and byline, then the text."""
    lines = text.strip().split("\n")
    end = next((n for n, line in enumerate(lines) if not line.strip()), 0)
    if not patterns("wire_slug").search(lines[0]) or end < 2:
        return None
    titles, author = _titles([line.strip() for line in lines[1:end]])
    if not titles:
        return None
    body = "\n".join(lines[end:]).strip()
    return RawArticle(text=body, title=titles[0], author=author)


def _titles(above: list[str], *, slugs: str = "") -> tuple[list[str], str | None]:
    """Give the lines above a story that are no slug, and its author; under the byline stands whom that one is of."""
    by = next((found for line in above if (found := _BYLINE.fullmatch(line))), None)
    titles = above[: above.index(by[0])] if by else above
    return [line for line in titles if not _is_slug(line, slugs)], by[1].strip(" .") if by else None


def _line(line: str) -> str:
    return _LINE_MARKS.sub("", line.rstrip())


def _is_slug(line: str, head: str) -> bool:
    letters = re.sub(r"\W+|\d+$", "", line).casefold()
    short = len(line.split()) < _HEADLINE and not line.endswith(".")
    return letters in head or short or bool(_TO_EDITORS.match(line) or patterns("wire_slug").search(line))


def _paragraphs(lines: list[str]) -> list[str]:
    """Join lines to paragraphs, which an indent begins; where none is indented, by how they are wrapped."""
    if not any(map(_INDENT.match, lines)):
        return join_wrapped(lines)
    parts: list[str] = []
    for line in lines:
        if not line.strip():
            continue
        if _INDENT.match(line) or not parts:
            parts.append(line.strip())
        else:
            parts[-1] = run_on(parts[-1], line.strip())
    return parts


def _sent(text: str) -> str | None:
    """Give the day on which a story was sent."""
    if found := _SENT.search(text):
        year = found[4] if len(found[4]) == 4 else f"20{found[4]}"
        return f"{found[1]} {found[3].capitalize()} {year}"
    if found := _SENT_ANPA.search(text):
        return f"20{found[3]}-{found[1]}-{found[2]}"
    return None
