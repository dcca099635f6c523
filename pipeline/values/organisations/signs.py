"""The words right before and behind a name to whether they show that it is an organisation's."""

import re
from collections.abc import Iterable

from pipeline.rulebook.kinds import BodySignKind
from pipeline.rulebook.rows import LinkPattern

_BEFORE = 60
"""Characters before a name in which a sign may stand."""


class BodySigns:
    """Tells names of organisations by what stands beside them.

    >>> signs = BodySigns([LinkPattern("m", "behind", " shares"), LinkPattern("s", "lone_behind", " said it")])
    >>> text = "Kasoa shares fell; Tema said it grew."
    >>> signs.show(text, 0, 5), signs.show(text, 19, 23), signs.show(text, 19, 23, alone=True)
    (True, False, True)
    """

    def __init__(self, rows: Iterable[LinkPattern[BodySignKind]]) -> None:
        """Compile the patterns by where they stand."""
        kinds: dict[BodySignKind, list[str]] = {}
        for row in rows:
            kinds.setdefault(row.kind, []).append(row.pattern)
        self._behind, self._before, self._lone_behind, self._lone_before = (
            re.compile("|".join(f"(?:{pattern})" for pattern in kinds.get(kind, ())) or r"(?!)")
            for kind in ("behind", "before", "lone_behind", "lone_before")
        )

    def show(self, text: str, start: int, end: int, *, alone: bool = False) -> bool:
        """Say whether a name is a body's; `alone`: it is a single word that no full name of a person explains."""
        return bool(
            self._behind.match(text, end)
            or self._before.search(text, max(0, start - _BEFORE), start)
            or (alone and self._lone_behind.match(text, end))
            or (alone and self._lone_before.search(text, max(0, start - _BEFORE), start))
        )
