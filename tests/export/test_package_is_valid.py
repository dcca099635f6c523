"""A run's data package passes the validator of Frictionless Data, keys and types of every row."""

from pathlib import Path

import pytest

from tests.small_runs import run_on, write_articles

frictionless = pytest.importorskip("frictionless", reason="needs frictionless: pip install 'pressfacts[dev]'")


def test_every_row_of_a_run_is_valid(tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "in", 2)
    (folder / "empty.txt").write_text("")
    (folder / "people.txt").write_text(
        "TEMA, 3 March 2025 - Kasoa Terminals Ltd (KTL) said it paid €11.4 million, or -5% less.\n\n"
        "“Now they come,” said Ama Boateng, chief executive of KTL. Kofi Mensah of Ferry Watch agreed.\n"
    )
    for bom in (False, True):
        run_on(folder, tmp_path / "out", None, bom=bom)  # type: ignore[arg-type]
        report = frictionless.validate(str(tmp_path / "out" / "datapackage.json"))
        assert report.valid, report.flatten(["taskNumber", "rowNumber", "fieldName", "note"])[:5]
