import csv
import json
from decimal import Decimal

import pandas as pd
import pytest

from pipeline.errors import UsageError
from pipeline.export import writers
from pipeline.plain import to_plain
from pipeline.records import Money, Organisation
from pipeline.tables import TABLES

MONEY = Money(
    article_id="a1",
    start_char=5,
    end_char=12,
    text='=€4\n"m"',
    low=Decimal("4E+6"),
    high=Decimal("4000000.0"),
    currency="EUR",
    sentence="It cost €4m, he said.",
    found_by="press_money/x",
    money_id="a1:5",
)
COMPANY = Organisation(article_id="a1", organisation_id="o-1", name="Ørsted, Holm & Søn", aliases=("ØHS", "Ørsted"))


def row(table, record):
    """Give the row of a record, with nothing joined to it."""
    return [*to_plain(record), *[None] * len(TABLES[table].joined)]


def test_csv_is_read_back_as_it_was(tmp_path):
    path = writers.write_csv(TABLES["money"], [row("money", MONEY)], tmp_path)
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw and raw.endswith(b"\n")
    with path.open(encoding="utf-8", newline="") as file:
        (read,) = csv.DictReader(file)
    assert list(read) == [column.name for column in TABLES["money"].columns]
    assert (read["text"], read["low"], read["high"], read["per"]) == ("'" + MONEY.text, "4000000", "4000000", "")


def test_csv_of_no_rows_has_its_header(tmp_path):
    path = writers.write_csv(TABLES["errors"], [], tmp_path)
    assert path.read_text() == "source,stage,error,message\n"


def test_csv_has_its_rows_in_order(tmp_path):
    rows = [["s", "ingest", "empty", f"number {n}"] for n in range(5)]
    path = writers.write_csv(TABLES["errors"], rows, tmp_path)
    assert path.read_text().splitlines()[1:] == [f"s,ingest,empty,number {n}" for n in range(5)]


def test_jsonl_keeps_lists_and_missing_values(tmp_path):
    path = writers.write_jsonl(TABLES["organisations"], [row("organisations", COMPANY)], tmp_path)
    record = json.loads(path.read_text(encoding="utf-8"))
    assert record["aliases"] == ["ØHS", "Ørsted"] and record["name"] == COMPANY.name
    amount = json.loads(
        writers.write_jsonl(TABLES["money"], [row("money", MONEY)], tmp_path).read_text(encoding="utf-8")
    )
    assert amount["low"] == "4000000" and amount["per"] is None and amount["text"] == MONEY.text


def test_parquet_has_exact_amounts(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = writers.write_parquet(TABLES["money"], [row("money", MONEY)], tmp_path)
    [(low, per)] = duckdb.sql(f"SELECT low, per FROM '{path}'").fetchall()
    assert low == Decimal(4_000_000) and per is None


def test_a_format_whose_library_is_missing_says_what_to_install(monkeypatch):
    monkeypatch.setattr(writers.importlib, "import_module", lambda name: (_ for _ in ()).throw(ImportError(name)))
    with pytest.raises(UsageError, match=r"pip install 'pressfacts\[parquet\]'"):
        writers.write_parquet(TABLES["money"], [], None)


def test_a_byte_order_mark_is_written_where_asked(tmp_path):
    path = writers.write_csv(TABLES["errors"], [], tmp_path, bom=True)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfsource,")


def test_a_failing_row_leaves_no_file(tmp_path):
    def rows():
        yield ["s", "ingest", "empty", "fine"]
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError):
        writers.write_csv(TABLES["errors"], rows(), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_pandas_reads_the_csv_with_the_types_of_the_schema(tmp_path):
    path = writers.write_csv(TABLES["money"], [row("money", MONEY)], tmp_path)
    data = pd.read_csv(path, keep_default_na=False)
    assert data.loc[0, "low"] == 4_000_000 and data.loc[0, "measure"] == ""
