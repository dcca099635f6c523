"""Patterns over text with signs are looked for where they can be, and found as in the whole text."""

import re
from dataclasses import dataclass

import pytest

from pipeline.extract.referring.masked import SignPattern, Skeleton
from pipeline.rulebook.slots import SIGNS, stays_in_line

PERSON, ROLE = SIGNS["PERSON"], SIGNS["ROLE"]


@dataclass(frozen=True)
class Name:
    start_char: int
    end_char: int
    label: str


def skeleton_of(text: str) -> Skeleton[Name]:
    """Put signs for `P` and `R`."""
    labels = {"P": "PERSON", "R": "ROLE"}
    names = [Name(at, at + 1, labels[char]) for at, char in enumerate(text) if char in labels]
    return Skeleton(text, names, lambda gap, before, after: gap)


TEXT = "P, R of it\nthe R, says P, R\n\nno name\nR\nP\nR\nP"


def test_lines_with_a_sign():
    skeleton = skeleton_of(TEXT)
    lines = [skeleton.text[slice(*line)].replace(PERSON, "P") for line in skeleton.lines_with(PERSON)]
    assert lines == [f"P, {ROLE} of it", f"the {ROLE}, says P, {ROLE}", "P", "P"]
    assert skeleton_of("no name").lines_with(PERSON) == []


@pytest.mark.parametrize(
    "pattern",
    [f"{PERSON}, {ROLE}", f"{ROLE}[^.\\n]*{PERSON}", f"{ROLE}\\n{PERSON}", f"{PERSON}\\s{ROLE}", f"{PERSON}$"],
)
@pytest.mark.parametrize("text", [TEXT, "", "no name", "P", "\nP, R\n", "R\nP"])
def test_what_is_found_is_what_the_whole_text_has(pattern, text):
    skeleton, compiled = skeleton_of(text), re.compile(pattern)
    found = [match.span() for match in SignPattern(compiled, PERSON).find(skeleton)]
    assert found == [match.span() for match in compiled.finditer(skeleton.text)]


@pytest.mark.parametrize(
    ("pattern", "stays"),
    [
        (r"of [^.\n]{0,60}", True),
        (r"of [^\s]+", True),
        (r"(?P<its>its) \w+(?!,)", True),
        (r"of [^.]{0,60}", False),
        (r"of [^\S]", False),
        (r"of\W", False),
        (r"[\t-\r]", False),
        (r"\x0a", False),
        ("of\n", False),
        (r"of$", False),
        (r"(?s:of.)", False),
        (r"of [^.\n][^,]", False),
    ],
)
def test_what_stays_in_a_line(pattern, stays):
    assert stays_in_line(pattern) == stays
