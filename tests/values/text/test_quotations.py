"""Stretches in quotation marks, whatever the marks, however odd."""

import re

import pytest

from pipeline.values.text.quotations import quotations

CASES = (
    ('He said "no" twice.', ["no"]),
    ("He said “no” twice.", ["no"]),
    ("He said «no» twice.", ["no"]),
    ("He said « no » twice.", ["no"]),
    ("He said „no“ twice.", ["no"]),
    ("He said ``no'' twice.", ["no"]),
    ("He said ''no'' twice.", ["no"]),
    ('He said “no" twice.', ["no"]),
    ('He said "no” twice.', ["no"]),
    ("“He said “no” twice.”", ["He said “no” twice."]),
    ('"One," he said. "Two."', ["One,", "Two."]),
    ('"One."He said."Two."', ["One.", "Two."]),
    ('"One.""Two."', ["One.", "Two."]),
    ('"One.\n\n"Two."', ['One.\n\n"Two.']),
    ("“One.\n\nTwo.” Then.", ["One.\n\nTwo."]),
    ("“One.\n\nTwo.\n\nThree.", ["One."]),
    ('A 5" pipe, a 7" pipe.', ["pipe, a 7"][0:0]),
    ("He said “no.", []),
    ("no” he said", []),
    ('"', []),
    ("“”", []),
    ("", []),
    ("‘It was the rain that did it,’ he said.", ["It was the rain that did it,"]),
    ("'It was the rain that did it,' he said.", ["It was the rain that did it,"]),
    ("The players' club and the owners' club met.", []),
    ("‘It wasn’t the rain, was it?’ he said.", ["It wasn’t the rain, was it?"]),
    ("「雨が降った」と彼は言った。", ["雨が降った"]),
    ("He said ‹ it will rain ›.", ["it will rain"]),
    ("'The lads' boats were out all night,' he said.", ["The lads' boats were out all night,"]),
    ("'We lost the boats', he said.", ["We lost the boats"]),
    ("The owners' club, the 'Harbour', met.", []),
    ("'We lost the boats.\n\n'Then we lost the nets,' he said.", ["We lost the boats.\n\n'Then we lost the nets,"]),
    ("‘We lost the boats.\n\n‘Then we lost the nets,’ he said.", ["We lost the boats.\n\n‘Then we lost the nets,"]),
    ('He said: "We lost the boats. All of them.\n\nIt rained.', ["We lost the boats. All of them."]),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_finds_quotations(text: str, expected: list[str]) -> None:
    assert [text[found.start : found.end] for found in quotations(text)] == expected


def test_a_quotation_that_nothing_closes_ends_before_the_words_that_say_who_speaks() -> None:
    text = '"Shall we fish again? asked Ama Boateng, a trawler owner.\n\n"We shall," said Kofi Mensah.'
    said = re.compile(r"(?<=[,?!]) (?:said|asked) [A-Z][^\n\"]*$", re.MULTILINE)
    assert [text[found.start : found.end] for found in quotations(text, said)] == ["Shall we fish again?", "We shall,"]


def test_never_overlap_and_lie_inside_their_marks() -> None:
    text = '"One “two” three" ‘four five six seven,’ “eight «nine» ten” "" «» \'\' `` “" ”\n\n"eleven\n"twelve'
    end = 0
    for found in quotations(text):
        assert end <= found.outer_start <= found.start < found.end <= found.outer_end <= len(text)
        end = found.outer_end
