"""Texts to zones: small cases, and a floor on our own annotated releases."""

import json
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.zones.marks import Marks, is_row
from pipeline.values.zones.zones import find_zones

MARKS = Marks(load_rulebook())

GOLD = Path(__file__).parents[3] / "corpus/gold/zones.jsonl"
ACCURACY = 0.98
F1 = {"headline": 0.97, "dateline": 0.96, "body": 0.98, "caption": 0.95, "about": 0.95, "forward_looking": 0.93,
      "contact": 0.88, "table": 0.95}  # fmt: skip
NEWS = "LEEDS, 3 March 2025 – Orrin Foods said on Monday that it would buy Tallow Bakery for £40 million in cash."


def zoned(text: str) -> list[tuple[str, str]]:
    """Give each zone with its text."""
    return [(zone.zone, text[zone.start_char : zone.end_char]) for zone in find_zones(text, MARKS)]


def test_headline_dateline_body() -> None:
    first, second, third = zoned(f"Orrin buys Tallow\n\n{NEWS}")
    assert first == ("headline", "Orrin buys Tallow")
    assert second == ("dateline", "LEEDS, 3 March 2025 –")
    assert third[0] == "body" and third[1].startswith("Orrin Foods said")


@pytest.mark.parametrize(
    ("paragraph", "zone"),
    [
        ("About Orrin Foods\nOrrin Foods bakes bread in Leeds. It was founded in 1931.", "about"),
        ("About Orrin Foods: Orrin Foods bakes bread in Leeds. It was founded in 1931.", "about"),
        ("About half of the bakers will stay, the company said, and most of them are glad.", "body"),
        ("Forward-Looking Statements\nActual results may differ from what this release says.", "forward_looking"),
        ("This release contains forward-looking statements. Actual results may differ.", "forward_looking"),
        ("“Actual results may differ and involve risks, as they say,” said Ms Holloway.", "body"),
        ("Media contact:\nGreta Holloway, +44 555 010 0199", "contact"),
        ("For further information, please contact Greta Holloway at press@orrin.example.", "contact"),
        ("The bakers contacted the company's lawyers on Friday, and again on Sunday, without any answer.", "body"),
        ("- ENDS -", "contact"),
        ("A loaf of bread in a window. File Photo: VCG", "caption"),
        ("(Photo by Lucía Arriaga)", "caption"),
        ("The photo shows what nobody wanted to believe, and the paper printed it on its first page.", "body"),
        ("Sales | £12m | £11m\nProfit | £2m | £1m", "table"),
        ("Sales          12.1       11.4\nProfit          2.0        1.8", "table"),
        ("The buyer offered 12.1 million in cash - or shares - for all of it.", "body"),
    ],
)  # fmt: skip
def test_the_zone_of_a_paragraph(paragraph: str, zone: str) -> None:
    text = f"Orrin buys Tallow\n\n{NEWS}\n\n{paragraph}"
    start = text.index(paragraph)
    assert {found.zone for found in find_zones(text, MARKS) if found.end_char > start} == {zone}


def test_a_caption_before_the_text() -> None:
    found = zoned(f"A view of Leeds File Photo: VCG\nGreta Holloway,\nthe baker, will go.\n{NEWS}")
    assert found[0] == ("caption", "A view of Leeds File Photo: VCG")


@given(
    st.lists(
        st.sampled_from(["Orrin buys Tallow", NEWS, "About Orrin", "###", "Contact:", " ", "a | b", "LEEDS –", "\t"])
    )
)
def test_zones_are_sorted_apart_and_trimmed(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    zones = find_zones(text, MARKS)
    assert all(zone.start_char < zone.end_char <= len(text) for zone in zones)
    assert all(a.end_char <= b.start_char for a, b in pairwise(zones))
    assert all(text[z.start_char : z.end_char].strip() == text[z.start_char : z.end_char] for z in zones)


def by_char(text: str, zones: Iterable[tuple[int, int, str]]) -> list[str]:
    """Give the zone of each character; a quotation is body here, for its zone is set where quotations are found."""
    names = ["body"] * len(text)
    for start, end, name in zones:
        names[start:end] = ["body" if name == "quote" else name] * (end - start)
    return names


def test_floors_on_our_annotated_releases() -> None:
    right, wrong, missed = Counter(), Counter(), Counter()
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    assert len(rows) >= 40
    for row in rows:
        text = row["text"]
        want = by_char(text, [(zone["start"], zone["end"], zone["zone"]) for zone in row["zones"]])
        have = by_char(text, [(zone.start_char, zone.end_char, zone.zone) for zone in find_zones(text, MARKS)])
        for char, wanted, given_ in zip(text, want, have, strict=True):
            if not char.isspace():
                (right if wanted == given_ else wrong)[given_] += 1
                missed[wanted] += wanted != given_
    assert right.total() / (right.total() + wrong.total()) >= ACCURACY
    scores = {name: 2 * right[name] / (2 * right[name] + wrong[name] + missed[name]) for name in F1}
    assert {name: score for name, score in scores.items() if score < F1[name]} == {}


@pytest.mark.parametrize(
    ("line", "is_it"),
    [
        ("Sales | 12 | 11", True),
        ("Sales\t12", True),
        ("Sales   12", True),
        ("Sales  rose", False),
        ("12.1 (3.4) 5%", True),
        ("12\n13", True),
        ("| |", False),
        ("", False),
        ("|", False),
        ("Profit | rose\nto 3", False),
    ],
)
def test_a_line_is_a_row_of_a_table(line, is_it):
    assert is_row(line) is is_it
