"""JSON and JSON Lines to the articles that their objects hold."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item
from pipeline.ingest.readers.tables import column_names, read_rows
from pipeline.records import InputError
from pipeline.settings import Settings


def read_json_lines(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a file with one JSON object a line, a line at a time; a line that isn't one becomes an error of its own."""
    yield from read_rows(blob, _lines(blob, settings), settings)


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
    return value if isinstance(value, dict) else _wrong(blob, number, f"line {number} is not a JSON object")


def _wrong(blob: Blob, number: int, message: str) -> InputError:
    return InputError(source=f"{blob.source}#{number}", stage="ingest", error="unreadable", message=message)


def read_json(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a JSON file: an object with a text, or the first list of such objects that it holds."""
    try:
        value = json.loads(decode(blob.read(settings), blob.charset))
    except (ValueError, RecursionError) as error:
        raise InputUnusable(f"not JSON: {error}") from None
    objects = _articles(value, settings)
    if not objects:
        raise InputUnusable("no object with a text; say which key holds it by --text-column", kind="no text")
    yield from read_rows(blob, ((str(n), row) for n, row in enumerate(objects, 1)), settings)


def _articles(value: Any, settings: Settings, depth: int = 0) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        if "text" in column_names([k for k, v in value.items() if isinstance(v, str)], settings):
            return [value]
        inner: Any = value.values()
    elif isinstance(value, list):
        objects = [item for item in value if isinstance(item, dict) and _articles(item, settings, 3)]
        if objects:
            return objects
        inner = value
    else:
        return []
    found = (_articles(item, settings, depth + 1) for item in inner) if depth < 3 else iter(())
    return next((objects for objects in found if objects), [])
