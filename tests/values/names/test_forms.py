"""Forms of names: which short one may stand for which full one."""

import pytest

from pipeline.values.names.forms import entity_id, fold, is_form_of, nickname, surname_rank

NICKNAMES = {"robert": frozenset({"bob", "rob"}), "elizabeth": frozenset({"liz"})}

FORMS = (
    ("Boateng", "Ama Boateng", True),
    ("Ama", "Ama Boateng", True),
    ("A. Boateng", "Ama Boateng", True),
    ("AB", "Ama Boateng", False),
    ("A.", "Ama Boateng", False),
    ("Ama S. Boateng", "Ama Serwaa Boateng", True),
    ("Ama K. Boateng", "Ama Serwaa Boateng", False),
    ("Kofi Boateng", "Ama Boateng", False),
    ("Ama Boateng", "Boateng", False),
    ("Chen", "Chen Zilei", True),
    ("Zilei Chen", "Chen Zilei", True),
    ("Kim", "Kim Min-ji", True),
    ("Min ji", "Kim Min-ji", True),
    ("Nagy", "Nagy Éva", True),
    ("Eva Nagy", "Nagy Éva", True),
    ("van der Berg", "Jan van der Berg", True),
    ("van", "Jan van der Berg", False),
    ("Berg", "Jan van der Berg", True),
    ("de la Cruz", "Maria de la Cruz", True),
    ("Okonjo-Iweala", "Ngozi Okonjo-Iweala", True),
    ("Tan", "William Tan Jr.", True),
    ("William Tan", "William Tan, III", True),
    ("Bob Mensah", "Robert Mensah", True),
    ("Liz Mensah", "Elizabeth Mensah", True),
    ("Liz Mensah", "Robert Mensah", False),
    ("Sparky", "Ann “Sparky” Lee", True),
    ("Sparky Lee", "Ann “Sparky” Lee", True),
    ("Lee", "Ann “Sparky” Lee", True),
    ("O'Neill", "Sean O’Neill", True),
    ("J. M. Okafor", "John Michael Okafor", True),
    ("J.M. Okafor", "John Michael Okafor", True),
    ("Müller", "Jörg Muller", True),
    ("Smith", "Smithson Ade", False),
)


@pytest.mark.parametrize(("short", "full", "expected"), FORMS)
def test_says_whether_a_name_is_a_form_of_another(short: str, full: str, expected: bool) -> None:
    assert is_form_of(short, full, nicknames=NICKNAMES) is expected


def test_ids_depend_on_the_folded_name_alone() -> None:
    assert entity_id("ORG", "The Volta  Foods") == entity_id("ORG", "volta foods") != entity_id("PERSON", "Volta Foods")
    assert entity_id("PERSON", "Ama Boateng").startswith("p-") and len(entity_id("PERSON", "Ama Boateng")) == 14


def test_folds_accents_marks_and_hyphens() -> None:
    assert fold("The Łódź–Süd “Bund”") == 'lodz sud "bund"'
    assert nickname("Ann (Sparky) Lee") == "sparky"
    assert [surname_rank(word, "Jan van der Berg") for word in ("Berg", "Jan", "der", "Ama")] == [0, 1, 2, 3]
