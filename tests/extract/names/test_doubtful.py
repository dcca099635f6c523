"""Single words taken for persons: kept only where something shows one."""

import re

import pytest

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.doubtful import believed
from pipeline.extract.names.lone_persons import PersonSigns, without_strays
from pipeline.extract.names.words import compiled_words
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.titles.titles import titles_of

SIGNS = PersonSigns(frozenset({"Ama"}), titles_of(rulebook_with(None)).patterns)
TEXTS = (
    ("The [Harmattan] blew.", []),
    ("The wind blew. [Ama] slept.", ["Ama"]),
    ("The [Tetteh] plan is [Kofi Tetteh]'s.", ["Tetteh", "Kofi Tetteh"]),
    ("They met General [Tetteh] there.", ["Tetteh"]),
    ("They met [Kofi Tetteh], [Quaye] and [Sika] there.", ["Kofi Tetteh", "Quaye", "Sika"]),
)


def marked(text: str, score: float) -> tuple[str, list[Candidate]]:
    """Read `[name]` as a candidate for a person."""
    plain = text.replace("[", "").replace("]", "")
    names = (match[1] for match in re.finditer(r"\[([^]]+)\]", text))
    at, found = 0, []
    for name in names:
        at = plain.index(name, at)
        found.append(Candidate(at, at + len(name), "PERSON", "model", score=score))
        at += len(name)
    return plain, found


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_drops_single_words_that_nothing_shows_to_be_persons(text: str, expected: list[str]) -> None:
    plain, found = marked(text, 0.8)
    assert [plain[one.start : one.end] for one in without_strays(plain, found, SIGNS)] == expected


@pytest.mark.parametrize("score", [0.85, 0.95])
def test_keeps_words_of_which_a_model_is_sure_or_says_nothing(score: float) -> None:
    plain, found = marked("The [Harmattan] blew.", score)
    assert without_strays(plain, found, SIGNS) == found


@pytest.mark.parametrize(("label", "kept"), [("ROLE", True), ("LOC", False)])
def test_believes_in_a_body_before_a_title_and_its_holder(label: str, kept: bool) -> None:
    text = "Prothom Dawn Joint Editor Sohrab Hossain left."
    found = [
        Candidate(0, 12, "ORG", "model", score=0.55),
        Candidate(13, 25, label, "model", score=0.9),
        Candidate(26, 40, "PERSON", "model", score=0.99),
    ]
    believed_in = believed(text, found, compiled_words(rulebook_with(None)).support)
    assert ("ORG" in {one.label for one in believed_in}) is kept
