"""The people of one family name to who is who: namesakes parted, forms of one name joined, bare names given to one.

Conservative: what the evidence does not decide stays apart, and is listed as doubtful.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from pipeline.store.linking.bare_names import give_bare
from pipeline.store.linking.choosing import ChosenPerson, Pair, choose
from pipeline.store.linking.evidence import (
    PERSON,
    Doubt,
    Identified,
    Place,
    Profile,
    Sighting,
    evidence_between,
    in_words,
    profile_of,
    total_score,
)
from pipeline.store.linking.glance import Glance, Nicknames, likely_pairs
from pipeline.values.groups import Groups
from pipeline.values.names.forms import (
    PARTICLES,
    entity_id,
    fold,
    is_bare,
    is_form_of,
    name_words,
    sounds_like,
    surname,
)
from pipeline.values.titles.walks import Walks

SAME_NAME = 1.0
"""What an equal full name counts by itself."""

FORM_OF_NAME = 1.0
"""What counts a full name that differs by a middle name, an initial or a nickname."""

SOUNDS_LIKE = 0.5
"""What counts a full name that may be the same in another romanisation."""

RARE = 2.0
"""What it counts for equal names that the family name is none of the most frequent."""

DISTINCT = 1.0
"""What it counts for equal names of three words or more, as two people hardly share all of them."""

MOST_PERSONS = 400
"""Persons of one name, those of most articles first, that a sighting of it is compared with."""

MOST_FORMS = 400
"""Different names of one initial and family name that are still compared with each other."""


class WhoIsWho:
    """Says who is who among the sightings of one family name."""

    def __init__(
        self,
        nicknames: Nicknames,
        common: Collection[str] = (),
        apart: Collection[frozenset[str]] = (),
        company: Callable[[str], frozenset[str]] = lambda article_id: frozenset(),
        walks: Walks | None = None,
    ) -> None:
        """Keep usual nicknames, common family names, names that a user parted, and who else an article names."""
        self.nicknames, self.common, self.apart, self.company = nicknames, common, apart, company
        self._glance = Glance(nicknames)
        self.walks = walks or Walks()

    def link(
        self, sightings: Sequence[Sighting], keys: Mapping[Place, str]
    ) -> tuple[dict[Place, Identified], list[Doubt]]:
        """Link the sightings of one family name; `keys` are their folded names, with more where a user parted them."""
        by_key: dict[str, list[Sighting]] = defaultdict(list)
        alone = [self._profile(s) for s in sightings if s.introduced == "namesake"]
        for sighting in sightings:
            if sighting.introduced != "namesake":
                by_key[keys[sighting.place]].append(sighting)
        people: dict[str, list[Profile]] = {}
        bare: list[Sighting] = []
        doubts: list[Pair] = []
        for key, found in sorted(by_key.items()):
            if is_bare(found[0].name):
                bare += found
            else:
                people[key], unsure = self._parted(found)
                doubts += unsure
        doubts += self._join_forms(people)
        persons = list({id(p): p for profiles in people.values() for p in profiles}.values())
        persons = sorted(persons, key=lambda p: (-p.articles, p.places[0]))[:MOST_PERSONS]
        left, unsure = give_bare(((s, self._profile(s)) for s in sorted(bare, key=lambda s: s.place)), persons)
        links = self._links(people, [*alone, *left], keys)
        return links, _said([*doubts, *unsure], links)

    def _profile(self, sighting: Sighting) -> Profile:
        company = self.company(sighting.article_id) - {surname(sighting.name), sighting.organisation_id}
        return profile_of(sighting, self.walks, company)

    def _rarity(self, name: str) -> float:
        """Give what it counts that hardly two people share a name: a rare surname or two of them, three words."""
        printed = name.replace(",", " ").split()
        words = [word for word in printed if len(word.strip(".")) > 1 and word.lower() not in PARTICLES]
        is_double = "-" in printed[-1] and surname(name) == name_words(name)[-1]
        is_rare = surname(name) not in self.common or is_double
        if len(words) == 3 and fold(words[0]) in self.common and fold(words[0]) not in self.nicknames:
            is_rare = False  # Its family name may stand first: Nguyen Thi Hoa.
        return RARE * is_rare + DISTINCT * (is_double or len(words) > 2)

    def _parted(self, found: Sequence[Sighting]) -> tuple[list[Profile], list[Pair]]:
        """Part the sightings of one full name into persons: first by what they share, then by what speaks for it.

        Give who might be one, too.
        """
        together: Groups[object] = Groups()
        profiles = {sighting.place: self._profile(sighting) for sighting in found}
        rarity = self._rarity(found[0].name)
        for place, profile in profiles.items():
            together.add(place)
            for sign in _signs(profile, countries=rarity >= RARE):
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
        doubts: list[Pair] = []
        for profile in known:
            choice = _best(profile, persons[:MOST_PERSONS], SAME_NAME + rarity)
            doubts += choice.doubts
            if choice.who is not None:
                choice.who.take(profile, choice.why)
            elif profile.organisations or profile.titles or not persons:
                persons.append(profile)
            else:
                others.append(profile)  # of whom nothing is known, so that there is nothing to compare others with
        return [*persons, *others], doubts

    def _join_forms(self, people: dict[str, list[Profile]]) -> list[Pair]:
        """Join persons whose full names are forms of one: `Joe Biden`, `Joseph R. Biden Jr.`; give who might be one."""
        doubts: list[Pair] = []
        by_letter: dict[str, list[str]] = defaultdict(list)
        for key in people:
            for letter in sorted(self._glance.letters(key)):
                by_letter[letter].append(key)
        tried = set()
        standing = {id(profile): {key} for key, profiles in people.items() for profile in profiles}
        for keys in by_letter.values():
            looks = [self._glance.look(key) for key in keys[:MOST_FORMS]]
            for one, other in likely_pairs(looks):
                short, full = sorted((keys[one], keys[other]), key=lambda key: (len(name_words(key)), len(key), key))
                if (short, full) in tried or frozenset((short, full)) in self.apart:
                    continue
                is_form = is_form_of(short, full, nicknames=self.nicknames)
                if not is_form and not sounds_like(short, full):
                    continue
                tried.add((short, full))
                base = (FORM_OF_NAME if is_form else SOUNDS_LIKE) + self._rarity(short)
                for profile in people[short][:MOST_PERSONS]:
                    choice = _best(profile, [p for p in people[full][:MOST_PERSONS] if p is not profile], base)
                    doubts += choice.doubts
                    if choice.who is not None:
                        choice.who.take(profile, choice.why)
                        _put(choice.who, profile, people, standing)
        return doubts

    def _links(
        self, people: Mapping[str, list[Profile]], alone: Iterable[Profile], keys: Mapping[Place, str]
    ) -> dict[Place, Identified]:
        links: dict[Place, Identified] = {}
        taken: set[str] = set()
        persons = list({id(p): p for profiles in people.values() for p in profiles}.values())
        for person in sorted(persons, key=lambda p: (-p.articles, p.places[0])):
            names = sorted({keys[place] for place in person.places}, key=lambda key: (-len(name_words(key)), key))
            name = next((key for key in names if not is_bare(key)), names[0])
            signs = (*sorted(person.organisations), *sorted(person.titles), *sorted(person.countries))
            called = next(
                called
                for called in (name, *(f"{name} {sign}" for sign in signs), f"{name} {person.places[0][0]}")
                if called not in taken
            )
            given = entity_id(PERSON, called)
            taken.add(called)
            why = in_words(["same name", *sorted(person.why)])
            sure = 0.97 if len(person.places) == 1 or not person.why else 0.9
            links |= {place: Identified(given, why, sure) for place in person.places}
        for profile in alone:
            for place in profile.places:
                links[place] = Identified(entity_id(PERSON, f"{keys[place]} {place[0]}"), "a name alone", 0.5)
        return links


def _signs(profile: Profile, *, countries: bool) -> list[object]:
    """Give what alone joins sightings of one full name: a body, an office of a country; or, where asked, a country."""
    offices = [(title, country) for title in profile.titles for country in profile.countries]
    known: list[object] = [*sorted(profile.organisations), *offices]
    return known if known or profile.titles or not countries else [*sorted(profile.countries)]


def _put(person: Profile, taken: Profile, people: Mapping[str, list[Profile]], standing: dict[int, set[str]]) -> None:
    """Put a person where one stands that it took over; there twice, it would be taken twice, its places doubled.

    `standing` has the names under which each stands: a frequent family name has too many to look through all.
    """
    under = standing.pop(id(taken))
    standing[id(person)] |= under
    for name in under:
        now = (person if p is taken else p for p in people[name])
        people[name][:] = {id(p): p for p in now}.values()


def _best(profile: Profile, persons: Sequence[Profile], base: float) -> ChosenPerson:
    evidence = {id(person): evidence_between(profile, person) for person in persons}
    points = {key: (base + total_score(found), found) for key, found in evidence.items()}
    return choose(profile, persons, points)


def _said(doubts: Iterable[Pair], links: Mapping[Place, Identified]) -> list[Doubt]:
    """Give the doubtful pairs that did not become one after all."""
    said: dict[tuple[str, str], Doubt] = {}
    for one, other, evidence, sure in doubts:
        first, second = links[one.places[0]].entity_id, links[other.places[0]].entity_id
        if first != second:
            pair = (first, second)
            why = in_words(evidence) or "nothing but the name"
            said.setdefault(pair, Doubt(PERSON, first, min(one.names), second, min(other.names), why, round(sure, 2)))
    return list(said.values())
