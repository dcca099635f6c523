"""A raw article to the Article that all offsets count in, or to the reason why it can't be one."""

import html
import json
import re
from datetime import date

from pipeline.ingest.cleaning import letters_of, plain_text, repaired, well_formed
from pipeline.ingest.documents import Blob, RawArticle
from pipeline.ingest.language import language_name, language_of
from pipeline.ingest.publication import publication_date, read_stated
from pipeline.ingest.rules import patterns
from pipeline.records import Article, InputError, article_id
from pipeline.rulebook.versions import applied_rulebook
from pipeline.settings import Settings
from pipeline.values.zones.marks import marks_of
from pipeline.values.zones.opening import read_opening

_REPLACED = 0.05
"""Share of characters that could not be made out, above which a text is refused."""
_LETTERHEAD, _WORDS = 1500, 4
"""Letters of the opening that a letterhead is looked for in, and words that a headline has at least."""
KICKERS = 4
"""Paragraphs at the beginning of a page's text among which its headline is looked for."""


def build_article(raw: RawArticle, *, source: str, blob: Blob, settings: Settings, today: date) -> Article | InputError:
    """Make the Article of a raw one: cleaned, with its date, place and language; nothing of it changes later."""
    text = _text_of(raw)
    if reason := _why_not(text, settings):
        return InputError(source=source, stage="ingest", error=reason[0], message=reason[1])
    language = language_of(text)
    if language not in ("en", None) and not settings.any_language:
        message = f"the text is in {language_name(language or '')}, which --any-language reads all the same"
        return InputError(source=source, stage="ingest", error="not English", message=message)
    opening = read_opening(text, marks_of(applied_rulebook(settings.rules)))
    published, where = publication_date(
        stated=raw.published,
        dateline=opening.day,
        carried=raw.dated or blob.given.published,
        name=blob.name,
        today=today,
        day_first=settings.day_first,
    )
    return Article(
        article_id=article_id(text),
        source=source,
        source_id=raw.source_id,
        title=_title(raw) or _below_letterhead(text) or _headline(opening.title),
        published=published,
        published_from=where,
        place=opening.place,
        publisher=raw.publisher or blob.given.publisher,
        language=language,
        words=len(text.split()),
        author=raw.author,
        url=raw.url or blob.given.url,
        extra=_extra(raw) if raw.extra else None,
        text=text,
    )


def _extra(raw: RawArticle) -> str:
    cells = {well_formed(name): well_formed(cell) for name, cell in raw.extra.items()}
    return json.dumps(cells, ensure_ascii=False)


def _text_of(raw: RawArticle) -> str:
    text = plain_text(raw.text)
    title = _title(raw)
    if not raw.as_it_is:
        text = _without(title, _without_labels(repaired(text)))
    if not title or begins_with(text, title):
        return text
    return f"{title}\n\n{text}"


def _without_labels(text: str) -> str:
    """Take off the labels that a file has above its headline: `Exhibit 99.1`, a number of the page."""
    head, _, rest = text.lstrip().partition("\n")
    return _without_labels(rest.lstrip()) if rest and patterns("label").fullmatch(head.strip()) else text


def _without(title: str | None, text: str) -> str:
    """Take the headline out of the paragraphs that follow a kicker, where a page prints it there too."""
    head = text.split("\n\n", KICKERS)
    if title is None or begins_with(text, title):
        return text
    return "\n\n".join(part for part in head if part is head[-1] or letters_of(part) != letters_of(title))


def _title(raw: RawArticle) -> str | None:
    if not raw.title:
        return None
    title = plain_text(raw.title) if raw.as_it_is else repaired(html.unescape(plain_text(raw.title)))
    return " ".join(title.split()) or None


def _headline(line: str | None) -> str | None:
    """Give the first line as headline, unless it is the cover of a filing or a label."""
    no_headline = line and (patterns("cover").fullmatch(line) or patterns("label").fullmatch(line))
    return None if no_headline else line


def _below_letterhead(text: str) -> str | None:
    """Give the headline under a letterhead: the first line of words behind a label that stands under who writes."""
    lines = [line.strip() for line in text[:_LETTERHEAD].splitlines() if line.strip()]
    if len(lines) < 3 or not patterns("release_number").fullmatch(lines[1]) or lines[0].endswith("."):
        return None
    behind = (line for line in lines[2:6] if not re.match(r"[^\W\d_]+\s*:", line) and not read_stated(line))
    return next(
        (line for line in behind if len(line.split()) >= _WORDS and len(line) < 200 and line[-1] not in ".:"), None
    )


def begins_with(text: str, title: str) -> bool:
    """Say whether a text begins with its title already, however spaces and marks are set."""
    return letters_of(text[: 2 * len(title) + 50]).startswith(letters_of(title))


def _why_not(text: str, settings: Settings) -> tuple[str, str] | None:
    if not text.strip():
        return "empty", "there is no text in it"
    if len(text) > settings.max_article_chars:
        limit = settings.max_article_chars
        return (
            "too large",
            f"{len(text):,} characters are more than max_article_chars ({limit:,}); raise it",
        )
    if text.count("\ufffd") > len(text) * _REPLACED:
        return "encoding", "its characters can't be made out; save it as UTF-8"
    return None
