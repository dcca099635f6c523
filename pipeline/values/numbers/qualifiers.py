"""Words around a value -> exact, approx, min or max."""

import re

from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import QualifierPhrase
from pipeline.values.text.phrases import Phrases, words_and_signs
from pipeline.values.told import ToldCell

_FROM_VALUE = re.compile(r"\sfrom\s(?:[a-z]+\s){0,2}[^\w\s]?[A-Z$]{0,4}[^\w\s]?\d")  # up to 5% from 4%
_BESIDE = re.compile(
    r"(?:\s(?:an?|per|each)\s\w+)?\s(?P<link>for|of|on|to|with)\s(?:[\w'’-]+\s){0,4}[\w'’-]+(?:,\s(?:(?:and|or)\s)?|\s(?:and|or)\s)"
)
_BESIDE_NAME = re.compile(r"\)?\s(?P<prep>with|in|from|to|for)\s(?:the\s)?(?:[A-Z]\w+\s){1,3}and\s")
_LINK = re.compile(r"(?:\s(?:an?|per|each)\s\w+)?\s(?P<link>for|of|on|to|with)\s")
_ADDED = re.compile(r"\s(?:an?|the|up|another|any)\b|\s[^\w\s]?[A-Z$]{0,4}[^\w\s]?\d")  # €5m plus up to €2m
_ARTICLES = {"a", "an"}
_NONE_MAY = re.compile(
    r"\b(?:no|nor|neither|never|none)\b[^.;:]{0,40}\b(?:can|could|may|might|must|shall|should|will|would)\s$",
    re.IGNORECASE,
)


class Qualifiers:
    """Reads the qualifier of a value from the words before it and after it.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> qualifiers = Qualifiers(load_rulebook())
    >>> qualifiers.read("cost more than $5m to build", 15, 18), qualifiers.read("$5m or more", 0, 3)
    ('min', 'min')
    """

    def __init__(self, rules: Rulebook) -> None:
        """Index the rows by side."""
        self._before = Phrases((w, row) for row in rules.qualifiers if row.side == "before" for w in row.words)
        self._after = Phrases((w, row) for row in rules.qualifiers if row.side == "after" for w in row.words)
        self._last = Phrases((w, row) for row in rules.qualifiers if row.side == "last" for w in row.words)
        self._moved = {
            words.removesuffix(" up") for row in rules.directions for words in row.words if words.endswith(" up")
        }
        self._words = rules.direction_words.by_kind()
        self._over = self._words["quarrels"] | self._words["over_verb"]
        self._fillers = Phrases((words, words) for words in self._words["filler"])
        denies, helps = rules.direction_words.any_of("denies"), rules.direction_words.any_of("helps")
        self._denied = re.compile(  # never earned, has not paid, never drew a salary of
            rf"(?:\b{denies}|n['’]t)(?:\s{helps})*\s(?P<verb>[a-z]+)(?:\san?\s(?:[a-z]+\s){{1,3}}of|\s(?:at|for|by|as))?\s$",
            re.IGNORECASE,
        )
        self._compared = re.compile(rf"{rules.direction_words.any_of('comparative')}\sthan\b", re.IGNORECASE)

    def read(self, text: str, start: int, end: int) -> str:
        """Give the qualifier of the value that stands from start to end."""
        return self.told(text, start, end)[0]

    def told(self, text: str, start: int, end: int) -> tuple[str, str]:
        """Give the qualifier of a value with the id of the row that says so; what nothing qualifies is exact."""
        found = self._before.before(text, start)
        if found is None and (filler := self._fillers.before(text, start)):
            found = self._before.before(text, filler[1])
            placed = found and text[found[1] : filler[1]].strip().casefold() in self._words["placing"]
            if placed and filler[0] in _ARTICLES:
                found = None  # under a $5m deal
        if found and _NONE_MAY.search(text, max(0, found[1] - 60), found[1]):
            return "max", found[0].id  # no award may exceed $5m
        if found and found[0].qualifier == "min" and self._is_denied(text, found[1]):
            return "max", found[0].id
        if found and not self._is_change(found, text, start, end):
            return found[0].qualifier, found[0].id
        after = self._after.at(text, end) or self._at_last(text, end)
        return (after[0].qualifier, after[0].id) if after else ("exact", "")

    def _at_last(self, text: str, end: int) -> tuple[QualifierPhrase, int] | None:
        """Find words behind a value that qualify it where nothing more is added: `$5m plus.`, no `$5m plus a bonus`."""
        found = self._last.at(text, end)
        return found if found and (text[end] == "-" or not _ADDED.match(text, found[1])) else None

    def _is_denied(self, text: str, at: int) -> bool:
        """Whether a verb that is denied stands before a bound, so that it is the other: never earned more than £18."""
        denied = self._denied.search(text, max(0, at - 80), at)
        return denied is not None and denied["verb"].casefold() not in self._words["leaves_out"]

    def told_cell(self, text: str, start: int, end: int) -> ToldCell:
        """Say what qualifies a value."""
        qualifier, row = self.told(text, start, end)
        what = "words beside it qualify it" if row else "no words beside it qualify it"
        return ToldCell("qualifier", f"takes {qualifier!r}: {what}", row)

    def _is_change(self, found: tuple[QualifierPhrase, int], text: str, start: int, end: int) -> bool:
        """Whether words tell where a value went, or what it is set against: `edged up to 5%`, `slightly lower than`."""
        at = found[1]
        word = words_and_signs(text, max(0, at - 20), at)[-1:]
        before = word[0][1].casefold() if word else ""
        if text[at:start].casefold().startswith("up to"):
            return before in self._moved | self._words["adds"] or _FROM_VALUE.match(text, end) is not None
        if text[at:start].casefold().startswith("over"):
            return before in self._over  # a row over $5m, handed over $5m
        return before in self._words["by_how_much"] and self._compared.match(text, at) is not None


def shared_qualifier(text: str, qualifier: str, last: int, start: int, end: int) -> str | None:
    """Give the qualifier that a value shares with the one before it, which ends at `last`.

    >>> text = "at most 2% for cafes and 3% for bars"
    >>> shared_qualifier(text, "max", 10, 25, 27), shared_qualifier("at most 2%, and 3%", "max", 10, 16, 18)
    ('max', None)
    """
    if qualifier not in ("min", "max"):
        return None
    if qualifier == "min" and _BESIDE_NAME.fullmatch(text, last, start):
        return qualifier  # over $5m with Japan and $6m with Korea
    beside, link = _BESIDE.fullmatch(text, last, start), _LINK.match(text, end)
    return qualifier if beside and link and beside["link"] == link["link"] else None
