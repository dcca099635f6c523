"""The sentence that first names a person to how it brings that person in: as a stranger, described, as a namesake."""

import re
from collections.abc import Iterable

from pipeline.rulebook.kinds import IntroductionKind
from pipeline.rulebook.rows import LinkPattern

ORDER: tuple[IntroductionKind, ...] = ("namesake", "stranger", "described")
"""Which is said of a sentence that is several of them."""


_ANY = "\ua7ff"
"""A letter that no press text has, put where the name stands: so each pattern is compiled once, not for every name."""


class Introductions:
    """Tells how sentences bring in persons.

    >>> told = Introductions([LinkPattern("m", "stranger", r"\\ba Mr {name}\\b")])
    >>> told.kind("the owner, a Mr Obi, said", "Obi"), told.kind("Mr Obi said", "Obi")
    ('stranger', None)
    """

    def __init__(self, rows: Iterable[LinkPattern[IntroductionKind]]) -> None:
        """Keep the patterns by their kind, each with one for any name: few sentences bring in anybody at all."""
        kept = [(row.kind, _of_anybody(row.pattern), _of_name(row.pattern, _ANY), row.pattern) for row in rows]
        self._patterns = [(kind, [row[1:] for row in kept if row[0] == kind]) for kind in ORDER]

    def kind(self, sentence: str, name: str) -> IntroductionKind | None:
        """Give how a sentence brings in a name; None where it says nothing of who that is."""
        with_any = sentence.replace(name, _ANY) if name[:1].isalnum() and name[-1:].isalnum() else None
        for kind, patterns in self._patterns:
            for anybody, of_any, pattern in patterns:
                if anybody.search(sentence) and (
                    of_any.search(with_any) if with_any is not None else _of_name(pattern, name).search(sentence)
                ):
                    return kind
        return None


def _of_name(pattern: str, name: str) -> re.Pattern[str]:
    """Compile a pattern for one name."""
    return re.compile(pattern.replace("{name}", re.escape(name)))


def _of_anybody(pattern: str) -> re.Pattern[str]:
    """Compile a pattern for any name: it is found wherever the pattern of some name is."""
    begun = "(?s:.)" + pattern.removeprefix("{name}") if pattern.startswith("{name}") else pattern
    try:
        return re.compile(begun.replace("{name}", "(?s:.+?)"))
    except re.error:  # behind a look-behind no name may be as long as it likes
        return re.compile("")
