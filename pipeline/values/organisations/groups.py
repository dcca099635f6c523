"""The names of organisations in an article to groups that name the same one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.values.groups import Groups
from pipeline.values.names.forms import is_acronym, org_words
from pipeline.values.organisations.short_forms import SMALL, spells_out, stands_for
from pipeline.values.organisations.words import OrganisationWords, core, turned

_OF, _WHERE = ("of", "for", "de"), ("of", "for", "in", "at")
_MOST_LEFT_OUT = 3
_WING = re.compile(r" \([^()]*\)$")
_SHORT_NAME = 3
"""Words of a name that one from its middle or end may stand for."""
_LONG = 4
"""Letters of a word that may be printed with or without a plural's `s`, or stand alone for a longer name."""


DEFINED = "defined"
WHY = {
    DEFINED: "the article, or a row, has both as names of one body",
    "alike": "they have the same words but for legal forms and a last s, in this order or another",
    "initials": "its letters are those of the words of the name",
    "letters_inside": "one of its words has the letters of several of the name",
    "suffix": "only a legal form, or what firms are called, follows it in the name",
    "first_words": "it is the first words of the name, which stands before it",
    "ends": "it is the first words of the name and its last",
    "head": "it is what the body is called, and no other of the article is called so",
    "inner": "it is the name without its first word, or words from the middle or end of it",
}
"""What says that two names are one body's."""


class Joined(NamedTuple):
    """Two names of one body, and what says so: one of `WHY`."""

    name: str
    short: str
    why: str


@dataclass(frozen=True, slots=True)
class BodiesNamed:
    """The names of organisations in one article, and what it says of them."""

    printed: Sequence[str]
    """In the order of the article, each as often as it stands there."""

    defined: Sequence[tuple[str, str]] = ()
    """Pairs of a name and a short form that the article defines for it."""

    places: frozenset[str] = frozenset()
    """Folded words of place names: a branch (`Volta Foods Accra`) is no fuller form of its parent."""

    apart: frozenset[frozenset[str]] = frozenset()
    """Pairs that the article says are two."""

    owners: frozenset[str] = frozenset()
    """Bodies that it says own another, which has their name in its own."""

    in_headline: int = 0
    """How many of the names, the first, stand in the headline."""


def group_names(named: BodiesNamed, words: OrganisationWords) -> tuple[list[list[str]], list[Joined]]:
    """Group the names of one article that name the same organisation, and give what joins them.

    >>> words = OrganisationWords(frozenset({"inc"}), frozenset(), frozenset())
    >>> group_names(BodiesNamed(["Volta Foods Inc.", "Volta", "Accra Court"]), words)[0]
    [['Volta Foods Inc.', 'Volta'], ['Accra Court']]
    """
    groups = Groups(named.printed)
    told = []
    settled = set()
    for name, short in named.defined:
        groups.join(name, short)
        told.append(Joined(name, short, DEFINED))
        settled.add(short)
    same: dict[str, str] = {}
    for name in groups:
        first = same.setdefault(_key(turned(core(name, words))), name)
        if first != name and not (name in settled and first in settled):
            groups.join(first, name)
            told.append(Joined(first, name, "alike"))
    names = PrintedNames(named, words)
    # The longest first, so that the forms of one name are one by the time that a word of theirs is asked for.
    for short in sorted(groups, key=lambda name: -len(org_words(name))):
        one = names.full_form(short, groups) if short not in settled and short not in named.owners else None
        if one:
            groups.join(one.name, short)
            told.append(one)
    return groups.lists(), told


def _key(words: tuple[str, ...]) -> str:
    """Give what names of the same words share: `Office of the Mayor` and `Mayor's Office`, `Volta Rating` and `Volta
    Ratings`.
    """
    plain = (word.removesuffix("s") if len(word) > _LONG else word for word in words)
    if len(words) > 2:
        plain = (word for word in sorted(word.replace("'s", "").rstrip("'") for word in plain) if word not in SMALL)
    return "".join(plain) or "".join(words)


class PrintedNames:
    """The names of an article, found by their words, so that a long article is no square of its names."""

    def __init__(self, named: BodiesNamed, words: OrganisationWords) -> None:
        self.words, self.places, self.apart = words, named.places, named.apart
        self.of_unit = words.unit.union(_WHERE)
        self.heading = named.in_headline
        self.in_full: set[tuple[str, ...]] = set()
        self.first: dict[str, int] = {}
        self.second: dict[str, int] = {}
        self.in_body: dict[str, int] = {}
        self.by_word: dict[str, list[str]] = {}
        self.by_letter: dict[str, list[str]] = {}
        for at, name in enumerate(named.printed):
            if at >= named.in_headline:
                self.in_body.setdefault(name, at)
            if name in self.first:
                self.second.setdefault(name, at)
                continue
            self.first[name] = at
            plain = core(name, words)
            if org_words(name)[: len(plain)] == plain != org_words(name):
                self.in_full.add(plain)
            whole = turned(plain)
            for word in dict.fromkeys(whole):
                self.by_word.setdefault(word, []).append(name)
            if len(org_words(name)) > 1:
                for letter in dict.fromkeys((org_words(name)[0][0], plain[0][0], whole[0][0])):
                    self.by_letter.setdefault(letter, []).append(name)

    def full_form(self, short: str, groups: Groups[str]) -> Joined | None:
        """Find the one organisation of the article whose name a shorter form stands for, and say what tells it."""
        for fits, why in self._by_letters(short):
            if found := _only(groups, fits):
                return Joined(found, short, why)
        own = core(short, self.words)
        reasons = {name: self._short_by(short, own, name) for name in self.by_word.get(own[0], ()) if name != short}
        fits = [name for name, why in reasons.items() if why]
        if any(frozenset((short, name)) in self.apart for name in fits):
            return None
        plain = [name for name in fits if set(core(name, self.words)[len(own) :]) <= self.words.short]
        told = _only(groups, fits) or _only(groups, plain) or self._begins_with(short, own, fits, groups)
        return Joined(told, short, reasons[told] or "") if told else None

    def _by_letters(self, short: str) -> Iterator[tuple[list[str], str]]:
        """Give the names whose first letters make a short form, then those of which they make a part of it."""
        if is_acronym(short.replace(".", "")):
            there = self.by_letter.get(short[0].lower(), ())
            yield [name for name in there if stands_for(short, name)], "initials"
            yield [name for name in there if self._stands_for_core(short, name)], "initials"
        if " " in short:
            words = org_words(short)
            ends = (*words[:1], *words[-1:])
            there = list(dict.fromkeys(name for word in ends for name in self.by_word.get(word, ())))
            yield [name for name in there if spells_out(name, short)], "letters_inside"

    def _stands_for_core(self, short: str, name: str) -> bool:
        """Say whether the letters are those of a name without its country, or turned: `Department of Trade`."""
        plain = core(name, self.words)
        return any(len(words) > 1 and stands_for(short, " ".join(words)) for words in (plain, turned(plain)))

    def _begins_with(self, short: str, own: tuple[str, ...], fits: Sequence[str], groups: Groups[str]) -> str | None:
        """Give the one of several names that the article is about: it is in the headline, or the first of the text, and
        no other of them stands there. What bodies are called may be any of theirs.
        """
        name = min(fits, key=self.first.__getitem__, default=None)
        if name is None or self.first[name] > self.heading or own[-1] in self.words.heads:
            return None
        others = [self.first[one] for one in fits if groups.root(one) != groups.root(name)]
        is_about = self.first[name] < self.heading or min(others, default=0) > self.heading + 1
        return name if is_about and self.first[name] < self.in_body.get(short, self.first[short]) else None

    def _short_by(self, short: str, own: tuple[str, ...], name: str) -> str | None:
        """Give what makes a name a short form of a fuller one, which is no unit of it: one of `WHY`; None if nothing.

        Its words are the first of the fuller one, or all but the first, or others that may stand for it.
        """
        full = turned(core(_WING.sub("", name), self.words))
        if (
            (len(own) > 1 and full[1:] == own)
            or self._is_inner_form(own, full)
            or self._is_known_by(short, own, full, name)
        ):
            return "inner" if self._comes_early(short, name) or len(own) > 1 else None
        if self._leaves_out(own, full):
            return "ends" if self._comes_early(short, name) else None
        if len(own) >= len(full) or full[: len(own)] != own:
            return None
        if len(own) == 1 and own[0] in self.words.alone and full[1] in _OF:
            return "head"
        rest = set(full[len(own) :])
        if rest <= self.words.short | self.words.legal:
            return "suffix"
        if self._is_of_what(own, full):
            return "first_words" if self.in_body.get(short, self.first[name]) >= self.first[name] else None
        if (
            (rest & self.places and not self._is_of_text(name, full))
            or full[len(own)] in self.of_unit
            or own[-1] in self.words.heads
        ):
            return None
        if own in self.in_full:
            return None  # The article has it in full, with its legal form: `Volta Ltd` is not `Volta Foods`.
        if len(own) > 1 and self.in_body.get(short, self.first[name]) < self.first[name]:
            return None  # The text begins with the full name: `Volta Foods` is not `Volta Foods North`.
        if not self._comes_early(short, name):
            return None  # A full name comes early: what comes late is a unit or a product, `Volta Cares`.
        is_unit = len(rest) > 1 and rest & self.words.heads and len(own) > 1 and self.first[name] > self.heading
        return "first_words" if len(rest) <= _MOST_LEFT_OUT and not is_unit else None

    def _is_of_text(self, name: str, full: tuple[str, ...]) -> bool:
        """Say whether an article begins with a body that ends in a place: no branch, but what it is about."""
        return self.first[name] <= self.heading and full[0] not in self.places

    def _leaves_out(self, own: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Say whether a name is another's first and last words, the last what bodies are called: `Tema Hospital`."""
        ends = len(own) > 1 and own[-1] == full[-1] and full[: len(own) - 1] == own[:-1]
        return ends and len(full) > len(own) and own[-1] in self.words.heads

    def _is_of_what(self, own: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Say whether only what or whose a body is follows in its full name: `Tema Museum` of Cocoa, `High Court` of
        Ghana.
        """
        rest = full[len(own) :]
        return len(own) > 1 and own[-1] in self.words.heads and rest[0] in _OF and self.words.heads.isdisjoint(rest)

    def _comes_early(self, short: str, name: str) -> bool:
        """Say whether a full name is printed before its short form is a second time."""
        return self.first[name] <= self.second.get(short, len(self.first) + self.first[name])

    def _is_inner_form(self, own: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Say whether words from within a name may stand for it: `Haldane Institute`, `Barracas Norte`, `Philharmonic`.

        They end the name, or nothing but what bodies are called, or are of, follows them; no head stands for it alone
        but the last of a short name.
        """
        last = min(len(full) - len(own), 2) if len(own) > 1 else len(full) - 1
        at = next((n for n in range(1, last + 1) if full[n : n + len(own)] == own), 0)
        if not at or full[at - 1] in self.of_unit:
            return False
        rest = full[at + len(own) :]
        if len(own) == 1:
            if own[0] in self.words.alone and (not rest or rest[0] in _OF):
                return True
            return len(full) <= _SHORT_NAME and (
                not rest or (set(rest) <= self.words.heads and own[0] not in self.words.heads)
            )
        if not rest:
            return self.words.heads.isdisjoint(own)
        return own[-1] in self.words.heads and rest[0] in self.of_unit and not self.words.heads.issuperset(own)

    def _is_known_by(self, short: str, own: tuple[str, ...], full: tuple[str, ...], name: str) -> bool:
        """Say whether one word of a name that was printed before stands for it: `Quaye` for `Maison Quaye & Fils`."""
        word = own[0]
        if len(own) > 1 or len(word) < _LONG or word not in full[1:]:
            return False
        said = self.words.heads | self.words.short | self.places
        return word not in said and self.first[name] < self.in_body.get(short, -1)


def _only(groups: Groups[str], names: Sequence[str]) -> str | None:
    """Give the longest of names that all belong to one group; None where they belong to several."""
    return max(names, key=len) if len({groups.root(name) for name in names}) == 1 else None
