"""A CSV or TSV file with a column of texts to articles."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item
from pipeline.ingest.readers.tables import read_rows, refuse_without_text
from pipeline.settings import Settings

_FIELD = 2_000_000_000


def read_csv(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a table with a header row; commas, semicolons, tabs or bars between its cells."""
    csv.field_size_limit(_FIELD)
    text = decode(blob.read(settings), blob.charset).removeprefix("\ufeff").replace("\x00", "")
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    try:
        header = next(lines, [])
        refuse_without_text(header, settings)
        yield from read_rows(blob, _rows(header, lines), settings)
    except csv.Error as error:
        raise InputUnusable(f"not a CSV table: {error}") from None


def _rows(header: list[str], lines: Iterator[list[str]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for number, cells in enumerate(lines, 1):
        if any(cells):
            yield str(number), dict(zip(header, cells, strict=False))


def delimiter_of(text: str) -> str:
    r"""Say what stands between the cells, by the header line.

    >>> delimiter_of("id;text\n1;a, b, c")
    ';'
    """
    header = text.partition("\n")[0]
    return max(",\t;|", key=header.count)
