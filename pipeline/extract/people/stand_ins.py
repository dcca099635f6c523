"""Titles held in `the company`, `its` or `whose` body to links to the organisation that these words stand for."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from pipeline.extract.people.links import Link, link_of, link_slots
from pipeline.extract.referring.antecedents import Antecedents
from pipeline.extract.referring.body_nouns import BodyNouns
from pipeline.extract.referring.masked import SignPattern, Skeleton
from pipeline.records import Mention
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.slots import BREAK, SIGNS, compile_pattern
from pipeline.values.titles.titles import titles_of

PERSON, ORG, ROLE = SIGNS["PERSON"], SIGNS["ORG"], SIGNS["ROLE"]


class StandInLinks:
    """Finds titles whose organisation is only referred to."""

    def __init__(self, rules: Rulebook) -> None:
        """Compile the rows whose body is only referred to."""
        self.nouns, self.titles = BodyNouns(rules.body_nouns), titles_of(rules)
        noun, part = self.nouns.pattern, rules.pattern_words.any_of("part_of_body")
        slots = link_slots(rules) | {
            "noun": noun,
            "whose": rf"(?:(?P<its>\b(?:[Ii]ts|[Tt]heir))|\b{noun}['’]s?)",
            "ofnoun": rf" (?:of|for|at|with|to|in) {noun}(?:['’]s? {part})?(?!['’]s?\b| of\b| for\b)",
            "joined": rf"(?:(?:,| and|, and) {ROLE})?",
            "gap": rf"[^{BREAK}\n{PERSON}{ORG}{ROLE}]",
        }
        self.patterns = [
            (row, SignPattern(compile_pattern(row.pattern, slots), PERSON))
            for row in rules.person_links
            if row.kind == "referred"
        ]

    def find(self, skeleton: Skeleton[Mention], main: Mention | None) -> Iterator[Link]:
        """List the links of an article; `main` is the organisation that it is about."""
        before = Antecedents(skeleton, self.nouns, main)
        for row, pattern in self.patterns:
            for match in pattern.find(skeleton):
                groups = match.groupdict()
                link = link_of(row, match, skeleton)
                title = link.role.text if link.role else ""
                if row.check == "inner" and title not in self.titles.inner:
                    continue
                if groups.get("there"):
                    suits = partial(self.titles.offices.is_seat, title)
                    link = replace(link, org=before.of_there(match.start("person"), suits))
                elif groups.get("word"):
                    link = replace(link, org=before.of_word(groups["word"]))
                elif groups.get("noun"):
                    link = replace(link, org=before.of_noun(groups["noun"], match.start("noun")))
                elif groups.get("its"):
                    fits = partial(self.titles.offices.may_be_held, title)
                    link = replace(link, org=before.of_its(match.start("its"), fits))
                if link.org:
                    yield link
