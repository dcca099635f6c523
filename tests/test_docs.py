"""The page of the docs about Python says what there is: records with their columns, settings, errors."""

import importlib.util
import sys
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import pytest

from pipeline import errors
from pipeline.records import ARTICLE_RECORDS
from pipeline.settings import Settings

GENERATED = Path(__file__).parents[1] / "docs" / "generated.py"


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> str:
    """Make the page as mkdocs would, which is installed only where the documentation is built."""
    files = ModuleType("mkdocs.structure.files")
    files.File = files.Files = object
    monkeypatch.setitem(sys.modules, "mkdocs.structure.files", files)
    spec = importlib.util.spec_from_file_location("generated", GENERATED)
    assert spec and spec.loader
    generated = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generated)
    return generated.python_page()


def test_every_record_setting_and_error_is_in_the_page_with_a_sentence(page: str) -> None:
    assert all(f"in `doc._.{name}`" in page for name in ARTICLE_RECORDS)
    rows = {
        line.split("`")[1]: line.rpartition("|")[0].rpartition("| ")[2]
        for line in page.split("\n")
        if line[:3] == "| `"
    }
    assert all(rows[field.name].strip().endswith(".") for field in fields(Settings))
    assert f"`pipeline.errors.UsageError`: {errors.UsageError.__doc__}" in page


def test_a_record_has_the_columns_of_its_table(page: str) -> None:
    assert "| `low` | number | Lower end of the value; equals `high` unless a range. |" in page
