"""What speaks for two sightings of a name being one entity: their names, titles, organisations, countries, company."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

PERSON, ORG = "PERSON", "ORG"

Place = tuple[str, str]
"""Where a sighting is: article_id and local_id."""

_PREFIXES = re.compile(r"^(?:u\.?s\.? |state |acting |then-?|former |ex-)")
_ABBREVIATED = {"sen.": "senator", "rep.": "representative", "gov.": "governor"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A person or organisation as one article has it; `local_id` is its id there, `country` that of the article."""

    article_id: str
    local_id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    title: str | None = None
    organisation_id: str | None = None
    country: str | None = None

    @property
    def place(self) -> Place:
        """Give where it is."""
        return self.article_id, self.local_id


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's word that two names are one entity (`merge`) or are not (`split`); an article narrows a name down."""

    id: str
    decision: str
    label: str
    name: str
    article_id: str
    other_name: str
    other_article_id: str


class Link(NamedTuple):
    """The entity that a sighting is, why, and how sure that is (0 to 1)."""

    entity_id: str
    why: str
    confidence: float


class Doubt(NamedTuple):
    """Two entities that might be one: their ids and names, what speaks for it and against it, and how sure it is."""

    label: str
    one_id: str
    one: str
    other_id: str
    other: str
    why: str
    confidence: float


@dataclass(slots=True)
class Profile:
    """What is known of sightings that are taken for one person."""

    places: list[Place] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    why: set[str] = field(default_factory=set)

    @property
    def articles(self) -> int:
        """Count the articles."""
        return len({article for article, _ in self.places})

    def take(self, other: "Profile", why: Iterable[str] = ()) -> None:
        """Take over another profile, for some reasons."""
        self.places += other.places
        for mine, theirs in (
            (self.names, other.names),
            (self.titles, other.titles),
            (self.organisations, other.organisations),
            (self.countries, other.countries),
            (self.company, other.company),
        ):
            mine |= theirs
        self.why |= other.why | set(why)


def profile_of(sighting: Sighting, organisation: str | None, company: Iterable[str] = ()) -> Profile:
    """Give the profile of one sighting; `organisation` is its body's entity, `company` who else its article names."""
    return Profile(
        places=[sighting.place],
        names={sighting.name},
        titles={plain_title(sighting.title)} if sighting.title else set(),
        organisations={organisation} if organisation else set(),
        countries={sighting.country} if sighting.country else set(),
        company=set(company),
    )


def plain_title(title: str) -> str:
    """Give what equal titles share.

    >>> plain_title("U.S. Sen."), plain_title("acting Governor")
    ('senator', 'governor')
    """
    plain = _PREFIXES.sub("", title.lower())
    for short, full in _ABBREVIATED.items():
        plain = plain.replace(short, full)
    return plain


KNOWN_WIDELY = 3
"""Articles after which a person may well stand in an article about another country."""

WEIGHTS = {
    "same organisation": 3.0,
    "same title": 2.0,
    "same title, same country": 1.0,
    "several names in common": 2.0,
    "a name in common": 1.0,
    "same country": 0.9,
    "other country": -2.0,
    "other country, known widely": -0.5,
    "other organisation": -2.0,
    "other title": -1.0,
}
"""What each piece of evidence counts; a pair is one person from `SURE` on, doubtful from `DOUBTFUL` on."""

SURE, DOUBTFUL = 3.0, 1.5


def compare(one: Profile, other: Profile) -> list[str]:
    """List the evidence for and against two profiles being one person, by the names of `WEIGHTS`."""
    found = []
    organisations = one.organisations & other.organisations
    titles, countries = one.titles & other.titles, one.countries & other.countries
    if organisations:
        found.append("same organisation")
    if titles:
        found.append("same title")
        found += ["same title, same country"] if countries else []
    if common := len(one.company & other.company):
        found.append("several names in common" if common > 1 else "a name in common")
    if countries:
        found.append("same country")
    elif one.countries and other.countries:
        widely = max(one.articles, other.articles) >= KNOWN_WIDELY
        found.append("other country, known widely" if widely else "other country")
    if not organisations and not titles:
        found += ["other organisation"] if one.organisations and other.organisations else []
        found += ["other title"] if one.titles and other.titles else []
    return found


def score(evidence: Sequence[str]) -> float:
    """Add up pieces of evidence."""
    return sum(WEIGHTS[piece] for piece in evidence)


def confidence(points: float) -> float:
    """Turn what speaks for a pair into how sure it is, from 0 to 1.

    >>> [confidence(points) for points in (0, 1.5, 3, 6)]
    [0.35, 0.6, 0.85, 0.97]
    """
    return round(min(0.97, max(0.05, 0.35 + points / 6)), 2)
