"""`press_dates` on a Doc: relative dates count from `doc._.published`."""

from datetime import date

import spacy

from pipeline.extract.document.trace import notes, start_trace
from pipeline.extract.figures.dates import PressDates, date_finder, told_by
from tests.extract.values_doc import values_doc


def test_counts_from_the_publication_date() -> None:
    [row] = values_doc("It met last Friday.", "2025-03-12")._.dates
    assert (row.text, row.date_from, row.date_to) == ("last Friday", date(2025, 3, 7), date(2025, 3, 7))
    assert (row.precision, row.anchor) == ("day", date(2025, 3, 12))


def test_leaves_a_relative_date_empty_without_one() -> None:
    [row] = values_doc("It met last Friday.")._.dates
    assert (row.date_from, row.date_to, row.precision, row.anchor) == (None, None, None, None)


def test_an_absolute_date_has_no_anchor() -> None:
    [row] = values_doc("It met on May 5, 2024.", "2025-03-12")._.dates
    assert (row.date_from, row.anchor) == (date(2024, 5, 5), None)


def test_says_what_the_year_was_taken_from() -> None:
    finder = date_finder()
    [ahead] = finder.find("Bids open on 1 May.", published=date(2025, 3, 12))
    [named] = finder.find("It met on May 5, 2024.", published=date(2025, 3, 12))
    assert told_by(ahead) == "it counts from 2025-03-12: the words by it tell of what is to come"
    assert told_by(named) == "its own words, or those joined to it, name the year"


def test_notes_it_where_a_doc_is_explained() -> None:
    doc = spacy.blank("en").make_doc("In 2019 it shut in May.")
    start_trace(doc)
    PressDates("press_dates", date_finder())(doc)
    assert [note.cell for note in notes(doc)] == ["dates.date_from"] * 2
