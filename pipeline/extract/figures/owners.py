"""The organisations of an article -> whose figure a value is, where its sentence says so or means the issuer."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pipeline.extract.document.view import View
from pipeline.extract.referring.antecedents import Antecedents
from pipeline.extract.referring.body_nouns import BodyNouns
from pipeline.extract.referring.issuer import IssuerSigns, issuer_signs_of, main_body
from pipeline.extract.referring.masked import Skeleton
from pipeline.records import Mention
from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.slots import BREAK

_WORD_BEFORE = re.compile(r"(\w+)\s$")
_FURTHEST = 400
"""Characters before a value in which its sentence says whose it is."""


@dataclass(frozen=True, slots=True)
class OwnerWords:
    """What owners are read with, compiled."""

    nouns: BodyNouns
    issuer: IssuerSigns
    """What stands before the body that an article is about."""
    accounts: frozenset[str]
    """What a company reports of itself."""
    reports: re.Pattern[str]
    """Says that it reports its results."""
    we: re.Pattern[str]
    """Means whom the article is about."""
    it: re.Pattern[str]
    """Begins a sentence about the body of the one before."""
    others: re.Pattern[str]
    """Stands before a body that a figure's owner deals with."""
    own: frozenset[str]
    """Of those, what stands before the body whose what is measured is: profit at."""


def owner_words(rules: Rulebook) -> OwnerWords:
    """Read the words out of the rules."""
    words = rules.phrase_words
    reports = rf"\b{words.any_of('reports')}\b[^.\n]{{0,90}}\b{words.any_of('reported')}\b"
    its = map(str.capitalize, words.words("it"))
    ours = [form for word in words.words("we") for form in (word, word.capitalize())]
    return OwnerWords(
        nouns=BodyNouns(rules.body_nouns),
        issuer=issuer_signs_of(rules),
        accounts=words.words("accounts"),
        reports=re.compile(reports, re.IGNORECASE),
        we=re.compile(rf"\b{any_of(ours)}\b"),
        it=re.compile(rf"\s*{any_of(its)}\b"),
        others=re.compile(rf"\b{words.any_of('other_side')}\s(?:the\s)?$"),
        own=words.words("own_side"),
    )


_WHY = {
    "named": "the last organisation that its sentence names, those it deals with aside, is",
    "reports": "{word!r} stands in accounts, and the article reports those of",
    "noun": "its sentence says {word!r}, which means",
    "we": "its sentence says {word!r}, which means whom the article is about:",
    "its": "its sentence begins with {word!r}, which means",
}


class Owner(NamedTuple):
    """Whose figure a value is, and what says so."""

    organisation_id: str
    rule: str
    word: str = ""
    """The noun that means it, or what is measured in its accounts."""

    def why(self, name: str) -> str:
        """Say what ties the figure to the organisation of a name."""
        return f"{_WHY[self.rule].format(word=self.word)} {name!r}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A value as an item of a skeleton."""

    start_char: int
    end_char: int
    label: str = "FIGURE"


class Owners:
    """Says whose figure stands at a place of a text."""

    def __init__(self, view: View, mentions: Sequence[Mention], figures: Collection[int], words: OwnerWords) -> None:
        """Note the organisations, and the one that the article is about; `figures` is where the values begin."""
        main = main_body(view.flat, mentions, words.issuer)
        self.main = main.org.entity_id if main else None
        self.words, self.accounts = words, words.accounts
        self.reports = words.reports.search(view.flat, 0, view.head) is not None
        unsorted: list[Mention | Figure] = [m for m in mentions if m.label != "ORG" or m.entity_id]
        unsorted += [Figure(start, start + 1) for start in figures]
        items = sorted(unsorted, key=lambda item: (item.start_char, -item.end_char))
        self.skeleton: Skeleton[Any] = Skeleton(view.flat, items, lambda gap, *_: gap, breaks=view.starts)
        self.bodies = Antecedents(self.skeleton, words.nouns, main.org if main else None)
        self.signs = {item.start_char: sign for sign, item in self.skeleton.at.items() if item.label == "FIGURE"}

    def owner(self, start: int, measure: str | None = None) -> Owner | None:
        """Give the organisation whose figure begins at an offset; None where it isn't said.

        Where an issuer reports its results, what is measured in accounts is the issuer's.
        """
        sign = self.signs.get(start)
        if sign is None:
            return None
        text = self.skeleton.text
        begin = max(sign - _FURTHEST, text.rfind(BREAK, 0, sign) + 1, text.rfind("\n", 0, sign) + 1)
        before = [at for at in self.bodies.signs if begin <= at < sign]
        named = [at for at in before if not self._is_other(text, at)]
        if named:
            return _owner(self.skeleton.at[named[-1]].entity_id, "named")
        if before:
            return None
        accounts = self.accounts.intersection((measure or "").casefold().split()) if self.reports else ()
        if accounts:
            return _owner(self.main, "reports", min(accounts))
        return self._referred(begin, sign)

    def _is_other(self, text: str, at: int) -> bool:
        """Whether an organisation is only the other side: a loan from a bank; but net profit at Acme is its own."""
        found = self.words.others.search(text, max(0, at - 14), at)
        if found is None:
            return False
        word = _WORD_BEFORE.search(text, max(0, found.start() - 20), found.start())
        own = found[0].split()[0] in self.words.own and word is not None
        return not (own and word and word[1].casefold() in self.accounts)

    def _referred(self, begin: int, sign: int) -> Owner | None:
        """Give the organisation that a sentence only refers to: `we`, `the company`, `it`."""
        text = self.skeleton.text
        for match in self.bodies.nouns.reference.finditer(text, begin, sign):
            if self.bodies.nouns.is_own(match["noun"]) and match.start("noun") == match.start() + len("the "):
                org = self.bodies.of_noun(match["noun"], match.start("noun"))
                return _owner(org.entity_id, "noun", match["noun"]) if org else None
        if we := self.words.we.search(text, begin, sign):
            return _owner(self.main, "we", we[0])
        if it := self.words.it.match(text, begin, sign):
            org = self.bodies.of_its(begin)
            return _owner(org.entity_id, "its", it[0].strip()) if org else None
        return None


def _owner(identity: str | None, rule: str, word: str = "") -> Owner | None:
    return Owner(identity, rule, word) if identity else None
