"""Titles that stand without an organisation to the one that the sentence, or the article, makes plain."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.contacts import contacts
from pipeline.extract.main_body import MainBody, main_body
from pipeline.extract.person_links import Link
from pipeline.extract.skeleton import BREAK, SIGNS, Skeleton
from pipeline.extract.stand_ins import StandInLinks
from pipeline.extract.successors import successors
from pipeline.name_rules import BodyKind, WordList
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
_ELSEWHERE = re.compile(rf"{ROLE}(?=,? (?:of|at|for|with|to) |, [A-Z])")
_BANK = re.compile(r"bank|reserve|bangko|banco|banque", re.IGNORECASE)
_ELSEWHERE_HELD = re.compile(
    r"(?:village|town|city|county|state|district|school|church|parish|tribal|ward|student|union|party|opposition|mission)"
    r"\b|(?:high|regional|district|divisional) commissioner",
    re.IGNORECASE,
)
"""Titles that are held in a place or in a body of their own, whatever the article is about."""
_LAW_FIRM = re.compile(r"\b(?:LLP|L\.L\.P\.|Law|Attorneys)\b")
"""What issues press releases about other companies, whose officers they name."""
_OF_A_BODY = "name_bodys_role"
"""The rule of titles that are some body's, which is another where it was not found out."""
_AFTER = ("name_role", "name_role_brackets", "signature_title")
_SECRETARIES = (
    "general secretary",
    "secretary general",
    "secretary-general",
    "company secretary",
    "honorary secretary",
)
_HEADS = ("president", "owner", "leader", "head", "chief")
"""Titles that are held in an issuer where they stand after a name; `President X` may be another's."""
_OF_STATES = ("of state", "of government", "of mission", "of delegation", "of household")


class InferredLinks:
    """Finds the organisation that a title of a body is held in, where no words tie the two."""

    def __init__(self, titles: tuple[WordList, ...], nouns: tuple[BodyKind, ...]) -> None:
        self.stand_ins = StandInLinks(nouns)
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

    def find(self, text: str, skeleton: Skeleton[Mention], links: Sequence[Link]) -> Iterator[Link]:
        """List links by what stands for a body, by position in lists and sentences, then to the main organisation."""
        at = skeleton.at
        main = main_body(text, skeleton.items)
        stand_ins = list(self.stand_ins.find(skeleton, main.org if main else None))
        yield from stand_ins
        for match in _LIST.finditer(skeleton.text):
            for sign in range(match.start("list"), match.end("list")):
                if sign in at and at[sign].label == "PERSON":
                    yield Link(at[sign], None, at[match.start()], False, "list_of_organisation")
        for rule, pattern in (("as_the_one_before", _NEXT_PERSON), ("same_sentence", _BEFORE)):
            for match in pattern.finditer(skeleton.text):
                role = at[match.start("role")]
                if rule == "as_the_one_before" or self._is_inner(role.text):
                    yield Link(at[match.start("person")], role, at[match.start("org")], False, rule)
        if main and not _LAW_FIRM.search(main.org.text):
            yield from self._to_main(skeleton, links, main)
            yield from successors(skeleton, [*links, *stand_ins], main.org)
        yield from contacts(text, skeleton.items, [*links, *stand_ins], main)

    def _to_main(self, skeleton: Skeleton[Mention], links: Sequence[Link], main: MainBody) -> Iterator[Link]:
        """List the titles without an organisation that are held in the one that the article is about."""
        elsewhere = {skeleton.at[match.start()].start_char for match in _ELSEWHERE.finditer(skeleton.text)}
        for link in links:
            if not link.role or link.org or link.former or link.rule == _OF_A_BODY or link.role.start_char in elsewhere:
                continue
            if not main.issues and (link.role.zone == "contact" or link.rule == "name_role_brackets"):
                continue
            title = link.role.text
            own = main.issues and link.rule in _AFTER and title.lower().endswith(_HEADS)
            if own or self._is_inner(title) or _is_governor(title, main.org.text):
                yield Link(link.person, link.role, main.org, False, "main_organisation")

    def _is_inner(self, title: str) -> bool:
        """Say whether a title is one within a body: chief executive, director, head of communications."""
        words = title.lower().split(" (")[0].split(" of ")[0].split(", ")[0].split()
        if _ELSEWHERE_HELD.match(title):
            return False
        if " ".join(words).endswith(_SECRETARIES):
            return True
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
