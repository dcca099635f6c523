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
        """Keep the patterns by their kind, each with one for any name: few sentences bring in anybody at all."""
        kept = [(row.kind, _of_anybody(row.pattern), row.pattern) for row in rows]
        self._patterns = [(kind, [row[1:] for row in kept if row[0] == kind]) for kind in ORDER]

    def kind(self, sentence: str, name: str) -> IntroductionKind | None:
        """Give how a sentence brings in a name; None where it says nothing of who that is."""
        escaped = re.escape(name)
        for kind, patterns in self._patterns:
            for anybody, pattern in patterns:
                if anybody.search(sentence) and re.search(pattern.replace("{name}", escaped), sentence):
                    return kind
        return None


def _of_anybody(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for any name: it is found wherever the pattern of some name is."""
    begun = "(?s:.)" + pattern.removeprefix("{name}") if pattern.startswith("{name}") else pattern
    try:
        return re.compile(begun.replace("{name}", "(?s:.+?)"))
    except re.error:  # behind a look-behind no name may be as long as it likes
        return re.compile("")
