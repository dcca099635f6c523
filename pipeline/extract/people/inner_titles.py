"""Which titles are held within a body that an article may name elsewhere: chief executive, head of communications."""

import re

from pipeline.rulebook.rows import WordList

_ROWS = ("chiefs", "presidents", "directors", "speaking")
_OF_ANY = (
    "president",
    "governor",
    "leader",
    "owner",
    "chief",
    "analyst",
    "economist",
    "expert",
    "strategist",
    "head",
    "lead",
)
"""Titles of these rows that may as well be held in a state, or in a body that isn't named."""
_SECRETARIES = (
    "general secretary",
    "secretary general",
    "secretary-general",
    "company secretary",
    "honorary secretary",
)
_ELSEWHERE = re.compile(
    r"(?:village|town|city|county|state|district|school|church|parish|tribal|ward|student|union|party|opposition|mission"
    r"|police officer)\b|(?:high|regional|district|divisional) commissioner",
    re.IGNORECASE,
)
"""Titles that are held in a place or in a body of their own, whatever the article is about."""
_OF_STATES = ("of state", "of government", "of mission", "of delegation", "of household")
_BANK = re.compile(r"bank|reserve|bangko|banco|banque", re.IGNORECASE)


class InnerTitles:
    """Tells titles within a body from others, by their words."""

    def __init__(self, titles: tuple[WordList, ...]) -> None:
        words = {word.lower() for row in titles if row.id in _ROWS for word in row.words}
        self.words = frozenset(words.difference(_OF_ANY) | {"commissioner"})

    def __contains__(self, title: str) -> bool:
        """Say whether a title is one within a body."""
        words = title.lower().split(" (")[0].split(" of ")[0].split(", ")[0].split()
        if _ELSEWHERE.match(title):
            return False
        if " ".join(words).endswith(_SECRETARIES):
            return True
        if words[-1] == "head" and " of " in title and not title.lower().endswith(_OF_STATES):
            return True
        return (
            words[-1] in self.words
            or (words[0] == "chief" and len(words) > 1)
            or (" and " in title and bool(self.words & set(words)))
        )


def is_governor(title: str, main: str) -> bool:
    """Say whether a title is the governor's of a central bank, which the article is about."""
    return title.lower().endswith("governor") and bool(_BANK.search(main))
