from datetime import date, datetime
from decimal import Decimal

import openpyxl

from pipeline.export import workbook
from pipeline.export.cells import CUT
from pipeline.plain import to_plain
from pipeline.records import DateSpan, Money, Person
from pipeline.retrain.corrections.spreadsheet import same
from pipeline.tables import TABLES

PLACE = {"article_id": "a12e45", "start_char": 5, "end_char": 12}
MONEY = Money(**PLACE, text="-€4m", low=Decimal("-4E+6"), high=Decimal("12345678901234567890"), money_id="a12e45:5")
DAY = DateSpan(**PLACE, text="=TODAY()", date_from=date(2025, 3, 2), date_to=date(1815, 6, 18))
PERSON = Person(article_id="a12e45", person_id="p", name="Ada Obi", aliases=("Obi", "Ada"), former=True)
ROWS = {"money": [MONEY], "dates": [DAY], "people": [PERSON]}


def book(folder):
    tables = [TABLES[name] for name in ROWS]

    def rows(name):
        return [[*to_plain(record), *[None] * len(TABLES[name].joined)] for record in ROWS[name]]

    return workbook.write_workbook(tables, rows, folder)


def cells(path, table):
    sheet = openpyxl.load_workbook(path)[table]
    names = [cell.value for cell in sheet[1]]
    return dict(zip(names, sheet[2], strict=True))


def test_a_cell_is_of_the_type_of_its_column(tmp_path):
    path = book(tmp_path)
    money, day, person = cells(path, "money"), cells(path, "dates"), cells(path, "people")
    assert (money["low"].value, money["start_char"].value) == (-4_000_000, 5)
    assert day["date_from"].value == datetime(2025, 3, 2) and day["date_from"].is_date
    assert person["former"].value is True and person["aliases"].value == "Obi; Ada"
    assert money["article_id"].value == "a12e45" and money["currency"].value is None


def test_what_a_workbook_cannot_hold_exactly_is_text(tmp_path):
    path = book(tmp_path)
    assert cells(path, "money")["high"].value == "12345678901234567890"
    assert cells(path, "dates")["date_to"].value == "1815-06-18"


def test_a_text_is_never_run_and_has_no_quote_before_it(tmp_path):
    path = book(tmp_path)
    for table, text in (("money", "-€4m"), ("dates", "=TODAY()")):
        cell = cells(path, table)["text"]
        assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_sheets_can_be_read_and_filtered(tmp_path):
    sheets = openpyxl.load_workbook(book(tmp_path))
    assert sheets.sheetnames == [*ROWS, "columns"]
    assert sheets["money"].freeze_panes == "A2" and sheets["money"].auto_filter.ref
    assert sheets["people"].column_dimensions["A"].width >= workbook.NARROWEST


def test_a_long_table_has_more_sheets(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "SHEET_ROWS", 2)
    monkeypatch.setattr(workbook, "LOOKED_AT", 1)
    rows = [["s", "ingest", "empty", f"number {n}"] for n in range(5)]
    path = workbook.write_workbook([TABLES["errors"]], lambda name: rows, tmp_path)
    sheets = openpyxl.load_workbook(path)
    assert sheets.sheetnames == ["errors", "errors 2", "errors 3", "columns"]
    assert [sheets[name].max_row for name in sheets.sheetnames[:3]] == [3, 3, 2]


def test_the_same_tables_are_the_same_bytes(tmp_path):
    first = book(tmp_path).read_bytes()
    assert book(tmp_path).read_bytes() == first


def test_a_text_that_is_too_long_for_a_cell_says_so_and_is_no_correction(tmp_path):
    for text in ("Ada Obi spoke of bread. " * 2_000, "\U0001f600" * 20_000):
        day = DateSpan(**PLACE, text=text, date_from=date(2025, 3, 2), date_to=date(2025, 3, 2))
        row = [*to_plain(day), *[None] * len(TABLES["dates"].joined)]
        cell = cells(workbook.write_workbook([TABLES["dates"]], lambda _, row=row: [row], tmp_path), "dates")[
            "text"
        ].value
        assert cell.endswith(CUT) and text.startswith(cell.removesuffix(CUT))
        assert 32_700 < len(cell.encode("utf-16-le")) // 2 <= 32_767
        assert same(text, cell) and same(text, cell.removesuffix(CUT))
        assert not same(text, "Obi" + cell) and not same(text, text[:9])
