"""What speaks for two sightings of a name being one entity: their names, titles, organisations, countries, company."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pipeline.rulebook.kinds import IntroductionKind, WalkKind
from pipeline.values.names.forms import is_inverted, name_words
from pipeline.values.titles.walks import Walks, same_office

PERSON, ORG = "PERSON", "ORG"

Place = tuple[str, str]
"""Where a sighting is: article_id and local_id."""


class BodyName(NamedTuple):
    """A body's name as it was read: the folded name under which it is looked up, and whether every country has one."""

    word: str
    is_generic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A person or organisation as one article has it; `local_id` is its id there, `country` where it belongs,
    several with spaces between where that is open.

    `introduced` is how the article brings in a person, None where it takes for granted who that is. `calling` is what
    a person is said to do for life, though not as a title. `read` is an organisation's name, where it was read.
    """

    article_id: str
    local_id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    title: str | None = None
    organisation_id: str | None = None
    country: str | None = None
    introduced: IntroductionKind | None = None
    calling: str | None = None
    read: BodyName | None = None

    @property
    def place(self) -> Place:
        """Give where it is."""
        return self.article_id, self.local_id


@dataclass(frozen=True, slots=True)
class EntityDecision:
    """A person's word that two names are one entity (`merge`) or are not (`split`); an article narrows a name down."""

    id: str
    decision: str
    label: str
    name: str
    article_id: str
    other_name: str
    other_article_id: str


class Identified(NamedTuple):
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
    named_in: set[str] = field(default_factory=set)
    """The articles of its places, kept beside them as they are counted for every pair."""

    names: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    """The surnames and the bodies' entities that its articles name beside it."""

    walks: set[WalkKind] = field(default_factory=set)
    why: set[str] = field(default_factory=set)

    @property
    def articles(self) -> int:
        """Count the articles."""
        return len(self.named_in)

    def take(self, other: "Profile", why: Iterable[str] = ()) -> None:
        """Take over another profile, for some reasons."""
        self.places += other.places
        for mine, theirs in (
            (self.named_in, other.named_in),
            (self.names, other.names),
            (self.titles, other.titles),
            (self.organisations, other.organisations),
            (self.countries, other.countries),
            (self.company, other.company),
        ):
            mine |= theirs
        self.walks |= other.walks
        self.why |= other.why | set(why)


def profile_of(sighting: Sighting, walks: Walks, company: Iterable[str] = ()) -> Profile:
    """Give the profile of one sighting; `company` is who else its article names.

    A title that is no more than a part in one story is none. Who is of a body, and has no title, has some post there.
    What somebody without a title does for life says what a title does.
    """
    title = walks.plain(sighting.title or sighting.calling or "")
    if sighting.calling and not sighting.title:
        walk: WalkKind | None = "vocation"
    else:
        walk = walks.of(title) if title or not sighting.organisation_id else "post"
    return Profile(
        places=[sighting.place],
        named_in={sighting.article_id},
        names={sighting.name},
        titles={title} if title and walk != "passing" else set(),
        organisations={sighting.organisation_id} if sighting.organisation_id else set(),
        countries=set(sighting.country.split()) if sighting.country else set(),
        company=set(company),
        walks={walk} if walk and walk != "passing" else set(),
    )


KNOWN_WIDELY = 3
"""Articles after which a person may well stand in an article about another country; who is named with the own
organisation may from the first."""

WEIGHTS = {
    "same organisation": 3.0,
    "same title": 2.0,
    "same title, same country": 1.0,
    "its organisation is named": 2.0,
    "several names in common": 2.0,
    "a name in common": 1.0,
    "same country": 1.0,
    "same initials": 1.0,
    "other country": -2.0,
    "other country, known widely": -0.5,
    "other organisation": -1.5,
    "other title": -1.0,
    "another post": -0.3,
    "another walk of life": -2.0,
    "beside each other, in another order": -6.0,
}
"""What each piece of evidence counts; a pair is one person from `SURE` on, doubtful from `DOUBTFUL` on."""

SURE, DOUBTFUL = 3.0, 1.5


def evidence_between(one: Profile, other: Profile) -> list[str]:
    """List the evidence for and against two profiles being one person, by the names of `WEIGHTS`."""
    found = []
    organisations, countries = one.organisations & other.organisations, one.countries & other.countries
    titles = any(same_office(mine, theirs) for mine in one.titles for theirs in other.titles)
    if organisations:
        found.append("same organisation")
    elif one.organisations & other.company or other.organisations & one.company:
        found.append("its organisation is named")
    if titles:
        found.append("same title")
        found += ["same title, same country"] if countries else []
    if common := len(one.company & other.company):
        found.append("several names in common" if common > 1 else "a name in common")
    if any(_abbreviates(mine, theirs) for mine in one.names for theirs in other.names):
        found.append("same initials")
    if not one.named_in.isdisjoint(other.named_in) and any(is_inverted(a, b) for a in one.names for b in other.names):
        found.append("beside each other, in another order")
    if countries:
        found.append("same country")
    elif one.countries and other.countries:
        widely = max(one.articles, other.articles) >= KNOWN_WIDELY or "its organisation is named" in found
        found.append("other country, known widely" if widely else "other country")
    if not organisations and not titles:
        is_named = "its organisation is named" in found
        found += ["other organisation"] if one.organisations and other.organisations and not is_named else []
        found += _of_titles(one, other)
    return found


def _abbreviates(one: str, other: str) -> bool:
    """Say whether one name has the initials of two given names or more that the other writes out: `R. K. Obi`."""
    (mine, short), (theirs, also_short) = _initials(one), _initials(other)
    return len(mine) > 1 and mine == theirs and short != also_short


@lru_cache(maxsize=50_000)
def _initials(name: str) -> tuple[str, bool]:
    """Give the initials of a person's given names, and whether the name has no more of them."""
    given = name_words(name)[:-1]
    return "".join(word[:1] for word in given), all(len(word) == 1 for word in given)


def _of_titles(one: Profile, other: Profile) -> list[str]:
    """Say what different titles speak: people change their posts, and hardly what they do for life."""
    if not one.titles and not other.titles:
        return []
    if not one.walks or not other.walks:
        return ["other title"] if one.titles and other.titles else []
    both = one.walks & other.walks
    if "vocation" in one.walks | other.walks and both != {"post"} and both != {"state"}:
        return ["another walk of life"]
    return ["another post"]


def total_score(evidence: Sequence[str]) -> float:
    """Add up pieces of evidence."""
    return sum(WEIGHTS[piece] for piece in evidence)


def in_words(evidence: Iterable[str]) -> str:
    """Say what speaks for a pair, each part once.

    >>> in_words(["same title", "same title, same country", "same country"])
    'same title, same country'
    """
    return ", ".join(dict.fromkeys(part for piece in evidence for part in piece.split(", ")))


def confidence(points: float) -> float:
    """Turn what speaks for a pair into how sure it is, from 0 to 1.

    >>> [confidence(points) for points in (0, 1.5, 3, 6)]
    [0.35, 0.6, 0.85, 0.97]
    """
    return round(min(0.97, max(0.05, 0.35 + points / 6)), 2)
