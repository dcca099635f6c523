"""Rows with named cells (of JSON, CSV, a sheet) to raw articles; cells of other columns are kept as `extra`."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from pipeline.ingest.documents import Blob, Item, RawArticle, warning
from pipeline.ingest.keys import unused
from pipeline.ingest.publication import is_ambiguous, read_stated
from pipeline.ingest.readers.html.page import fragment_text
from pipeline.ingest.readers.tables.columns import choose_columns, folded
from pipeline.ingest.readers.tables.xlsx import printed_cell
from pipeline.ingest.readers.wires.standing import standing_said
from pipeline.records import InputError
from pipeline.settings import Settings

Row = Mapping[str, Any]
Choose = Callable[[Row], Mapping[str, str]]

_MARKUP = re.compile(r"</(?:p|div|li|span|b|i|a|strong|em|h[1-6])>|<(?:br|p|div)\b[^<>]*>", re.IGNORECASE)
_COUNTED = re.compile(r"[2-5]\d{4}(?:\.\d+)?")
_FIRST_DAY = date(1899, 12, 30)
_SHORT = 40
"""Letters of a cell up to which it is no summary or other form of the text."""
_CUT = re.compile(
    r"(?:\[\+\d+ chars\]|\(?(?:continued|more)\)?\s*(?:…|\.\.\.)|(?:…|\.\.\.)\s*read more)\s*$", re.IGNORECASE
)
"""End of a text that its provider cut short."""


def articles_of_rows(
    blob: Blob,
    rows: Iterable[tuple[str, Row | InputError]],
    settings: Settings,
    *,
    columns: Mapping[str, str] | None = None,
    day_first: bool | None = None,
) -> Iterator[Item]:
    """Make a raw article of each row that has a text; a row's key is its id, or its place where it has none.

    Columns are chosen row by row where none are given. What is wrong with many rows in the same way is said once.
    """
    used: dict[str, int] = {}
    without = _WithoutText(blob, settings)
    undated: list[str] = []
    for place, row in rows:
        if isinstance(row, InputError):
            yield row
            continue
        chosen = columns if columns is not None else choose_columns(row, [row], settings)
        key = unused(text_cell(row.get(chosen.get("id", ""))) or place, used)
        text = text_cell(row.get(chosen.get("text", ""))) or text_cell(row.get(chosen.get("lead", "")))
        if not text:
            without.note(key, row, chosen)
            continue
        if "text" not in chosen or not text_cell(row.get(chosen["text"])):
            yield warning(blob, "only a summary", f"there is no full text; {chosen['lead']!r} was read", key=key)
        if _CUT.search(text):
            yield warning(blob, "text cut short", "its provider gives only the beginning of the text", key=key)
        states = {folded(str(name)): text_cell(cell) for name, cell in row.items() if name}
        yield from standing_said(blob, status=states.get("pubstatus"), embargo=states.get("embargoed"), key=key)
        raw = _article(row, chosen, text, key, day_first)
        if raw.published and is_ambiguous(raw.published) and not read_stated(raw.published, day_first):
            undated.append(raw.published)
        yield raw
    yield from without.errors()
    if undated:
        message = (
            f"{undated[0]} may be day or month first, in {len(undated)} rows; say it by --day-first or --month-first"
        )
        yield warning(blob, "ambiguous date", message)


def _article(row: Row, columns: Mapping[str, str], text: str, key: str, day_first: bool | None) -> RawArticle:
    cells = {holds: text_cell(row.get(name)) for holds, name in columns.items()}
    published = _counted_day(cells.get("published"))
    day = read_stated(published, day_first) if published else None
    marked_up = bool(_MARKUP.search(text))
    title = cells.get("title")
    return RawArticle(
        text=fragment_text(text) if marked_up else text,
        title=fragment_text(title) if title and ("<" in title or "&" in title) else title,
        published=day.isoformat() if day else published,
        source_id=cells.get("id"),
        publisher=cells.get("publisher"),
        author=_line(cells.get("author")),
        url=cells.get("url"),
        key=key,
        extra=_rest(row, columns, text),
        as_it_is=not marked_up,
    )


def _counted_day(published: str | None) -> str | None:
    """Give a day that a workbook counts from 1900, in a cell that isn't formatted as one, as a date.

    >>> _counted_day("45720"), _counted_day("45720.4"), _counted_day("2025")
    ('2025-03-04', '2025-03-04', '2025')
    """
    if published is None or not _COUNTED.fullmatch(published):
        return published
    return (_FIRST_DAY + timedelta(days=int(float(published)))).isoformat()


def _line(text: str | None) -> str | None:
    return re.sub(r"^by\s+", "", " ".join(text.split()), flags=re.IGNORECASE) or None if text else None


def _rest(row: Row, columns: Mapping[str, str], text: str) -> dict[str, str]:
    """Give the cells that no column of ours takes, but for those that say again what these say."""
    taken = {name: text_cell(row.get(name)) for holds, name in columns.items() if holds not in ("lead", "place")}
    whole = _letters(text)
    rest = {str(name): cell for name, value in row.items() if name and name not in taken and (cell := text_cell(value))}
    return {
        name: cell
        for name, cell in rest.items()
        if cell not in taken.values() and not (len(cell) > _SHORT and _letters(cell) in whole)
    }


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", re.sub(r"<[^<>]*>|&#?\w+;", "", text))


def text_cell(value: Any) -> str | None:
    """Give a cell as text; None where it is empty, or no single value."""
    if value is None or isinstance(value, (dict, list)):
        return None
    text = printed_cell(value)
    return text if text.strip() and text.strip().lower() not in ("nan", "none", "null") else None


class _WithoutText:
    """Rows without a text: an error each where the column is there, one for all where there is no such column."""

    def __init__(self, blob: Blob, settings: Settings) -> None:
        self._blob, self._settings = blob, settings
        self._empty: list[InputError] = []
        self._kinds: dict[tuple[str, ...], int] = {}

    def note(self, key: str, row: Row, columns: Mapping[str, str]) -> None:
        """Take note of a row."""
        if "text" in columns:
            message = f"the column {columns['text']!r} is empty in this row"
            source = f"{self._blob.source}#{key}"
            self._empty.append(InputError(source=source, stage="ingest", error="empty", message=message))
        else:
            names = tuple(map(str, list(row)[:12]))
            self._kinds[names] = self._kinds.get(names, 0) + 1

    def errors(self) -> Iterator[InputError]:
        """Give an error a row that is empty, and one for all rows that have no text to be empty."""
        yield from self._empty
        if self._kinds:
            (names, _), count = max(self._kinds.items(), key=lambda kind: kind[1]), sum(self._kinds.values())
            message = f"{no_text(names, self._settings)}; so it is in {count} rows"
            yield InputError(source=self._blob.source, stage="ingest", error="no text", message=message)


def no_text(names: Iterable[str], settings: Settings) -> str:
    """Say that no column holds a text, and what to do."""
    wanted = settings.text_column or "text"
    return f"there is no column {wanted!r}; say which holds the text by --text-column: {', '.join(list(names)[:12])}"
