"""Who wins where rules and a model meet."""

import pytest

from pipeline.extract.names.candidates import Candidate, settle, settle_roles


def one(start: int, end: int, label: str = "ORG", source: str = "model", score: float = 0.8) -> Candidate:
    return Candidate(start, end, label, source, score=score)


CASES = (
    ("values win over names", [one(0, 9, "PERSON"), one(0, 4, "DATE", "value")], [(0, 4, "DATE")]),
    ("the longer wins", [one(0, 4), one(0, 9)], [(0, 9, "ORG")]),
    ("lists win over the model", [one(0, 9, "PERSON"), one(2, 9, "ORG", "known")], [(2, 9, "ORG")]),
    ("a definition wins over the model", [one(0, 3, "LOC"), one(0, 3, "ORG", "defined")], [(0, 3, "ORG")]),
    ("a whole form wins over an unsure part", [one(4, 9), one(0, 9, "ORG", "office")], [(0, 9, "ORG")]),
    ("a sure part wins over a whole form", [one(4, 9, score=0.95), one(0, 9, "ORG", "office")], [(4, 9, "ORG")]),
    ("a form that holds a person is none", [one(5, 9, "PERSON"), one(0, 9, "ORG", "head")], [(5, 9, "PERSON")]),
    ("the model wins over a repeat", [one(0, 4, "LOC"), one(0, 4, "ORG", "repeat")], [(0, 4, "LOC")]),
    ("what doesn't meet stays", [one(0, 4), one(5, 9, "LOC")], [(0, 4, "ORG"), (5, 9, "LOC")]),
)


@pytest.mark.parametrize(("what", "candidates", "expected"), CASES, ids=[case[0] for case in CASES])
def test_settles(what: str, candidates: list[Candidate], expected: list[tuple[int, int, str]]) -> None:
    assert [(kept.start, kept.end, kept.label) for kept in settle(candidates)] == expected


def test_roles_take_in_places_and_the_models_roles_but_no_names() -> None:
    role = one(0, 20, "ROLE", "role")
    assert settle_roles([one(5, 9, "LOC")], [role]) == [role]
    assert settle_roles([one(5, 9, "ROLE")], [role]) == [role]
    assert settle_roles([one(5, 9, "ORG")], [role]) == [one(5, 9, "ORG")]
    assert settle_roles([one(15, 29, "LOC")], [role]) == [one(15, 29, "LOC")]
