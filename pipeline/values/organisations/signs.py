"""The words right before and behind a name to whether they show that it is an organisation's."""

import re
from collections.abc import Iterable

from pipeline.rulebook.kinds import BodySignKind
from pipeline.rulebook.rows import LinkPattern
from pipeline.rulebook.slots import pattern_of

_BEFORE = 60
"""Characters before a name in which a sign may stand."""

_LISTED = re.compile(r"(?:\b(?:and|or|nor|plus|with)|&|,) (?:\S+ ){0,2}$")
"""Before a name that is one of several."""
_OPENS = re.compile(r"(?:^|\n|[^\w,;:&)] )$")
"""Before the first word of a sentence."""


class BodySigns:
    """Tells names of organisations by what stands beside them.

    >>> signs = BodySigns([LinkPattern("m", "behind", " shares"), LinkPattern("s", "lone_behind", " said it")])
    >>> text = "Kasoa shares fell; Tema said it grew."
    >>> signs.show(text, 0, 5), signs.show(text, 19, 23), signs.show(text, 19, 23, alone=True)
    (True, False, True)
    """

    def __init__(self, rows: Iterable[LinkPattern[BodySignKind]]) -> None:
        """Compile the patterns by where they stand."""
        rows = tuple(rows)
        self._behind, self._before, self._lone_behind, self._lone_before, self._once, self._plural, self._opening = (
            pattern_of(rows, kind)
            for kind in (
                "behind",
                "before",
                "lone_behind",
                "lone_before",
                "once_before",
                "plural_behind",
                "plural_opening",
            )
        )

    def show(self, text: str, start: int, end: int, *, alone: bool = False) -> bool:
        """Say whether a name is a body's; `alone`: it is a single word that no full name of a person explains."""
        return bool(
            self._behind.match(text, end)
            or self._before.search(text, max(0, start - _BEFORE), start)
            or (alone and self._lone_behind.match(text, end))
            or (alone and self._lone_before.search(text, max(0, start - _BEFORE), start))
        )

    def show_no_person(self, text: str, start: int, end: int) -> bool:
        """Say whether a name is no person's: it is several (`Kasoa, who are third`), or stands once, where it is told.

        >>> rows = (("plural_behind", ", who are"), ("once_before", "told $"))
        >>> signs = BodySigns(LinkPattern(kind, kind, pattern) for kind, pattern in rows)
        >>> text = "Tema, who are third, told Kasoa. Ama and Kofi, who are old, told Tema."
        >>> [signs.show_no_person(text, text.find(name), text.find(name) + 4) for name in ("Tema", "Kasoa", "Kofi")]
        [True, True, False]
        """
        listed = _LISTED.search(text, max(0, start - _BEFORE), start)
        if not listed and self._plural.match(text, end):
            return True
        if self._opening.match(text, end) and _OPENS.search(text, max(0, start - 3), start):
            return True
        told = self._once.search(text, max(0, start - _BEFORE), start)
        return bool(told) and all(text.count(word) == text[start:end].count(word) for word in text[start:end].split())
