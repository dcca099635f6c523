"""Texts to paragraphs, with lines wrapped or not."""

import pytest

from pipeline.values.text.paragraphs import paragraphs

WRAPPED = (
    "Orrin Foods said on Monday that it would buy Tallow Bakery for\n"
    "forty million pounds in cash, and that all of the bakers could\n"
    "stay where they were."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n\t", []),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\n\n  Two. \n", ["One.", "Two."]),
        (WRAPPED, [WRAPPED]),
        ("Head\n\n" + WRAPPED + "\n\nTail", ["Head", WRAPPED, "Tail"]),
        ("a | b\nc | d", ["a | b", "c | d"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    found = paragraphs(text)
    assert [part.text for part in found] == expected
    assert all(text[part.start : part.end] == part.text for part in found)
