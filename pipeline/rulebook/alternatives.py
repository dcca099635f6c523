"""Words to the regular expression that finds any of them."""

import re
from collections.abc import Iterable, Sequence

_FEW = 16
"""Words up to which trying one after the other takes no longer than compiling how to tell them apart."""


def any_of(words: Iterable[str]) -> str:
    """Give a regular expression for any of some words, the longest first; for none, one that matches nothing.

    >>> any_of(["plc", "Ltd", "Limited"])
    '(?:Limited|Ltd|plc)'
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{_by_letters(longest_first)})" if longest_first else "(?!)"


def _by_letters(words: Sequence[str]) -> str:
    """Give words one of which is looked for, by their letters one after the other, so that few are tried at a place.

    Those that begin alike stay in their order, also where case is to make no difference.
    """
    if len(words) <= _FEW:
        return "|".join(map(re.escape, words))
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[:1].casefold(), []).append(word)
    return "|".join(map(_begin_alike, groups.values()))


def _begin_alike(words: Sequence[str]) -> str:
    letters = {word[:1] for word in words}
    if len(letters) > 1:
        return f"(?=[{''.join(sorted(letters))}])(?:{'|'.join(map(re.escape, words))})"
    return f"{re.escape(letters.pop())}(?:{_by_letters([word[1:] for word in words])})"
