"""The words after an amount -> what it is per: a share, per tonne, /MWh, annually; not `€5m a year earlier`."""

import re

from pipeline.rulebook.reading import Rulebook
from pipeline.values.text.phrases import WORD, Phrases

_LEAD = re.compile(r"\s?/\s?|,?\s(?:per|a|an|each|every|for each|for every)\s|-(?:per|a|an)-", re.IGNORECASE)
_IN_CASH = re.compile(r"\sin\s(?:cash|stock)(?=\s(?:per|a|for\seach)\s)")
_LETTERS = re.compile(r"[^\W\d_]+")
_BESIDE = 80  # characters before a number in which words show that it is a price
_POWER = re.compile(r"([^\W\d_]{1,2})(?:\^?([23])(?!\d)|([²³]))(?!\w)")
_POWERS = {"2": "square", "²": "square", "3": "cubic", "³": "cubic"}
_SIZE = re.compile(r"\d[\d.,]*(?:[ -]?[^\W\d_]{1,9})?[ -]")
_KIND = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)+)\s(?=[a-z])")
_JOINED = re.compile(r"-[^\W\d_]")
_THEN = re.compile(r"\s([^\W\d_]+)(?:\s([^\W\d_]+))?")


class PerUnits:
    """Reads what an amount is per."""

    def __init__(self, rules: Rulebook) -> None:
        """Index the units, and the words that make a time of one."""
        self._rows = {row.unit: row.id for row in reversed(rules.per_units)}
        self._units = Phrases((words, row.unit) for row in rules.per_units for words in row.words)
        words = rules.per_words.by_kind()
        self._times, self._clauses = words["time_after_unit"], words["clause_after_unit"]
        self._small, self._adverbs = words["small_unit"], words["adverb"]
        self._prices, self._numbered, self._pictures = words["price"], words["numbered"], words["picture"]

    def begins(self, text: str, end: int) -> bool:
        """Whether words such as `a` or `per` stand after an amount."""
        return _LEAD.match(text, end) is not None

    def is_picture(self, text: str, start: int, end: int) -> bool:
        """Whether a number with a letter is how many lines a picture has: 1080p."""
        return text[start:end] in self._pictures

    def shows_price(self, text: str, start: int, end: int) -> bool:
        """Whether words beside a number with a letter show that it is a price: shares rose 3p; 44c a litre."""
        lead = text[max(0, start - _BESIDE) : start].rpartition("\n")[2].rpartition(". ")[2]
        before = _LETTERS.findall(lead.casefold())
        if before and before[-1] in self._numbered:
            return False
        behind = _LETTERS.findall(text[end : end + _BESIDE // 2].partition("\n")[0].partition(". ")[0].casefold())
        return self.begins(text, end) or not self._prices.isdisjoint((*before, *behind))

    def is_small(self, text: str, end: int) -> bool:
        """Whether an amount is per something that costs little, so that its price has three decimals: a litre."""
        return self.read(text, end) in self._small

    def read(self, text: str, end: int) -> str | None:
        """Read what the amount that ends at an offset is per, from the words after it."""
        cash = _IN_CASH.match(text, end) if text.startswith(" in ", end) else None
        end = cash.end() if cash else end
        lead = _LEAD.match(text, end)
        if lead is None or (lead[0][0] == "\n" and lead[0].strip()[:1].isupper()):
            adverb = self._units.at(text, end)
            return adverb[0] if adverb and text[end : adverb[1]].strip().lower() in self._adverbs else None
        if power := self._power(text, lead.end()):
            return power
        if unit := self._unit(text, lead.end()):
            return None if lead[0].strip() in ("a", "an") and self._is_time(text, unit[1]) else unit[0]
        word = WORD.match(text, lead.end()) if lead[0].strip() == "per" else None
        if not word or not word[0].isalpha():
            return None
        kind = self._units.at(text, word.end()) if text[word.end() : word.end() + 1] == " " else None
        return f"{word[0]} {kind[0]}" if kind else word[0]  # per plastic bottle

    def _unit(self, text: str, at: int) -> tuple[str, int] | None:
        """Read a unit, and a size or kind before it: year, 90-kilo bag, 1,000 litres, school-aged child."""
        unit = self._units.at(text, at)
        if unit and not _JOINED.match(text, unit[1]):
            return unit
        if size := _SIZE.match(text, at):
            sized = self._units.at(text, size.end() - 1) or self._plural(text, size.end())
            return (text[at : sized[1]], sized[1]) if sized else None
        kind = _KIND.match(text, at)
        return self._units.at(text, kind.end()) if kind else None

    def _plural(self, text: str, at: int) -> tuple[str, int] | None:
        """Read a unit in the plural: litres, boxes."""
        word = _LETTERS.match(text, at)
        if word is None:
            return None
        endings = (word[0].removesuffix(ending) for ending in ("s", "es") if word[0].endswith(ending))
        found = next((unit for one in endings if (unit := self._units.at(one, 0))), None)
        return (found[0], word.end()) if found else None

    def _power(self, text: str, at: int) -> str | None:
        """Read a length with its power: m², ft3."""
        found = _POWER.match(text, at)
        unit = self._units.at(f"{_POWERS[found[2] or found[3]]} {found[1]}", 0) if found else None
        return unit[0] if unit else None

    def row(self, unit: str) -> str:
        """Give the id of the row of a unit; empty for one that is printed after `per` and that no row has."""
        return self._rows.get(unit, "")

    def _is_time(self, text: str, end: int) -> bool:
        """Whether a unit is part of a time: a year before, a day after it hit $71; not a month after tax."""
        then = _THEN.match(text, end)
        if then is None:
            return False
        first, second = then[1].casefold(), (then[2] or "").casefold()
        return first in self._times or (first in ("after", "before") and (not second or second in self._clauses))
