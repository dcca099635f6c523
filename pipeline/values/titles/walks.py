"""A person's title to what it says across articles: the plain title, the office and the walk of life."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.kinds import PlainTitleKind, WalkKind
from pipeline.rulebook.lexicon import NO_WORDS, Lexicon
from pipeline.values.names.forms import fold

_OF = re.compile(r",| (?:of|for|in|at|to|on|and) ")
_SMALL = frozenset({"of", "for", "in", "the", "and", "to", "at", "on"})


def same_office(one: str, other: str) -> bool:
    """Say whether one of two plain titles has all the words of the other, in whatever order.

    >>> same_office("minister of finance", "finance minister"), same_office("deputy minister", "minister of finance")
    (True, False)
    """
    first, second = words_of_office(one), words_of_office(other)
    return bool(first and second) and (first <= second or second <= first)


@lru_cache(maxsize=10_000)
def words_of_office(title: str) -> frozenset[str]:
    """Give the words of a plain title that say which office it is; two titles of one office share some."""
    return frozenset(re.findall(r"[^\W_]+", fold(title))) - _SMALL


class Walks:
    """Tells what walk of life a title is of, by its last words.

    >>> from pipeline.rulebook.rows import WordList
    >>> rows = [WordList("w", "vocation", ("lawyer",)), WordList("s", "state", ("minister",))]
    >>> walks = Walks(Lexicon("walks_of_life", rows))
    >>> [walks.of(title) for title in ("tax lawyer", "minister of finance", "friend")]
    ['vocation', 'state', None]
    """

    def __init__(self, words: Lexicon[WalkKind] = NO_WORDS, plain: Lexicon[PlainTitleKind] = NO_WORDS) -> None:
        """Keep the last words of titles, by what they say, and what makes one of two that are compared."""
        same = (row for row in plain if row.kind == "same")
        self._same = {word: row.words[0] for row in same for word in row.words}
        begins = {word if word.endswith("-") else f"{word} " for word in plain.printed("prefix")}
        self._prefixes = re.compile(rf"{any_of(begins)}+")
        self._of: dict[str, WalkKind] = {fold(word): row.kind for row in words for word in row.words}
        self._longest = max((len(word.split()) for word in self._of), default=0)

    def plain(self, title: str) -> str:
        """Give what equal titles share.

        >>> from pipeline.rulebook.rows import WordList
        >>> rows = [WordList("p", "prefix", ("u.s.", "ex-")), WordList("s", "same", ("senator", "sen"))]
        >>> walks = Walks(plain=Lexicon("plain_titles", rows))
        >>> walks.plain("U.S. Sen."), walks.plain("ex-Governor")
        ('senator', 'governor')
        """
        lowered = title.lower()
        begun = self._prefixes.match(lowered)
        words = lowered[begun.end() if begun else 0 :].split()
        return " ".join(self._same.get(word.strip("."), word) for word in words)

    def of(self, title: str) -> WalkKind | None:
        """Give the walk of life that a title is of, or None where it tells none."""
        last = self.ending(_OF.split(title, maxsplit=1)[0].split())
        return self._of[last] if last else None

    def ending(self, words: Sequence[str], walk: WalkKind | None = None) -> str | None:
        """Give what some words end with that tells a walk of life, or a certain one; None where they tell none."""
        folded = fold(" ".join(words)).split()
        tails = (" ".join(folded[-size:]) for size in range(min(self._longest, len(folded)), 0, -1))
        last = next((tail for tail in tails if tail in self._of), None)
        return last if last and walk in (None, self._of[last]) else None
