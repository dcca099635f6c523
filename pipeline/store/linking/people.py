"""The people of one family name to who is who: namesakes parted, forms of one name joined, bare names given to one.

Conservative: what the evidence does not decide stays apart, and is listed as doubtful.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from pipeline.store.linking.evidence import (
    DOUBTFUL,
    PERSON,
    SURE,
    WEIGHTS,
    Doubt,
    Identified,
    Place,
    Profile,
    Sighting,
    confidence,
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

Pair = tuple[Profile, Profile, list[str], float]
"""Two profiles, the evidence about their being one person, and how sure it is."""

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

ONLY_ONE = 1.0
"""What it counts for a bare name that one person of the archive alone has it, or has it far more often."""

NEEDS_NO_WORDS = 1.5
"""What it counts for a bare name that the article says nothing of, and one who holds a public office."""

NAMES_TELL = 1.0
"""What names in common count beside a bare name, which an article uses of one whom its readers know from such news."""

DESCRIBED = -1.0
"""What counts against a bare name that the article says other words of than a person's title."""

OFTEN, FAR_MORE = 3, 5
MARGIN = 1.0
"""By how much the best of several candidates must lead."""

MOST_PERSONS = 400
"""Persons of one name, those of most articles first, that a sighting of it is compared with."""

MOST_DOUBTS = 3
"""Persons that a sighting is said to be in doubt about, the likeliest; else a name of thousands doubts millions of
pairs."""

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
        self.walks = walks or Walks(())

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
                people[key] = self._parted(found, doubts)
        self._join_forms(people, doubts)
        persons = list({id(p): p for profiles in people.values() for p in profiles}.values())
        persons = sorted(persons, key=lambda p: (-p.articles, p.places[0]))[:MOST_PERSONS]
        alone += self._give_bare(bare, persons, doubts)
        links = self._links(people, alone, keys)
        return links, _said(doubts, links)

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

    def _parted(self, found: Sequence[Sighting], doubts: list[Pair]) -> list[Profile]:
        """Part the sightings of one full name into persons: first by what they share, then by what speaks for it."""
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
        for profile in known:
            best = _best(profile, persons[:MOST_PERSONS], SAME_NAME + rarity, doubts)
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
            for letter in sorted(self._glance.letters(key)):
                by_letter[letter].append(key)
        tried = set()
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
                    best = _best(profile, [p for p in people[full][:MOST_PERSONS] if p is not profile], base, doubts)
                    if best is not None:
                        best[0].take(profile, best[1])
                        for profiles in people.values():
                            # One that stood there twice would be taken twice, and its places double each time.
                            now = (best[0] if p is profile else p for p in profiles)
                            profiles[:] = {id(p): p for p in now}.values()

    def _give_bare(
        self,
        bare: Sequence[Sighting],
        persons: Sequence[Profile],
        doubts: list[Pair],
    ) -> list[Profile]:
        """Give sightings of a family name alone to the person that the evidence points to; give those left alone."""
        alone = []
        often = sum(p.articles for p in persons)
        in_office = {id(p) for p in persons if _is_known(p)}
        for sighting in sorted(bare, key=lambda s: s.place):
            profile = self._profile(sighting)
            near = [p for p in persons if p.countries & profile.countries] or persons
            points = {}
            for person in persons:
                evidence = evidence_between(profile, person)
                usual = person.articles >= OFTEN and person.articles >= FAR_MORE * (often - person.articles)
                known = id(person) in in_office and not profile.titles and not sighting.introduced
                described = sighting.introduced == "described" and not {"same title", "same organisation"} & {*evidence}
                points[id(person)] = (
                    total_score(evidence)
                    + ONLY_ONE * ((len(near) == 1 and near[0] is person) or (known and len(in_office) == 1))
                    + ONLY_ONE * usual
                    + NEEDS_NO_WORDS * known
                    + DESCRIBED * described
                    + NAMES_TELL * (not described and _shares_names(evidence)),
                    evidence,
                )
            stranger = sighting.introduced == "stranger"
            best = None if stranger else _choose(profile, persons, points, doubts)
            if best is None:
                alone.append(profile)
            else:
                best[0].take(profile, [f"{sighting.name} alone", *best[1]])
        return alone

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


def _shares_names(evidence: Iterable[str]) -> bool:
    return not {"a name in common", "several names in common"}.isdisjoint(evidence)


def _is_known(person: Profile) -> bool:
    """Say whether the press may name a person by the surname alone: one in a public office, or in a post and often."""
    return "state" in person.walks or ("post" in person.walks and person.articles > 1)


def _best(
    profile: Profile,
    persons: Sequence[Profile],
    base: float,
    doubts: list[Pair],
) -> tuple[Profile, list[str]] | None:
    evidence = {id(person): evidence_between(profile, person) for person in persons}
    points = {key: (base + total_score(found), found) for key, found in evidence.items()}
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
    rivals = [person for person in order if points[id(person)][0] >= DOUBTFUL]
    for person in rivals[:MOST_DOUBTS]:
        doubts.append((person, profile, points[id(person)][1], confidence(points[id(person)][0]) / len(rivals)))
    return None


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
