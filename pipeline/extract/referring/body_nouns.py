"""`the company`, `the Board`: which names of organisations such a noun may stand for."""

import re
from collections.abc import Iterable

from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.rows import BodyKind
from pipeline.values.names.forms import fold


class BodyNouns:
    """The nouns of the rules, by the kind of body that each means."""

    def __init__(self, kinds: tuple[BodyKind, ...]) -> None:
        self.kinds: dict[str, set[str]] = {}
        for kind in kinds:
            for noun in (*kind.nouns, *kind.exact):
                self.kinds.setdefault(noun.lower(), set()).add(kind.id)
        self.exact = frozenset(noun.lower() for kind in kinds for noun in kind.exact)
        self.own = frozenset(noun.lower() for kind in kinds for noun in kind.own)
        self.marks = {kind.id: re.compile(rf"(?<!\w){any_of(kind.marks)}(?!\w)") for kind in kinds if kind.marks}
        self.pattern = rf"[Tt]he (?:[\w-]+ ){{0,2}}?(?P<noun>(?i:{any_of(tuple(self.kinds))}))(?![\w-])"
        """What stands for a body in a text: `the company`, `the port authority`."""
        self.reference = re.compile(rf"\b{self.pattern}")

    def holds(self, name: str, noun: str) -> bool:
        """Say whether a name has the noun in it: `Water Board` is `the Board`, but a `Board Authority` is none."""
        found = re.search(rf"\b{re.escape(noun)}\b(?: (?P<next>\w+))?", name, re.IGNORECASE)
        return found is not None and (found["next"] or "").lower() not in self.kinds

    def is_called(self, name: str, word: str) -> bool:
        """Say whether a word is what a body is called by its name, with no noun for a body behind it: `Kasoa Quarry`.

        `Kasoa Quarry Union` is no quarry, and a word that begins a name is its own.
        """
        words = fold(name).replace(",", " ").split()
        at = words.index(word) if word in words else 0
        return at > 0 and words[at - 1] != "of" and self.kinds.keys().isdisjoint(words[at + 1 :])

    def is_exact(self, noun: str) -> bool:
        """Say whether a noun means only names that hold it."""
        return noun.lower() in self.exact

    def is_own(self, noun: str) -> bool:
        """Say whether a noun is what an article calls the body whose figures it tells: `the company`."""
        return noun.lower() in self.own

    def may_mean(self, noun: str, names: Iterable[str]) -> bool:
        """Say whether nothing in the names of a body speaks against a noun for it."""
        shown = self.shown(names)
        return not shown or bool(shown & self.kinds.get(noun.lower(), set()))

    def is_shown(self, noun: str, names: Iterable[str]) -> bool:
        """Say whether the names of a body show that it is of the kind that a noun means."""
        return bool(self.shown(names) & self.kinds.get(noun.lower(), set()))

    def shown(self, names: Iterable[str]) -> set[str]:
        """Give the kinds of body that names show."""
        every = tuple(names)
        return {kind for kind, marks in self.marks.items() if any(map(marks.search, every))}
