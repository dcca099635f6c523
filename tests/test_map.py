"""The map of the house shows the components and the rooms that there are."""

import re

import pipeline
from pipeline.extract.component_table import MAP, components_table


def test_the_map_shows_the_components_as_they_are() -> None:
    shown = MAP.read_text(encoding="utf-8")
    assert components_table(pipeline.load()) in shown, "run: python -m pipeline.extract.component_table"


def test_every_place_that_the_map_names_is_there() -> None:
    named = set(re.findall(r"`((?:\w+/)+(?:\w+\.(?:py|csv))?)`", MAP.read_text(encoding="utf-8")))
    missing = sorted(
        p
        for p in named
        if not any((root / p).exists() for root in (MAP.parent, MAP.parents[1], MAP.parent / "extract"))
    )
    assert len(named) > 30 and missing == []
