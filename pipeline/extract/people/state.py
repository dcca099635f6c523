"""What an article says of its persons, on its way through the passes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from pipeline.extract.document.finds import kept
from pipeline.extract.document.passes import Change
from pipeline.extract.document.view import view_of
from pipeline.extract.people.gaps import Gaps
from pipeline.extract.people.links import Link, PersonLinks, link_slots
from pipeline.extract.people.stand_ins import StandInLinks
from pipeline.extract.people.traced import changed_links
from pipeline.extract.referring.issuer import MainBody, is_slug, issuer_signs_of, main_body
from pipeline.extract.referring.masked import Skeleton
from pipeline.records import Mention, Organisation
from pipeline.rulebook.kinds import PersonLinkKind
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import PersonLink
from pipeline.rulebook.slots import compile_pattern, pattern_of
from pipeline.values.titles.titles import titles_of


class PeopleWords:
    """What persons are read with, compiled once for a set of rules."""

    def __init__(self, rules: Rulebook) -> None:
        """Compile the rows."""
        self.tidy = Gaps(rules).tidy
        self.said, self.referred = PersonLinks(rules), StandInLinks(rules)
        self.titles = titles_of(rules)
        self.issuer, self.no_contact = issuer_signs_of(rules), pattern_of(rules.beside_names, "before_no_contact")
        self._slots, self._rows = link_slots(rules), rules.person_links
        self._compiled: dict[PersonLinkKind, list[tuple[PersonLink, re.Pattern[str]]]] = {}

    def patterns(self, kind: PersonLinkKind) -> list[tuple[PersonLink, re.Pattern[str]]]:
        """Give the rows of a kind of person_links.csv, compiled."""
        if kind not in self._compiled:
            rows = (row for row in self._rows if row.kind == kind)
            self._compiled[kind] = [(row, compile_pattern(row.pattern, self._slots)) for row in rows]
        return self._compiled[kind]


@dataclass(frozen=True, slots=True)
class People:
    """The links found so far, and the article with a sign for each name; `broken` has sentences as well."""

    doc: Doc
    text: str
    words: PeopleWords
    plain: Skeleton[Mention]
    broken: Skeleton[Mention]
    main: MainBody | None
    bodies: Mapping[str, Organisation]
    """The organisations of the article, by their ids."""
    found: Sequence[Link] = ()

    def having(self, found: Sequence[Link]) -> "People":
        """Give the same article with other links."""
        return replace(self, found=found)

    def changes(self, found: Sequence[Link]) -> Iterator[Change]:
        """Say what a pass found, or found to be past."""
        return changed_links(self.found, found)

    def matches(self, kind: PersonLinkKind) -> Iterator[tuple[PersonLink, re.Match[str]]]:
        """Find the rows of a kind, sentence by sentence."""
        for row, pattern in self.words.patterns(kind):
            yield from ((row, match) for match in pattern.finditer(self.broken.text))


def begin(doc: Doc, words: PeopleWords) -> People:
    """Give the state before the first pass."""
    view = view_of(doc)
    named = [mention for mention in kept(doc, "mentions") if not is_slug(view.flat, mention)]
    plain = Skeleton(view.flat, named, words.tidy)
    broken = Skeleton(view.flat, named, words.tidy, breaks=view.starts)
    main = main_body(view.flat, plain.items, words.issuer)
    bodies = {body.organisation_id: body for body in kept(doc, "organisations")}
    return People(doc, view.flat, words, plain, broken, main, bodies)
