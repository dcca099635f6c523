"""JSON and JSON Lines to the articles that their objects hold, however deep they lie."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item
from pipeline.ingest.publication import day_comes_first
from pipeline.ingest.readers.tables.columns import choose_columns
from pipeline.ingest.readers.tables.flat import flat
from pipeline.ingest.readers.tables.rows import articles_of_rows, no_text, text_cell
from pipeline.records import InputError
from pipeline.settings import Settings

_DEPTH = 6


def read_json_lines(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a file with one JSON object a line, a line at a time; a line that isn't one becomes an error of its own."""
    if _is_one_line(blob, settings):
        # Without line breaks, JSON looks like the first of its lines.
        yield from read_json(blob, settings)
        return
    yield from articles_of_rows(blob, _lines(blob, settings), settings, day_first=settings.day_first)


def _is_one_line(blob: Blob, settings: Settings) -> bool:
    limit = settings.max_file_mb * 1_000_000
    with blob.open() as file:
        return bool(file.readline(limit).strip()) and not file.read(1000).strip()


def _lines(blob: Blob, settings: Settings) -> Iterator[tuple[str, Mapping[str, Any] | InputError]]:
    limit = settings.max_file_mb * 1_000_000
    with blob.open() as file:
        number = 0
        while line := file.readline(limit):
            number += 1
            if line.strip():
                yield str(number), _object(blob, number, line)


def _object(blob: Blob, number: int, line: bytes) -> Mapping[str, Any] | InputError:
    try:
        value = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        return _wrong(blob, number, f"line {number} is not JSON: {error}")
    return flat(value) if isinstance(value, dict) else _wrong(blob, number, f"line {number} is not a JSON object")


def _wrong(blob: Blob, number: int, message: str) -> InputError:
    return InputError(source=f"{blob.source}#{number}", stage="ingest", error="unreadable", message=message)


def read_json(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a JSON file: an object with a text, or the first list of such objects that it holds."""
    try:
        value = json.loads(decode(blob.read(settings), blob.charset))
    except (ValueError, RecursionError) as error:
        raise InputUnusable(f"not JSON, or cut off: {error}") from None
    objects = _articles(value, settings)
    if not objects:
        raise InputUnusable(_nothing(value, settings), kind="no text")
    site = _site(value) if isinstance(value, dict) and value not in objects else {}
    rows = [{**site, **flat(item)} for item in objects]
    order = settings.day_first
    if order is None:
        dates = (text_cell(row.get(choose_columns(row, [row], settings).get("published", ""))) or "" for row in rows)
        order = day_comes_first(dates)
    yield from articles_of_rows(blob, ((str(n), row) for n, row in enumerate(rows, 1)), settings, day_first=order)


def _site(value: Mapping[str, Any]) -> dict[str, str]:
    """Give who publishes a feed of JSON, as its head states it."""
    title = value.get("title")
    return {"publisher": title} if isinstance(title, str) and "items" in value else {}


def _articles(value: Any, settings: Settings, depth: int = 0) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        if "text" in choose_columns(row := flat(value), [row], settings):
            return [value]
        inner: Any = value.values()
    elif isinstance(value, list):
        objects = [item for item in value if isinstance(item, dict) and _articles(item, settings, _DEPTH)]
        if objects:
            return [item for item in value if isinstance(item, dict)]
        inner = value
    else:
        return []
    found = (_articles(item, settings, depth + 1) for item in inner) if depth < _DEPTH else iter(())
    return max(found, key=len, default=[])


def _nothing(value: Any, settings: Settings) -> str:
    """Say which keys there are, of the deepest list of objects."""
    while isinstance(value, dict | list) and value:
        inner = list(value.values()) if isinstance(value, dict) else value
        following = next((item for item in inner if isinstance(item, dict | list) and item), None)
        if following is None or (isinstance(value, dict) and len(value) > 4):
            break
        value = following
    return no_text(list(value) if isinstance(value, dict) else [], settings)
