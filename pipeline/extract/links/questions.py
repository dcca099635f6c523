"""A Doc to what is asked of it: who holds this title, in which body, whose figure is this, who speaks."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from pipeline.extract.document.trace import Tie
from pipeline.extract.links.words import ZONES, Found, Ints, Words
from pipeline.extract.referring.issuer import IssuerSigns, main_body
from pipeline.records import Mention

KINDS = ("holder", "body", "employer", "owner", "speaker")
"""role - person, role - organisation, person - organisation, value - organisation, quotation - person or body."""
ANSWERED_BY = np.array([[1, 0], [0, 1], [0, 1], [0, 1], [1, 1]], dtype=bool)
"""Whether a person, whether an organisation may be the answer, by kind."""
PLACES = 4
"""Places of a person that are looked at, at most."""


class PatternAnswer(NamedTuple):
    """What the patterns answer: an entity, and their rule."""

    entity: str | None
    rule: str
    former: bool = False


class Question(NamedTuple):
    """One question: its kind, the row or mention that it is about, where that stands, and what the patterns say."""

    kind: str
    about: Any
    places: tuple[tuple[int, int], ...]
    """Stretches of characters."""
    verdict: PatternAnswer


def key(question: Question) -> tuple[str, str | int]:
    """Name a question by its kind and what it is about."""
    about = question.about
    return question.kind, about.person_id if question.kind == "employer" else about.start_char


def said(found: Found) -> Iterator[tuple[tuple[str, str | int], str | None, str]]:
    """Give each answer that any pattern gives to a question: the question's key, the entity, and the rule."""
    named = {mention.start_char: mention.entity_id for mention in found.mentions}
    for tie in found.ties:
        if tie.table == "quotes":
            yield ("speaker", tie.start), named.get(tie.speaker), tie.rule
            continue
        if tie.table == "figures":
            yield ("owner", tie.start), named.get(tie.body), tie.rule
            continue
        yield ("holder", tie.title), named.get(tie.start), tie.rule
        yield ("body", tie.title), named.get(tie.body), tie.rule
        yield ("employer", named.get(tie.start) or ""), named.get(tie.body), tie.rule


class Possible(NamedTuple):
    """A person or organisation that may be the answer."""

    identity: str
    label: str
    mentions: tuple[Mention, ...]


def questions(found: Found) -> list[Question]:
    """List the questions that an article asks."""
    people = {person.person_id: person for person in found.people}
    return [*_of_roles(found), *_of_people(found.mentions, people), *_of_values(found), *_of_quotes(found)]


def _of_roles(found: Found) -> list[Question]:
    named = {mention.start_char: mention.entity_id for mention in found.mentions}
    tied: dict[int, list[Tie]] = {}
    for tie in found.ties:
        tied.setdefault(tie.title, []).append(tie)
    asked = []
    for role in (mention for mention in found.mentions if mention.label == "ROLE"):
        ties = tied.get(role.start_char, [])
        person = next((named.get(tie.start) for tie in ties), None)
        body = next((named.get(tie.body) for tie in ties if tie.body >= 0), None)
        rule, past = (ties[0].rule, ties[0].former) if ties else ("", False)
        place = ((role.start_char, role.end_char),)
        asked.append(Question("holder", role, place, PatternAnswer(person, rule, past)))
        asked.append(Question("body", role, place, PatternAnswer(body, rule, past)))
    return asked


def _of_people(mentions: Sequence[Mention], people: dict[str, Any]) -> list[Question]:
    places: dict[str, list[tuple[int, int]]] = {}
    for mention in mentions:
        if mention.label == "PERSON" and mention.entity_id in people:
            places.setdefault(mention.entity_id or "", []).append((mention.start_char, mention.end_char))
    return [
        Question(
            "employer",
            person,
            tuple(places[identity][:PLACES]),
            PatternAnswer(person.organisation_id, _rule(person.found_by)),
        )
        for identity, person in people.items()
        if identity in places
    ]


def _of_values(found: Found) -> list[Question]:
    rules = {tie.start: tie.rule for tie in found.ties if tie.table == "figures"}
    return [
        Question(
            "owner",
            row,
            ((row.start_char, row.end_char),),
            PatternAnswer(row.organisation_id, rules.get(row.start_char, "")),
        )
        for row in found.values
    ]


def _of_quotes(found: Found) -> list[Question]:
    return [
        Question(
            "speaker",
            quote,
            ((quote.start_char, quote.end_char),),
            PatternAnswer(quote.speaker_id, _rule(quote.found_by)),
        )
        for quote in found.quotes
    ]


def _rule(found_by: str) -> str:
    return found_by.partition("/")[2]


class Entities:
    """The people and organisations of an article, and where they stand among its words."""

    def __init__(self, found: Found, words: Words, signs: IssuerSigns) -> None:
        named: dict[str, list[Mention]] = {}
        for mention in found.mentions:
            if mention.entity_id:
                named.setdefault(mention.entity_id, []).append(mention)
        self.all = [Possible(identity, found[0].label, tuple(found)) for identity, found in named.items()]
        self.at = {entity.identity: number for number, entity in enumerate(self.all)}
        main = main_body(found.text, found.mentions, signs)
        self.main = self.at.get(main.org.entity_id or "", -1) if main else -1
        self.issues = bool(main and main.issues)
        rows = [(mention, number) for number, entity in enumerate(self.all) for mention in entity.mentions]
        rows.sort(key=lambda row: row[0].start_char)
        starts, ends = _column([m.start_char for m, _ in rows]), _column([m.end_char for m, _ in rows])
        self.low, self.high = words.spans(starts, ends)
        self.entity = _column([number for _, number in rows])
        self.is_org = _column([mention.label == "ORG" for mention, _ in rows])
        self.zone = _column([ZONES.index(mention.zone) for mention, _ in rows])
        self.rank = np.where(self.is_org, np.cumsum(self.is_org) - 1, np.cumsum(1 - self.is_org) - 1)


def _column(cells: Sequence[Any]) -> Ints:
    return np.array(cells, dtype=np.int64)
