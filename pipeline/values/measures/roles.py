"""The words around a value -> whether it is the base that another is compared with: from €4m, (2023: €44m)."""

import re

from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.reading import Rulebook
from pipeline.values.measures.phrases import MeasurePhrases
from pipeline.values.text.phrases import Phrases
from pipeline.values.text.tokens import Token

_RANGE = re.compile(r"\d.*(?:\sto\s|\sand\s|[-–—]).*\d")
_COLON = re.compile(r":\s?$")
_BEHIND = 5  # words behind a value in which it is said to have been expected
MARKS = {
    "year_before": "a year before it says that it is of an earlier time",
    "year_after": "what stands behind it says that it is of an earlier time",
    "range": "it is a range after `from`, behind another value",
}
"""What says so where no row does."""
_OF = 5  # words from a base's preposition to the `of` before its value: from a pre-tax loss of


class Roles:
    """Tells bases from levels and changes."""

    def __init__(self, rules: Rulebook, phrases: MeasurePhrases) -> None:
        """Index the words that stand before a base."""
        self._phrases = phrases
        self._base = Phrases(rules.measure_words.ids("base").items())
        self._expected = Phrases(rules.measure_words.ids("expected").items())
        self._hoped = rules.measure_words.ids("hoped")
        moves, words = rules.direction_words, rules.phrase_words
        self._priced, self._clause = moves.words("priced"), moves.words("begins_clause")
        self._ranging, self._accounts = moves.words("ranging"), words.words("accounts", "head")
        nth = any_of(word for row in rules.calendar_names if row.kind == "ordinal" for word in row.words)
        self._year_before = re.compile(
            rf"[(;,]\s?(?:(?:FY|fiscal|full[- ]year|year|[QH][1-4]|[1-4]Q|9M|{nth}\s(?:quarter|half))\s?(?:of\s)?)?"
            r"(?:19|20)\d\d(?:[-/]\d\d)?:\s?$",
            re.IGNORECASE,
        )
        period = words.any_of("period")
        self._year_after = re.compile(
            r"(?:\sper\s(?:\w+\s)?share|\sa\sshare)?\s(?:in\s|for\s|during\s)?(?:the\s)?"
            rf"(?:{words.any_of('which_period')}\s{period}|(?:an?|one)\s{period}\s(?:ago|earlier|before)"
            r"|(?:[QH][1-4]\s)?(?:19|20)\d\d|prior-year\speriod)[^()\n]{0,30}\)",
            re.IGNORECASE,
        )
        self._moved = moves.words("change") | {w for row in rules.directions if row.kind != "noun" for w in row.words}

    def base(
        self, text: str, span: tuple[int, int], left: list[Token], right: list[Token], *, follows: bool
    ) -> str | None:
        """Give what says that a value is what another is compared with: the id of a row, or one of `MARKS`.

        None where nothing does. `follows`: a value stands before it in its sentence.
        """
        start, end = span
        colon = _COLON.search(text, max(0, start - 3), start)
        if colon and self._year_before.search(text, max(0, start - 40), start):
            return "year_before"
        if text[start - 1 : start] == "(" and follows and self._year_after.match(text, end):
            return "year_after"
        if _RANGE.search(text[start:end]):
            return "range" if follows and text[max(0, start - 6) : start] in (" from ", "\nfrom ") else None
        if base := self._base.before(text, colon.start() if colon else start):
            return None if self._is_ranging(left, right) else base[0]
        if follows and (hoped := self._hoped_by(text, left, right)):
            return hoped
        return self._begins_base(text, self._phrases.without_qualifier(text, left), right, follows=follows)

    def _is_ranging(self, left: list[Token], right: list[Token]) -> bool:
        """Whether `from` begins a range: prices ran from €5 to €9; cost from €5 for one to €9 for two."""
        if len(left) < 2 or left[-1].word != "from":
            return False
        if left[-2].word in self._ranging:
            return True
        if any(token.kind == "word" and token.word in self._moved for token in left):
            return False
        return left[-2].word in self._priced or self._is_for_each(right)

    def _is_for_each(self, right: list[Token]) -> bool:
        """Whether what stands behind a value says for whom it is, and for whom the next one: for one to €9 for two."""
        at = next((at for at, token in enumerate(right) if token.kind == "value"), 0)
        each = [token.word for token in right[:at]]
        return each[-1:] == ["to"] and "for" in each and right[at + 1 : at + 2] != [] and right[at + 1].word == "for"

    def _hoped_by(self, text: str, left: list[Token], right: list[Token]) -> str | None:
        """Give the row that says that a value was forecast of a result: the $4.5m that analysts had expected."""
        reached = bool(left) and left[-1].word in self._phrases.words["to_value"]
        for token in [] if reached else right[:_BEHIND]:
            if token.word in self._clause:
                break  # to NT$231 on Monday after it forecast
            if token.word in self._hoped:
                return self._hoped[token.word]
        expected = self._expected.before(text, left[-1].end) if left else None
        return expected[0] if expected else None

    def _begins_base(self, text: str, left: list[Token], right: list[Token], *, follows: bool) -> str | None:
        """Give the row of `from` or `compared with` before the words that lead to a value: from a loss of €3m.

        What else has a noun with `of` is a base where a value stands before it: against an outflow of €2m.
        """
        if not left:
            return None
        if left[-1].word != "of":
            base = self._base.before(text, left[-1].end)
            return base[0] if base and not self._is_ranging(left, right) else None
        for at in range(len(left) - 2, max(-1, len(left) - 2 - _OF), -1):
            token = left[at]
            if token.kind != "word":
                return None
            if base := self._base.before(text, token.end):
                named = any(other.word in self._accounts for other in left[at + 1 : -1])
                if follows and token.word != "from" and text[: base[1]].rstrip().endswith((",", "(")):
                    return base[0]
                moved = any(other.word in self._moved for other in left[:at])
                return base[0] if named and (token.word != "from" or moved) else None
        return None
