"""Names of places to the country that they lie in, and an article's places to the country that it is about."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from pipeline.rulebook.rows import PlaceNames

LEAST_SHARE = 0.5
"""Share of its located places that an article's country must have."""

DATELINE = 3
"""How many other places a dateline's counts for."""


class Countries:
    """The countries of the world, their peoples, and their larger cities."""

    def __init__(self, rows: Iterable[PlaceNames]) -> None:
        """Keep what lies where, and how the countries and peoples themselves are called."""
        self._of: dict[str, str] = {}
        names: list[str] = []
        for row in rows:
            self._of |= dict.fromkeys(row.words, row.country)
            if row.kind in ("country", "people"):
                names += row.words
        longest_first = sorted(names, key=len, reverse=True)
        self._named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def of(self, place: str) -> str | None:
        """Give the ISO 3166 code of the country that a place lies in, or None where it is not known.

        >>> rows = [PlaceNames("gh", "GH", "country", ("Ghana",)), PlaceNames("gh_city", "GH", "city", ("Tema",))]
        >>> countries = Countries(rows)
        >>> countries.of("TEMA"), countries.of("Tema, Ghana"), countries.of("Atlantis")
        ('GH', 'GH', None)
        """
        for part in reversed(place.split(",")):
            name = part.strip(" .")
            found = self._of.get(name) or self._of.get(name.title() if name.isupper() else "")
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

    def without(self, name: str) -> str:
        """Give a name without the countries in it, and what joined them to the rest."""
        rest = re.sub(rf"(?: of| in| for)?(?: the)? ?(?:{self._named.pattern})(?:['\u2019]s?)?", " ", name)
        return " ".join(rest.split()) or name

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
