"""Marked articles become places without text, and are marked again as they were."""

import json
from pathlib import Path

import places  # on the path by pyproject: corpus/readings is a folder of scripts
import pytest

from pipeline.training.readings import READINGS, TEXTS

BODY = """{o1|Kivu Tea} said <m1|profit> reached {m1 level o1|$4 million}, {c2 up o1 unnamed|12%} more.

"<q p1|{L|Goma} helped,>" said {p1|Ann Marsh}, its {r p1 o1|chief executive}. {p2|Bo} led it, a {r p2 o1 former|chair}.

people: p2=o1"""
MARKED = f"=== r1 news 2025-03-02\n{BODY}\n\n"


@pytest.fixture
def texts() -> dict[str, dict[str, str]]:
    text = places.read_article("r1", "news", "2025-03-02", BODY)[0]["text"]
    return {places.digest(text): {"id": "r1", "kind": "news", "published": "2025-03-02", "text": text}}


def test_a_reading_holds_no_words_and_is_marked_again_as_it_was(texts: dict, tmp_path: Path) -> None:
    (tmp_path / "01.txt").write_text(MARKED, "utf-8")
    [reading] = places.readings(tmp_path / "01.txt", texts)
    assert not {"Kivu", "profit", "Ann", "chief"} & set(json.dumps(reading).replace('"', " ").split())
    assert [(row["start"], row["end"], row["label"]) for row in reading["mentions"]][:2] == [
        (0, 8, "ORG"),
        (53, 57, "LOC"),
    ]
    assert places.marked(texts[reading["id"]], reading) == MARKED


def test_a_changed_text_is_refused(texts: dict, tmp_path: Path) -> None:
    (tmp_path / "01.txt").write_text(MARKED.replace("more", "less"), "utf-8")
    with pytest.raises(places.MarkupError, match="the text of r1 is not the article's"):
        list(places.readings(tmp_path / "01.txt", texts))


@pytest.mark.parametrize("kind", TEXTS)
def test_no_text_of_an_article_is_kept(kind: str, shared: Path) -> None:
    known = places.texts_of(shared / "training" / TEXTS[kind])
    for line in (READINGS / f"{kind}.jsonl").read_text("utf-8").splitlines():
        reading = json.loads(line)
        assert reading["id"] in known
        rows = [row for name in ("mentions", "roles", "values", "quotes") for row in reading[name]]
        assert not [value for row in rows for value in row.values() if isinstance(value, str) and " " in value]
