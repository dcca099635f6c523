"""Names of one family name to which of them may be forms of each other: cheap, as a frequent one has hundreds."""

from collections import defaultdict
from typing import NamedTuple

from pipeline.values.names.forms import name_words, nickname, skeleton, sounds

Nicknames = dict[str, frozenset[str]]


class Look(NamedTuple):
    """The letters that a name's words begin with, those that words of its forms may begin with, what it sounds like."""

    first: frozenset[str]
    begins: frozenset[str]
    sounds: list[str]


def may_be_forms(one: Look, other: Look) -> bool:
    """Say whether one of two names may be a form of the other; where it says no, it is none."""
    return one.first <= other.begins or other.first <= one.begins or one.sounds == other.sounds


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
        begins = frozenset(word[0] for word in (*words, *kin, *([called] if called else [])))
        return Look(frozenset(word[0] for word in words), begins, sounds(key))
