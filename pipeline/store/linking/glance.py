"""Names of one family name to which of them may be forms of each other: cheap, as a frequent one has hundreds."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from pipeline.values.names.forms import name_words, nickname, skeleton, sounds

Nicknames = dict[str, frozenset[str]]


class Look(NamedTuple):
    """A name's words, the words that one of its forms may have, and what it sounds like.

    A letter with a `*` among the latter stands for all words that begin with it: the name has it as an initial.
    """

    words: frozenset[str]
    accepts: frozenset[str]
    sounds: list[str]


def likely_pairs(looks: Sequence[Look]) -> list[tuple[int, int]]:
    """Give the places of the names that may be forms of each other, in order: of others neither is one of the other.

    Who can't be is never looked at: each name is compared with those alone that accept the rarest of its words.
    """
    accepting: dict[str, list[int]] = defaultdict(list)
    sounding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, look in enumerate(looks):
        sounding[tuple(look.sounds)].append(at)
        for word in look.accepts:
            accepting[word].append(at)
    pairs = {pair for alike in sounding.values() for pair in combinations(alike, 2)}
    for at, look in enumerate(looks):
        fulls = ([*accepting.get(word, ()), *accepting.get(f"{word[0]}*", ())] for word in look.words)
        rarest = min(fulls, key=len, default=range(len(looks)))
        pairs.update((min(at, full), max(at, full)) for full in rarest if full != at and _fits(look, looks[full]))
    return sorted(pairs)


def _fits(short: Look, full: Look) -> bool:
    return all(word in full.accepts or f"{word[0]}*" in full.accepts for word in short.words)


class Glance:
    """Looks at folded names, with usual nicknames."""

    def __init__(self, nicknames: Nicknames) -> None:
        self._kin: dict[str, set[str]] = defaultdict(set)
        for full, short in nicknames.items():
            for word in short:
                self._kin[full].add(word)
                self._kin[word].add(full)

    def letters(self, key: str) -> set[str]:
        """Give the first letters under which the given name is looked up: its own, and those of its nicknames."""
        given = name_words(key)[0]
        letters = {name[0] for name in (given, *self._kin.get(given, ()))}
        return letters | {skeleton(word)[0] for word in name_words(key)}

    def look(self, key: str) -> Look:
        """Give what of a name tells at once that most others are no forms of it."""
        words, called = name_words(key), nickname(key)
        kin = (other for word in words for other in self._kin.get(word, ()))
        initials = (f"{word}*" for word in words if len(word) == 1)
        begins = (word[0] for word in words)
        accepts = frozenset((*words, *begins, *initials, *kin, *([called] if called else [])))
        return Look(frozenset(words), accepts, sounds(key))
