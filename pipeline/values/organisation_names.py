"""The names of organisations in an article to groups that name the same one."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.name_rules import WordList, words_of
from pipeline.values.acronyms import stands_for
from pipeline.values.names import fold, is_acronym, org_words


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """The folded words that carry little of an organisation's name."""

    legal: frozenset[str]
    short: frozenset[str]
    heads: frozenset[str]


def organisation_words(rows: tuple[WordList, ...]) -> OrganisationWords:
    """Read the words that carry little of a name out of the rules."""
    legal = {word for suffix in words_of(rows, "legal") for word in org_words(suffix)}
    return OrganisationWords(
        legal=frozenset(legal),
        short=frozenset(fold(word) for word in words_of(rows, "short")),
        heads=frozenset(fold(word) for word in words_of(rows, "head")),
    )


def core(name: str, words: OrganisationWords) -> tuple[str, ...]:
    """Give the folded words of a name without legal suffixes and a country before it; never nothing."""
    kept = list(org_words(name))
    while len(kept) > 1 and kept[-1] in words.legal:
        kept.pop()
    while len(kept) > 2 and kept[0] in ("u.s", "us", "uk", "u.k", "united"):
        kept = kept[2:] if kept[0] == "united" and kept[1] == "states" else kept[1:] if kept[0] != "united" else kept
        if kept[0] == "united":
            break
    return tuple(kept)


@dataclass(slots=True)
class Groups:
    """Names joined into groups: union-find over folded surfaces."""

    parent: dict[str, str] = field(default_factory=dict)

    def add(self, name: str) -> None:
        """Add a name as a group of its own."""
        self.parent.setdefault(name, name)

    def root(self, name: str) -> str:
        """Give the name that stands for a name's group."""
        while self.parent[name] != name:
            name = self.parent[name]
        return name

    def join(self, one: str, other: str) -> None:
        """Join two groups."""
        self.parent[self.root(one)] = self.root(other)

    def lists(self) -> list[list[str]]:
        """List the groups, in the order in which their first names were added."""
        groups: dict[str, list[str]] = {}
        for name in self.parent:
            groups.setdefault(self.root(name), []).append(name)
        return list(groups.values())


def group_names(
    names: Sequence[str],
    defined: Iterable[tuple[str, str]],
    words: OrganisationWords,
    places: frozenset[str] = frozenset(),
) -> list[list[str]]:
    """Group the names of one article that name the same organisation.

    `defined` are pairs of a name and a short form that the article defines for it. `places` are folded words of place
    names: a branch (`Volta Foods Accra`) is no fuller form of its parent.

    >>> words = OrganisationWords(frozenset({"inc"}), frozenset(), frozenset())
    >>> group_names(["Volta Foods Inc.", "Volta", "Accra Court"], [], words)
    [['Volta Foods Inc.', 'Volta'], ['Accra Court']]
    """
    groups = Groups()
    for name in names:
        groups.add(name)
    settled = set()
    for name, short in defined:
        groups.join(short, name)
        settled.add(short)
    by_core: dict[str, str] = {}
    for name in groups.parent:
        first = by_core.setdefault("".join(_turned(core(name, words))), name)
        if first != name and not (name in settled and first in settled):
            groups.join(name, first)
    for short in groups.parent:
        if short not in settled:
            full = _full_form(short, list(groups.parent), words, groups, places)
            if full:
                groups.join(short, full)
    return groups.lists()


def _turned(words: tuple[str, ...]) -> tuple[str, ...]:
    """Turn `Department of Justice` into `Justice Department`."""
    if len(words) > 2 and words[1] == "of" and words[0] in ("department", "ministry", "bureau", "senate"):
        rest = words[3:] if words[2] == "the" else words[2:]
        return (*rest, words[0])
    return words


def _full_form(
    short: str, names: list[str], words: OrganisationWords, groups: Groups, places: frozenset[str]
) -> str | None:
    """Find the one organisation of the article whose name a shorter form stands for."""
    own = core(short, words)
    if is_acronym(short.replace(".", "")):
        fits = [name for name in names if len(org_words(name)) > 1 and stands_for(short, name)]
        found = _only(fits, groups)
        if found:
            return found
    fits = [name for name in names if name != short and _is_short_for(own, core(name, words), words, places)]
    return _only(fits, groups) or _only([n for n in fits if set(core(n, words)[len(own) :]) <= words.short], groups)


def _only(fits: list[str], groups: Groups) -> str | None:
    roots = {groups.root(name) for name in fits}
    return max(fits, key=len) if len(roots) == 1 else None


def _is_short_for(
    own: tuple[str, ...], full: tuple[str, ...], words: OrganisationWords, places: frozenset[str]
) -> bool:
    """Say whether a name's words are the first words of a fuller one, and what follows makes no unit of it."""
    full = _turned(full)
    if len(own) > 1 and full[1:] == own:
        return True
    if len(own) >= len(full) or full[: len(own)] != own:
        return False
    rest = set(full[len(own) :])
    if rest <= words.short | words.legal:
        return True
    if rest & places:
        return False
    if full[len(own)] in ("of", "for", "in", "at", "school", "college") or own[-1] in words.heads:
        return False
    return len(rest) <= 3 and not (len(rest) > 1 and rest & words.heads and len(own) > 1)


def fullest(names: Collection[str]) -> str:
    """Choose the fullest name of a group: the most words, then the longest, then one that isn't all capitals.

    >>> fullest(["VOLTA FOODS INC.", "Volta Foods Inc.", "Volta"])
    'Volta Foods Inc.'
    """
    return max(names, key=lambda name: (len(org_words(name)), len(name), not name.isupper(), name))
