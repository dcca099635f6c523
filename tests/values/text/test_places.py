import re

import pytest

from pipeline.values.text.places import standing_alone


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Volta, Voltage and Volta", "Volta"),
        ("Volta_1 Volta-1 (Volta) éVolta Volta²", "Volta"),
        ("aa aaa aa", "aa"),
        ("Volta Volta Volta Volta", "Volta Volta"),
        ("", "Volta"),
        ("S.p.A. and S.p.A.s", "S.p.A."),
    ],
)
def test_places_are_those_of_the_regular_expression(text, words):
    expected = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    assert list(standing_alone(text, words)) == expected
