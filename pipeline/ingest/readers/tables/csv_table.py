"""A CSV or TSV file with a column of texts to articles."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob, Item, guess_said, warning
from pipeline.ingest.readers.tables.columns import folded
from pipeline.ingest.readers.tables.records import records_of
from pipeline.ingest.readers.tables.sheets import read_sheets
from pipeline.ingest.rules import column_names
from pipeline.settings import Settings

_FIELD = 2_000_000_000
_HEAD = 15
"""Lines among which the header is looked for."""


def read_csv(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Read a table with a header row; commas, semicolons, tabs or bars between its cells."""
    csv.field_size_limit(_FIELD)
    data = blob.read(settings)
    yield from guess_said(blob, data)
    text = decode(data, blob.charset).removeprefix("\ufeff").replace("\x00", "")
    delimiter = delimiter_of(text)

    def rows() -> Iterator[Sequence[str]]:
        return (row.cells for row in records_of(text, delimiter))

    for wrong, count in Counter(row.wrong for row in records_of(text, delimiter) if row.wrong).items():
        yield warning(blob, "quotation marks", f"in {count} rows quotation marks {wrong}; look at them")

    try:
        yield from read_sheets(blob, [("", rows)], settings, delimiter=delimiter)
    except csv.Error as error:
        raise InputUnusable(f"not a CSV table: {error}") from None


def delimiter_of(text: str, *, lines: int = _HEAD) -> str:
    r"""Say what stands between the cells: what gives the first lines the most usual names, or the most cells.

    >>> delimiter_of("id;text\n1;a, b, c"), delimiter_of("Export, all\n\ndate\ttext\n")
    (';', '\t')
    """
    usual = {name for names in column_names().values() for name in names}
    first = text.split("\n", lines)[:lines]

    def worth(delimiter: str) -> tuple[int, int]:
        known = [sum(folded(cell) in usual for cell in line.split(delimiter)) for line in first]
        return max(known, default=0), first[0].count(delimiter) if first else 0

    return max(",\t;|", key=worth)


def is_table(text: str) -> bool:
    r"""Say whether text is a table, though its name doesn't say so: its header has a usual name of a text, and others.

    >>> is_table("date\ttitle\ttext\n2025-03-03\tA\tB\n"), is_table("Date: 3 March, a title, and some text\n")
    (True, False)
    """
    header = text.partition("\n")[0].strip("\r")
    cells = [folded(cell) for cell in header.split(delimiter_of(header))]
    names = column_names()
    usual = {name for holds in names.values() for name in holds}
    return len(cells) > 1 and any(c in names["text"] for c in cells) and all(c in usual for c in cells if c)
