"""Rows to the CSV files of a rule set, one word a row."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.files import csv_line, write_atomically
from pipeline.rulebook.columns import columns_of_rule_file, field_name
from pipeline.rulebook.reading import row_kinds
from pipeline.rulebook.user_rows import Rows


def write_rows(rows: Rows, folder: Path) -> None:
    """Write rows to the files of a rule set, in the columns of the rules that come with pressfacts."""
    for name, added in rows.items():
        if added:
            kind = row_kinds()[name]
            with write_atomically(folder / f"{name}.csv") as file:
                file.write(csv_line(columns_of_rule_file(kind).names))
                for row in added:
                    file.writelines(map(csv_line, lines_of_row(kind, row)))


def lines_of_row(kind: Any, row: Any) -> Iterator[list[str]]:
    """Give the cells of a row's lines: one line for each of its words, one in all where its file holds no words."""
    columns = columns_of_rule_file(kind)
    plain = [_cell(getattr(row, field_name(name))) for name in columns.older if name not in columns.words]
    words = [(name, word) for name in columns.words for word in getattr(row, name)]
    if not columns.words:
        yield plain
    for name, word in words or [(name, "") for name in columns.words[:1]]:
        yield [*plain, name, word] if len(columns.words) > 1 else [*plain, word]


def _cell(value: Any) -> str:
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)
