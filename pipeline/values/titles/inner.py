"""Which titles are held within a body that an article may name elsewhere: chief executive, head of communications."""

import re

from pipeline.rulebook.kinds import HeldWithinKind
from pipeline.rulebook.lexicon import Lexicon


class InnerTitles:
    """Tells titles within a body from others, by the words of `held_within.csv`."""

    def __init__(self, words: Lexicon[HeldWithinKind]) -> None:
        self.words = words.words("within")
        self.secretaries, self.of_states = tuple(words.words("secretary")), tuple(words.words("of_state"))
        self.presiding, self.presided = words.words("presiding"), words.words("presided")
        self.colleagues = tuple(words.words("colleague"))
        self.leading = words.words("leading")
        self.elsewhere = re.compile(rf"{words.any_of('elsewhere')}\b", re.IGNORECASE)

    def is_colleague(self, title: str) -> bool:
        """Say whether a title is held where the person works whose it is: `his deputy`."""
        return title.lower().endswith(self.colleagues)

    def __contains__(self, title: str) -> bool:
        """Say whether a title is one within a body."""
        words = title.lower().split(" (")[0].split(" of ")[0].split(", ")[0].split()
        if self.elsewhere.match(title):
            return False
        if words[-1] in self.presiding and self._presides_elsewhere(title):
            return False
        if " ".join(words).endswith(self.secretaries):
            return True
        if words[-1] == "head" and " of " in title and not title.lower().endswith(self.of_states):
            return True
        return (
            any(" ".join(words[-width:]) in self.words for width in (1, 2))
            or (words[0] in self.leading and len(words) > 1)
            or (" and " in title and bool(self.words & set(words)))
        )

    def _presides_elsewhere(self, title: str) -> bool:
        """Say whether a title tells of what it presides over, and that is no part of a body."""
        _, of, over = title.lower().partition(" of ")
        return bool(of) and not self.presided & set(over.split())
