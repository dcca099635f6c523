"""The rules to what tells what stands beside names: countries, how sentences bring in persons, what these do."""

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.rulebook.reading import Rulebook
from pipeline.values.names.callings import Callings
from pipeline.values.names.introductions import Introductions
from pipeline.values.places import Countries, countries_of
from pipeline.values.titles.titles import titles_of
from pipeline.values.titles.walks import Walks


@dataclass(frozen=True)
class Surroundings:
    """Tells what stands beside names; `version` names the rows that it is made of."""

    countries: Countries = field(default_factory=lambda: Countries(()))
    introductions: Introductions = field(default_factory=lambda: Introductions(()))
    callings: Callings = field(default_factory=lambda: Callings((), Walks()))
    version: str = ""


@lru_cache(maxsize=4)
def surroundings(rules: Rulebook) -> Surroundings:
    """Read out of the rules what tells what stands beside names; once."""
    rows = repr(
        (
            *(rules.countries, rules.cities, rules.introductions, rules.callings),
            *(rules.walks_of_life, rules.plain_titles, rules.beside_titles),
        )
    )
    version = hashlib.sha256(rows.encode()).hexdigest()[:12]
    titles = titles_of(rules)
    told = titles.beside
    callings = Callings(rules.callings, titles.walks, doer=told.holder, no_doers=told.no_titles)
    return Surroundings(countries_of(rules), Introductions(rules.introductions), callings, version)
