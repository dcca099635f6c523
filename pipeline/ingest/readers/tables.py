"""Rows with named cells (of JSON, CSV, a spreadsheet) to raw articles, by the names that columns usually have."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item, RawArticle
from pipeline.records import InputError
from pipeline.settings import Settings

NAMES: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext", "full_text", "body_text", "maintext"),
    "title": ("title", "headline", "subject"),
    "id": ("id", "source_id", "guid", "doc_id", "article_id", "uid"),
    "published": (
        "published",
        "date",
        "publication_date",
        "date_published",
        "published_at",
        "datepublished",
        "pubdate",
    ),
    "publisher": ("publisher", "source", "agency", "newspaper", "sitename"),
}
"""Names that a column may have, most usual first, by what it holds."""


def column_names(given: Iterable[str], settings: Settings) -> dict[str, str]:
    """Find which column holds what: those that the settings name, else those with a usual name."""
    named = {"text": settings.text_column, "title": settings.title_column, "id": settings.id_column,
             "published": settings.published_column}  # fmt: skip
    by_fold = {str(name).strip().lower(): str(name) for name in reversed(list(given))}
    found: dict[str, str] = {}
    for what, usual in NAMES.items():
        wanted = [named[what]] if named.get(what) else list(usual)
        column = next((by_fold[w.lower()] for w in wanted if w and w.lower() in by_fold), None)
        if column is not None:
            found[what] = column
    return found


def read_rows(
    blob: Blob, rows: Iterable[tuple[str, Mapping[str, Any] | InputError]], settings: Settings
) -> Iterator[Item]:
    """Make a raw article of each row that has a text; a row's key is its id, or its place where it has none."""
    used: dict[str, int] = {}
    any_text = False
    for place, row in rows:
        if isinstance(row, InputError):
            yield row
            continue
        columns = column_names(row, settings)
        any_text = any_text or "text" in columns
        cells = {what: _cell(row.get(column)) for what, column in columns.items()}
        key = unused(cells.get("id") or place, used)
        if not cells.get("text"):
            yield _without_text(blob, key, row, columns, settings)
            continue
        yield RawArticle(
            text=cells["text"] or "",
            title=cells.get("title"),
            published=cells.get("published"),
            source_id=cells.get("id"),
            publisher=cells.get("publisher"),
            key=key,
            as_it_is=True,
        )


def _cell(value: Any) -> str | None:
    if value is None or isinstance(value, (dict, list, bool)):
        return None
    return str(value) or None


def unused(key: str, used: dict[str, int]) -> str:
    """Give a key that was not given before: `key`, then `key~2` ..."""
    used[key] = used.get(key, 0) + 1
    return key if used[key] == 1 else f"{key}~{used[key]}"


def _without_text(
    blob: Blob, key: str, row: Mapping[str, Any], columns: Mapping[str, str], settings: Settings
) -> InputError:
    if "text" in columns:
        what, message = "empty", f"the column {columns['text']!r} is empty in this row"
    else:
        names = ", ".join(list(map(str, row))[:12])
        wanted = settings.text_column or "text"
        what, message = "no text", f"there is no column {wanted!r}; say which holds the text: --text-column ({names})"
    return InputError(source=f"{blob.source}#{key}", stage="ingest", error=what, message=message)


def refuse_without_text(names: Iterable[str], settings: Settings) -> None:
    """Raise InputUnusable where no column of a table holds a text, so that it is said once and not once a row."""
    names = [str(name) for name in names]
    if "text" not in column_names(names, settings):
        wanted = settings.text_column or "text"
        raise InputUnusable(
            f"there is no column {wanted!r}; say which holds the text by --text-column: {', '.join(names[:12])}",
            kind="no text",
        )
