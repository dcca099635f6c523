"""People and organisations of many articles to the entities that they are, with the reason of every merge.

Conservative: a person needs the full name and nothing that speaks against it; an organisation its full name, or an
acronym that one name alone defines. The outcome depends on the set of articles, not on their order.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.values.names import entity_id, is_acronym

PERSON, ORG = "PERSON", "ORG"

Key = tuple[str, ...]
"""What must be equal for two sightings to be one entity at first sight: label, folded name, and more where needed."""


Place = tuple[str, str]
"""Where a sighting is: article_id and local_id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A person or organisation as one article has it; `local_id` is its id there."""

    article_id: str
    local_id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    title: str | None = None
    organisation_id: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word that two names are one entity (`merge`) or are not (`split`); an article narrows a name down."""

    id: str
    decision: str
    label: str
    name: str
    article_id: str
    other_name: str
    other_article_id: str


@dataclass(frozen=True, slots=True)
class Link:
    """The entity that a sighting is, and why."""

    entity_id: str
    why: str


Fold = Callable[[str, str], str]
"""Label and name to the folded name that equal names share."""


def link(sightings: Iterable[Sighting], decisions: Sequence[Decision] = (), *, fold: Fold) -> dict[Place, Link]:
    """Give the entity of each sighting, by (article_id, local_id)."""
    found = sorted(sightings, key=lambda s: (s.label, s.name, s.article_id, s.local_id))
    groups = _Groups()
    keys: dict[Place, Key] = {(s.article_id, s.local_id): _key(s, fold, decisions) for s in found}
    for key in keys.values():
        groups.add(key)
    organisations = [s for s in found if s.label == ORG]
    _join_acronyms(organisations, keys, groups, fold, _forbidden(decisions, fold))
    keys |= _part_namesakes([s for s in found if s.label == PERSON], keys, groups)
    _join_by_decision(found, keys, groups, decisions, fold)
    return {place: Link(_entity_id(groups.root(key)), groups.why(key)) for place, key in keys.items()}


def _key(sighting: Sighting, fold: Fold, decisions: Sequence[Decision]) -> Key:
    folded = fold(sighting.label, sighting.name)
    one_word = sighting.label == PERSON and " " not in folded
    if one_word or any(_parts(decision, sighting, folded, fold) for decision in decisions):
        return (sighting.label, folded, sighting.article_id)
    return (sighting.label, folded)


def _parts(decision: Decision, sighting: Sighting, folded: str, fold: Fold) -> bool:
    """Say whether a person decided that this sighting isn't who else has its name."""
    names = {fold(decision.label, name) for name in (decision.name, decision.other_name)}
    here = sighting.article_id in (decision.article_id, decision.other_article_id)
    return decision.decision == "split" and decision.label == sighting.label and here and names == {folded}


def _forbidden(decisions: Sequence[Decision], fold: Fold) -> set[frozenset[str]]:
    return {frozenset((fold(d.label, d.name), fold(d.label, d.other_name))) for d in decisions if d.decision == "split"}


def _is_defined_form(alias: str) -> bool:
    """Say whether a short form can stand for a name elsewhere: an acronym, not a word of the name."""
    return " " not in alias and is_acronym(alias)


def _join_acronyms(
    organisations: Sequence[Sighting],
    keys: Mapping[Place, Key],
    groups: "_Groups",
    fold: Fold,
    forbidden: set[frozenset[str]],
) -> None:
    """Join an organisation known by an acronym alone with the one name that defines it, where only one does."""
    defined: dict[Key, dict[Key, str]] = defaultdict(dict)
    for s in organisations:
        for alias in filter(_is_defined_form, s.aliases):
            key: Key = keys[s.article_id, s.local_id]
            acronym: Key = (ORG, fold(ORG, alias))
            if key != acronym:
                defined[acronym].setdefault(key, f"{alias} stands for {s.name} in {s.article_id}")
    for short, names in sorted(defined.items()):
        (name, why), *others = sorted(names.items())
        if not others and short in groups and frozenset((short[1], name[1])) not in forbidden:
            groups.join(name, short, why)


def _part_namesakes(people: Sequence[Sighting], keys: Mapping[Place, Key], groups: "_Groups") -> dict[Place, Key]:
    """Part people of one full name whose organisations differ and who share no title."""
    by_name: dict[Key, list[Sighting]] = defaultdict(list)
    for s in people:
        by_name[keys[s.article_id, s.local_id]].append(s)
    changed: dict[Place, Key] = {}
    for key, namesakes in by_name.items():
        employers = _employers(namesakes, keys, groups)
        if len(set(employers.values()) - {None}) < 2:
            continue
        for s in namesakes:
            place = (s.article_id, s.local_id)
            employer = employers[place]
            part = (*key, *(employer if employer else ("", s.article_id)))
            groups.add(part)
            changed[place] = part
    return changed


def _employers(namesakes: Sequence[Sighting], keys: Mapping[Place, Key], groups: "_Groups") -> dict[Place, Key | None]:
    """Give the employer that each is told apart by: where a title is shared, the first one's."""
    employers: dict[Place, Key | None] = {}
    by_title: dict[str, Key] = {}
    for s in namesakes:
        own = keys.get((s.article_id, s.organisation_id or ""))
        employer = groups.root(own) if own else None
        if s.title and employer:
            employer = by_title.setdefault(s.title.lower(), employer)
        employers[s.article_id, s.local_id] = employer
    for s in namesakes:
        place = (s.article_id, s.local_id)
        if employers[place] is None and s.title:
            employers[place] = by_title.get(s.title.lower())
    return employers


def _join_by_decision(
    found: Sequence[Sighting], keys: Mapping[Place, Key], groups: "_Groups", decisions: Sequence[Decision], fold: Fold
) -> None:
    merges = [d for d in decisions if d.decision == "merge"]
    if not merges:
        return
    places: dict[Key, list[Key]] = defaultdict(list)
    for s in found:
        key = keys[s.article_id, s.local_id]
        for narrowed in ("", s.article_id):
            places[s.label, fold(s.label, s.name), narrowed].append(key)
    for d in merges:
        mine = places[d.label, fold(d.label, d.name), d.article_id]
        others = places[d.label, fold(d.label, d.other_name), d.other_article_id]
        for other in [*mine[1:], *others] if mine else []:
            groups.join(mine[0], other, f"merged by a person: {d.name} = {d.other_name}")


def _entity_id(key: Key) -> str:
    """Give the id of a group: that of its name, where nothing more was needed to tell it from others."""
    return entity_id(key[0], " ".join(key[1:]))


class _Groups:
    """Keys that belong together (union-find), and why."""

    def __init__(self) -> None:
        self._parent: dict[Key, Key] = {}
        self._why: dict[Key, str] = {}

    def __contains__(self, key: Key) -> bool:
        return key in self._parent

    def add(self, key: Key) -> None:
        self._parent.setdefault(key, key)

    def root(self, key: Key) -> Key:
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def join(self, key: Key, other: Key, why: str) -> None:
        a, b = self.root(key), self.root(other)
        if a != b:
            self._parent[b] = a
            self._why[a] = "; ".join(filter(None, (self._why.get(a), self._why.pop(b, None), why)))

    def why(self, key: Key) -> str:
        return self._why.get(self.root(key), "same name")
