"""What a text calls somebody - a name, `she`, `it`, `the minister`, `the company` - to the person or body it means."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from spacy.tokens import Doc

from pipeline.extract.document.finds import kept
from pipeline.extract.referring.antecedents import Antecedents
from pipeline.extract.referring.masked import Skeleton
from pipeline.records import Mention, Organisation, Person
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.slots import BREAK, SIGNS
from pipeline.values.names.forms import fold

PERSON, ORG = SIGNS["PERSON"], SIGNS["ORG"]
PRONOUNS = {"he": "m", "his": "m", "she": "f", "her": "f", "they": "", "it": "", "its": ""}
"""Pronouns, and the kind of given names that go with them."""


class Speaker(NamedTuple):
    """Who speaks, and the rule that says so."""

    identity: str
    name: str
    title: str | None
    organisation: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """Nouns that stand for speakers, and the given names that tell `he` from `she`."""

    bodies: frozenset[str]
    people: frozenset[str]
    texts: frozenset[str]
    genders: Mapping[str, str]
    speaks_for: re.Pattern[str]
    """The end of what somebody is called who speaks for another: `police spokesman`."""


def speaker_words(rules: Rulebook) -> SpeakerWords:
    """Read the words out of the rules."""
    return SpeakerWords(
        bodies=rules.speaker_nouns.words("body"),
        people=rules.speaker_nouns.words("person"),
        texts=rules.speaker_nouns.words("text"),
        genders={word.lower(): row.kind for row in rules.given_names for word in row.words},
        speaks_for=re.compile(rf"{rules.pattern_words.any_of('speaks_for')}$", re.IGNORECASE),
    )


class Referents:
    """The people and organisations of one article, by what its text calls them."""

    def __init__(
        self,
        doc: Doc,
        skeleton: Skeleton[Any],
        words: SpeakerWords,
        bodies: Antecedents,
        titled: Sequence[re.Pattern[str]],
    ) -> None:
        self.people: dict[str, Person] = {person.person_id: person for person in kept(doc, "people")}
        self.organisations: dict[str, Organisation] = {o.organisation_id: o for o in kept(doc, "organisations")}
        self.skeleton, self.words, self.bodies = skeleton, words, bodies
        self.titled = titled
        self.person_signs = [at for at, item in skeleton.at.items() if item.label == "PERSON"]

    def at_sign(self, sign: int, rule: str) -> Speaker | None:
        """Give whom the mention at a sign of the skeleton names."""
        mention: Mention = self.skeleton.at[sign]
        if mention.label == "ROLE":
            return self._with_title(mention.text, rule)
        named = mention.entity_id or ""
        who = self.people.get(named) or self.organisations.get(named)
        return speaker_of(who, rule) if who else None

    def of_noun(self, phrase: str, place: int, rule: str) -> Speaker | None:
        """Find who `the Florida senator` or `the company` at a place is: the one person so titled, the body meant."""
        article, noun = phrase.split()[0].lower(), phrase.split()[-1].lower()
        if article != "the":
            return None
        if noun in self.words.bodies:
            return self._of_body(self.bodies.of_noun(phrase.split()[-1], place), f"{rule}+noun")
        fits = [person for person in self.people.values() if person.title and noun in person.title.lower().split()]
        return speaker_of(fits[0], f"{rule}+title") if len(fits) == 1 else None

    def _with_title(self, title: str, rule: str) -> Speaker | None:
        """Find the one person of the article who has a title."""
        words = fold(title)
        exact = [p for p in self.people.values() if p.title and fold(p.title) == words]
        if len(exact) == 1:
            return speaker_of(exact[0], f"{rule}+title")
        fits = [p for p in self.people.values() if p.title and (words in fold(p.title) or fold(p.title) in words)]
        return speaker_of(fits[0], f"{rule}+title") if len(fits) == 1 else None

    def of_it(self, place: int, rule: str) -> Speaker | None:
        """Give the organisation that `it` or `its` at a place is."""
        return self._of_body(self.bodies.of_its(place), rule)

    def _of_body(self, org: Mention | None, rule: str) -> Speaker | None:
        body = self.organisations.get(org.entity_id or "") if org else None
        return speaker_of(body, rule) if body else None

    def titled_before(self, at: int, rule: str) -> Speaker | None:
        """Give who is called by a title at the start of a place's sentence, with nobody named there: `The Governor`."""
        text = self.skeleton.text
        begin = text.rfind(BREAK, 0, at) + 1
        titled = next((found for one in self.titled if (found := one.match(text, begin, at))), None)
        return self.at_sign(titled.start("role"), rule) if titled and PERSON not in text[begin:at] else None

    def person_before(self, at: int, kind: str) -> int | None:
        """Give the sign of the first person of the last sentence before a place that names one who may be `he`.

        A person whose given name goes with the other pronoun is passed over.
        """
        place = bisect_left(self.person_signs, at) - 1
        while place >= 0 and not self.goes_with(self.person_signs[place], kind):
            place -= 1
        if place < 0:
            return None
        begin = self.skeleton.text.rfind(BREAK, 0, self.person_signs[place]) + 1
        signs = self.person_signs[bisect_left(self.person_signs, begin) : place + 1]
        return next(sign for sign in signs if self.goes_with(sign, kind))

    def goes_with(self, sign: int, kind: str) -> bool:
        """Say whether nothing speaks against a pronoun for the person at a sign."""
        person = self.people.get(self.skeleton.at[sign].entity_id or "")
        return person is None or self.may_be(person.name, kind)

    def may_be(self, name: str, kind: str) -> bool:
        """Say whether a name's given name goes with a pronoun, as far as it is known."""
        return self.words.genders.get(name.split()[0].lower(), kind) == kind


def speaker_of(who: Person | Organisation, rule: str = "") -> Speaker:
    """Give a person or a body as a speaker; a body speaks for itself.

    >>> speaker_of(Organisation(article_id="a", organisation_id="o-1", name="Volta Foods")).organisation
    'Volta Foods'
    """
    if isinstance(who, Person):
        return Speaker(who.person_id, who.name, who.title, who.organisation, rule)
    return Speaker(who.organisation_id, who.name, None, who.name, rule)
