"""A text that holds several documents, or one as a database prints it, to those documents with their facts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.ingest.documents import RawArticle
from pipeline.ingest.printed import read_printed
from pipeline.ingest.readers.wires.teletype import printed_story
from pipeline.ingest.rules import datelines, patterns
from pipeline.values.text.paragraphs import paragraphs

_REST = 120
"""Words from which on what stands behind the last mark is one more document."""
_PARAGRAPHS, _LEAST = 6, 15
"""Paragraphs in which a release has its dateline, and the words that it has at least."""


def documents_in(raw: RawArticle) -> Iterator[RawArticle]:
    """Give the documents that a text holds; the text itself where it is one, and no export."""
    if raw.key is not None or raw.as_it_is:
        yield raw
        return
    if raw.title is None and (story := printed_story(raw.text)) is not None:
        yield story
        return
    lines = raw.text.split("\n")
    parts = _parts(lines)
    if len(parts) == 1 and parts[0] is lines and not is_export(raw.text):
        yield raw
        return
    documents = [_document(raw, part) for part in parts]
    for number, document in enumerate(documents, 1):
        yield replace(document, key=str(number)) if len(documents) > 1 else document


def is_export(text: str) -> bool:
    """Say whether a text is printed as a database does: it ends or begins with that database's own mark."""
    marks = (patterns("document_start"), patterns("document_end"))
    return any(mark.fullmatch(line) for line in text.split("\n") for mark in marks)


def _parts(lines: list[str]) -> list[list[str]]:
    """Part the lines at a database's marks; else at lines that end releases, where each part is one."""
    start, end = patterns("document_start"), patterns("document_end")
    begins = [n for n, line in enumerate(lines) if start.fullmatch(line)]
    ends = [n + 1 for n, line in enumerate(lines) if end.fullmatch(line)]
    if begins:
        return _between(lines, begins)
    if ends:
        *parts, last = _between(lines, [0, *ends])
        # Behind the last document stands what was searched for, or the foot of the page.
        parts += [last] if len(" ".join(last).split()) > _REST or read_printed(last) is not None else []
        return [part for part in parts if any(line.strip() for line in part)]
    rules = [n for n, line in enumerate(lines) if patterns("release_rule").fullmatch(line)]
    parts = [part for part in _between(lines, [0, *rules]) if len(" ".join(part).split()) > 1]
    return parts if len(parts) > 1 and all(map(_is_release, parts)) else [lines]


def _between(lines: list[str], places: Sequence[int]) -> list[list[str]]:
    return [lines[a:b] for a, b in zip(places, [*places[1:], len(lines)], strict=True)]


def _is_release(lines: Sequence[str]) -> bool:
    text = "\n".join(lines)
    if len(text.split()) < _LEAST:
        return False
    for paragraph in paragraphs(text)[:_PARAGRAPHS]:
        dateline = datelines().find(paragraph.text)
        if dateline and dateline.place:
            return True
    return False


def _document(raw: RawArticle, lines: Sequence[str]) -> RawArticle:
    marks = [patterns("document_start"), patterns("document_end"), patterns("release_rule"), patterns("release_label")]
    kept = list(lines)
    while kept and (not kept[0].strip() or any(mark.fullmatch(kept[0]) for mark in marks)):
        kept.pop(0)
    while kept and (not kept[-1].strip() or any(mark.fullmatch(kept[-1]) for mark in marks[1:3])):
        kept.pop()
    read = read_printed(kept)
    if read is None:
        return replace(raw, text="\n".join(kept).strip("\n"), title=None if len(kept) < len(lines) else raw.title)
    facts = read.facts
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in read.body)).strip("\n")
    place = facts.get("place")
    if place and place.casefold() not in body[:200].casefold():
        body = f"{place} - {body}"
    return RawArticle(
        text=body,
        title=facts.get("title"),
        published=facts.get("published"),
        publisher=facts.get("publisher"),
        author=re.sub(r"^by\s+", "", facts["author"], flags=re.IGNORECASE) if facts.get("author") else None,
        source_id=facts.get("id"),
        url=facts.get("url"),
    )
