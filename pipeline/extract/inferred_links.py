"""Titles that stand without an organisation to the one that the sentence, or the article, makes plain."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from pipeline.extract.person_links import Link
from pipeline.extract.skeleton import BREAK, SIGNS, Skeleton
from pipeline.name_rules import WordList
from pipeline.records import Mention

PERSON, ORG, ROLE = SIGNS["PERSON"], SIGNS["ORG"], SIGNS["ROLE"]
_NO_NAME = f"[^{BREAK}\\n{PERSON}{ORG}]"
_LIST = re.compile(rf"{ORG}[^{BREAK}\n{PERSON}]{{0,120}}: ?(?P<list>{PERSON}[^{BREAK}\n]*)")
_NEXT_PERSON = re.compile(
    rf"{PERSON}, (?:the )?{ROLE} (?:of|at|for|with|from) (?:the )?(?P<org>{ORG}),? and "
    rf"(?P<person>{PERSON}), (?:the |its )?(?P<role>{ROLE})(?! (?:of|at|for))"
)
_BEFORE = re.compile(
    rf"(?P<org>{ORG})(?:['’]s?)?{_NO_NAME}{{0,80}}(?P<person>{PERSON}){_NO_NAME}{{0,40}}(?P<role>{ROLE})"
)
_THE_BODY = (
    r"(?:[Tt]he (?:company|group|firm|agency|alliance|bank|union|club|charity|council|association|institute)['’]s)"
)
_ITS = re.compile(rf"(?:\b[Ii]ts|{_THE_BODY}) (?:then )?(?P<role>{ROLE}),? (?P<person>{PERSON})")
_OF_THE_BODY = re.compile(rf"(?P<person>{PERSON}), {_THE_BODY} (?:then )?(?P<role>{ROLE})")
_ELSEWHERE = re.compile(rf"{ROLE}(?=,? (?:of|at|for|with|to) )")
_BANK = re.compile(r"bank|reserve|bangko|banco|banque", re.IGNORECASE)
_OF_STATES = ("of state", "of government", "of mission", "of delegation", "of household")
NEWSWIRE = "press_names/known"
MAIN_SHARE = 0.3
"""Share of an article's mentions of organisations that its main one has at least."""


class InferredLinks:
    """Finds the organisation that a title of a body is held in, where no words tie the two."""

    def __init__(self, titles: tuple[WordList, ...]) -> None:
        rows = ("chiefs", "presidents", "directors", "speaking")
        words = {word.lower() for row in titles if row.id in rows for word in row.words}
        self.inner = frozenset(
            words
            - {
                "president",
                "governor",
                "leader",
                "owner",
                "chief",
                "analyst",
                "economist",
                "expert",
                "strategist",
                "head",
                "lead",
            }
            | {"commissioner"}
        )

    def find(self, skeleton: Skeleton[Mention], links: Sequence[Link]) -> Iterator[Link]:
        """List links by position in lists and sentences, then those to the article's main organisation."""
        at = skeleton.at
        for match in _LIST.finditer(skeleton.text):
            for sign in range(match.start("list"), match.end("list")):
                if sign in at and at[sign].label == "PERSON":
                    yield Link(at[sign], None, at[match.start()], False, "list_of_organisation")
        for rule, pattern in (("as_the_one_before", _NEXT_PERSON), ("same_sentence", _BEFORE)):
            for match in pattern.finditer(skeleton.text):
                role = at[match.start("role")]
                if rule == "as_the_one_before" or self._is_inner(role.text):
                    yield Link(at[match.start("person")], role, at[match.start("org")], False, rule)
        yield from _of_its_holder(skeleton)
        main = _main_organisation(skeleton.items)
        elsewhere = {at[match.start()].start_char for match in _ELSEWHERE.finditer(skeleton.text)}
        if main:
            for link in links:
                if not link.role or link.org or link.former or link.role.start_char in elsewhere:
                    continue
                if self._is_inner(link.role.text) or _is_governor(link.role.text, main.text):
                    yield Link(link.person, link.role, main, False, "main_organisation")

    def _is_inner(self, title: str) -> bool:
        """Say whether a title is one within a body: chief executive, director, head of communications."""
        words = title.lower().split(" of ")[0].split()
        if words[-1] == "head" and " of " in title and not title.lower().endswith(_OF_STATES):
            return True
        return (
            words[-1] in self.inner
            or (words[0] == "chief" and len(words) > 1)
            or (" and " in title and bool(self.inner & set(words)))
        )


def _is_governor(title: str, main: str) -> bool:
    """Say whether a title is the governor's of a central bank, which the article is about."""
    return title.lower().endswith("governor") and bool(_BANK.search(main))


def _of_its_holder(skeleton: Skeleton[Mention]) -> Iterator[Link]:
    """Give the organisation that `its chairman, Ama Boateng` is about: the first of the sentence, else of the last."""
    text, at = skeleton.text, skeleton.at
    for match in chain(_ITS.finditer(text), _OF_THE_BODY.finditer(text)):
        here = text.rfind(BREAK, 0, match.start())
        sign = text.find(ORG, here + 1, match.start())
        if sign < 0:
            sign = text.find(ORG, text.rfind(BREAK, 0, max(here, 0)) + 1, match.start())
        if sign >= 0:
            yield Link(at[match.start("person")], at[match.start("role")], at[sign], False, "its_holder")


def _main_organisation(items: Sequence[Mention]) -> Mention | None:
    """Give the organisation that an article is about: its only one, or the one named most, where it stands out."""
    named = [item for item in items if item.label == "ORG" and item.entity_id and item.found_by != NEWSWIRE]
    counts = Counter(item.entity_id for item in named)
    if not counts:
        return None
    (identity, most), *others = counts.most_common(2)
    share = most / len(named)
    stands_out = (most >= 3 and share >= MAIN_SHARE) or (most == 2 and share > 0.5)
    if others and (others[0][1] == most or not stands_out):
        return None
    return next(item for item in named if item.entity_id == identity)
