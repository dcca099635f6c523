"""What is no part of a name, cut off its edges."""

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.names.spans import lines, span_rules, trim
from tests.values.bracketed import without_brackets, words_at

RULES = span_rules(load_rulebook())


@pytest.mark.parametrize(
    ("marked", "label", "name"),
    [
        ("[The Volta Foods] grew", "ORG", "Volta Foods"),
        ("[Volta Foods (GSE: VLF)] grew", "ORG", "Volta Foods"),
        ("[Volta Foods'] mill", "ORG", "Volta Foods"),
        ("[Kofi Obi's] crane", "PERSON", "Kofi Obi"),
        ("[Mr Kofi Obi] left", "PERSON", "Kofi Obi"),
        ("[Dr. Ada Temwa,] who", "PERSON", "Ada Temwa"),
        ("[Captain Obi] sailed", "PERSON", "Obi"),
        ("[Chief Executive Ada Temwa] said", "PERSON", "Ada Temwa"),
        ("[Obi\nAma] said", "PERSON", "Obi"),
        ("met ['Ofa Latu] there", "PERSON", "'Ofa Latu"),
        ("met ['Ofa Latu]' there", "PERSON", "Ofa Latu"),
        ("met [Mateo Ich'], an elder", "PERSON", "Mateo Ich'"),
        ("met the [Obis'] dog", "PERSON", "Obis"),
    ],
)
def test_what_is_left_of_a_name(marked: str, label: str, name: str) -> None:
    text, (place,) = without_brackets(marked)
    assert words_at(text, trim(text, *place, label, RULES)) == name


def test_a_name_ends_where_its_line_does() -> None:
    assert list(lines("Obi\nAda Temwa", 0, 13)) == [(0, 3), (4, 13)]
