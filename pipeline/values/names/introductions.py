"""The sentence that first names a person to how it brings that person in: as a stranger, described, as a namesake."""

import re
from collections.abc import Iterable

from pipeline.rulebook.kinds import IntroductionKind
from pipeline.rulebook.rows import LinkPattern

ORDER: tuple[IntroductionKind, ...] = ("namesake", "stranger", "described")
"""Which is said of a sentence that is several of them."""


class Introductions:
    """Tells how sentences bring in persons.

    >>> told = Introductions([LinkPattern("m", "stranger", r"\\ba Mr {name}\\b")])
    >>> told.kind("the owner, a Mr Obi, said", "Obi"), told.kind("Mr Obi said", "Obi")
    ('stranger', None)
    """

    def __init__(self, rows: Iterable[LinkPattern[IntroductionKind]]) -> None:
        """Keep the patterns by their kind."""
        kept = list(rows)
        self._patterns = [(kind, [row.pattern for row in kept if row.kind == kind]) for kind in ORDER]

    def kind(self, sentence: str, name: str) -> IntroductionKind | None:
        """Give how a sentence brings in a name; None where it says nothing of who that is."""
        escaped = re.escape(name)
        for kind, patterns in self._patterns:
            if any(re.search(pattern.replace("{name}", escaped), sentence) for pattern in patterns):
                return kind
        return None
