"""Chances of the stretches that may say what a value measures to the one that shares most words with what is right."""

import re

import numpy as np

from pipeline.extract.links.words import Floats, Ints

LONGEST = 12
"""Words of a measure, at most."""
TRIED = 10
"""Stretches that are weighed, the likeliest ones."""

_FINITE = re.compile(r"(?<=\S)\s+(?:is|are|was|were|has|have|had|will|would)\b")
_MODAL = re.compile(r"\b(?:will|would|can|could|may|might|must|shall|should)(?: not)? $")
_TO_AMOUNT = re.compile(r"\s(?:(?!(?:for|of|in|worth)\b)[a-z]+\s){0,3}")
"""Between a verb and the amount that is its object: `to raise about`."""
_WORD = 12  # letters before a word in which its auxiliary stands

_PER = re.compile(r"(?:\s(?:an?|per|each|every)\s|/)$", re.IGNORECASE)
_LONGEST_PER = 7
_APART = re.compile(
    r"(?:\s(?:an?|per|each)\s[a-z]+)?(?:,\s(?!(?:an?|the|its|their|his|her|our|and|or|respectively|\w+ing)\b)(?=[a-z])|\swith\s)"
)


def best_span(chances: Floats, other: tuple[int, int]) -> tuple[int, int, float, float]:
    """Give first word, words and expected share of right words of the best stretch; `chances` by first word and words.

    The last number is the share of another stretch, of 0 words where there is none.

    `total net revenue`, `net revenue` and `revenue` speak for each other: the one is taken that is nearest to all.
    """
    flat = chances.ravel()
    top = np.argpartition(flat, -TRIED)[-TRIED:]
    first, words, chance = top // chances.shape[1], top % chances.shape[1] + 1, flat[top]
    starts, sizes = np.append(first, other[0]), np.append(words, other[1])
    common = np.minimum(first + words, (starts + sizes)[:, None]) - np.maximum(first, starts[:, None])
    shared = 2 * np.maximum(common, 0) / (words + sizes[:, None])
    expected = shared @ chance
    best = int(expected[:-1].argmax())
    return int(first[best]), int(words[best]), float(expected[best]), float(expected[-1])


def without(chances: Floats, first: Ints, count: Ints) -> Floats:
    """Give chances of stretches without those of some, by first word and number of words."""
    known = (first >= 0) & (first < chances.shape[0]) & (count <= chances.shape[1])
    rest = chances.copy()
    rest[first[known], count[known] - 1] = 0.0
    return rest


def with_whole_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Give a stretch with the bracket closed that it leaves open, or without what stands in it where that is far.

    >>> text = "Earnings (adjusted EBITA) rose"
    >>> [text[slice(*with_whole_brackets(text, 0, end))] for end in (24, 17, 8)]
    ['Earnings (adjusted EBITA)', 'Earnings', 'Earnings']
    """
    opened = text.rfind("(", start, end)
    if opened < 0 or text.find(")", opened, end) >= 0:
        return start, end
    if text[end : end + 1] == ")":
        return start, end + 1
    return (start, len(text[:opened].rstrip())) if text[start:opened].strip() else (start, end)


def without_verb(text: str, start: int, end: int) -> int:
    """Give where a stretch ends, or before its finite auxiliary: no measure says what was done to it.

    >>> [text[: without_verb(text, 0, len(text))] for text in ("mill was fined", "is a fine", "net profit")]
    ['mill', 'is a fine', 'net profit']
    """
    verb = _FINITE.search(text, start, end)
    return verb.start() if verb else end


def stands_apart(text: str, end: int, start: int) -> bool:
    """Whether a stretch that starts behind a value, which ends before it, tells of something else.

    >>> text = "made $9,000 with fees, said its treasurer"
    >>> stands_apart(text, 11, 17), stands_apart("$9, said its chair", 2, 13), stands_apart("$9 in fees", 2, 6)
    (True, True, False)
    """
    return start >= end and _APART.match(text, end) is not None


def per_from(text: str, start: int) -> int | None:
    """Give where an amount would have to end for a stretch that starts at an offset to be what it is per.

    >>> per_from("£9 a term", 5), per_from("£9/term", 3), per_from("£9 for terms", 7)
    (2, 2, None)
    """
    per = _PER.search(text, max(0, start - _LONGEST_PER), start)
    return per.start() if per else None


def behind_verb(measure: str, other: str) -> bool:
    """Whether a measure is a sentence of which another is the object: Customs seized goods; not adjusted net profit.

    >>> behind_verb("Customs seized goods", "goods"), behind_verb("record adjusted profit", "profit")
    (True, False)
    """
    if not other or not measure.endswith(f" {other}"):
        return False
    before = measure.removesuffix(other).split()
    return len(before) > 1 and before[0][0].isupper() and before[-1].islower() and before[-1].endswith("ed")


def is_bare_verb(text: str, start: int, end: int, value: int) -> bool:
    """Say whether a stretch is a verb alone: behind a modal, or behind `to` with the amount, at `value`, as its object.

    >>> text = "They will spend $5m, rose to raise $4m, have access to water for $3m"
    >>> [is_bare_verb(text, text.index(w), text.index(w) + len(w), text.index(v))
    ...  for w, v in (("spend", "$5m"), ("raise", "$4m"), ("water", "$3m"))]
    [True, True, False]
    """
    if not text[start:end].isalpha() or not text[start:end].islower():
        return False
    if _MODAL.fullmatch(f"{text[start:end]} "):
        return True
    if _MODAL.search(text, max(0, start - _WORD), start):
        return True
    is_object = end <= value and _TO_AMOUNT.fullmatch(text, end, value) is not None
    return is_object and text[max(0, start - 4) : start] == " to "
