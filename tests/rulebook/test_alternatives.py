"""Words to one expression, by their letters: it finds what the words do one after the other, longest first."""

import re

import pytest

from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.reading import load_rulebook

WORDS = ["Head", "head of", "head", "Headmaster", "chair", "chairman", "U.S.", "U", "a|b", "ſ", "sea", "é", "Émile"]
TEXT = "The Head of it, a head of state, HEAD OF, a Headmaster, chairmen, the chairman of U.S. a|b SEA ſea, émile Émile"


def one_after_the_other(words: set[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("around", ["{}", r"(?<!\w){}(?!\w)", r"{} \w", r"{}(?= of)"])
def test_any_of_finds_what_the_words_find(around: str, flags: int) -> None:
    for words in (set(WORDS), set(load_rulebook().titles.printed("head")) | {"Head of", "head"}):
        found, expected = (
            [match.span() for match in re.finditer(around.replace("{}", form), TEXT, flags)]
            for form in (any_of(words), one_after_the_other(words))
        )
        assert found == expected


def test_of_no_words_nothing_is_found() -> None:
    assert not re.search(any_of([]), TEXT)
