"""People and organisations of many articles to the entities that they are, with the reason of every merge.

Conservative: a person needs the full name and nothing that speaks against it; an organisation its full name, or an
acronym that one name alone defines. The outcome depends on the set of articles, not on their order.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.values.groups import Groups
from pipeline.values.names.forms import entity_id, is_acronym

PERSON, ORG = "PERSON", "ORG"

Key = tuple[str, ...]
"""What must be equal for two sightings to be one entity at first sight: label, folded name, and more where needed."""


Place = tuple[str, str]
"""Where a sighting is: article_id and local_id."""


DOMINANCE = 5
"""How many times more often than all others together the usual reading must be found, to be taken for granted."""

_PREFIXES = re.compile(r"^(?:u\.?s\.? |state |acting |then-?)")
_COUNTRY = re.compile(r"^(?:u\.?s\.?|united states|u\.?k\.?) ")
_ABBREVIATED = {"sen.": "senator", "rep.": "representative", "gov.": "governor"}


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
    groups: Groups[Key] = Groups()
    keys: dict[Place, Key] = {(s.article_id, s.local_id): _key(s, fold, decisions) for s in found}
    for key in keys.values():
        groups.add(key)
    organisations = [s for s in found if s.label == ORG]
    _join_acronyms(organisations, keys, groups, fold, _forbidden(decisions, fold))
    keys |= _part_namesakes([s for s in found if s.label == PERSON], keys, groups)
    _join_by_decision(found, keys, groups, decisions, fold)
    return {place: Link(_entity_id(groups.root(key)), groups.why(key) or "same name") for place, key in keys.items()}


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
    groups: Groups[Key],
    fold: Fold,
    forbidden: set[frozenset[str]],
) -> None:
    """Join an organisation known by an acronym alone with the name that defines it, where one nearly always does."""
    defined: dict[Key, dict[Key, list[str]]] = defaultdict(lambda: defaultdict(list))
    for s in organisations:
        for alias in filter(_is_defined_form, s.aliases):
            key: Key = keys[s.article_id, s.local_id]
            acronym: Key = (ORG, fold(ORG, alias))
            if acronym[1] not in key[1].split():
                defined[acronym][key].append(f"{alias} stands for {s.name} in {s.article_id}")
    for short, names in sorted(defined.items()):
        _join_countries(short, names, groups)
        name = _dominant({key: len(articles) for key, articles in names.items()})
        if name and short in groups and frozenset((short[1], name[1])) not in forbidden:
            groups.join(name, short, names[name][0])


def _join_countries(short: Key, names: dict[Key, list[str]], groups: Groups[Key]) -> None:
    """Take names of one acronym that differ by a country before them for one: (U.S.) Securities Commission."""
    for key in sorted(names):
        plain: Key = (ORG, _COUNTRY.sub("", key[1]))
        if plain != key and plain in names:
            groups.join(plain, key, f"both are {short[1].upper()}")
            names[plain] += names.pop(key)


def _dominant(counts: Mapping[Key, int]) -> Key | None:
    """Give the key that stands for all: the only one, or one far more frequent than the others together."""
    if not counts:
        return None
    best = max(sorted(counts), key=counts.__getitem__)
    return best if counts[best] >= DOMINANCE * (sum(counts.values()) - counts[best]) else None


def _part_namesakes(people: Sequence[Sighting], keys: Mapping[Place, Key], groups: Groups[Key]) -> dict[Place, Key]:
    """Part people of one full name who share neither organisation nor title with each other."""
    by_name: dict[Key, list[Sighting]] = defaultdict(list)
    for s in people:
        by_name[keys[s.article_id, s.local_id]].append(s)
    changed: dict[Place, Key] = {}
    for key, namesakes in by_name.items():
        signs = {(s.article_id, s.local_id): _signs(s, keys, groups) for s in namesakes}
        if len({sign for found in signs.values() for sign in found if sign[0] == ORG}) > 1:
            changed |= _parts_of(key, signs)
    for part in changed.values():
        groups.add(part)
    return changed


def _signs(sighting: Sighting, keys: Mapping[Place, Key], groups: Groups[Key]) -> list[Key]:
    """Give what tells a person from namesakes: the organisation, and the title."""
    own = keys.get((sighting.article_id, sighting.organisation_id or ""))
    title = sighting.title and _PREFIXES.sub("", sighting.title.lower())
    for short, full in _ABBREVIATED.items():
        title = title and title.replace(short, full)
    return [sign for sign in (groups.root(own) if own else None, ("title", title) if title else None) if sign]


def _parts_of(key: Key, signs: Mapping[Place, list[Key]]) -> dict[Place, Key]:
    """Put namesakes that share a sign into one part; who has none goes to the part that nearly all are in."""
    together: Groups[Key] = Groups()
    for found in signs.values():
        for sign in found:
            together.add(sign)
            together.join(found[0], sign)
    roots = {place: together.root(found[0]) for place, found in signs.items() if found}
    names = {root: min(sign for sign in together if together.root(sign) == root) for root in set(roots.values())}
    main = _dominant(Counter(roots.values()))
    parts: dict[Place, Key] = {}
    for place in signs:
        root = roots.get(place, main)
        if root != main or main is None:
            parts[place] = (*key, *(names[root] if root else ("", place[0])))
    return parts


def _join_by_decision(
    found: Sequence[Sighting], keys: Mapping[Place, Key], groups: Groups[Key], decisions: Sequence[Decision], fold: Fold
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
