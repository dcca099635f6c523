"""The verbs around a date -> whether it lies ahead: will meet on Monday, met on Monday, bids open on Monday."""

import re
from collections.abc import Iterable, Mapping

from pipeline.rulebook.alternatives import any_of
from pipeline.values.text.clauses import Clauses

_LOOK = 22  # words around a date in which its verb stands
_MODALS = {"will", "would", "shall", "should", "could", "must", "to"}
_DONE = {"had", "did"}  # had, or did not, by Wednesday
_WAYS = {"up", "down"}  # that a fare goes
_COMPARED = 60  # characters before a date in which words say that something is compared with it
_OF_EVENT = {"from", "after", "since", "of"}
_LOOSELY = {"the", "early", "late", "mid", "about", "around"}  # between `by` and its date
_MEASURED = {"to", "by", "from"}  # behind the verb of a change that is told with its size
_NO_ACT = {"is", "does"}


class Tense:
    """Says whether the words around a date lie in the future.

    >>> from pipeline.values.text.sentences import Sentences
    >>> words = {"future": {"will"}, "past": {"met"}, "begins": {"open"}, "subject_free": {"open"}}
    >>> tense = Tense({**words, "noun_too": {"plan"}, "determiner": {"the"}}, Clauses(Sentences()))
    >>> tense.is_ahead("The board will meet on Monday", 23, 29), tense.is_ahead("The board met on Monday", 17, 23)
    ((True, True), (False, True))
    >>> tense.is_ahead("They backed the plan on Monday", 24, 30), tense.is_ahead("On Monday bids open", 3, 9)
    ((False, True), (True, False))
    """

    def __init__(self, words: Mapping[str, Iterable[str]], clauses: Clauses) -> None:
        """Keep the lists of words by what they tell."""
        self._clauses = clauses
        self._words = {kind: frozenset(some) for kind, some in words.items()}
        against, stands = any_of(self._of("set_against")), any_of(self._of("stands"))
        value = r"[^,.;:()\n\s]{0,5}\d[^,.;:()\n]{0,24}"
        self._against = re.compile(
            rf"(?:[,(;–—]\s?{stands}\s[^,.;:()\n]{{0,24}}?\d[^,.;:()\n\s]*(?:\s[a-z]+){{0,3}}\s(?:on|from|since)"
            rf"|\b{against}|\b{against}\s{value}\s(?:in|for|of))\s$",
            re.IGNORECASE,
        )

    def is_ahead(
        self, text: str, start: int, end: int, *, weekday: bool = False, of_day: bool = False
    ) -> tuple[bool | None, bool]:
        """Whether the nearest verb is future or past, None where there is none; and whether it stands before the date.

        A verb before the date counts more than one after it. What a thing has at its close lies behind. `weekday` and
        `of_day`: what kind of date it is.
        """
        before = self._clauses.lead(text, start)[-_LOOK:]
        after = self._clauses.tail(text, end)[:_LOOK]
        if after[:2] in (["'", "s"], ["’", "s"]) and not self._of("behind").isdisjoint(after[2:4]):
            return False, True  # 30% more than Friday's close
        if self._is_by(before) and _DONE.isdisjoint(before):
            return not self._has_come(before), True
        if not weekday and self._is_compared(text[max(0, start - _COMPARED) : start]):
            return False, True
        if not weekday and before[-1:] and before[-1] in self._of("begins_at") and not self._has_risen(before):
            return True, True
        if before[-2:-1] in (["is"], ["are"]) and before[-1] in self._of("when"):
            return True, True  # the auction is on May 6
        if before[-1:] == ["the"] and before[-2:-1] and before[-2] in _OF_EVENT and self._is_event(after):
            return None, True
        nearest = self._nearest(before, range(len(before) - 1, -1, -1))
        if nearest is False and not weekday and (self._is_committed(before) or self._is_promised(before)):
            return True, True
        if nearest is None and self._changes(text, before, end, of_day=weekday or of_day):
            return True, True
        if nearest is not None:
            return nearest, True
        after = [word for word in after if word not in self._of("future_before")]
        nearest = self._nearest(after, range(len(after)))
        if nearest is None and ("before" in before[-2:] or not self._of("coming").isdisjoint(before)):
            return True, True
        return nearest, False

    def _is_compared(self, lead: str) -> bool:
        """Whether what is compared with stands before a date: down 2c on [September], against 44c in [August]."""
        return self._against.search(lead) is not None

    def _has_risen(self, words: list[str]) -> bool:
        """Whether the words before `starting` say that something moved already: sales rose starting [Jan. 1]."""
        last = next((word for word in reversed(words) if self._tense_of(word)), "")
        return not last or last in self._of("arrived")

    def _tense_of(self, word: str) -> bool:
        return word in self._of("past") or word in self._of("arrived") or (word.endswith("ed") and len(word) > 4)

    def is_beginning(self, text: str, start: int) -> bool:
        """Whether a word right before a date says that something begins there: effective [Feb. 10]."""
        return not self._of("begins_at").isdisjoint(self._clauses.lead(text, start)[-1:])

    def _is_event(self, following: list[str]) -> bool:
        """Whether a noun stands right behind a date, which tells when it was: losses from the [June] hailstorm."""
        word = following[0] if following else ""
        return word.isalpha() and not any(word in self._of(kind) for kind in ("placing", "when", "past", "future"))

    def _is_by(self, words: list[str]) -> bool:
        """Whether words end with `by`, as before a date until which something is or was done: by the [end of June]."""
        return next((word for word in reversed(words) if word not in _LOOSELY), "") == "by"

    def _has_come(self, words: list[str]) -> bool:
        """Whether the last verb before `by` says how far something had come: reached 5m, fell to 3%; not will fall."""
        for at in range(len(words) - 1, -1, -1):
            if words[at] in self._of("arrived"):
                return _MODALS.isdisjoint(words[max(0, at - 3) : at])
            if words[at] in self._of("future") or words[at] in _MODALS - {"to"}:
                return False
        return False

    def _is_committed(self, words: list[str]) -> bool:
        """Whether the last verb is what one has agreed to do, not what one did: agreed to sell it in October."""
        at = max((at for at, word in enumerate(words) if word == "to"), default=0)
        promised = f"{words[at - 1]} to" in self._of("committed")
        return promised and self._nearest(words[at:], range(len(words) - at)) is None

    def _is_promised(self, words: list[str]) -> bool:
        """Whether the last verb is a promise or decision, and the date its limit: pledged half of it before [June]."""
        verb = next((words[at] for at in range(len(words) - 1, -1, -1) if self._tense(words, at) is not None), "")
        last = next((word for word in reversed(words) if word not in _LOOSELY), "")
        return verb in self._of("promised") and last in self._of("limits")

    def _changes(self, text: str, words: list[str], end: int, *, of_day: bool) -> bool:
        """Whether a verb of the present says that something changes on a day: the toll doubles to 200 on [Saturday].

        Not in a headline, where it tells what happened.
        """
        if not of_day or not words or words[-1] not in self._of("when"):
            return False
        rises = any(
            word in self._of("changes") and following in _MEASURED and last not in self._of("determiner")
            for last, word, following in zip(["", *words], words, [*words[1:], ""], strict=False)
        )
        return rises and self._clauses.is_in_prose(text, end)

    def _nearest(self, words: list[str], order: range) -> bool | None:
        return next((told for at in order if (told := self._tense(words, at)) is not None), None)

    def _of(self, kind: str) -> frozenset[str]:
        return self._words.get(kind, frozenset())

    def _tense(self, words: list[str], at: int) -> bool | None:
        """Whether a word tells of the future (True) or the past (False); `to be launched` is future."""
        word, before = words[at], words[max(0, at - 3) : at]
        last = before[-1] if before else ""
        if last in ("than", "-") or self._is_noun(word, last):
            return None  # better than expected, the plan
        if last in _MODALS and word in self._of("past"):
            return None  # will last from Tuesday
        if last == "who" and word.endswith("s") and word not in self._of("past") | _NO_ACT:
            return True  # who leaves the board in May
        if word in ("until", "till"):
            return self._is_open(words[:at])
        if (begins := self._begins(words, at)) is not None:
            return begins
        if word.endswith("ed") and (
            last in ("and", "or") or (last in ("is", "are") and word not in self._of("future"))
        ):
            return None  # would be called in July and awarded in August: as the verb before; is banned from July
        if word == "forecast" and last in ("was", "were", "had", "been"):
            return False
        if word == "later" and last in self._of("unit"):
            return None  # two days later
        if word in self._of("future") or word in self._of("future_before") or f"{last} {word}" in self._of("future"):
            return True
        if word in self._of("past") or (word.endswith("ed") and len(word) > 4 and word not in self._of("not_past")):
            return None if not self._of("in_case").isdisjoint(before) else "be" in before
        return None

    def _is_open(self, words: list[str]) -> bool:
        """Whether `until` tells of what is to come: has until, was extended until; not had until, fell until."""
        told = next((word for word in reversed(words) if word in self._of("past") - self._of("no_turn")), "")
        verbs = [word for word in words if word.endswith("ed") or word in self._of("future")]
        return _DONE.isdisjoint(words) and (not told or bool(verbs))

    def _is_noun(self, word: str, last: str) -> bool:
        """Whether a word that is a verb and a noun is the noun: the plan, its runs, a forecast."""
        return word in self._of("noun_too") and (last in self._of("determiner") or last in ("s", "'", "’"))

    def _begins(self, words: list[str], at: int) -> bool | None:
        """Whether a plain verb tells what is to come: bids open on 1 May, it agreed to sell; not stocks open lower."""
        last = words[at - 1] if at else ""
        if last in self._of("subject") and words[at] in self._of("begins") | self._of("subject_free"):
            return True
        if last == "to" and words[at] in self._of("begins"):
            return None if words[max(0, at - 2) : at - 1] and words[at - 2] in self._of("never_to") else True
        following = next((word for word in words[at + 1 : at + 3] if word not in _WAYS), "")
        if following and following not in self._of("when") and not following.endswith("ing"):
            return None
        verbs, word = self._of("subject_free"), words[at]
        plural = len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is"))
        if word in verbs:
            return True if plural else None
        is_noun = last.isdigit() or last in self._of("determiner") or plural
        is_verb = word.endswith("s") and not verbs.isdisjoint((word[:-1], word[:-2], f"{word[:-3]}y"))
        return True if is_verb and not is_noun else None
