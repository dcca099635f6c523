"""The page of the docs about formats names every format that there is, and what is refused, as the table has it."""

from pathlib import Path

from pipeline.ingest.formats import FORMATS

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


def test_every_format_that_is_read_is_in_the_page() -> None:
    names = {form.what for form in FORMATS.values() if form.read is not None and form.what != "a sitemap"}
    missing = sorted(name for name in names if name.lower() not in PAGE.lower())
    assert not missing


def test_every_format_that_is_refused_is_in_the_page_with_what_to_do() -> None:
    lines = {f"- {form.what}: {form.instead}" for form in FORMATS.values() if form.read is None}
    assert not sorted(line for line in lines if line not in PAGE)
