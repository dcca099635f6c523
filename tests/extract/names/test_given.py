"""Persons whom their own words show, where a model takes them for bodies or leaves a part of the name out."""

import pytest

from tests.extract.marked import found

ROWS = (
    ("They were paid. [O Surveyor Quilla Paucar] wrote.", [("PERSON", "Quilla Paucar")]),
    ("They thanked [O Joost Rietveld], who paid.", [("PERSON", "Joost Rietveld")]),
    ("They thanked [O Sefa Tuiasau], whose uncle paid.", [("PERSON", "Sefa Tuiasau")]),
    ("They thanked [O Sefa Tuiasau], whose store burned.", [("ORG", "Sefa Tuiasau")]),
    ("1) [O Zhang Lihua & Family]; 2) Obi", [("PERSON", "Zhang Lihua")]),
    ("They thanked [O Bruno Kessler] there.", [("PERSON", "Bruno Kessler")]),
    ("They paid [O Bruno Mills] there.", [("ORG", "Bruno Mills")]),
    ("They paid [O Captain Foods] there.", [("ORG", "Captain Foods")]),
    ("They met.\n\nTashi [P Wangmo Lepcha] sang.", [("PERSON", "Tashi Wangmo Lepcha")]),
    ("Senators [P Wangmo Lepcha] and [P Ama Sika] sang.", [("PERSON", "Wangmo Lepcha")]),
    ("They met. Yesterday [P Wangmo Lepcha] sang.", [("PERSON", "Wangmo Lepcha")]),
    ("They met the head, Cheikh [P Bamba Sarr], there.", [("PERSON", "Cheikh Bamba Sarr")]),
    ("They met in London [P Bamba Sarr] there.", [("PERSON", "Bamba Sarr")]),
    ("The prize went to Ts. [P Oyunbileg] there.", [("PERSON", "Ts. Oyunbileg")]),
    ("Results\n\n2. [P 2. D. Ganbold] (Khovd) 3:04:02", [("PERSON", "D. Ganbold")]),
    ("They asked [P Park Min]-ju there.", [("PERSON", "Park Min-ju")]),
    ("They joined the [P Ama Sika]-led march.", [("PERSON", "Ama Sika")]),
)


@pytest.mark.parametrize(("marked", "expected"), ROWS)
def test_persons(marked: str, expected: list[tuple[str, str]]) -> None:
    mentions = [m for m in found(marked, "mentions") if m.label in ("PERSON", "ORG")]
    assert [(mention.label, mention.text) for mention in mentions][: len(expected)] == expected
