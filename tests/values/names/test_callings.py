"""What stands beside a name of what its bearer does for life, though as no title."""

import re

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.store.linking.surroundings import surroundings

RULES = load_rulebook()

SAID = [
    ("The swimmer Ama Obi, 18, won by a second.", "swimmer"),
    ("the two were told by the dairy farmer Ama Obi that it rained", "dairy farmer"),
    ("A labour economist, Ama Obi, said so.", "economist"),
    ("Her piano teacher, Ama Obi, wept.", "teacher"),
    ("Farmer Ama Obi said so.", "farmer"),
    ("Ama Obi, a violinist from Tamale, played.", "violinist"),
    ("Ama Obi, 52, a heart surgeon, will lead it.", "surgeon"),
    ("Ama Obi, the city's oldest baker and its loudest, died.", "baker"),
    ("Ama Obi, who works as a bus driver, writes verse.", "bus driver"),
    ("Ama Obi, who is a nurse in Accra, said so.", "nurse"),
    ("It was made by the glassblower Ama Obi in one night.", "glassblower"),
    ("The young ropemaker Ama Obi said so.", "ropemaker"),
]
UNSAID = [
    "Ama Obi said so.",
    "He is a farmer, Ama Obi said.",
    "The farmer told Ama Obi that it rained.",
    "Ama Obi, the farmer's wife, said so.",
    "the farmer's wife Ama Obi said so",
    "Ama Obi, a former farmer, said so.",
    "Ama Obi, a student leader, said so.",
    "Ama Obi, the winner of the race, said so.",
    "Ama Obi, who told a farmer, said so.",
    "The paper Ama Obi wrote was lost.",
    "the younger Ama Obi said so",
    "Her mother Ama Obi said so.",
    "The prisoner Ama Obi, 40, said so.",
    "They saw the farmer. Ama Obi said so.",
]


def calling(sentence: str) -> str | None:
    start = sentence.index("Ama Obi")
    return surroundings(RULES).callings.of(sentence, start, start + len("Ama Obi"))


@pytest.mark.parametrize(("sentence", "expected"), SAID)
def test_what_somebody_does_for_life(sentence: str, expected: str) -> None:
    assert calling(sentence) == expected


@pytest.mark.parametrize("sentence", UNSAID)
def test_what_says_nothing_of_it(sentence: str) -> None:
    assert calling(sentence) is None


@pytest.mark.parametrize("row", RULES.callings, ids=lambda row: row.id)
def test_a_pattern_finds_its_example_and_not_its_counter_example(row) -> None:
    pattern = row.pattern.replace("{name}", "Obi")
    assert re.search(pattern, row.example)
    assert row.not_ and not re.search(pattern, row.not_)
