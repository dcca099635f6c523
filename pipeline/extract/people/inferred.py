"""Titles that stand without an organisation to the one that the sentence, or the article, makes plain."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.people.contacts import contacts
from pipeline.extract.people.inner_titles import InnerTitles, is_governor
from pipeline.extract.people.links import Link
from pipeline.extract.people.stand_ins import StandInLinks
from pipeline.extract.people.successors import successors
from pipeline.extract.referring.issuer import MainBody, main_body
from pipeline.extract.referring.masked import Skeleton
from pipeline.records import Mention
from pipeline.rulebook.rows import BodyKind, WordList
from pipeline.rulebook.slots import BREAK, SIGNS

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
_LAW_FIRM = re.compile(r"\b(?:LLP|L\.L\.P\.|Law|Attorneys)\b")
"""What issues press releases about other companies, whose officers they name."""
_OF_A_BODY = "name_bodys_role"
"""The rule of titles that are some body's, which is another where it was not found out."""
_AFTER = ("name_role", "name_role_brackets", "signature_title")
_HEADS = ("president", "owner", "leader", "head", "chief")
"""Titles that are held in an issuer where they stand after a name; `President X` may be another's."""


class InferredLinks:
    """Finds the organisation that a title of a body is held in, where no words tie the two."""

    def __init__(self, titles: tuple[WordList, ...], nouns: tuple[BodyKind, ...]) -> None:
        self.stand_ins = StandInLinks(nouns)
        self.inner = InnerTitles(titles)

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
                if rule == "as_the_one_before" or role.text in self.inner:
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
            if own or title in self.inner or is_governor(title, main.org.text):
                yield Link(link.person, link.role, main.org, False, "main_organisation")
