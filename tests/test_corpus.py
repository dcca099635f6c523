"""Our own articles and their annotations: built from their sources, and scored at least as well as the floors say."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.evaluation.gold import read_gold
from pipeline.evaluation.report import below_floors, evaluate, read_floors
from pipeline.extract.assemble import load

CORPUS = Path(__file__).parents[1] / "corpus"


def test_the_gold_is_what_its_sources_build():
    done = subprocess.run([sys.executable, CORPUS / "gold" / "build.py", "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_enough_articles_of_many_kinds():
    articles = [path for path in (CORPUS / "articles").iterdir() if path.suffix in (".txt", ".html", ".jsonl", ".csv")]
    gold = read_gold(CORPUS / "gold")
    assert len(articles) >= 30 and len(gold) >= 20
    assert len({article.kind for article in gold}) >= 8


@pytest.fixture(scope="module")
def scores():
    return evaluate(load(), read_gold(CORPUS / "gold"))


def test_scores_hold_their_floors(scores):
    assert below_floors(scores, read_floors(CORPUS / "gold" / "floors.json")) == []


def test_every_kind_has_a_floor(scores):
    assert {score.name for score in scores} == set(read_floors(CORPUS / "gold" / "floors.json"))
