"""Which currency an article counts in, for signs that several share (`$`, `kr`, `Rs`): shown by it, or None."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from babel.numbers import get_territory_currencies

from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import CurrencyClue
from pipeline.values.numbers.beside import beside_values_of
from pipeline.values.places import countries_of
from pipeline.values.text.phrases import Phrases, normal
from pipeline.values.zones.head import LONGEST

_CAPITALISED = re.compile(r"(?<![\w$])[A-Z][^\W\d_]{0,40}(?:\.[A-Z]\.?){0,4}")
_DATELINE_PLACE = re.compile(
    r"(?:\A|\n)[ \t]*(?P<place>[A-ZÀ-Þ][\w.'’-]*(?:[ ][A-ZÀ-Þ][\w.'’-]*){0,3})(?:,[ ][^\n–—-]{1,40}?)?"
    r"(?:[ ]\([^)\n]{2,40}\))?[ ]?(?:--+|[–—]|[ ]-(?=\s))"
)
_EARLY, _EXCHANGE = 3, 3  # how much more clues count in the head, and exchanges
_CLEARLY = 2  # times that the first currency must outweigh the second


class ArticleCurrency:
    """Tells which currency an article counts in, from its places, exchanges and institutions.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> article = ArticleCurrency(load_rulebook(), {"USD": "dollar", "CAD": "dollar"})
    >>> article.resolve("dollar", article.clues("TORONTO, Ontario. The company (TSX: ABC) raised $5 million."))
    'CAD'
    """

    def __init__(self, rules: Rulebook, signs: Mapping[str, str]) -> None:
        """Index the clues; `signs` tells which sign a currency is printed with."""
        clues = (*rules.currency_clues, *_of_countries(rules))  # of equal words the first counts: Georgia is a state
        self._clues = Phrases((words, clue) for clue in clues for words in clue.words)
        self._countries = countries_of(rules)
        self._units = Phrases(
            (words.rstrip("?!"), row) for row in rules.currencies if not row.code for words in row.after
        )
        self._no_clue = rules.no_clues.words()
        self._names = {normal(words): row.code for row in rules.currencies if row.code for words in row.after}
        self._signs, self.beside = signs, beside_values_of(rules)

    def clues(self, text: str, head: int = LONGEST) -> Counter[str]:
        """Weigh what the article shows, by currency; places in its head say where it, or its issuer, is."""
        weights: Counter[str] = Counter()
        dateline = _DATELINE_PLACE.search(text, 0, head)
        if dateline and not self._clues.at(text, dateline.start("place")):
            weights.update(dict.fromkeys(self._paid_in(dateline["place"]), _EARLY))
        end = 0
        for found in _CAPITALISED.finditer(text):
            if found.start() < end:
                continue
            match = self._clues.at(text, found.start())
            if match and text[found.start() : match[1]] not in self._no_clue:
                clue, end = match
                if self._units.at(text, end):
                    continue  # the Canadian dollar: a currency that is mentioned shows no country
                weight = _EXCHANGE if clue.kind == "exchange" else 1
                weights[clue.code] += weight * (_EARLY if found.start() < head else 1)
        return weights

    def _paid_in(self, place: str) -> list[str]:
        """Give the currency of the country that a place lies in."""
        country = self._countries.of(place)
        return get_territory_currencies(country)[:1] if country else []

    def resolve(self, sign: str, clues: Counter[str], printed: Iterable[str] = ()) -> str | None:
        """Give the currency of a shared sign; `printed` are the codes that the article prints before the bare sign.

        None where the article doesn't show it. `US$5m` first and `$3m` later are the same dollars; a bare `$` in a
        country without dollars is the US one.
        """
        same_sign = {code for code in printed if self._signs.get(code) == sign}
        ranked = Counter({code: n for code, n in clues.items() if self._signs.get(code) == sign}).most_common(2)
        if len(same_sign) == 1:
            [only] = same_sign
            country, shown = ranked[0] if ranked else (only, 0)
            return country if only != "USD" and shown >= max(_EARLY, _CLEARLY * clues[only]) else only
        if len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] >= _CLEARLY * ranked[1][1]):
            return ranked[0][0]
        return "USD" if sign == "dollar" and clues and not ranked else None

    def own(self, sign: str, clues: Counter[str], printed: Iterable[str]) -> str | None:
        """Give the one currency of a sign, US dollars aside, that an article prints anywhere: `$86m`, then `NZ$86m`."""
        own = {code for code in printed if self._signs.get(code) == sign and (sign, code) != ("dollar", "USD")}
        ahead = [code for code in own if all(clues[code] >= clues[other] for other in self._signs if other not in own)]
        return ahead[0] if len(own) == 1 and ahead else None

    def stated(self, text: str) -> str | None:
        """Give the dollar that the article says its figures are in: `all figures in Canadian dollars`."""
        found = self.beside.states.search(text)
        return self._names.get(normal(found["currency"])) if found else None


def _of_countries(rules: Rulebook) -> Iterator[CurrencyClue]:
    """Let each country, its people and its regions show the currency that is paid in there."""
    for row in (*rules.countries, *rules.regions):
        for code in get_territory_currencies(row.country)[:1]:
            yield CurrencyClue(row.id, code, "place", row.words)
