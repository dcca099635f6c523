"""Scales that a text states once, and the rows that they are read by."""

from pipeline.rulebook.reading import load_rulebook


def test_the_first_two_words_of_a_scale_are_its_singular_and_its_plural():
    """`in thousands` is stated over a table, `in k` is not: by their order in scales.csv, which this holds."""
    scales = [row.words for row in load_rulebook().scales if row.factor > 100]
    assert len(scales) > 5 and all(words[1:2] in ((), (f"{words[0]}s",)) for words in scales)
