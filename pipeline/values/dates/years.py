"""Four digits that look like a year and are none: 2000 people, Windows 2000, 1900 Main Street."""

import re
from collections.abc import Mapping

from pipeline.rulebook.alternatives import any_of
from pipeline.values.dates.expressions import Expression

_WORD_BEFORE = re.compile(r"([\w&](?:[\w'’&-]*[\w'’])?)(\W*)$")
_WORD_AFTER = re.compile(r"\s?([\w'’-]+)")
_PLURAL = re.compile(r"[a-z]{3,}s$")
_MODERN = 1900  # a number from here on reads as a year without more
_OLDEST_IN_BRACKETS = 1400  # a number in brackets is a year from here on


def word_before(text: str, start: int) -> tuple[str, str]:
    """Give the word before an offset, and what stands between."""
    found = _WORD_BEFORE.search(text, max(0, start - 30), start)
    return (found[1], found[2]) if found else ("", "")


def word_after(text: str, end: int) -> str:
    """Give the word after an offset; empty where a sign stands there."""
    found = _WORD_AFTER.match(text, end)
    return found[1] if found else ""


class YearFilters:
    """Says of four digits whether they are a year."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        """Keep the word lists."""
        self.words = words
        self._law = re.compile(rf"\b{any_of(words['law'])}(?:\s(?:No\.?\s)?\d+)?(?:\sof|,)\s$")
        self._street = re.compile(rf"\s(?:(?!Wall\s)[A-Z]\w*\.?\s){{1,3}}{any_of(words['street'])}\b")

    def is_year(self, text: str, found: Expression) -> bool:
        """Whether a number from 1900 to 2099 is a year."""
        start, end = found.start, found.end
        if _is_code(text, start, end) or self._law.search(text, max(0, start - 24), start):
            return False
        word, gap = word_before(text, start)
        following = word_after(text, end)
        if following.casefold() in self.words["counted"]:
            return False
        if following == "of" and gap == ", ":
            return False  # hired in 2025, 2000 of them in Asia
        if self._is_estimate(word, text, start) and following.islower():
            return False
        if (
            word.casefold() in self.words["made"]
            and following.islower()
            and following.endswith("s")
            and len(following) > 3
        ):
            return False  # sold 2020 pens
        if (word in ("is", "at") or word.casefold() not in self.words["placing"]) and self._street.match(text, end):
            return False
        return not self._ends_name(word, gap, following, text, end)

    def is_old_year(self, text: str, found: Expression) -> bool:
        """Whether a number from 1000 to 1899 is a year: in 1848, but not in 1500 homes."""
        if _is_code(text, found.start, found.end) or text[found.end : found.end + 1] in ("-", "–"):
            return False
        if self._law.search(text, max(0, found.start - 24), found.start):
            return False
        word, gap = word_before(text, found.start)
        following = word_after(text, found.end).casefold()
        if text[found.start - 1 : found.start] == "(" and text[found.end : found.end + 1] == ")":
            return int(found.slots["year"]) >= _OLDEST_IN_BRACKETS
        placed = gap == " " and word.casefold() in self.words["before_old_year"]
        return placed and (not following or following in self.words["after_old_year"])

    def is_old_date(self, text: str, found: Expression) -> bool:
        """Whether the old year of a day or month is one: May 1848, but not in May 1500 homes were sold."""
        if "year" not in found.slots or int(found.slots["year"]) >= _MODERN:
            return True
        following = word_after(text, found.end)
        return following.casefold() not in self.words["counted"] and not _PLURAL.match(following)

    def is_year_in_words(self, text: str, found: Expression) -> bool:
        """Whether nineteen ninety-six is a year: in it, not twenty twenty overs."""
        word, gap = word_before(text, found.start)
        following = word_after(text, found.end)
        if following.casefold() in self.words["counted"] or _PLURAL.match(following):
            return False
        begins = text[found.start : found.start + 1].isupper() and following in self.words["month_subject"]
        return begins or (gap == " " and word.casefold() in self.words["before_word_year"])

    def is_month_number(self, text: str, found: Expression) -> bool:
        """Whether 06/2027 and 2008-04 are a month: not no. 2024-07, or 2008-09, which are two years."""
        if _is_code(text, found.start, found.end) or text[found.start - 1 : found.start] in ("-", "–"):
            return False
        word, gap = word_before(text, found.start)
        placed = word.casefold() in self.words["placing"]
        if word.casefold() in self.words["numbered"] or (word[:1].isupper() and gap == " " and not placed):
            return False  # Circular 05/2024
        year, month = found.slots["year"], int(found.slots["month"])
        return text[found.end - 4 : found.end] == year or month <= int(year) % 100

    def are_years(self, text: str, found: Expression) -> bool:
        """Whether two years are a stretch of time: 2023-24, but not no. 2024-17."""
        short = found.slots.get("yy2")
        if short and int(short) <= int(found.slots["year"]) % 100:
            return False
        word, gap = word_before(text, found.start)
        if _is_code(text, found.start, found.end) or word.casefold() in self.words["numbered"]:
            return False
        return not self._ends_name(word, gap, word_after(text, found.end), text, found.end)

    def _is_estimate(self, word: str, text: str, start: int) -> bool:
        """Whether the word before a number makes it an estimate: about 2000, more than 2000."""
        if word.casefold() == "than":
            before = text[max(0, start - 20) : start].rstrip().casefold()
            return before.endswith(("more than", "less than", "fewer than"))
        return word.casefold() in self.words["approximate"]

    def _ends_name(self, word: str, gap: str, following: str, text: str, end: int) -> bool:
        """Whether a year ends a name: Scientific Sessions 2024, Windows 2000, Week (AEW) 2022."""
        if gap == ") " and word.isupper() and word != "FY":
            return True
        placed = word.casefold() in self.words["placing"] or word.endswith(("'s", "’s", "s'", "s’", "ing"))
        begins = text[end : end + 1] == " " and following[:1].isupper()
        if gap != " " or placed or begins:
            return False
        if word.isupper():
            headline = text[end : end + 20].isupper()
            return 1 < len(word) < 6 and word not in self.words["no_event"] and not headline
        return word[:1].isupper() and len(word) > 1


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether digits are part of a longer code, an address or a percentage: 2023-00140, example.org/2024, 2000%."""
    if text[end : end + 1] in ("-", "–", "/", ":") and text[end + 1 : end + 2].isdigit():
        return True
    before = text[max(0, start - 2) : start]
    in_number = before[-1:] in ("-", "–") and before[:1].isdigit()
    return in_number or before[-1:] in ("/", ".", ",") or text[end : end + 1] == "%"
