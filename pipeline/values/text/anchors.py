"""A stretch of words in an article, kept with its context, so that it is found again in a text that changed."""

from dataclasses import dataclass

CONTEXT = 32
"""Characters that are kept on either side."""

ENOUGH = 8
"""Characters of context that must agree where the text isn't the one that was corrected."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words, where they stood, and what stood around them (W3C: a text position and a text quote selector)."""

    start: int
    words: str
    prefix: str = ""
    suffix: str = ""

    @property
    def end(self) -> int:
        """Give the offset after the last character."""
        return self.start + len(self.words)


def anchor(text: str, start: int, end: int) -> Anchor:
    """Take the words from `start` to `end` of a text, with their context."""
    return Anchor(start, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def find_again(text: str, place: Anchor) -> tuple[int, int] | None:
    """Find an anchor's words in a text: where they stood, or where their context agrees best; None if nowhere.

    >>> find_again("A new line. Ada Obi spoke.", anchor("Ada Obi spoke.", 0, 7))
    (12, 19)
    """
    given = len(place.prefix) + len(place.suffix)
    if text[place.start : place.end] == place.words and agreement(text, place.start, place) == given:
        return place.start, place.end
    starts = occurrences(text, place.words)
    if not starts:
        return None
    best = max(starts, key=lambda start: (agreement(text, start, place), -abs(start - place.start)))
    return (best, best + len(place.words)) if agreement(text, best, place) >= min(ENOUGH, given) else None


def agreement(text: str, start: int, place: Anchor) -> int:
    """Count the characters of context that agree, from the words outward."""
    before, after = text[:start], text[start + len(place.words) :]
    return _common(before[::-1], place.prefix[::-1]) + _common(after, place.suffix)


def _common(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def occurrences(text: str, words: str) -> list[int]:
    """List the offsets at which words stand in a text as whole words, not inside longer ones."""
    found, at = [], text.find(words) if words else -1
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        inside = (before.isalnum() and words[0].isalnum()) or (after.isalnum() and words[-1].isalnum())
        if not inside:
            found.append(at)
        at = text.find(words, at + 1)
    return found
