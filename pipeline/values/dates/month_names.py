"""A month alone, to whether it is one: not Theresa May, a march, April Lindqvist, or Mar del Plata."""

import re
from collections.abc import Iterable, Mapping

from pipeline.rulebook.rows import CalendarName
from pipeline.values.dates.expressions import Expression
from pipeline.values.dates.years import word_after, word_before

_POSSESSIVE = ("’s", "'s", "s’", "s'")


class MonthFilter:
    """Says of the name of a month whether it is one."""

    def __init__(self, words: Mapping[str, frozenset[str]], names: Iterable[CalendarName]) -> None:
        """Keep the word lists, and what else the names of months are."""
        self.words = words
        self.months = {word: name for name in names if name.kind == "month" for word in name.words}

    def is_month(self, text: str, found: Expression) -> bool:
        """Whether a month alone is one: not Theresa May, a march, April Lindqvist, or Mar del Plata."""
        word, gap = word_before(text, found.start)
        name, following = text[found.start : found.end].rstrip("."), word_after(text, found.end)
        lowered = word.casefold()
        row = self.months[name]
        in_time, speaking = self.words["in_time"], self.words["speaking"]
        if name.title() != row.words[0]:
            return gap == " " and lowered in in_time  # Mar, Sep.
        if following in self.words["company"]:
            return False  # the May Company
        if row.also == "name" and following[:1].isupper() and not following.isupper() and word not in self.months:
            return gap == " " and lowered in self.words["before_sure_month"]
        if gap == " " and lowered in self.words["placing"] - self.words["no_month_after"]:
            if row.also == "verb" and lowered == "the" and following == "on":
                return False  # the March on Washington
            return row.also != "verb" or lowered in in_time or following.casefold() not in speaking
        if gap == " " and word[:1].isupper() and not word.isupper() and not word.endswith(_POSSESSIVE):
            return False
        return row.also != "verb" or self._is_modal_month(text, found, word, gap, following)

    def _is_modal_month(self, text: str, found: Expression, word: str, gap: str, following: str) -> bool:
        """Whether May or March is a month where no preposition says so: described, in a list, or told before."""
        lowered, speaking = word.casefold(), self.words["speaking"]
        if gap != " " and (not gap or gap[-1:] in " \n"):
            begins = not word or gap.strip()[-1:] in (".", "") or "\n" in gap
            if begins and following in self.words["month_subject"]:
                return True
        name = text[found.start : found.end]
        told = re.search(rf"\b(?:in|since|until|during|of|by)\s{name}\b", text[max(0, found.start - 200) : found.start])
        if told and following in self.words["month_subject"]:
            return True  # weak in May, but May was wet
        ends_list = following in ("and", "or") or text[found.end : found.end + 1] == ","
        listed = gap == ", " and word[:1].isupper() and ends_list
        speaks = following.casefold() in speaking or lowered in speaking
        described = gap == " " and not speaks and (word.islower() or word.endswith(_POSSESSIVE))
        return gap in ("/", "-", "–") or listed or described
