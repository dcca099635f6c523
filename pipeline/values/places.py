"""Names of places to the country that they lie in, and an article's places to the country that it is about."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from pipeline.compiling import compile_once
from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import PlaceNames
from pipeline.values.names.forms import fold

LEAST_SHARE = 0.5
"""Share of its located places that an article's country must have."""

DATELINE = 3
"""How many other places a dateline's counts for."""

SENTENCES = 64
"""Sentences whose countries are remembered."""

_BEHIND = re.compile(r",? (?:of|from|in|at) (?:the )?(?:[A-ZÀ-Þ][\w-]+ (?:of |for )?(?:the )?){0,4}")
_OPENS = re.compile(r"(?:^|\b[Ii]n )(?!In )(?P<place>[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*){0,3}), (?:the |a |its )?$")


class Countries:
    """The countries of the world, their peoples, and their larger cities."""

    def __init__(self, rows: Iterable[PlaceNames], no_owner: Iterable[str] = ()) -> None:
        """Keep what lies where, and how the countries and peoples are called; none behind `no_owner` owns a name."""
        no_owned = f"(?!{any_of(words)}\\b)" if (words := tuple(no_owner)) else ""
        self._owner = re.compile(rf"(?:['’]s?)?(?: {no_owned}[\w’'-]+){{0,4}},? ")
        self._of: dict[str, str] = {}
        names: list[str] = []
        for row in rows:
            self._of |= dict.fromkeys(row.words, row.country)
            if row.kind in ("country", "people"):
                names += row.words
        self._plain = {fold(name): country for name, country in self._of.items()}
        named = rf"(?<!\w){any_of(names)}(?!\w)"
        self._named = compile_once(named)
        self._joined = compile_once(rf"(?: of| in| for)?(?: the)? ?(?:{named})(?:['\u2019]s?)?")
        self._named_in = lru_cache(SENTENCES)(self._find)  # a sentence is asked for once for each name in it

    def of(self, place: str) -> str | None:
        """Give the ISO 3166 code of the country that a place lies in, or None where it is not known.

        >>> rows = [PlaceNames("gh", "GH", "country", ("Ghana",)), PlaceNames("gh_city", "GH", "city", ("Tema",))]
        >>> countries = Countries(rows)
        >>> countries.of("TEMA"), countries.of("Tema, Ghana"), countries.of("Atlantis")
        ('GH', 'GH', None)
        """
        for part in reversed(place.split(",")):
            name = part.strip(" .")
            found = self._of.get(name) or self._plain.get(fold(name) if name[:1].isupper() and len(name) > 3 else "")
            found = found or self._of.get(name.title() if name.isupper() else "")
            if found:
                return found
        return None

    def named_in(self, name: str) -> str | None:
        """Give the country that a name says: `Ministry of Finance of Ghana`; None where it says none, or two."""
        said = {self._of[word] for word in self._named.findall(name)}
        return said.pop() if len(said) == 1 else None

    def each_in(self, text: str) -> Iterator[tuple[int, str]]:
        """Give where countries and peoples are named in a text, and which: Ghana, Ghanaian."""
        return ((found.start(), self._of[found[0]]) for found in self._named.finditer(text))

    def beside(self, sentence: str, start: int, end: int) -> str | None:
        """Give the country that a sentence names right beside a place in it: its owner's, or where it is from.

        >>> rows = [PlaceNames(name, name[:2], "country", (name,)) for name in ("Ghana", "Peru")]
        >>> text = "Ghana's Parliament met Ada Obi of Peru, and Bo Li."
        >>> places = [(text.index(name), text.index(name) + len(name)) for name in ("Parliament", "Ada Obi", "Bo Li")]
        >>> [Countries(rows, ["met"]).beside(text, *place) for place in places]
        ['Gh', 'Pe', None]
        """
        for first, last, country in self._named_in(sentence):
            if (first >= end and _BEHIND.fullmatch(sentence, end, first)) or (
                last <= start and self._owner.fullmatch(sentence, last, start)
            ):
                return country
        opens = _OPENS.search(sentence[:start])
        return self.of(opens["place"]) if opens else None

    def _find(self, sentence: str) -> tuple[tuple[int, int, str], ...]:
        """Find the countries and peoples of a sentence: where each stands, and which it is."""
        return tuple((*found.span(), self._of[found[0]]) for found in self._named.finditer(sentence))

    def without(self, name: str) -> str:
        """Give a name without the countries in it, and what joined them to the rest."""
        return " ".join(self._joined.sub(" ", name).split()) or name

    def about(self, dateline: str | None, places: Mapping[str, int]) -> str | None:
        """Give the country of an article: the one in which its dateline and most of its places lie."""
        counts: Counter[str] = Counter()
        if dateline and (country := self.of(dateline)):
            counts[country] += DATELINE
        for place, times in places.items():
            if country := self.of(place):
                counts[country] += times
        if not counts:
            return None
        best, times = max(sorted(counts.items()), key=lambda one: one[1])
        return best if times > LEAST_SHARE * counts.total() else None


@lru_cache(maxsize=4)
def countries_of(rules: Rulebook) -> Countries:
    """Give the countries, peoples and cities of the rules; made once, for all who ask."""
    return Countries((*rules.countries, *rules.cities), rules.place_words.printed("no_owner"))
