"""An invented archive: who is who across its articles, as its author listed it."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.run import run
from pipeline.settings import Settings
from tests.evaluation.pairs import PairScore, entities_found, read_listed, score_pairs, wrong_pairs

CORPUS = Path(__file__).parents[2] / "corpus"
ARCHIVE = CORPUS / "archive"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    folder = tmp_path_factory.mktemp("archive")
    run([ARCHIVE / "articles"], Settings(output=str(folder), formats=("csv",)), today=date(2026, 1, 1))
    return entities_found(folder)


def test_pairs_of_the_archive_hold_their_floors(found: dict[tuple[str, str], str]) -> None:
    score = score_pairs(read_listed(ARCHIVE / "entities.csv"), found)
    assert score.precision >= 99, score
    assert score.recall >= 91, score


def test_pairs_of_another_archive_hold_their_floors(tmp_path: Path) -> None:
    archive = CORPUS / "archive_held"
    run([archive / "articles"], Settings(output=str(tmp_path), formats=("csv",)), today=date(2026, 8, 1))
    score = score_pairs(read_listed(archive / "entities.csv"), entities_found(tmp_path))
    assert score.precision >= 95, score
    assert score.recall >= 85, score


def test_bodies_that_every_country_has_are_told_apart(found: dict[tuple[str, str], str]) -> None:
    named = ("002-jordan-tax-plan", "004-peru-budget", "010-india-finance-secretary", "016-kenya-budget-cuts")
    ministries = {found[article, "ministry of finance"] for article in named}
    assert len(ministries) == len(named)
    assert (
        found["016-kenya-budget-cuts", "ministry of finance"] == found["047-nairobi-debt-summit", "ministry of finance"]
    )


def test_wrong_pairs_are_named() -> None:
    listed = {("a", "ada obi"): "ada", ("b", "ada obi"): "ada", ("c", "obi"): "bo"}
    found = {("a", "ada obi"): "p-1", ("c", "obi"): "p-1"}
    assert list(wrong_pairs(listed, found)) == [
        ("parted", ("a", "ada obi"), ("b", "ada obi")),
        ("joined", ("a", "ada obi"), ("c", "obi")),
    ]
    assert score_pairs(listed, found) == PairScore(right=0, wrong=1, missed=1, unseen=1)
