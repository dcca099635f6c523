"""Datelines to their places, where the model sees none."""

import pytest

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.places import dateline_places
from pipeline.rulebook.reading import load_rulebook
from pipeline.values.zones.marks import Marks
from pipeline.values.zones.zones import find_zones
from tests.extract.marked import everything, found

MARKS = Marks(load_rulebook())

LINES = (
    ("TEMA, Ghana, 3 March 2025 -", ["TEMA", "Ghana"]),
    ("TEMA/CAPE COAST, 3 March 2025 –", ["TEMA", "CAPE COAST"]),
    ("TEMA and ACCRA, March 3, 2025 —", ["TEMA", "ACCRA"]),
    ("WASHINGTON, D.C. --", ["WASHINGTON, D.C."]),
    ("NOTICE:", []),
)
NEWS = "The port said on Monday that it had bought a second crane for the quay, after a long wait."


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_finds_the_places_of_a_dateline(line: str, expected: list[str]) -> None:
    text = f"Port gets a crane\n\n{line} {NEWS}\n\n{NEWS}"
    places = dateline_places(text, find_zones(text, MARKS), [], MARKS.datelines)
    assert [text[place.start : place.end] for place in places] == expected


def test_leaves_a_dateline_in_which_a_place_is_found() -> None:
    text = f"Port gets a crane\n\nTEMA, 3 March 2025 - {NEWS}\n\n{NEWS}"
    assert (
        list(dateline_places(text, find_zones(text, MARKS), [Candidate(19, 23, "LOC", "model")], MARKS.datelines)) == []
    )


def test_the_places_of_a_dateline_become_mentions() -> None:
    doc = everything()(f"Port gets a crane\n\nTEMA, 3 March 2025 - {NEWS}\n\n{NEWS}")
    assert [m.text for m in doc._.mentions if m.label == "LOC"] == ["TEMA"]


@pytest.mark.parametrize(
    ("marked", "countries"),
    [
        ("1. [P Ama Boateng] (GHA) and [P Ines Sordo] ([O ESP]) 7hr", ["GHA", "ESP"]),
        ("[P Luis Arze] ([O MAS]) spoke, and so did [P Ines Sordo] (MAS).", []),
    ],
)
def test_a_code_behind_a_person_is_a_country_beside_another(marked: str, countries: list[str]) -> None:
    assert [mention.text for mention in found(marked, "mentions") if mention.label == "LOC"] == countries
