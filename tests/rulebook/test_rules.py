"""The rules that come with pressfacts: that people can review them, and that they say what they claim."""

import csv

import pytest

from pipeline.rulebook.columns import columns_of_rule_file
from pipeline.rulebook.reading import RULES, row_kinds
from pipeline.rulebook.readme import kinds_of, with_files

FILES = sorted(RULES.rglob("*.csv"))


def cells(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(line for line in file if not line.startswith("#")))


def test_every_file_is_read_and_every_table_has_one():
    assert sorted(path.stem for path in FILES) == sorted(row_kinds())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files_of_words_have_one_word_a_row(path):
    header, *rows = cells(path)
    assert tuple(header) == columns_of_rule_file(row_kinds()[path.stem]).names
    if "word" in header:
        assert max(len(cell) for row in rows for cell in row) < 80
        assert not [row for row in rows if "|" in row[-1]]


KINDS = {
    path: set(kinds_of(row_kinds()[path.stem])) for path in FILES if path.stem not in ("countries", "cities", "regions")
}
"""What each file may say; countries, regions and cities share the form of their rows."""


@pytest.mark.parametrize("path", [path for path, kinds in KINDS.items() if kinds], ids=lambda path: path.stem)
def test_no_kind_is_without_rows(path):
    header, *rows = cells(path)
    assert {row[header.index("kind")] for row in rows} == KINDS[path], "a kind that no row has goes from kinds.py"


def test_the_readme_lists_the_files_as_they_are():
    readme = (RULES / "README.md").read_text(encoding="utf-8")
    assert with_files(readme) == readme, "run `python -m pipeline.rulebook.readme`"
