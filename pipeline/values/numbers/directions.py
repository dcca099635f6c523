"""The words around a value -> up or down, where they say that something rose or fell by it."""

import re

from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import DirectionPhrase
from pipeline.values.text.clauses import Clauses
from pipeline.values.text.phrases import Phrases
from pipeline.values.text.sentences import sentences_of

_REACH = 14  # words that `by` may stand after its verb: cut the rate that it charges banks by 5%
_NEAR = 4  # words that an object is long: raised its dividend 5%; or what stands before a noun: 5% annual increase
_OBJECT = 8  # words before a noun in which the verb stands that moves it: cut its forecast for 2025 growth
_TO_LEVEL = re.compile(
    r"(?:\s(?:an?|per)\s\w+)?(?:,?\s(?:or\s)?\(?\d[\d.,]*\s?(?:%|per\s?cent|percent)\)?,?)?\sto\s(?:(?:a|an)\s[\w-]+\s)?"
    r"[^\w\s]?[A-Z$]{0,4}[^\w\s]?\s?\d"
)  # lost 4 cents, or 1%, to $4.58
_TO_IT = re.compile(r"(?:\s(?:an?|per)\s\w+)?\sto\s(?:the|its|their|his|her|our|an?)\s")  # adds $5 to the cost of
_NOUN, _LONG = re.compile(r"[a-z]-(?:up|down)\s$"), 6  # the runner-up $75,000: no direction
_SHARE = re.compile(r"\s(?:up|down)\s\d")  # shipments worth $5m up 7%
_ASIDE = re.compile(r",\sor\s[^,.;()\n]{1,20},\s")  # two sen, or 1.6%, lower
_PER = ("a", "an", "per")
_LONGEST_UNIT = 2  # words: a square metre
_BEFORE_SIGN = ("", " ", "\n", "\t", "\u00a0", "(", "[", ":", "“")
_BACK = re.compile(r"\s\w+\s(?:of\s|its\s|the\s|those\sof\s){0,2}(?:19|20)\d\d\b")  # 11% below 2019


class Directions:
    """Reads the direction of a value.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> read = Directions(load_rulebook()).read
    >>> read("sales rose by nearly 5%", 21, 23), read("a 5% drop", 2, 4), read("fell to 5%", 8, 10)
    ('up', 'down', None)
    """

    def __init__(self, rules: Rulebook) -> None:
        """Index the rows and the word lists."""
        rows = rules.directions
        nouns = [row for row in rows if row.kind in ("noun", "noun_of")]
        self._rows = Phrases((words, row) for row in rows if row not in nouns for words in row.words).rows
        self.nouns = {words: row for row in nouns for words in row.words}
        self._nouns_after = {words for row in nouns if row.kind == "noun" for words in row.words}
        self.verbs = {words for row in rows if row.kind == "verb" for words in row.words}
        self._adverbs = {words: row for row in rows if row.kind == "adverb" for words in row.words}
        self._signs = {word: row for word, row in self._adverbs.items() if not word[0].isalpha()}
        self._words = rules.direction_words.by_kind()
        self._spends = rules.phrase_words.words("verb_at_value") | (rules.measure_words.words("give") - self.verbs)
        self._clauses = Clauses(sentences_of(rules))

    def read(self, text: str, start: int, end: int) -> str | None:
        """Give the direction of the value that stands from start to end."""
        row = self.row(text, start, end)
        return row.direction if row else None

    def read_money(self, text: str, start: int, end: int) -> str | None:
        """Give the direction of an amount; `raised $5m` and `lost $5m` tell none, `raised by $5m` does."""
        row = self.row_of_money(text, start, end)
        return row.direction if row else None

    def row_of_money(self, text: str, start: int, end: int) -> DirectionPhrase | None:
        """Give the row that tells the direction of an amount."""
        words = self._clauses.lead(text, start)
        while words and words[-1] in self._words["skipped"] and words[-1] != "by":
            words.pop()
        if words[-1:] == ["of"] and words[-2:-1] and words[-2] in self._words["booked"]:
            return None  # a gain of $5m is earned
        if words and words[-1] in self._words["done_to_money"] and not _TO_LEVEL.match(text, end):
            return self.row(text, start, end) if words[-1] in self._words["adds"] and _TO_IT.match(text, end) else None
        return None if _SHARE.match(text, end) else self.row(text, start, end)

    def row(self, text: str, start: int, end: int) -> DirectionPhrase | None:
        """Give the row that tells the direction of the value that stands from start to end."""
        words = [] if _NOUN.search(text, max(0, start - _LONG), start) else self._clauses.lead(text, start)
        sign = text[start - 1 : start]
        signed = self._signs.get(sign)
        if signed and text[start - 2 : start - 1] in _BEFORE_SIGN and not _is_bullet(text, start, end):
            level = signed.direction == "down" and len(words) > 1 and words[-2] in self._words["level"]
            return None if level else signed
        aside = _ASIDE.match(text, end)
        following = self._clauses.tail(text, aside.end() if aside else end)
        if following[:1] and following[0] in self._words["moved"] and words and words[-1] in self._words["closing"]:
            return self._adverbs[following[0]]  # shed 4% before closing 0.5% higher
        back = _BACK.match(text, end) is not None
        bid = not self._words["bid"].isdisjoint(words)
        return self._before(words) or self._after(following, back, bid=bid)

    def moved_by(self, row: DirectionPhrase, text: str, start: int, end: int) -> str:
        """Say which words of a row tell that a value moved."""
        lead, tail = self._clauses.lead(text, start), self._clauses.tail(text, end)
        words = [*reversed(lead), *tail]
        pairs = [*(f"{one} {other}" for one, other in zip(lead[-2::-1], lead[:0:-1], strict=True))]
        told = next((one for one in (*pairs, *words, text[start - 1 : start]) if one in row.words), row.words[0])
        return f"{told!r} ({row.kind}) says that it went {row.direction}"

    def of_verb(self, word: str) -> DirectionPhrase | None:
        """Give the row of a verb: fell."""
        row = self._rows.get(word)
        return row if row and row.kind == "verb" else None

    def _before(self, words: list[str]) -> DirectionPhrase | None:
        """Read the words before a value."""
        if words[-2:] == ["up", "to"]:
            words = words[:-2]
        if words[-1:] == ["the"]:
            return None  # reducing the 85% failure rate
        by = at = False
        while size := self._skipped(words):
            by, at = by or words[-1] == "by", at or words[-1] == "at"
            words = words[:-size]
        if not words or (at and words[-1] in self._words["right_before"]):
            return None  # closed lower at 84.20
        if words[-1] in self._spends and not by:
            return None  # the cuts cost $5m
        if by:
            return self._nearest(words[-_REACH:])
        if words[-1] == "of":
            return self._before_of(words[:-1])
        if words[-1] in self._words["copula"]:
            return self.nouns.get(words[-2]) if len(words) > 1 and words[-2] in self._words["growth"] else None
        return self._told_by(words, near=1 if at else _NEAR)

    def _skipped(self, words: list[str]) -> int:
        """Give how many words at the end say nothing of a direction: an average of; more than, which is a bound."""
        reckoned = (size for size in (3, 2) if " ".join(words[-size:]) in self._words["reckoned"])
        if words and words[-1] not in self._words["skipped"]:
            return next(reckoned, 0)
        return 0 if not words else 2 if words[-1] == "than" else 1

    def _told_by(self, words: list[str], *, near: int) -> DirectionPhrase | None:
        """Read a verb or adverb right before a value, or before a short object: `raised its dividend 5%`."""
        if words[-1] == "up" and words[-2:-1] and words[-2] in self._words["phrasal"]:
            return None  # make up 4% of it
        if words[-1] == "off" and len(words) > 1 and words[-2] not in {*self._words["closing"], ",", "("}:
            return None  # it gives off 4% of the light
        row = self._row(words, len(words) - 2) or self._rows.get(words[-1])
        if row and (row.kind == "verb" or words[-1] in self._words["right_before"]):
            return row
        if words[-1] in self.nouns:
            return self.nouns[words[-1]]
        for at in range(len(words) - 1, max(-1, len(words) - 1 - near), -1):
            if words[at] in self._words["ends"]:
                return None
            if (row := self._rows.get(words[at])) and row.kind == "verb":
                return None if self._is_named(words, at) else row
        return None

    def _is_named(self, words: list[str], at: int) -> bool:
        """Whether a word that may be a verb is a noun or adjective: won a contract, the lower court."""
        if at and words[at - 1] == "-" and not words[at].endswith("ing"):
            return True  # medium-grown
        return at > 0 and words[at - 1] in self._words["determiner"] and not words[at].endswith("ing")

    def _nearest(self, words: list[str]) -> DirectionPhrase | None:
        """Give the direction of the last word that tells one: `reduce Bank Rate by`."""
        for at in range(len(words) - 1, -1, -1):
            row = self._row(words, at) or self._rows.get(words[at])
            tells = row and (row.kind == "verb" or words[at] in self._words["right_before"])
            if row and tells and not self._is_named(words, at):
                return row
            if words[at] in self.nouns and not self._is_object(words, at):
                return self.nouns[words[at]]
        return None

    def _is_object(self, words: list[str], at: int) -> bool:
        """Whether a noun of change only says what a verb of change moved: cut its growth forecast, its view of growth.

        A link that parts two clauses ends what the verb moves.
        """
        told = words[at + 1 : at + 2]
        named = bool(told) and told[0].isalpha() and told[0] not in self._words["ends"] | self._words["skipped"]
        linked = at > 0 and words[at - 1] in ("of", "for", "in")
        if not (named or linked or words[at] == "growth"):
            return False
        for before in range(at - 1, max(-1, at - 1 - _OBJECT), -1):
            if words[before] in self._words["ends"] - {"for", "of", "in", "on"}:
                return False
            if (row := self._rows.get(words[before])) and row.kind == "verb" and not self._is_named(words, before):
                return True
        return False

    def _row(self, words: list[str], at: int) -> DirectionPhrase | None:
        """Give the row of two words: edged up."""
        return self._rows.get(" ".join(words[at : at + 2])) if 0 <= at < len(words) - 1 else None

    def _before_of(self, words: list[str]) -> DirectionPhrase | None:
        """Read `an increase of`, `an increase in sales of`, `growing at a rate (CAGR) of`."""
        if words[-1:] == [")"] and "(" in words:
            words = words[: len(words) - 1 - words[::-1].index("(")]
        if not words:
            return None
        if words[-1] in self._words["rate"]:
            return self._of_rate(words[-_REACH:-1])
        if words[-1] in self.nouns:
            return self.nouns[words[-1]]
        for at in range(max(0, len(words) - 7), len(words) - 1):
            if words[at] in self.nouns and words[at + 1] == "in":
                return self.nouns[words[at]]
        return None

    def _of_rate(self, words: list[str]) -> DirectionPhrase | None:
        """Read what grows at a rate: `growing at a CAGR of`, `an annual growth rate of`."""
        if words and words[-1] in self._words["growth"]:
            return self.nouns.get(words[-1])
        return self._nearest(words) if {"at", "with"}.intersection(words[-4:]) else None

    def _after(self, words: list[str], back: bool, *, bid: bool) -> DirectionPhrase | None:
        """Read `5% higher`, `a 5% annual increase`; `back`: what it is set against is a year; `bid`: it is an offer."""
        words = self._without_unit(words)
        if words and words[0] in self._words["standing"] and not (back or self._is_back(words[1:6], bid=bid)):
            return None  # 18% below the offer
        if words and words[0].isalpha() and words[0] in self._adverbs:
            return self._adverbs[words[0]]
        told = [word for word in words[:10] if word != "-" and word not in self._words["compared"]]
        for at, word in enumerate(told[: _NEAR + 1]):
            if word in self._nouns_after:
                return None if at and told[at - 1] in self._words["of_season"] else self.nouns[word]  # this fall
            if word in self._words["ends"]:
                return None
        return None

    def _without_unit(self, words: list[str]) -> list[str]:
        """Drop what a value is per before an adverb: 5 cents a litre cheaper; not $67 a barrel, up from $65."""
        if words[:1] and words[0] in _PER:
            for size in range(1, _LONGEST_UNIT + 1):
                unit, rest = words[1 : 1 + size], words[1 + size :]
                adverb = rest[:1] and rest[0].isalpha() and rest[0] in self._adverbs
                level = rest[:1] and rest[0] in self._words["moved"] and rest[1:2] in (["from"], ["at"])
                if adverb and not level and all(word.isalpha() for word in unit):
                    return rest
        return words

    def _is_back(self, words: list[str], *, bid: bool) -> bool:
        """Whether words that something is set against are an earlier time: 5% below last year, below Friday's close."""
        if not bid and not self._words["close"].isdisjoint(words):
            return True
        return any(word in self._words["back"] for word in words)


def _is_bullet(text: str, start: int, end: int) -> bool:
    """Whether a dash begins a line of a list, not a value: `-100% owned`."""
    return text[start - 2 : start - 1] in ("", "\n") and text[end : end + 2].lstrip().isalpha()
