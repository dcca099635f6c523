"""What a row of `entities` counts is what its run has: articles, mentions, quotations, titles and organisations."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from pipeline.run import run
from pipeline.settings import Settings
from pipeline.store.entity_rows import SHOWN
from tests.small_runs import TODAY

ARCHIVE = Path(__file__).parents[2] / "corpus" / "archive" / "articles"
ARTICLES = ("001", "018", "026", "047", "077", "097", "108")
"""Two persons are named in several of them, by several titles and forms of their names."""


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, str]]]:
    """Run a few articles of the archive with the model that comes with pressfacts, and read its tables."""
    folder = tmp_path_factory.mktemp("counted")
    paths = [path for path in sorted(ARCHIVE.iterdir()) if path.name.startswith(ARTICLES)]
    run(paths, Settings(output=str(folder), workers=0, report=False), today=TODAY)
    found = {}
    for name in ("entities", "people", "organisations", "mentions", "quotes"):
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            found[name] = list(csv.DictReader(file))
    return found


def test_counts_are_those_of_the_tables(tables: dict[str, list[dict[str, str]]]) -> None:
    articles, mentions, quotes = defaultdict(set), Counter[str](), Counter[str]()
    for name, key in (("people", "person_id"), ("organisations", "organisation_id")):
        for row in tables[name]:
            articles[row[key]].add(row["article_id"])
    mentions.update(row["entity_id"] for row in tables["mentions"] if row["entity_id"])
    quotes.update(row["speaker_id"] for row in tables["quotes"] if row["speaker_id"])
    counted = {
        row["entity_id"]: (int(row["articles"]), int(row["mentions"]), int(row["quotes"])) for row in tables["entities"]
    }
    assert counted == {one: (len(articles[one]), mentions[one], quotes[one]) for one in articles}
    assert articles.keys() == mentions.keys() and quotes.keys() <= articles.keys()
    assert max(quotes.values()) > 1 and max(len(one) for one in articles.values()) > 1


def test_titles_and_organisations_are_those_of_people_the_most_frequent_first(
    tables: dict[str, list[dict[str, str]]],
) -> None:
    for column, cell in (("titles", "title"), ("organisations", "organisation")):
        held: dict[str, Counter[str]] = defaultdict(Counter)
        for row in tables["people"]:
            held[row["person_id"]].update([row[cell]] if row[cell] else [])
        listed = {row["entity_id"]: row[column] for row in tables["entities"] if row["label"] == "PERSON"}
        usual = {one: sorted(cells, key=lambda cell: (-cells[cell], cell))[:SHOWN] for one, cells in held.items()}
        assert listed == {one: "; ".join(cells) for one, cells in usual.items()}
    assert any("; " in row["titles"] for row in tables["entities"])
