"""The rows of a table, of whatever file, to articles: its header is found, its columns chosen by all that it holds."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item, warning
from pipeline.ingest.publication import day_comes_first
from pipeline.ingest.readers.tables.columns import choose_columns, chosen_in_words, usual_name, usual_names
from pipeline.ingest.readers.tables.rows import Row, articles_of_rows, no_text, text_cell
from pipeline.records import InputError
from pipeline.settings import Settings

Rows = Callable[[], Iterator[Sequence[Any]]]
"""What gives the rows of a table from its first on, each time that it is called."""

_ABOVE = 15
"""Rows among which the header is looked for: exports have a title or two above it."""
_SAMPLE = 50
"""Rows whose texts decide between columns."""


def read_sheets(
    blob: Blob, sheets: Iterable[tuple[str, Rows]], settings: Settings, *, delimiter: str | None = None
) -> Iterator[Item]:
    """Read every sheet that has a column of texts; raises InputUnusable, with what there is, where none has.

    `delimiter` is what stands between cells where text may hold it too.
    """
    found = [(name, *_header(rows), rows) for name, rows in sheets]
    chosen = [(name, at, header, rows, choose_columns(header, _sample(at, header, rows), settings))
              for name, at, header, rows in found]  # fmt: skip
    usable = [sheet for sheet in chosen if "text" in sheet[4] or "lead" in sheet[4]]
    if not usable:
        names = [f"{name}: {', '.join(filter(None, header))}" if name else cell
                 for name, _, header, _ in found for cell in (header if not name else [""])]  # fmt: skip
        raise InputUnusable(no_text(filter(None, names), settings)[:400], kind="no text")
    for name, at, header, rows, columns in usable:
        place = f"{name}!" if len(usable) > 1 else ""
        if message := chosen_in_words(columns, header, settings):
            yield warning(blob, "columns", f"{name}: {message}" if name else message)
        order = settings.day_first
        if order is None and "published" in columns:
            at_date = header.index(columns["published"])
            order = day_comes_first(text_cell(row[at_date]) or "" for row in _below(at, rows) if len(row) > at_date)
        cells = _Cells(header, columns, delimiter, list(islice(_below(at, rows), _SAMPLE)))
        numbered = enumerate(_below(at, rows), at + 2 if place else 1)
        named = ((f"{place}{number}", cells.named(row)) for number, row in numbered if any(map(text_cell, row)))
        good = ((key, _torn(blob, key, row) if isinstance(row, str) else row) for key, row in named)
        yield from articles_of_rows(blob, good, settings, columns=columns, day_first=order)


def _header(rows: Rows) -> tuple[int, list[str]]:
    """Find the header: the first row with two usual names, one of them of a text, else the first with any cell."""
    usual = usual_names()
    first: tuple[int, list[str]] | None = None
    for at, row in enumerate(islice(rows(), _ABOVE)):
        cells = [" ".join(str(cell if cell is not None else "").split()) for cell in row]
        known = sum(usual_name(cell) in usual for cell in cells)
        if known >= 2 or (known == 1 and len(list(filter(None, cells))) <= 2):
            return at, _distinct(cells)
        if first is None and any(cells):
            first = at, _distinct(cells)
    return first or (0, [])


def _distinct(cells: list[str]) -> list[str]:
    """Make a name that comes twice two."""
    seen: dict[str, int] = {}
    names = []
    for cell in cells:
        seen[cell] = seen.get(cell, 0) + 1
        names.append(cell if seen[cell] == 1 or not cell else f"{cell} {seen[cell]}")
    return names


def _below(at: int, rows: Rows) -> Iterator[Sequence[Any]]:
    return islice(rows(), at + 1, None)


def _sample(at: int, header: list[str], rows: Rows) -> list[Row]:
    return [dict(zip(header, row, strict=False)) for row in islice(_below(at, rows), _SAMPLE)]


class _Cells:
    """The cells of a row to a row with names, also where it has more cells than the header."""

    def __init__(
        self, header: Sequence[str], columns: Mapping[str, str], delimiter: str | None, sample: Sequence[Sequence[Any]]
    ) -> None:
        self._delimiter = delimiter
        self._ends_with_text = bool(header) and header[-1] in (columns.get("text"), columns.get("lead"))
        # Where every row has more, the header lacks names; where one has, a cell of it was torn at a comma in its text.
        widths = [len(_filled(row, len(header))) for row in sample]
        width = min(widths) if len(widths) > 1 and not (delimiter and self._ends_with_text) else 0
        self._header = [*header, *(f"column {number + 1}" for number in range(len(header), width))]

    def named(self, cells: Sequence[Any]) -> Row | str:
        """Give a row with names, or what is wrong with it."""
        width = len(self._header)
        cells = _filled(cells, width)
        if len(cells) <= width:
            return dict(zip(self._header, cells, strict=False))
        if self._delimiter is None:
            more = [f"column {number + 1}" for number in range(width, len(cells))]
            return dict(zip([*self._header, *more], cells, strict=True))
        if self._ends_with_text:
            whole = self._delimiter.join(map(str, cells[width - 1 :]))
            return dict(zip(self._header, [*cells[: width - 1], whole], strict=True))
        return f"it has {len(cells)} cells, and the header {width}: quote the text that has {self._delimiter!r} in it"


def _filled(cells: Sequence[Any], width: int) -> Sequence[Any]:
    """Leave out empty cells at the end of a row, beyond the header."""
    end = len(cells)
    while end > width and text_cell(cells[end - 1]) is None:
        end -= 1
    return cells[:end]


def _torn(blob: Blob, key: str, message: str) -> InputError:
    return InputError(source=f"{blob.source}#{key}", stage="ingest", error="unreadable", message=message)
