"""Every column of text, in CSV and XLSX, with what articles of strangers may hold: read back, and never run."""

import csv
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipeline.export.cells import no_formula, unharmed
from pipeline.export.workbook import write_workbook
from pipeline.export.writers import write_csv
from pipeline.retrain.corrections.edited_table import NEEDED, read_edited
from pipeline.tables import TABLES, Table

FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
NASTY = [
    "=1+1", "+852", "-5%", "@press", "\t=1", " =1", "\r=1", "\n=1", "＝1", '"=1"', "'=1", "''=1", "|=cmd|' /C calc'!A0",
    "a;=1", "a; =1", 'a;"=1', 'a;""=1', "a\t=1", "a\r=1", "a\r\n=1", "a\n\n=1", "a\x0b=1", "a\x85=1", "a\u2028=1",
    "a;'=1", "a;;=1", 'a";"=1', 'a"\n"=1"', ";=1;=2\n=3", "a\rb", "a\x01b\x1f", "a\x7fb", "_x0041_", "a,b", '"', '""',
    "a\n", " a ", "'tis", "up 5-6 percent; a-b", "Ørsted “A/S” 株式会社 😀", "\ufeffa", "#N/A", "1e5", "true",
]  # fmt: skip


def rows_of(table: Table) -> list[list[Any]]:
    """Give a row for each nasty text, which stands in all its columns of text."""
    own: dict[type, Any] = {str: None, tuple: None}
    return [[([text, text] if column.type is tuple else text) if column.type in own else None
             for column in table.columns] for text in NASTY]  # fmt: skip


def texts_of(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.type is str]


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_pandas_reads_every_cell_back(tmp_path: Path, table: Table) -> None:
    path = write_csv(table, rows_of(table), tmp_path)
    assert b"\r\n" not in path.read_bytes().replace(b"a\r\n", b"")
    data = pd.read_csv(path, dtype=str, keep_default_na=False, lineterminator="\n")
    assert len(data) == len(NASTY)
    for name in texts_of(table):
        assert [unharmed(cell) for cell in data[name]] == NASTY
    with path.open(encoding="utf-8", newline="") as file:
        assert [row[texts_of(table)[0]] for row in csv.DictReader(file)] == list(data[texts_of(table)[0]])


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_no_cell_begins_as_a_formula_with_whatever_separator(tmp_path: Path, table: Table, separator: str) -> None:
    path = write_csv(table, rows_of(table), tmp_path)
    text = path.read_text("utf-8").replace("\u2028", "\n").replace("\x85", "\n").replace("\x0b", "\n")
    for line in csv.reader(text.splitlines(keepends=True) if separator != "," else path.open(newline=""),
                           delimiter=separator):  # fmt: skip
        for cell in line:
            assert not cell.lstrip().lstrip('"').lstrip().startswith(FORMULA), (separator, line)


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_a_workbook_holds_every_text_and_no_formula(tmp_path: Path, table: Table) -> None:
    from openpyxl import load_workbook
    from openpyxl.utils.escape import unescape

    path = write_workbook([table], lambda _: rows_of(table), tmp_path)
    sheet = load_workbook(path).worksheets[0]
    names = [cell.value for cell in sheet[1]]
    for name in texts_of(table):
        cells = [row[names.index(name)] for row in sheet.iter_rows(min_row=2)]
        assert all(cell.data_type != "f" for cell in cells)
        assert [unescape(str(cell.value)) for cell in cells] == NASTY


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("name", NEEDED)
def test_corrections_are_read_from_what_was_written(tmp_path: Path, name: str, kind: str) -> None:
    table = TABLES[name]
    if kind == "csv":
        path = write_csv(table, rows_of(table), tmp_path)
    else:
        path = write_workbook([table], lambda _: rows_of(table), tmp_path)
    rows = read_edited(path, name).rows
    assert len(rows) == len(NASTY)
    for column in texts_of(table):
        assert [row.get(column).replace("\r\n", "\n") for row in rows] == [
            text.strip().replace("\r\n", "\n") for text in NASTY
        ]


@pytest.mark.parametrize("text", NASTY)
def test_what_was_made_harmless_can_be_undone(text: str) -> None:
    assert unharmed(no_formula(text)) == text
    assert unharmed(no_formula(no_formula(text))) == no_formula(text)


@pytest.mark.parametrize("sign", ["\n", ";", "'", '"', " ", ";'", "\t\n "])
def test_long_runs_take_no_time(sign: str) -> None:
    text = sign * 200_000 + "a"
    assert unharmed(no_formula(text)) == text
