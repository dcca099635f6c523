"""`its`, `whose`, `the company's`, `of the Group`: the organisation of the article that such words stand for."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pipeline.extract.referring.body_nouns import BodyNouns
from pipeline.extract.referring.masked import Skeleton
from pipeline.records import Mention
from pipeline.rulebook.slots import BREAK, SIGNS
from pipeline.values.organisations.words import is_akin

_IN_SPEECH = re.compile(r"[^\n]*[“\"‘]")
"""A sentence with what is quoted, behind which the one before tells whose `its` is."""
_SAYS_WHAT = re.compile(
    rf", (?:an?|one of the) [a-z][\w-]*(?: [a-z][\w'’-]*){{0,6}}(?: (?:the )?[A-Z\ue002][\w-]*)?\.\s*{BREAK}?\s*"
)
"""What ends a sentence behind a name, and says what it is."""

_DOES = re.compile(r"\s*(?P<thing>[Tt]he [a-z-]+) (?:ha[sd] |have )?(?:[a-z]+ )?[a-z-]+ed ")
"""What a thing does, before what it does it with."""


class Antecedents:
    """Looks for organisations before a place of a skeleton that has sentence starts."""

    def __init__(self, skeleton: Skeleton[Any], nouns: BodyNouns, main: Mention | None) -> None:
        self.text, self.nouns = skeleton.text, nouns
        self.at: Mapping[int, Mention] = skeleton.at
        self.main = main
        self.signs = [sign for sign, item in skeleton.at.items() if item.label == "ORG"]
        self.names: dict[str, set[str]] = {}
        for sign in self.signs:
            self.names.setdefault(self.at[sign].entity_id or "", set()).add(self.at[sign].text)

    def of_its(self, place: int, fits: Callable[[str], bool] = lambda name: True) -> Mention | None:
        """Give the organisation that `its` or `it` is about: the first of the sentence, else of the one before.

        A sentence may name it or call it `the company`. After `and`, it is the one right before: `against Volta Foods
        and its owner`; behind a sentence that ends by saying what a body is, it is that one: `It sells to Volta Foods,
        a mill in Tema.` What doesn't fit by its name is passed over.
        """
        here = self.text.rfind(BREAK, 0, place) + 1
        signs = self._between(here, place)
        if signs and self.text[here:place].rstrip().endswith((" and", " or", " with")):
            return self.at[signs[-1]]
        if not signs and (self.text.startswith(SIGNS["LOC"], here) or self._is_of_thing(here, place)):
            return None  # `Ghana will pay, said its minister`, `The city thanked its gardener`
        org = self._first(here, place, fits)
        while not org and here > 0:
            end, here = here, self.text.rfind(BREAK, 0, here - 1) + 1
            org = self._told_last(here, end, fits) or self._first(here, end, fits)
            if not _IN_SPEECH.match(self.text, here, end):
                break
        return org

    def of_noun(self, noun: str, place: int) -> Mention | None:
        """Give the organisation that `the company` or `the Board` is, where nothing speaks against it."""
        held = [sign for sign in self.signs if self.nouns.holds(self.at[sign].text, noun)]
        held = held or [sign for sign in self.signs if self._is_akin(self.at[sign].text, noun)]
        if held:
            before = [sign for sign in held if sign < place]
            one = len({self.at[sign].entity_id for sign in held}) == 1
            return self.at[before[-1]] if before else self.at[held[0]] if one else None
        if self.nouns.is_exact(noun):
            return None
        main = self.main if self.main and self._means(noun, self.main) else None
        if noun[0].isupper():
            return main
        signs = [sign for sign in self._near(place) if self._means(noun, self.at[sign])]
        shown = [sign for sign in signs if self.nouns.is_shown(noun, self.names[self.at[sign].entity_id or ""])]
        signs = shown or signs
        near = {self.at[sign].entity_id for sign in signs}
        if not near or (main and main.entity_id in near):
            return main or self._only_shown(noun, place)
        close = [sign for sign in signs if len(near) == 1 or BREAK not in self.text[sign:place]]
        return self.at[close[-1]] if close else main

    def _only_shown(self, noun: str, place: int) -> Mention | None:
        """Give the only organisation named before a place whose name shows that it is what a noun means."""
        shown = [at for at in self.signs if self.nouns.is_shown(noun, self.names[self.at[at].entity_id or ""])]
        before = [self.at[sign] for sign in shown if sign < place]
        return before[-1] if before and len({self.at[sign].entity_id for sign in shown}) == 1 else None

    def of_word(self, word: str) -> Mention | None:
        """Give the only organisation whose name ends with a noun, but for its legal form: `the quarry`."""
        called = [self.at[sign] for sign in self.signs if self.nouns.is_called(self.at[sign].text, word)]
        return called[0] if len({org.entity_id for org in called}) == 1 else None

    def of_there(self, place: int, suits: Callable[[str], bool]) -> Mention | None:
        """Give the organisation that `there` means: the last one before it, in its paragraph or the one before.

        One that suits by its name is taken before others: a minister's `there` is a ministry.
        """
        near = list(self._near(place))
        suiting = [sign for sign in near if suits(self.at[sign].text)]
        return self.at[(suiting or near)[-1]] if near else None

    def _is_of_thing(self, begin: int, place: int) -> bool:
        """Say whether a sentence begins by saying what a thing does with its own: `The city thanked its gardener`."""
        does = _DOES.fullmatch(self.text, begin, place)
        return does is not None and self.nouns.reference.match(self.text, does.start("thing")) is None

    def _told_last(self, begin: int, end: int, fits: Callable[[str], bool]) -> Mention | None:
        """Give the last organisation of a sentence, not its only one, that ends by saying what it is."""
        signs = self._between(begin, end)
        told = len(signs) > 1 and _SAYS_WHAT.fullmatch(self.text, signs[-1] + 1, end)
        return self.at[signs[-1]] if told and fits(self.at[signs[-1]].text) else None

    def _first(self, begin: int, end: int, fits: Callable[[str], bool] = lambda name: True) -> Mention | None:
        """Give the first organisation that a stretch speaks of, by its name or by a noun."""
        sign = next((sign for sign in self._between(begin, end) if fits(self.at[sign].text)), None)
        for match in self.nouns.reference.finditer(self.text, begin, end if sign is None else sign):
            org = self.of_noun(match["noun"], match.start("noun"))
            if org and fits(org.text):
                return org
        return None if sign is None else self.at[sign]

    def _is_akin(self, name: str, noun: str) -> bool:
        """Say whether a name is akin to a noun, and not to many of them: a `Liga de Clubes` is no club."""
        return is_akin(name, noun) and not re.search(rf"\b{re.escape(noun)}e?s\b", name, re.IGNORECASE)

    def _means(self, noun: str, org: Mention) -> bool:
        return self.nouns.may_mean(noun, self.names.get(org.entity_id or "", {org.text}))

    def _near(self, place: int) -> Iterator[int]:
        """Give the signs of the paragraph before a place and, where it has none, of the paragraph before that."""
        begin = self.text.rfind("\n", 0, place) + 1
        signs = self._between(begin, place)
        while not signs and begin > 0:
            end, begin = begin, self.text.rfind("\n", 0, begin - 1) + 1
            if self.text[begin:end].strip(BREAK + " \n"):
                return iter(self._between(begin, end))
        return iter(signs)

    def _between(self, begin: int, end: int) -> list[int]:
        return [sign for sign in self.signs if begin <= sign < end]
