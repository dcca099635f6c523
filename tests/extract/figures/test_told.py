"""What looks like an amount, a percentage or a date and is none leaves a note that says why, and by which row."""

import pytest

from pipeline.extract.document.trace import notes, start_trace
from tests.extract.marked import everything, marked_doc

TEXT = (
    "They paid 97 cents on the dollar in the $20s. Theresa May read it on Sunday. It cost R2 beside the Sunday Times."
    " A rupee coin buys 5 pounds of flour. See files/50%20copy.pdf, a fund of 3 BP wells. Open next Independence Day."
)
DROPPED = (
    ("97 cents", "press_money/on_the_dollar", "the words after it say so"),
    ("$20", "press_money", "a letter is glued to it"),
    ("R2", "press_money/rand", "its sign means other things too"),
    ("50%", "press_percentages/percent", "its sign is a code in an address"),
    ("3 BP", "press_percentages/basis_point", "its letters name something else"),
    ("next Independence Day", "press_dates/which_named", "no country"),
    ("May", "press_dates/month_last", "the words around it fail the check 'month'"),
    ("Sunday", "press_dates/weekday", "the words around it fail the check 'weekday'"),
)


@pytest.mark.parametrize(("words", "by", "why"), DROPPED)
def test_says_why_it_is_none(words: str, by: str, why: str) -> None:
    doc = marked_doc(everything(), TEXT)
    start_trace(doc)
    for name in ("press_sentences", "press_zones", "press_money", "press_percentages", "press_dates"):
        doc = everything().get_pipe(name)(doc)
    said = [note.what for note in notes(doc) if note.by == by and note.what.startswith(f"{words!r} is no ")]
    assert len(said) == 1 and why in said[0]


def test_says_nothing_where_nobody_asks() -> None:
    doc = marked_doc(everything(), TEXT)
    for name in ("press_sentences", "press_zones", "press_money", "press_percentages", "press_dates"):
        doc = everything().get_pipe(name)(doc)
    assert notes(doc) == []
