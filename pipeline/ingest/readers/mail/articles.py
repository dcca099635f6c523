"""A letter to its articles: the release in it, or each of several; then the documents that it carries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.ingest.documents import Blob, Given, Item, RawArticle, warning
from pipeline.ingest.readers.html.blocks import Block
from pipeline.ingest.readers.html.page import text_of_blocks
from pipeline.ingest.readers.mail.forwards import bare_subject, forwarded_in
from pipeline.ingest.readers.mail.letter import Letter
from pipeline.ingest.readers.mail.senders import publisher_of
from pipeline.ingest.readers.mail.texts import blocks_of_page, lines_of_plain, without_programs_lines
from pipeline.ingest.rules import any_word_of, datelines

_COVER_WORDS = 90
"""Words that a letter has at most that only says what is attached."""
_NOTE = 6
"""Paragraphs that a note above a release has at most."""
_HEADLINE = 4
"""Words that a headline has at least."""
_PROSE = 60
_READ = ("pdf", "doc", "docx", "rtf", "odt", "txt", "html", "htm", "eml", "msg", "pptx", "md")


@dataclass(frozen=True, slots=True)
class _Body:
    blocks: list[Block]
    lines: list[str]


def items_of_letter(letter: Letter, blob: Blob, *, key: str | None, flowed: bool = False) -> Iterator[Item]:
    """Give the articles of a letter, then its attachments, which inherit its date and sender."""
    body = _body(letter, flowed)
    inner = forwarded_in(body.lines, letter.subject)
    subject, sender, address = bare_subject(letter.subject), letter.sender, letter.address
    sent = letter.sent
    if inner:
        body = _Body(body.blocks[inner.start :] if body.blocks else [], body.lines[inner.start :])
        subject, sent = inner.subject or subject, inner.sent or sent
        sender, address = (inner.sender, inner.address) if inner.sender else (sender, address)
    body = _without_note(body, subject)
    texts = without_programs_lines(body.lines)
    text = "\n\n".join(texts)
    publisher = publisher_of(sender, address, f"{subject or ''}\n\n{text}")
    whole = RawArticle(text=text, title=subject, published=sent, publisher=publisher,
                       source_id=letter.id, key=key)  # fmt: skip
    documents = [item for item in letter.attached if item.suffix in _READ]
    if _is_cover(texts) and documents:
        if words := len(whole.text.split()):
            yield warning(blob, "part left out", f"a note of {words} words about what is attached", key=key)
    elif whole.text.strip() or not letter.attached:
        yield from _releases(whole, body.blocks, texts)
    given = Given(published=sent, publisher=publisher)
    yield from (replace(item, given=given) for item in letter.attached)
    if letter.left_out:
        yield warning(blob, "part left out", f"attached and no text: {', '.join(letter.left_out)[:200]}", key=key)


def _body(letter: Letter, flowed: bool) -> _Body:
    """Give the body of a letter: of its HTML part, where that holds the text, else of its plain part."""
    blocks = [block for page in letter.pages for block in blocks_of_page(page)]
    plain = lines_of_plain(letter.plain, flowed=flowed)
    if sum(len(block.text) for block in blocks) > 0.5 * sum(map(len, plain)):
        return _Body(blocks, [block.text for block in blocks])
    return _Body([], plain)


def _without_note(body: _Body, subject: str | None) -> _Body:
    """Leave out a note above the headline, where the release prints its subject as one."""
    wanted = re.sub(r"\W+", "", subject or "").casefold()
    for at, line in enumerate(body.lines[:_NOTE]):
        if len(wanted) > 15 and re.sub(r"\W+", "", line).casefold() == wanted and not body.lines[at].endswith("."):
            return _Body(body.blocks[at:] if body.blocks else [], body.lines[at:])
    return body


def _is_cover(texts: Sequence[str]) -> bool:
    """Say whether a letter only says what is attached to it."""
    words = " ".join(texts).split()
    if len(words) > _COVER_WORDS or any(_is_dated(text) for text in texts):
        return False
    return len(words) < 12 or bool(any_word_of("cover").search(" ".join(words)))


def _is_dated(text: str) -> bool:
    dateline = datelines().find(text)
    return dateline is not None and dateline.place is not None


def _releases(whole: RawArticle, blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[RawArticle]:
    """Give each release of a letter that holds several under headings of their own, else the whole."""
    parts = _parts(blocks)
    if len(parts) < 2:
        kept = set(texts)
        text = text_of_blocks([block for block in blocks if block.text in kept]) if blocks else whole.text
        yield replace(whole, text=text, title=_printed_headline(blocks, whole.title) or whole.title)
        return
    for number, part in enumerate(parts, 1):
        lines = set(without_programs_lines([block.text for block in part[1:]]))
        text = text_of_blocks([block for block in part[1:] if block.text in lines])
        key = f"{whole.key}.{number}" if whole.key else str(number)
        yield replace(whole, title=part[0].text, text=text, key=key)


def _printed_headline(blocks: Sequence[Block], subject: str | None) -> str | None:
    """Give the one heading of a letter near its beginning, where the subject says in other words what it says."""
    heads = [n for n, block in enumerate(blocks) if 0 < block.level <= 2]
    if len(heads) != 1 or heads[0] >= _NOTE or len(blocks[heads[0]].text.split()) < _HEADLINE:
        return None
    words = set(re.findall(r"\w{5,}", (subject or "").casefold()))
    return blocks[heads[0]].text if words & set(re.findall(r"\w{5,}", blocks[heads[0]].text.casefold())) else None


def _parts(blocks: Sequence[Block]) -> list[list[Block]]:
    """Part the blocks of a newsletter at headings that stand in cells of their own, each above prose."""
    heads = [n for n, block in enumerate(blocks) if _is_head(block)]
    cells = [_cell(blocks[at]) for at in heads]
    if len(set(map(id, cells))) < len(cells) or any(cell is None for cell in cells):
        return []
    if not heads:
        return []
    ends = [*heads[1:], len(blocks)]
    parts = [list(blocks[start:end]) for start, end in zip(heads, ends, strict=True)]
    prose = [any(len(block.text) > _PROSE and not block.level for block in part) for part in parts]
    # The newsletter's own name stands above them all, with at most its day under it.
    if len(parts) > 2 and not prose[0]:
        parts, prose = parts[1:], prose[1:]
    if not all(prose):
        return []
    # What follows the last release in a cell of its own is the foot of the newsletter.
    last = [block for block in parts[-1] if _cell(block) is cells[-1]]
    return [*parts[:-1], last] if last else []


def _is_head(block: Block) -> bool:
    return 0 < block.level <= 3 and len(block.text) > 15 and not any_word_of("no_release").match(block.text)


def _cell(block: Block) -> object | None:
    return next((above for above in block.element.iterancestors("td", "article", "section", "li")), None)
