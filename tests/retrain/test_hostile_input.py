"""Corrections, annotations, logs and rule sets that are broken, on purpose or not: a sentence, never a traceback."""

import io
import json
import threading
import zipfile
import zlib
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
import spacy
from openpyxl import Workbook

from pipeline.errors import PressfactsError, RulesError, UsageError
from pipeline.extract.user_rules.component import make_press_rules
from pipeline.extract.user_rules.decided_rows import read_decided_rows
from pipeline.extract.user_rules.files import read_rule_set
from pipeline.retrain.corrections.decisions import read_decision_log
from pipeline.retrain.corrections.edited_table import read_all_edited
from pipeline.retrain.corrections.spreadsheet import number_of_cell
from pipeline.retrain.interchange import docbin, read_annotated
from pipeline.retrain.versions.history import RuleSets
from pipeline.rulebook.versions import CURRENT, applied_rules
from pipeline.store.lock import held

HEAD = "article_id,start_char,end_char,text,label\n"


def workbook(*, far: bool = False) -> bytes:
    book, file = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.title = "mentions"
    sheet.append(HEAD.strip().split(","))
    sheet.append(["a", 0, 5, "Volta", "ORG"])
    if far:
        sheet["XFD1048576"] = "far"
    book.save(file)
    return file.getvalue()


def with_sheet(xml: str) -> bytes:
    """Give a workbook whose sheet is some XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, xml if name.endswith("sheet1.xml") else old.read(name))
    return out.getvalue()


LAUGHS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {two} "{f"&{one};" * 10}">' for one, two in zip("abcdefgh", "bcdefghi", strict=True)
)
SHEET = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row r='1'>{}</row>"
END = "</sheetData></worksheet>"

TABLES = {
    "open.csv": (HEAD + 'a,0,5,"Volta,ORG\nb,0,5,Orrin,ORG\n').encode(),
    "undoubled.csv": (HEAD + 'a,0,5,"Vol"ta",ORG\n').encode(),
    "utf16.csv": (HEAD + "a,0,5,Volta,ORG\n").encode("utf-16")[:-1],
    "half.csv": "\ufeffarticle".encode("utf-16-le") + b"\x00\xd8",
    "empty.xlsx": b"",
    "text.xlsx": b"PK\x03\x04 no zip",
    "cut.xlsx": workbook()[:-200],
    "laughs.xlsx": with_sheet(LAUGHS + "]>" + SHEET.format("<c r='A1' t='inlineStr'><is><t>&i;</t></is></c>") + END),
    "broken.xlsx": with_sheet(SHEET.format("<c r='A1' t='s'><v>999999</v></c>") + END),
    "number.xlsx": with_sheet(SHEET.format("<c r='ZZZZZZ1'><v>1</v></c>") + END),
    "far.xlsx": workbook(far=True),
}


@pytest.mark.parametrize("name", TABLES)
def test_a_broken_table_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"mentions-{name}"
    path.write_bytes(TABLES[name])
    with pytest.raises(UsageError) as caught:
        read_all_edited(path, "mentions")
    assert path.name in str(caught.value) and "\n" not in str(caught.value) and len(str(caught.value)) < 500


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ('a,0,5,Volta,ORG\nb,0,5,"Orrin,ORG\nc,0,5,Orrin,ORG\n', "line 3: quotation marks are not closed"),
        ('a,0,5,"Vol"ta",ORG\n', "line 2: quotation marks are not doubled"),
    ],
)
def test_a_torn_row_is_named_by_its_line(tmp_path: Path, rows: str, message: str) -> None:
    path = tmp_path / "mentions.csv"
    path.write_text(HEAD + rows)
    with pytest.raises(UsageError, match=rf"^mentions\.csv, {message}\. Nothing was applied\.$"):
        read_all_edited(path)


def test_cells_of_a_workbook_are_as_a_csv_has_them(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([*HEAD.strip().split(","), "note"])
    sheet.append(["a", 0.0, 5, "Vol_x000D_ta", "ORG", datetime(2025, 3, 3)])
    book.save(path := tmp_path / "mentions.xlsx")
    (table,) = read_all_edited(path)
    cells = table.rows[0].cells
    assert [cells[name] for name in ("start_char", "end_char", "text", "note")] == ["0", "5", "Vol\rta", "2025-03-03"]


def test_a_large_cell_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mentions.csv"
    path.write_text(f'{HEAD}a,0,5,"{"x" * 200_000}",ORG\n')
    (table,) = read_all_edited(path)
    assert len(table.rows[0].get("text")) == 200_000


@pytest.mark.parametrize("cell", ["1E999999999", "1E-999999999", "9" * 5000, "Infinity", "NaN", "sNaN", "1e41"])
def test_a_number_that_could_not_be_written_out_is_none(cell: str) -> None:
    assert number_of_cell(cell) is None


def test_large_amounts_are_numbers() -> None:
    assert number_of_cell("3.07E+11") == Decimal("3.07E+11") and number_of_cell("1" * 30) == Decimal("1" * 30)


DEEP = "[" * 100_000
ANNOTATIONS = {
    "deep.json": DEEP,
    "deep.jsonl": '{"text": ' + DEEP,
    "five.jsonl": "5",
    "list.jsonl": '{"text": "a", "spans": 5}',
    "text.jsonl": '{"text": 5, "spans": []}',
    "meta.jsonl": '{"text": "a", "spans": [], "meta": 5}',
    "half.jsonl": r'{"text": "a\ud800", "spans": []}',
    "span.jsonl": '{"text": "Volta", "spans": [{"start": 1E999, "end": 3, "label": "ORG"}]}',
    "where.jsonl": '{"text": "Volta", "label": [[0, 99999999999999999999, "ORG"]]}',
    "studio.json": '[{"data": {"text": 5}, "annotations": [{"result": [5]}]}, 5]',
    "empty.spacy": "",
    "text.spacy": "no DocBin",
}


@pytest.mark.parametrize("name", ANNOTATIONS)
def test_broken_annotations_are_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(ANNOTATIONS[name])
    with pytest.raises(UsageError):
        read_annotated(path)


def test_a_docbin_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docbin, "_MOST", 1_000_000)
    path = tmp_path / "bomb.spacy"
    path.write_bytes(zlib.compress(bytes(1_000_001)))
    with pytest.raises(UsageError, match="unpacks to more than"):
        read_annotated(path)


@pytest.mark.parametrize(
    "line", [b"5", b"[1]", b'"a"', b"null", b"{", b'{"article_id": 5}', b"\xff\xfe", DEEP.encode()]
)
def test_a_damaged_log_names_its_line(tmp_path: Path, line: bytes) -> None:
    log = tmp_path / "decisions.jsonl"
    log.write_bytes(line + b"\n")
    with pytest.raises(UsageError, match="line 1"):
        read_decision_log(log)


RULES = [
    ("patterns.jsonl", "[1]"), ("patterns.jsonl", "5"), ("patterns.jsonl", "null"), ("patterns.jsonl", DEEP),
    ("patterns.jsonl", '{"label": "ORG", "pattern": [5]}'),
    ("patterns.jsonl", '{"label": "ORG", "pattern": {"a": 1}}'),
    ("patterns.jsonl", '{"label": ["ORG"], "pattern": "a"}'),
    ("patterns.jsonl", '{"label": "ORG", "pattern": [{"OP": "+"}, {"OP": "+"}, {"OP": "+"}]}'),
    ("patterns.jsonl", '{"label": "ORG", "pattern": [{"OP": "{2,}"}, {"OP": "*"}]}'),
    ("patterns.jsonl", '{"label": "ORG", "pattern": [{"NO_SUCH": "a"}]}'),
    ("patterns.jsonl", '{"label": "ORG", "pattern": [{"TEXT": {"REGEX": "("}}]}'),
    ("contexts.jsonl", '{"label": "ORG", "pattern": "a", "left": 5}'),
    ("contexts.jsonl", '{"label": "ORG", "pattern": "a", "left": [5]}'),
    ("contexts.jsonl", '{"label": "ORG", "pattern": "a", "right": "abc"}'),
    ("edits.jsonl", '{"id": "1", "when": 5, "do": "veto"}'),
    ("edits.jsonl", '{"id": "1", "when": {"label": ["ORG"]}, "do": "veto"}'),
    ("edits.jsonl", '{"when": {"label": "ORG"}, "do": "veto"}'),
    ("edits.jsonl", '{"id": "1", "when": {"label": "ORG"}, "do": "trim_left", "by": "x"}'),
    ("edits.jsonl", '{"id": "1", "when": {"label": "ORG"}, "do": ["veto"]}'),
    ("decided.jsonl", "[1]"),
    ("decided.jsonl", '{"id": "1", "article_id": 5, "start": 0, "words": "a", "label": null}'),
    ("decided.jsonl", '{"id": "1", "article_id": "a", "start": "x", "words": 5, "label": null}'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "line"), RULES)
def test_a_malformed_rule_is_refused_in_a_sentence(tmp_path: Path, name: str, line: str) -> None:
    (tmp_path / name).write_text(line + "\n")
    with pytest.raises(RulesError) as caught:
        make_press_rules(spacy.blank("en"), "press_rules", str(tmp_path))
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize("line", ["[1]", "5", DEEP, '{"article_id": "a", "anchor": 5}', "\udcff"])
def test_a_malformed_decided_row_is_refused_in_a_sentence(tmp_path: Path, line: str) -> None:
    (tmp_path / "decided_rows.jsonl").write_bytes(line.encode("utf-8", "surrogateescape") + b"\n")
    with pytest.raises(RulesError, match="line 1"):
        read_decided_rows(tmp_path)


def test_rules_that_are_not_utf8_are_refused(tmp_path: Path) -> None:
    (tmp_path / "patterns.jsonl").write_bytes(b"\xff\xfe{}\n")
    with pytest.raises(RulesError, match="UTF-8"):
        read_rule_set(tmp_path)


def test_operators_that_end_are_taken(tmp_path: Path) -> None:
    tokens = [{"IS_TITLE": True, "OP": "+"}, {"LOWER": "of"}, {"IS_TITLE": True, "OP": "+"}]
    (tmp_path / "patterns.jsonl").write_text(json.dumps({"label": "ORG", "pattern": tokens}) + "\n")
    assert len(read_rule_set(tmp_path).patterns) == 1


@pytest.mark.parametrize("version", ["../evil", "/tmp", "..", ".", "a/b", "1\n2", "\udcff", "3"])
def test_the_rules_in_use_are_a_folder_beside_and_there(tmp_path: Path, version: str) -> None:
    (tmp_path / "evil").mkdir()
    sets = tmp_path / "rules"
    sets.mkdir()
    (sets / CURRENT).write_bytes(version.encode("utf-8", "surrogateescape"))
    with pytest.raises(PressfactsError, match="CURRENT"):
        applied_rules(sets)
    with pytest.raises(PressfactsError):
        RuleSets(sets).read(RuleSets(sets).current())


def test_who_holds_rule_sets_is_waited_for(tmp_path: Path) -> None:
    done: list[str] = []

    def second() -> None:
        with held(tmp_path / "lock"):
            done.append("second")

    with held(tmp_path / "lock"):
        other = threading.Thread(target=second)
        other.start()
        other.join(0.2)
        done.append("first")
    other.join()
    assert done == ["first", "second"]
