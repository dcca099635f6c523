"""The names of one article to the country of each person and body, and to how each person is brought in and called."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.rulebook.kinds import IntroductionKind
from pipeline.store.linking.evidence import PERSON
from pipeline.store.linking.surroundings import Surroundings

ROUNDUP = 2
"""Countries of persons and bodies, beside its dateline's, from which on an article goes from one to the next."""


class NamedBeside(NamedTuple):
    """A person, body or place as an article names it; `dateline` is the article's; all None where it names nothing."""

    dateline: str | None
    start: int | None
    text: str
    label: str
    entity_id: str | None
    zone: str
    sentence: str


class Told(NamedTuple):
    """What stands beside a person or body: its country, how it is brought in, and what a person does for life."""

    country: str | None
    introduced: IntroductionKind | None
    calling: str | None = None


def of_article(names: Sequence[NamedBeside], around: Surroundings) -> tuple[str | None, dict[str, Told]]:
    """Give the country that an article is about, and what stands beside each person and body of it.

    In an article that is about no country, what no country stands beside belongs to the last one named; so do bodies in
    one that goes from country to country, where a person may be of any that it names (`MZ RW`).
    """
    dateline = names[0].dateline
    named = [one for one in names if one.start is not None]
    places = Counter(one.text for one in named if one.label == "LOC")
    beside: dict[str, set[str]] = defaultdict(set)
    last: dict[str, str] = {}
    introduced: dict[str, IntroductionKind | None] = {}
    callings: dict[str, str | None] = {}
    people, named_here = set[str](), set[str]()
    here: str | None = None
    sentence, at = "", 0
    for one in named:
        start = one.sentence.find(one.text, at if one.sentence == sentence else 0)
        sentence, at = one.sentence, max(start, 0) + len(one.text)
        if one.label == "LOC":
            here = around.countries.of(one.text) or here
            named_here |= {here} if here else set()
        elif one.entity_id:
            country = around.countries.beside(sentence, start, at) if start >= 0 else None
            beside[one.entity_id] |= {country} if country else set()
            here = country or here
            if here:
                last.setdefault(one.entity_id, here)
            if one.label == PERSON:
                people.add(one.entity_id)
            if one.label == PERSON and one.zone != "headline" and one.entity_id not in introduced:
                introduced[one.entity_id] = around.introductions.kind(one.sentence, one.text)
            if one.label == PERSON and start >= 0 and not callings.get(one.entity_id):
                callings[one.entity_id] = around.callings.of(sentence, start, at)
    home = around.countries.of(dateline) if dateline else None
    goes_round = len(set().union(*beside.values()) - {home}) >= ROUNDUP
    about = None if goes_round else around.countries.about(dateline, places)
    told = {}
    for entity_id, countries in beside.items():
        country = next(iter(countries)) if len(countries) == 1 else None
        if not country and goes_round and entity_id in people:
            country = " ".join(sorted(named_here)) or None
        elif not country and not about:
            country = last.get(entity_id)
        told[entity_id] = Told(country, introduced.get(entity_id), callings.get(entity_id))
    return about, told
