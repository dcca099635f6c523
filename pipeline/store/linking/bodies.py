"""Organisations of many articles to the bodies that they are: one name one body, but for names that every country has.

An acronym or a former name is the body that defines it, where nearly all who define it mean the same.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.store.linking.evidence import ORG, BodyName, Doubt, Identified, Sighting
from pipeline.values.groups import Groups
from pipeline.values.names.forms import entity_id, is_acronym, org_words
from pipeline.values.organisations.words import turned

Key = tuple[str, ...]
"""A body: its folded name, and where that is not enough the country, or the article."""

DOMINANCE = 5
"""How many times more often than all others together the usual reading must be found, to be taken for granted."""

MOST_ARTICLES = 20
"""Articles that define a short form for a body whose people are compared with those of one that only has the form."""

SAME, DEFINED, BY_COUNTRY, BY_PEOPLE = 0.97, 0.95, 0.9, 0.85
"""How sure it is that equal names, a defined short form, and equal names of one country are one body; or a short form
and a body that are named with the same people."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How names of bodies are read: folded, whether every country has one of that name, and without the country."""

    fold: Callable[[str], str]
    is_generic: Callable[[str], bool]
    country_in: Callable[[str], str | None]
    without_country: Callable[[str], str]

    def key(self, sighting: Sighting) -> Key:
        """Give the body that a sighting is at first sight."""
        folded, is_generic = sighting.read or self.read(sighting.name)
        if not is_generic:
            return (folded,)
        country = self.country_in(sighting.name) or sighting.country
        return (folded, country) if country else (folded, "", sighting.article_id)

    def read(self, name: str) -> BodyName:
        """Give the folded name under which a body is looked up, and whether every country has one of that name."""
        bare = self.without_country(name)
        if not self.is_generic(bare):
            return BodyName(self.fold(name), False)
        return BodyName(" ".join(turned(tuple(self.fold(bare).split()))), True)


@dataclass(slots=True)
class Defined:
    """The bodies that articles define a short form for: how often each, with the first article that does, and where."""

    times: Counter[Key] = field(default_factory=Counter)
    why: dict[Key, str] = field(default_factory=dict)
    countries: dict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    articles: dict[Key, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The first articles that define it, each body's."""

    printed: dict[Key, tuple[str, str]] = field(default_factory=dict)
    """The short form and the name as the first of them prints both."""

    plain: dict[Key, Key] = field(default_factory=dict)
    """Each body to the one of the same name without a country."""

    company: "Company | None" = None
    """Whom those articles name, once somebody has asked."""


class Company:
    """The people whom the articles name that define a short form, so that all its bodies need not be gone through."""

    def __init__(self, articles: Mapping[Key, Iterable[str]], people: Callable[[str], frozenset[str]]) -> None:
        """Look up the people of each body's articles."""
        self._bodies: list[Key] = []
        self._naming: dict[str, list[int]] = defaultdict(list)
        for key, named_in in articles.items():
            for article in named_in:
                for person in people(article):
                    self._naming[person].append(len(self._bodies))
                self._bodies.append(key)

    def shared(self, here: Iterable[str]) -> dict[Key, int]:
        """Give each body that shares people with an article, and how many one of its articles shares at most."""
        times = Counter(article for person in here for article in self._naming.get(person, ()))
        most: dict[Key, int] = {}
        for article, count in times.items():
            key = self._bodies[article]
            most[key] = max(count, most.get(key, 0))
        return most


class Bodies:
    """Says which body each sighting is, after it has seen all of them once.

    It keeps what is defined of those short forms alone that some article has for a body's only name: no more of them
    than there are of such names, however long the archive.
    """

    def __init__(
        self,
        naming: Naming,
        apart: Collection[frozenset[str]] = (),
        is_parted: Callable[[Sighting], bool] = lambda sighting: False,
        people: Callable[[str], frozenset[str]] = lambda article_id: frozenset(),
        is_named: Callable[[str], bool] = lambda word: True,
    ) -> None:
        """Keep how names are read, the pairs of folded names that a user parted, which sightings are parted, whom an
        article names, and whether some article has a folded word for a body's name."""
        self.naming, self.apart, self.is_parted, self.people = naming, apart, is_parted, people
        self.is_named = is_named
        self._defined: dict[str, Defined] = defaultdict(Defined)
        self._joined: Groups[Key] = Groups()

    def key(self, sighting: Sighting) -> Key:
        """Give the body that a sighting is at first sight."""
        key = self.naming.key(sighting)
        return (key[0], "", sighting.article_id) if self.is_parted(sighting) else key

    def see(self, sightings: Iterable[Sighting]) -> None:
        """Take note of the short and former forms that articles define, where one stands alone for a body elsewhere."""
        for sighting in sightings:
            aliases = [alias for alias in sighting.aliases if may_stand_elsewhere(alias)]
            key = self.key(sighting) if aliases else ()
            for alias in aliases:
                short = self.naming.fold(alias)
                if not self.is_named(short):
                    continue
                if not set(short.split()) <= set(key[0].split()) and not set(key[0].split()) <= set(short.split()):
                    defined = self._defined[short]
                    defined.times[key] += 1
                    if len(defined.articles[key]) < MOST_ARTICLES:
                        defined.articles[key].append(sighting.article_id)
                    defined.why.setdefault(key, f"{alias} stands for {sighting.name} in {sighting.article_id}")
                    defined.printed.setdefault(key, (alias, sighting.name))
                    defined.plain[key] = (self.naming.fold(self.naming.without_country(sighting.name)),)
                    if sighting.country:
                        defined.countries[sighting.country].add(key)

    def settle(self) -> None:
        """Join each short form with the body that nearly all articles mean by it."""
        for short, defined in sorted(self._defined.items()):
            self._join_countries(short, defined)
            best = _dominant(defined.times)
            if best and frozenset((short, best[0])) not in self.apart:
                for key in (best, (short,)):
                    self._joined.add(key)
                self._joined.join(best, (short,), defined.why[best])

    def _join_countries(self, short: str, defined: Defined) -> None:
        """Take names of one short form that differ by a country in them for one: (U.S.) Securities Commission."""
        for key in sorted(defined.times):
            plain = defined.plain[key]
            if plain != key and plain in defined.times:
                for one in (plain, key):
                    self._joined.add(one)
                self._joined.join(plain, key, f"both are {short.upper()}")
                defined.times[plain] += defined.times.pop(key)

    def link(self, sighting: Sighting) -> Identified:
        """Give the body of a sighting."""
        key = self.key(sighting)
        here = self._defined[key[0]].countries.get(sighting.country or "") if key[0] in self._defined else None
        if key in self._joined:
            root = self._joined.root(key)
            return Identified(_id(root), self._joined.why(key) or "same name", DEFINED)
        if len(key) == 1 and here is not None and len(here) == 1:
            (best,) = here
            if frozenset((key[0], best[0])) not in self.apart:
                return Identified(_id(best), f"{self._defined[key[0]].why[best]}, of the same country", BY_COUNTRY)
        if len(key) == 1 and key[0] in self._defined and (meant := self._by_people(sighting, self._defined[key[0]])):
            return Identified(_id(meant), f"{self._defined[key[0]].why[meant]}, with the same people", BY_PEOPLE)
        if len(key) == 2:
            return Identified(_id(key), f"same name, same country ({key[1]})", BY_COUNTRY)
        return Identified(_id(key), "a name that every country has" if len(key) == 3 else "same name", SAME)

    def _by_people(self, sighting: Sighting, defined: Defined) -> Key | None:
        """Give the body whose articles name most of the people that this one names, more than those of others do."""
        if not defined.company:
            of_bodies = {key: articles for key, articles in defined.articles.items() if key in defined.times}
            defined.company = Company(of_bodies, self.people)
        word = self.key(sighting)[0]
        here = defined.company.shared(self.people(sighting.article_id))
        shared = {key: count for key, count in here.items() if frozenset((word, key[0])) not in self.apart}
        first, second = sorted([0, 0, *shared.values()])[:-3:-1]
        return next(key for key, count in shared.items() if count == first) if first > second else None

    def doubts(self) -> Iterator[Doubt]:
        """Give the short forms that several bodies define, as pairs of the form and each body."""
        for short, defined in sorted(self._defined.items()):
            if (short,) not in self._joined:
                total = defined.times.total()
                for key, times in sorted(defined.times.items()):
                    alias, name = defined.printed[key]
                    why = f"{defined.why[key]}; others define it otherwise"
                    yield Doubt(ORG, _id((short,)), alias, _id(key), name, why, round(0.9 * times / total, 2))


def may_stand_elsewhere(alias: str) -> bool:
    """Say whether another form can stand for a name elsewhere: an acronym, or a name of its own of several words."""
    return is_acronym(alias) if " " not in alias else len(org_words(alias)) > 1


def _dominant(counts: Mapping[Key, int]) -> Key | None:
    """Give the key that stands for all: the only one, or one far more frequent than the others together."""
    if not counts:
        return None
    best = max(sorted(counts), key=counts.__getitem__)
    return best if counts[best] >= DOMINANCE * (sum(counts.values()) - counts[best]) else None


def _id(key: Key) -> str:
    return entity_id(ORG, " ".join(filter(None, key)))
