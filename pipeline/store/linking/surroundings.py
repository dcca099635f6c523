"""The rules to what tells what stands beside names: countries, and how sentences bring in persons."""

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache

from pipeline.rulebook.reading import Rulebook
from pipeline.values.names.introductions import Introductions
from pipeline.values.places import Countries, countries_of


@dataclass(frozen=True)
class Surroundings:
    """Tells what stands beside names; `version` names the rows that it is made of."""

    countries: Countries = field(default_factory=lambda: Countries(()))
    introductions: Introductions = field(default_factory=lambda: Introductions(()))
    version: str = ""


@lru_cache(maxsize=4)
def surroundings(rules: Rulebook) -> Surroundings:
    """Read out of the rules what tells what stands beside names; once."""
    rows = repr((rules.countries, rules.cities, rules.introductions))
    version = hashlib.sha256(rows.encode()).hexdigest()[:12]
    return Surroundings(countries_of(rules), Introductions(rules.introductions), version)
