"""Sightings of a family name alone to the persons of that name that the evidence points to.

A frequent name has hundreds of persons: a sighting is compared with those alone that share something with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pipeline.store.linking.choosing import FAR_MORE, ChosenPerson, Pair, choose
from pipeline.store.linking.evidence import Profile, Sighting, evidence_between, total_score
from pipeline.values.names.forms import name_words
from pipeline.values.titles.walks import words_of_office

ONLY_ONE = 1.0
"""What it counts for a bare name that one person of the archive alone has it, or has it far more often."""

NEEDS_NO_WORDS = 1.5
"""What it counts for a bare name that the article says nothing of, and one who holds a public office."""

NAMES_TELL = 1.0
"""What names in common count beside a bare name, which an article uses of one whom its readers know from such news."""

DESCRIBED = -1.0
"""What counts against a bare name that the article says other words of than a person's title."""

OFTEN = 3
"""Articles from which on the one person that has nearly all of a name's articles is the usual one."""

Ids = dict[int, Profile]
"""Persons by their identity."""


def give_bare(bare: Iterable[tuple[Sighting, Profile]], persons: Sequence[Profile]) -> tuple[list[Profile], list[Pair]]:
    """Give sightings of a family name alone, with their profiles, to persons; give the profiles of those left alone,
    and whom they might be.
    """
    alone: list[Profile] = []
    doubts: list[Pair] = []
    among = None
    for sighting, profile in bare:
        among = among or _Persons(persons)
        points = among.points(sighting, profile)
        likely = [among.every[key] for key in points]
        choice = ChosenPerson(None) if sighting.introduced == "stranger" else choose(profile, likely, points)
        doubts += choice.doubts
        if choice.who is None:
            alone.append(profile)
        else:
            among.give(choice.who, profile, [f"{sighting.name} alone", *choice.why])
    return alone, doubts


class _Persons:
    """The persons of a family name, by what they may share with a sighting of the name alone."""

    def __init__(self, persons: Sequence[Profile]) -> None:
        self.every: Ids = {id(person): person for person in persons}
        self._articles = sum(person.articles for person in persons)
        self._in_office = {key: person for key, person in self.every.items() if _is_known(person)}
        self._usual: Ids = {}
        self._sharing: dict[str, Ids] = defaultdict(dict)
        self._countries: dict[str, Ids] = defaultdict(dict)
        for person in persons:
            self._note(person, person)

    def _note(self, person: Profile, known: Profile) -> None:
        for sign in _signs(known):
            self._sharing[sign][id(person)] = person
        for country in known.countries:
            self._countries[country][id(person)] = person
        if person.articles >= OFTEN and person.articles >= FAR_MORE * (self._articles - person.articles):
            self._usual[id(person)] = person

    def give(self, person: Profile, profile: Profile, why: Iterable[str]) -> None:
        """Give a sighting to a person."""
        person.take(profile, why)
        self._note(person, profile)

    def points(self, sighting: Sighting, profile: Profile) -> dict[int, tuple[float, list[str]]]:
        """Give how much speaks for a sighting being each of those who are likely, and what."""
        in_office = {} if profile.titles or sighting.introduced else self._in_office
        near = _united(self._countries, profile.countries) or self.every
        only = near if len(near) == 1 else {}
        if len(name_words(sighting.name)) > 1:  # with a particle, so that it has initials, which may be the same
            likely = self.every
        else:  # of any other, its country alone may speak for it: too little to be chosen, or even doubtful
            likely = _united(self._sharing, _signs(profile)) | self._usual | in_office | only
        points = {}
        for key, person in likely.items():
            evidence = evidence_between(profile, person)
            known = key in in_office
            described = sighting.introduced == "described" and not {"same title", "same organisation"} & {*evidence}
            points[key] = (
                total_score(evidence)
                + ONLY_ONE * (key in only or (known and len(in_office) == 1))
                + ONLY_ONE * (key in self._usual)
                + NEEDS_NO_WORDS * known
                + DESCRIBED * described
                + NAMES_TELL * (not described and _shares_names(evidence)),
                evidence,
            )
        return points


def _united(by_sign: Mapping[str, Ids], signs: Iterable[str]) -> Ids:
    found = [by_sign[sign] for sign in signs if sign in by_sign]
    return found[0] if len(found) == 1 else {key: person for ids in found for key, person in ids.items()}


def _signs(profile: Profile) -> Iterator[str]:
    """Give what two profiles of one person have in common, beside a country."""
    yield from profile.organisations
    yield from profile.company
    for title in profile.titles:
        yield from words_of_office(title)


def _is_known(person: Profile) -> bool:
    """Say whether the press may name a person by the surname alone: one in a public office, or in a post and often."""
    return "state" in person.walks or ("post" in person.walks and person.articles > 1)


def _shares_names(evidence: Iterable[str]) -> bool:
    return not {"a name in common", "several names in common"}.isdisjoint(evidence)
