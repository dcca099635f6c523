"""`its`, `whose`, `the company's`, `of the Group`: the organisation of the article that such words stand for."""

import re
from collections.abc import Iterator

from pipeline.extract.referring.body_nouns import BodyNouns
from pipeline.extract.referring.masked import Skeleton
from pipeline.records import Mention
from pipeline.rulebook.slots import BREAK

_IN_SPEECH = re.compile(r"^[^\n]*[“\"‘]|^[^\n]*$")
"""A sentence of what is quoted, behind which the one before tells whose `its` is: no line ends in it."""


class Antecedents:
    """Looks for organisations before a place of a skeleton that has sentence starts."""

    def __init__(self, skeleton: Skeleton[Mention], nouns: BodyNouns, main: Mention | None) -> None:
        self.text, self.at, self.nouns = skeleton.text, skeleton.at, nouns
        self.main = main
        self.signs = [sign for sign, item in skeleton.at.items() if item.label == "ORG"]
        self.names: dict[str, set[str]] = {}
        for sign in self.signs:
            self.names.setdefault(self.at[sign].entity_id or "", set()).add(self.at[sign].text)

    def of_its(self, place: int) -> Mention | None:
        """Give the organisation that `its` is about: the first of the sentence, else of the one before.

        After `and`, it is the one right before: `against Volta Foods and its owner`.
        """
        here = self.text.rfind(BREAK, 0, place) + 1
        signs = self._between(here, place)
        if signs and self.text[here:place].rstrip().endswith((" and", " or", " with")):
            return self.at[signs[-1]]
        while not signs and here > 0:
            end, here = here, self.text.rfind(BREAK, 0, here - 1) + 1
            signs = self._between(here, end)
            if not _IN_SPEECH.search(self.text, here, end):
                break
        return self.at[signs[0]] if signs else None

    def of_noun(self, noun: str, place: int) -> Mention | None:
        """Give the organisation that `the company` or `the Board` is, where nothing speaks against it."""
        held = [sign for sign in self.signs if self.nouns.holds(self.at[sign].text, noun)]
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
        near = {self.at[sign].entity_id for sign in signs}
        if not near or (main and main.entity_id in near):
            return main
        close = [sign for sign in signs if len(near) == 1 or BREAK not in self.text[sign:place]]
        return self.at[close[-1]] if close else main

    def _means(self, noun: str, org: Mention) -> bool:
        return self.nouns.may_mean(noun, self.names[org.entity_id or ""])

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
