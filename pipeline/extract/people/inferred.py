"""Titles that stand without an organisation to the one that the sentence, or the article, makes plain."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.people.contacts import contacts
from pipeline.extract.people.inner_titles import InnerTitles
from pipeline.extract.people.links import Link, link_of, link_slots
from pipeline.extract.people.offices import Offices
from pipeline.extract.people.stand_ins import StandInLinks
from pipeline.extract.people.successors import successors
from pipeline.extract.referring.issuer import MainBody, main_body
from pipeline.extract.referring.masked import Skeleton
from pipeline.records import Mention
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import PersonLink
from pipeline.rulebook.slots import compile_pattern

_KINDS = ("list", "beside", "inner", "elsewhere", "succeeded")


class InferredLinks:
    """Finds the organisation that a title of a body is held in, where no words tie the two."""

    def __init__(self, rules: Rulebook, offices: Offices) -> None:
        """Compile the rows that go by what is referred to, or by position."""
        self.stand_ins, self.offices = StandInLinks(rules), offices
        slots, rows = link_slots(rules), rules.person_links
        self.patterns = {
            kind: [(row, compile_pattern(row.pattern, slots)) for row in rows if row.kind == kind] for kind in _KINDS
        }
        self.inner = InnerTitles(rules.held_within)

    def find(self, text: str, skeleton: Skeleton[Mention], links: Sequence[Link]) -> Iterator[Link]:
        """List links by what stands for a body, by position in lists and sentences, then to the main organisation."""
        at = skeleton.at
        main = main_body(text, skeleton.items)
        stand_ins = list(self.stand_ins.find(skeleton, main.org if main else None))
        yield from stand_ins
        for row, match in self._matches("list", skeleton):
            for sign in range(match.start("list"), match.end("list")):
                if sign in at and at[sign].label == "PERSON":
                    yield Link(at[sign], None, at[match.start("org")], False, row.id)
        for kind in ("beside", "inner"):
            for row, match in self._matches(kind, skeleton):
                link = link_of(row, match, skeleton)
                if kind == "beside" or (link.role and link.role.text in self.inner):
                    yield link
        if main and not self.offices.is_law_firm(main.org.text):
            yield from self._to_main(skeleton, links, main)
            leaving = self._matches("succeeded", skeleton)
            yield from successors(skeleton, leaving, [*links, *stand_ins], main.org)
        yield from contacts(text, skeleton.items, [*links, *stand_ins], main)

    def _matches(self, kind: str, skeleton: Skeleton[Mention]) -> Iterator[tuple[PersonLink, re.Match[str]]]:
        for row, pattern in self.patterns[kind]:
            yield from ((row, match) for match in pattern.finditer(skeleton.text))

    def _to_main(self, skeleton: Skeleton[Mention], links: Sequence[Link], main: MainBody) -> Iterator[Link]:
        """List the titles without an organisation that are held in the one that the article is about."""
        elsewhere = {skeleton.at[match.start("role")].start_char for _, match in self._matches("elsewhere", skeleton)}
        for link in links:
            if not link.role or link.org or link.former or link.check == "bodys" or link.role.start_char in elsewhere:
                continue
            if not main.issues and (link.role.zone == "contact" or link.check == "brackets"):
                continue
            title = link.role.text
            own = main.issues and link.check in ("after", "brackets") and self.offices.is_issuers(title)
            if own or title in self.inner or self.offices.is_governor(title, main.org.text):
                yield Link(link.person, link.role, main.org, False, "main_organisation")
