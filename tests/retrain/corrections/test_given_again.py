"""Sheets that come back: again after a retraining and a refresh, damaged by Excel, or as the workbook of a run."""

import pytest

from pipeline.errors import UsageError
from pipeline.retrain.corrections.compare import compare_tables
from pipeline.retrain.corrections.decisions import append_decisions, read_decision_log, standing, undoing
from pipeline.retrain.corrections.edited_table import read_all_edited, read_edited
from pipeline.retrain.corrections.spreadsheet import same
from tests.retrain.exporting import ID, csv_text, exported, mention, rows


def given(tmp_path, changed, run, log=()):
    path = tmp_path / "mentions.csv"
    path.write_text(csv_text(changed), encoding="utf-8")
    return compare_tables(read_edited(path), run, decided=standing(log))


def without(*words):
    """Give a run whose rows of some words are gone, as after a refresh with the rules that were learned."""
    return exported(mentions=[row for row in rows() if row["text"] not in words])


def test_rows_that_were_rejected_pass_after_a_refresh(tmp_path):
    sheet = [{**row, "reject": "x" if row["text"] == "Ferry Act" else ""} for row in rows()]
    log = given(tmp_path, sheet, exported()).decisions
    corrected = [{**row, "label": "LOC"} if row["text"] == "Ada Obi" else row for row in sheet]
    again = given(tmp_path, corrected, without("Ferry Act"), log)
    assert [(d.action, d.anchor.words) for d in again.decisions] == [("relabel", "Ada Obi")]
    assert any("of an earlier run" in note for note in again.notes)


def test_rows_that_rules_took_away_are_not_added_again(tmp_path):
    assert given(tmp_path, rows(), without("Ferry Act", "Ada Obi")).decisions == ()


def test_a_row_that_was_never_there_still_cannot_be_rejected(tmp_path):
    with pytest.raises(UsageError, match="isn't in what was exported"):
        given(tmp_path, [*rows(), {**mention("Accra", "LOC"), "reject": "x"}], exported())


def test_letters_that_excel_damaged_are_mended_and_named(tmp_path):
    run = exported(mentions=[{**row, "sentence": "Ørsted paid £4m – at once."} for row in rows()])
    damaged = [{**row, "sentence": "Ørsted paid £4m – at once.".encode().decode("cp1252")} for row in rows()]
    result = given(tmp_path, damaged, run)
    assert result.decisions == ()
    assert any("row 2, sentence: its letters were read in another encoding (7 cells)" in note for note in result.notes)


@pytest.mark.parametrize(
    ("before", "cell"),
    [("5.0%", "5%"), ("5.0%", "0.05"), ("5.0%", "5,0%"), ("Ørsted", "Ã˜rsted"), ("“Up”", "â€œUpâ€\x9d")],
)
def test_what_spreadsheets_write_for_the_same(before, cell):
    assert same(before, cell)


def test_a_workbook_as_a_run_writes_it_holds_corrections_of_every_sheet(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "articles"
    money = {
        "article_id": ID,
        "start_char": 60,
        "end_char": 71,
        "text": "$12 million",
        "low": 12,
        "high": 12,
        "currency": "",
    }
    for name, lines in (("mentions", rows()), ("money", [money]), ("columns", [{"table": "x"}])):
        sheet = book.create_sheet(name)
        sheet.append(list(lines[0]))
        for line in lines:
            sheet.append(list(line.values()))
    book.save(tmp_path / "pressfacts.xlsx")
    tables = read_all_edited(tmp_path / "pressfacts.xlsx")
    assert [(table.table, len(table.rows)) for table in tables] == [("mentions", 7), ("money", 1)]


def test_what_is_undone_stands_no_more_and_what_was_before_it_does(tmp_path):
    relabel = given(tmp_path, [{**r, "label": "LOC"} if r["text"] == "Ada Obi" else r for r in rows()], exported())
    reject = given(tmp_path, [{**r, "reject": "x"} if r["text"] == "Ada Obi" else r for r in rows()], exported())
    log = tmp_path / "log.jsonl"
    append_decisions(log, relabel.decisions)
    append_decisions(log, reject.decisions)
    append_decisions(log, [undoing(reject.decisions[0], who="ann", when="", origin="")])
    assert standing(read_decision_log(log)) == list(relabel.decisions)
    append_decisions(log, reject.decisions)
    append_decisions(log, [undoing(reject.decisions[0], who="ann", when="", origin="")])
    assert len(log.read_text().splitlines()) == 5 and standing(read_decision_log(log)) == list(relabel.decisions)
