"""A person's merges and splits: they win over all evidence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline.errors import RulesError
from pipeline.records import as_article_id
from pipeline.rulebook.reading import read_rules
from pipeline.store.linking.evidence import ORG, PERSON, EntityDecision, Sighting
from pipeline.values.groups import Groups

Fold = Callable[[str, str], str]
"""Label and name to the folded name that equal names share."""

Wanted = tuple[str, str, str]
"""Label, folded name, and the article, or nothing for every article."""


def read_entity_decisions(path: Path) -> tuple[EntityDecision, ...]:
    """Read a person's merges and splits, a row a decision; none where there is no such file.

    Raises RulesError that names the line where one can't be read.
    """
    if not path.is_file():
        return ()
    decisions = tuple(
        replace(row, article_id=as_article_id(row.article_id), other_article_id=as_article_id(row.other_article_id))
        for row in read_rules(path, EntityDecision)
    )
    for row in decisions:
        if row.decision not in ("merge", "split") or row.label not in (PERSON, ORG):
            raise RulesError(
                f"{path.name}, id {row.id}: decision must be merge or split and label PERSON or ORG, "
                f"not {row.decision!r} and {row.label!r}"
            )
    return decisions


class Splits:
    """The splits among decisions: which sightings stand apart, and which names are not each other's."""

    def __init__(self, decisions: Iterable[EntityDecision], fold: Fold) -> None:
        """Sort splits by what they part: two articles' sightings of one name, or two names."""
        self._fold = fold
        self._articles: set[Wanted] = set()
        self.apart: set[frozenset[str]] = set()
        for d in decisions:
            one, other = fold(d.label, d.name), fold(d.label, d.other_name)
            if d.decision == "split" and one == other:
                self._articles |= {(d.label, one, article) for article in (d.article_id, d.other_article_id)}
            elif d.decision == "split":
                self.apart.add(frozenset((one, other)))

    def parts(self, sighting: Sighting) -> bool:
        """Say whether a person decided that this sighting isn't who else has its name."""
        if not self._articles:
            return False
        folded = self._fold(sighting.label, sighting.name)
        return (sighting.label, folded, sighting.article_id) in self._articles


def wanted_by(decisions: Iterable[EntityDecision], fold: Fold) -> set[Wanted]:
    """Give the names that merges speak of."""
    wanted: set[Wanted] = set()
    for d in decisions:
        if d.decision == "merge":
            wanted.add((d.label, fold(d.label, d.name), d.article_id))
            wanted.add((d.label, fold(d.label, d.other_name), d.other_article_id))
    return wanted


def merged(
    decisions: Sequence[EntityDecision], entities: Mapping[Wanted, Iterable[str]], fold: Fold
) -> dict[str, tuple[str, str]]:
    """Give the entities that merges take into others: their ids to the id that stays, and why."""
    groups: Groups[str] = Groups()
    for d in decisions:
        if d.decision != "merge":
            continue
        mine = sorted(entities.get((d.label, fold(d.label, d.name), d.article_id), ()))
        others = sorted(entities.get((d.label, fold(d.label, d.other_name), d.other_article_id), ()))
        for other in [*mine, *others] if mine else []:
            for one in (mine[0], other):
                groups.add(one)
            groups.join(mine[0], other, f"merged by a person: {d.name} = {d.other_name}")
    return {one: (groups.root(one), groups.why(one)) for one in groups if groups.why(one)}
