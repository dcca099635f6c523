"""The people of one family name to who is who: namesakes parted, forms of one name joined, bare names given to one.

Conservative: what the evidence does not decide stays apart, and is listed as doubtful.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import combinations

from pipeline.store.linking.evidence import (
    DOUBTFUL,
    PERSON,
    SURE,
    WEIGHTS,
    Doubt,
    Link,
    Place,
    Profile,
    Sighting,
    compare,
    confidence,
    profile_of,
    score,
)
from pipeline.values.groups import Groups
from pipeline.values.names.forms import entity_id, fold, is_form_of, name_words, skeleton, sounds_like

Nicknames = dict[str, frozenset[str]]

Pair = tuple[Profile, Profile, list[str], float]
"""Two profiles, the evidence about their being one person, and how sure it is."""

SAME_NAME = 1.0
"""What an equal full name counts by itself."""

FORM_OF_NAME = 1.0
"""What counts a full name that differs by a middle name, an initial or a nickname."""

SOUNDS_LIKE = 0.0
"""What counts a full name that may be the same in another romanisation."""

RARE = 2.0
"""What it counts for equal names that the family name is none of the most frequent."""

ONLY_ONE = 1.0
"""What it counts for a bare name that one person of the archive alone has it, or has it far more often."""

OFTEN, FAR_MORE = 3, 5
MARGIN = 1.0
"""By how much the best of several candidates must lead."""

MOST_FORMS = 400
"""Different names of one initial and family name that are still compared with each other."""


_GIVEN = re.compile(r"\b([^\W_]{2,5})_([^\W_]{2,5})\b")


class People:
    """Says who is who among the sightings of one family name."""

    def __init__(
        self,
        nicknames: Nicknames,
        common: Collection[str] = (),
        apart: Collection[frozenset[str]] = (),
        company: Callable[[str], frozenset[str]] = lambda article_id: frozenset(),
    ) -> None:
        """Keep usual nicknames, common family names, names that a user parted, and who else an article names."""
        self.nicknames, self.common, self.apart, self.company = nicknames, common, apart, company

    def link(self, sightings: Sequence[Sighting], keys: Mapping[Place, str]) -> tuple[dict[Place, Link], list[Doubt]]:
        """Link the sightings of one family name; `keys` are their folded names, with more where a user parted them."""
        by_key: dict[str, list[Sighting]] = defaultdict(list)
        for sighting in sightings:
            by_key[keys[sighting.place]].append(sighting)
        self._rare: float = 0.0 if any(word in self.common for key in by_key for word in name_words(key)[-1:]) else RARE
        people: dict[str, list[Profile]] = {}
        bare: list[Sighting] = []
        doubts: list[Pair] = []
        for key, found in sorted(by_key.items()):
            if len(name_words(found[0].name)) > 1:
                people[key] = self._parted(found, doubts)
            else:
                bare += found
        self._join_forms(people, doubts)
        persons = list({id(p): p for profiles in people.values() for p in profiles}.values())
        alone = self._give_bare(bare, persons, doubts)
        links = self._links(people, alone, keys)
        return links, _said(doubts, links)

    def _profile(self, sighting: Sighting) -> Profile:
        company = self.company(sighting.article_id) - {fold(sighting.name)}
        return profile_of(sighting, sighting.organisation_id, company)

    def _parted(self, found: Sequence[Sighting], doubts: list[Pair]) -> list[Profile]:
        """Part the sightings of one full name into persons: first by what they share, then by what speaks for it."""
        together: Groups[object] = Groups()
        profiles = {sighting.place: self._profile(sighting) for sighting in found}
        for place, profile in profiles.items():
            together.add(place)
            for sign in _signs(profile, countries=self._rare > 0):
                together.add(sign)
                together.join(sign, place)
        groups: dict[object, Profile] = {}
        for place, profile in sorted(profiles.items()):
            root = together.root(place)
            if root in groups:
                groups[root].take(profile)
            else:
                groups[root] = profile
        known = sorted(groups.values(), key=lambda p: (not (p.organisations or p.titles), -p.articles, p.places[0]))
        persons: list[Profile] = []
        others: list[Profile] = []
        for profile in known:
            best = _best(profile, persons, SAME_NAME + self._rare, doubts)
            if best is not None:
                best[0].take(profile, best[1])
            elif profile.organisations or profile.titles or not persons:
                persons.append(profile)
            else:
                others.append(profile)  # of whom nothing is known, so that there is nothing to compare others with
        return [*persons, *others]

    def _join_forms(self, people: dict[str, list[Profile]], doubts: list[Pair]) -> None:
        """Join persons whose full names are forms of one: `Joe Biden`, `Joseph R. Biden Jr.`."""
        by_letter: dict[str, list[str]] = defaultdict(list)
        for key in people:
            for letter in self._letters(key):
                by_letter[letter].append(key)
        tried = set()
        for keys in by_letter.values():
            for one, other in combinations(keys[:MOST_FORMS], 2):
                short, full = sorted((one, other), key=lambda key: (len(name_words(key)), len(key), key))
                if (short, full) in tried or frozenset((short, full)) in self.apart:
                    continue
                is_form = is_form_of(short, full, nicknames=self.nicknames)
                if not is_form and not sounds_like(short, full):
                    continue
                tried.add((short, full))
                base = FORM_OF_NAME if is_form else SOUNDS_LIKE
                for profile in list(people[short]):
                    best = _best(profile, [p for p in people[full] if p is not profile], base + self._rare, doubts)
                    if best is not None:
                        best[0].take(profile, best[1])
                        for profiles in people.values():
                            profiles[:] = [best[0] if p is profile else p for p in profiles]

    def _letters(self, key: str) -> set[str]:
        """Give the first letters under which the given name is looked up: its own, and those of its nicknames."""
        given = name_words(key)[0]
        others = {full for full, short in self.nicknames.items() if given in short}
        letters = {name[0] for name in (given, *self.nicknames.get(given, ()), *others)}
        return letters | {skeleton(word)[0] for word in name_words(key)}

    def _give_bare(
        self,
        bare: Sequence[Sighting],
        persons: Sequence[Profile],
        doubts: list[Pair],
    ) -> list[Profile]:
        """Give sightings of a family name alone to the person that the evidence points to; give those left alone."""
        alone = []
        often = sorted((p.articles for p in persons), reverse=True)
        for sighting in sorted(bare, key=lambda s: s.place):
            profile = self._profile(sighting)
            points = {}
            for person in persons:
                evidence = compare(profile, person)
                usual = person.articles >= OFTEN and person.articles >= FAR_MORE * (sum(often) - person.articles)
                points[id(person)] = (
                    score(evidence) + ONLY_ONE * (len(persons) == 1) + ONLY_ONE * usual,
                    evidence,
                )
            best = _choose(profile, persons, points, doubts)
            if best is None:
                alone.append(profile)
            else:
                best[0].take(profile, [f"{sighting.name} alone", *best[1]])
        return alone

    def _links(
        self, people: Mapping[str, list[Profile]], alone: Iterable[Profile], keys: Mapping[Place, str]
    ) -> dict[Place, Link]:
        links: dict[Place, Link] = {}
        taken: set[str] = set()
        persons = list({id(p): p for profiles in people.values() for p in profiles}.values())
        for person in sorted(persons, key=lambda p: (-p.articles, p.places[0])):
            names = sorted({keys[place] for place in person.places}, key=lambda key: (-len(name_words(key)), key))
            name = next((key for key in names if len(name_words(key)) > 1), names[0])
            sign = min((*person.organisations, *person.titles, *person.countries, person.places[0][0]))
            given = entity_id(PERSON, name if name not in taken else f"{name} {sign}")
            taken.add(name)
            why = ", ".join(["same name", *sorted(person.why)])
            sure = 0.97 if len(person.places) == 1 or not person.why else 0.9
            links |= {place: Link(given, why, sure) for place in person.places}
        for profile in alone:
            for place in profile.places:
                links[place] = Link(entity_id(PERSON, f"{keys[place]} {place[0]}"), "a name alone", 0.5)
        return links


def _signs(profile: Profile, *, countries: bool) -> list[object]:
    """Give what alone joins sightings of one full name: a body, an office of a country; or, where asked, a country."""
    offices = [(title, country) for title in profile.titles for country in profile.countries]
    known: list[object] = [*sorted(profile.organisations), *offices]
    return known if known or profile.titles or not countries else [*sorted(profile.countries)]


def _best(
    profile: Profile,
    persons: Sequence[Profile],
    base: float,
    doubts: list[Pair],
) -> tuple[Profile, list[str]] | None:
    evidence = {id(person): compare(profile, person) for person in persons}
    points = {key: (base + score(found), found) for key, found in evidence.items()}
    return _choose(profile, persons, points, doubts)


def _choose(
    profile: Profile,
    persons: Sequence[Profile],
    points: Mapping[int, tuple[float, list[str]]],
    doubts: list[Pair],
) -> tuple[Profile, list[str]] | None:
    """Choose the person that most speaks for, by a margin, and say what does; note who might be the one as well."""
    order = sorted(persons, key=lambda p: (-points[id(p)][0], -p.articles, p.places[0]))
    if not order:
        return None
    first = points[id(order[0])][0]
    second = points[id(order[1])][0] if len(order) > 1 else float("-inf")
    if first >= SURE and (first - second >= MARGIN or order[0].articles >= FAR_MORE * order[1].articles):
        said = [piece for piece in points[id(order[0])][1] if WEIGHTS[piece] > 0]
        return order[0], said
    for person in order:
        if points[id(person)][0] >= DOUBTFUL:
            rivals = sum(points[id(other)][0] >= DOUBTFUL for other in order)
            doubts.append((person, profile, points[id(person)][1], confidence(points[id(person)][0]) / rivals))
    return None


def _said(doubts: Iterable[Pair], links: Mapping[Place, Link]) -> list[Doubt]:
    """Give the doubtful pairs that did not become one after all."""
    said: dict[tuple[str, str], Doubt] = {}
    for one, other, evidence, sure in doubts:
        first, second = links[one.places[0]].entity_id, links[other.places[0]].entity_id
        if first != second:
            pair = (first, second)
            why = ", ".join(evidence) or "nothing but the name"
            said.setdefault(pair, Doubt(PERSON, first, min(one.names), second, min(other.names), why, round(sure, 2)))
    return list(said.values())


def family_name(name: str) -> str:
    """Give what a person is looked up under: the family name's consonants, for romanisations differ in their vowels.

    The last word is the family name, but beside a given name of two short parts with a hyphen: Baek Seong-ryul.

    >>> [family_name(name) for name in ("Joseph R. Biden Jr.", "Biden", "Baek Seong-ryul", "Seong-ryul Baek")]
    ['bdn', 'bdn', 'bk', 'bk']
    """
    words = name_words(name)
    given = _GIVEN.search(fold(name.replace("-", "_")))
    if given and len(words) == 3:
        words = tuple(word for word in words if word not in given.groups())
    return skeleton(words[-1]) if words else fold(name)
