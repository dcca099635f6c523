"""Sightings to entities, in two passes: bodies first, then the people of one family name at a time."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from pipeline.rulebook.user_rows import rulebook_with
from pipeline.store.linking.bodies import Bodies, Naming
from pipeline.store.linking.decisions import Splits, Wanted, merged, wanted_by
from pipeline.store.linking.evidence import ORG, PERSON, Doubt, EntityDecision, Identified, Place, Sighting
from pipeline.store.linking.people import WhoIsWho
from pipeline.store.linking.surroundings import Surroundings, surroundings
from pipeline.values.names.forms import entity_id, fold, org_words
from pipeline.values.organisations.generic import GenericNames
from pipeline.values.organisations.words import organisation_words
from pipeline.values.titles.titles import titles_of
from pipeline.values.titles.walks import Walks

Company = Callable[[str], frozenset[str]]
"""Article to the surnames of the people and the entities of the organisations that it has."""


@dataclass(frozen=True)
class Knowledge:
    """What linking knows of names before it sees any: nicknames, legal suffixes, generic names, countries."""

    nicknames: dict[str, frozenset[str]] = field(default_factory=dict)
    surnames: frozenset[str] = frozenset()
    legal: frozenset[str] = frozenset()
    generic: GenericNames = field(default_factory=GenericNames)
    around: Surroundings = field(default_factory=Surroundings)
    walks: Walks = field(default_factory=Walks)

    def fold(self, label: str, name: str) -> str:
        """Fold a name to what equal names share; an organisation's legal suffix doesn't count."""
        if label != ORG:
            return fold(name)
        words = list(org_words(name))
        while len(words) > 1 and words[-1] in self.legal:
            words.pop()
        while len(words) > 1 and words[0] in self.legal:
            del words[0]
        return " ".join(words)

    def naming(self) -> Naming:
        """Give how bodies' names are read."""
        return Naming(
            fold=lambda name: self.fold(ORG, name),
            is_generic=self.generic.is_generic,
            country_in=self.around.countries.named_in,
            without_country=self.around.countries.without,
        )


@cache
def knowledge(rules: str | None = None) -> Knowledge:
    """Read what linking knows out of the rules, with the rows of a user's rule set; once."""
    rulebook = rulebook_with(rules)
    return Knowledge(
        nicknames={row.id: frozenset(row.words) for row in rulebook.nicknames},
        surnames=frozenset(map(fold, rulebook.common_surnames.printed())),
        legal=organisation_words(rulebook.organisation_words).legal,
        generic=GenericNames(rulebook.generic_bodies),
        around=surroundings(rulebook),
        walks=titles_of(rulebook).walks,
    )


class Linker:
    """Links sightings: first `see` all organisations, then `link_body` each, then `link_people` of one family name."""

    def __init__(
        self,
        known: Knowledge,
        decisions: Sequence[EntityDecision] = (),
        *,
        company: Company = lambda article: frozenset(),
        people: Company = lambda article: frozenset(),
        is_named: Callable[[str], bool] = lambda word: True,
    ) -> None:
        """Keep what is known, a person's decisions, how an article's names and its people are found, and whether a
        folded word stands alone for a body in some article."""
        self.known, self.decisions = known, decisions
        self.splits = Splits(decisions, known.fold)
        self.bodies = Bodies(known.naming(), self.splits.apart, self.splits.parts, people, is_named)
        self._people = WhoIsWho(known.nicknames, known.surnames, self.splits.apart, company, known.walks)

    def see(self, organisations: Iterable[Sighting]) -> None:
        """Take note of all organisations."""
        self.bodies.see(organisations)
        self.bodies.settle()

    def link_people(self, sightings: Sequence[Sighting]) -> tuple[dict[Place, Identified], list[Doubt]]:
        """Link the people of one family name, and give who might be one; `organisation_id` is their body's entity."""
        folded = {s.place: self.known.fold(s.label, s.name) for s in sightings}
        parted = [s for s in sightings if self.splits.parts(s)]
        links, doubts = self._people.link([s for s in sightings if s not in parted], folded)
        for s in parted:
            links[s.place] = Identified(
                entity_id(PERSON, f"{folded[s.place]} {s.article_id}"), "parted by a person", 1.0
            )
        return links, doubts

    def wanted(self) -> set[Wanted]:
        """Give the names that merges speak of."""
        return wanted_by(self.decisions, self.known.fold)

    def merged(self, entities: Mapping[Wanted, Iterable[str]]) -> dict[str, tuple[str, str]]:
        """Give the entities that a person took into others; see `decisions.merged`."""
        return merged(self.decisions, entities, self.known.fold)
