"""A model is carried on from a user's articles without torch, and what it knew is kept."""

import json
from pathlib import Path

import pytest
import spacy

from pipeline.errors import UsageError
from pipeline.training.continue_model import continue_model

ROOT = Path(__file__).parents[2]
BASE = ROOT / "pipeline" / "models" / "press_en"
GOLD = ROOT / "corpus" / "gold" / "gold.jsonl"
FIRMS = ("Kestrel", "Ondine", "Maruko", "Tessaly", "Brackwater", "Silvane")


def article(number: int) -> dict:
    """A user whose guide has products as organisations."""
    firm, other = FIRMS[number % 6], FIRMS[(number + 1) % 6]
    text = f"The {firm} X{number} phone goes on sale in May.\n\nBuyers of the {other} S{number} tablet get one free."
    spans = [
        (text.index(f"{name} {kind}{number}"), f"{name} {kind}{number}") for name, kind in ((firm, "X"), (other, "S"))
    ]
    mentions = [{"start": at, "end": at + len(name), "label": "ORG", "text": name} for at, name in spans]
    return {"id": f"u{number}", "text": text, "mentions": mentions}


@pytest.fixture
def articles(tmp_path) -> Path:
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(json.dumps(article(number)) for number in range(20)), encoding="utf-8")
    return path


def test_it_learns_and_does_not_forget(articles, tmp_path):
    out = tmp_path / "mine"
    report = continue_model(articles, base=BASE, out=out, rehearsal=[GOLD], seed=1)
    before, after = report["before"], report["after"]
    assert after["yours"]["ORG"]["f"] > before["yours"]["ORG"]["f"]
    for label in ("PERSON", "ORG", "LOC"):
        assert after["ours"][label]["f"] >= before["ours"][label]["f"] - 3
    assert json.loads((out / "meta.json").read_text())["continued"]["after"] == after
    assert spacy.load(out)("Oslo").ents


def test_the_same_twice(articles, tmp_path):
    reports = [continue_model(articles, base=BASE, out=tmp_path / name, seed=3) for name in "ab"]
    assert reports[0] == reports[1]
    heads = [(tmp_path / name / "press_ner" / "head.npy").read_bytes() for name in "ab"]
    assert heads[0] == heads[1]


def test_no_articles_and_wrong_ones(tmp_path):
    path = tmp_path / "mine.jsonl"
    path.write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="no annotated article"):
        continue_model(path, base=BASE, out=tmp_path / "out")
    path.write_text('{"text": "Oslo"}', encoding="utf-8")
    with pytest.raises(UsageError, match=r"mine\.jsonl, article 1"):
        continue_model(path, base=BASE, out=tmp_path / "out")
