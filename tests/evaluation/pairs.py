"""Entities that a person listed for an archive, against those of a run over it: pairs of articles that share one."""

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from pipeline.plain import BETWEEN
from pipeline.values.names.forms import fold

Row = tuple[str, str]
"""Where an entity is named: the article's file without its ending, and the folded name, `name 2` for the second."""


@dataclass(frozen=True, slots=True)
class PairScore:
    """Pairs of articles that name one entity: right, wrongly joined, missed; `unseen` of these have no row at all."""

    right: int
    wrong: int
    missed: int
    unseen: int

    @property
    def precision(self) -> float:
        """Give the share of joined pairs that are right, in percent."""
        return 100 * self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """Give the share of the listed pairs that were joined, in percent."""
        return 100 * self.right / max(self.right + self.missed, 1)


def read_listed(path: Path) -> dict[Row, str]:
    """Read which entity each article names: a CSV of `entity,label,article,name`; equal names in their order."""
    listed: dict[Row, str] = {}
    for row in _rows(path):
        listed[_next(listed, row["article"], row["name"])] = row["entity"]
    return listed


def _next(rows: Collection[Row], article: str, name: str) -> Row:
    """Give the row of a name, numbered where an article has several bodies of that name."""
    folded, count = fold(name), 1
    while (article, folded if count == 1 else f"{folded} {count}") in rows:
        count += 1
    return article, folded if count == 1 else f"{folded} {count}"


def entities_found(folder: Path) -> dict[Row, str]:
    """Give the entity of each name in the tables of a run: of the fullest form in the article, and of the others."""
    articles = {row["article_id"]: Path(row["source"]).stem for row in _rows(folder / "articles.csv")}
    first: dict[Row, int] = {}
    for row in _rows(folder / "mentions.csv"):
        first.setdefault((row["article_id"], row["entity_id"]), int(row["start_char"]))
    found: dict[Row, str] = {}
    for table, key in (("people", "person_id"), ("organisations", "organisation_id")):
        rows = [(articles[row["article_id"]], row) for row in _rows(folder / f"{table}.csv")]
        rows.sort(key=lambda one: first[one[1]["article_id"], one[1][key]])
        for article, row in rows:
            found[_next(found, article, row["name"])] = row[key]
        for article, row in rows:
            for form in row["aliases"].split(BETWEEN):
                found.setdefault((article, fold(form)), row[key])
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def score_pairs(listed: dict[Row, str], found: dict[Row, str]) -> PairScore:
    """Compare the pairs of listed rows that share an entity with those that a run joined.

    >>> listed = {("a", "ada obi"): "ada", ("b", "ada obi"): "ada", ("c", "ada obi"): "the other ada"}
    >>> score_pairs(listed, {row: "p-1" for row in listed})
    PairScore(right=1, wrong=2, missed=0, unseen=0)
    """
    right = wrong = missed = unseen = 0
    for one, other in _pairs(listed):
        same, joined = listed[one] == listed[other], one in found and found[one] == found.get(other)
        right += same and joined
        wrong += joined and not same
        missed += same and not joined
        unseen += same and (one not in found or other not in found)
    return PairScore(right, wrong, missed, unseen)


def wrong_pairs(listed: dict[Row, str], found: dict[Row, str]) -> Iterator[tuple[str, Row, Row]]:
    """Give the pairs that a run joined wrongly (`joined`), and those that it missed (`parted`)."""
    for one, other in _pairs(listed):
        same, joined = listed[one] == listed[other], one in found and found[one] == found.get(other)
        if same != joined:
            yield "joined" if joined else "parted", one, other


def _pairs(listed: Iterable[Row]) -> Iterator[Sequence[Row]]:
    return ((one, other) for one, other in combinations(sorted(listed), 2) if one[0] != other[0])
