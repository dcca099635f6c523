"""The words beside a person's name to what that person does for life, where it is said as no title: the archer Obi."""

import re
from collections.abc import Collection, Iterable

from pipeline.rulebook.kinds import CallingKind
from pipeline.rulebook.rows import LinkPattern
from pipeline.values.titles.walks import Walks

_ANY = "\ua7ff"
"""A letter that no press text has, put where the name stands, so that each pattern is compiled once."""
_NEAR = 100
"""Characters before and behind a name in which its words stand."""
_NONE = re.compile("(?!)")
_WORD = re.compile(r"[^\s,.;:()]+")


class Callings:
    """Tells what stands beside names of what their bearers do for life.

    >>> from pipeline.rulebook.lexicon import Lexicon
    >>> from pipeline.rulebook.rows import WordList
    >>> walks = Walks(Lexicon("walks_of_life", [WordList("w", "vocation", ("archer",))]))
    >>> told = Callings([LinkPattern("b", "before", r"(?P<calling>[a-z]+) {name}")], walks)
    >>> told.of("the archer Obi won", 11, 14), told.of("the winner Obi slept", 11, 14)
    ('archer', None)
    """

    def __init__(
        self,
        rows: Iterable[LinkPattern[CallingKind]],
        walks: Walks,
        *,
        doer: re.Pattern[str] = _NONE,
        no_doers: Collection[str] = (),
    ) -> None:
        """Compile the patterns, and keep what tells a vocation from other words: lists, and how words end."""
        self._walks, self._doer, self._no_doers = walks, doer, no_doers
        self._patterns = [(row.kind, re.compile(row.pattern.replace("{name}", _ANY))) for row in rows]

    def of(self, sentence: str, start: int, end: int) -> str | None:
        """Give the vocation that stands beside the name at a place of a sentence; None where there is none."""
        before, behind = sentence[max(0, start - _NEAR) : start], sentence[end : end + _NEAR]
        kinds = {"before", "unlisted"} if before[-2:-1].isalpha() or before[-2:] == ", " else set[CallingKind]()
        kinds |= {"behind"} if behind[:1] in (",", " ") else set()
        if not kinds:
            return None
        beside = f"{before}{_ANY}{behind}"
        for kind, pattern in self._patterns:
            if kind in kinds and (found := pattern.search(beside)):
                words = _WORD.findall(found["calling"])
                if calling := self._read(kind, words):
                    return calling
        return None

    def _read(self, kind: CallingKind, words: list[str]) -> str | None:
        if kind == "before":
            return self._walks.ending(words, "vocation")
        return self._first(words) if kind == "behind" else self._unlisted(words[-1])

    def _unlisted(self, word: str) -> str | None:
        """Give a word that no list has, and that ends like one for somebody who does something."""
        is_known = self._walks.ending([word]) or word in self._no_doers
        return word if not is_known and self._doer.fullmatch(word) else None

    def _first(self, words: list[str]) -> str | None:
        """Give the vocation that some words come to first, and go on from to no other part: no `student leader`."""
        for size in range(1, len(words) + 1):
            found = self._walks.ending(words[:size], "vocation")
            if found and not (size < len(words) and self._walks.ending(words[: size + 1])):
                return found
        return None
