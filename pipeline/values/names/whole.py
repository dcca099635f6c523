"""A stretch that a model took for a name to the whole name: the rest of a double name, no rank of who follows."""

import re

_WORD = r"[A-ZÀ-Þ][\w'’]+"
_HALF_BEFORE = re.compile(rf"{_WORD}-$")
_HALF_AFTER = re.compile(rf"(?:-{_WORD})+(?!-)")
_DOUBLE = rf"{_WORD}(?:-{_WORD})*"
_DESCENT = re.compile(rf" (?:a/[lp]|A/[LP]|[sd]/o|[SD]/O|bin|binti|bte|bt|bint|ibni|anak)\.? {_DOUBLE}(?: {_DOUBLE})?")
_LONGEST_HALF = 30

_RANK = r"(?:Marshal|Admiral|General|Gen\b|Commodore|Colonel|Col\b)"
_RANK_BEGINS = re.compile(
    rf" (?:Air|Rear|Vice|Lieutenant|Lt\.?|Major|Maj\.?|Brigadier|Brig\.?)(?P<whole>(?: (?:Vice|Chief))? {_RANK})?$"
)
_RANK_GOES_ON = re.compile(rf" (?:Vice |Chief )?{_RANK}")


def whole_person(text: str, start: int, end: int) -> tuple[int, int]:
    """Take into a person's name the rest of a double name, and whose child the person is: `a/l`, `bin`, `anak`.

    >>> text = "Ama Mensah-Boateng and Kavita a/p Raman met"
    >>> [text[slice(*whole_person(text, *place))] for place in ((0, 10), (23, 29))]
    ['Ama Mensah-Boateng', 'Kavita a/p Raman']
    """
    before = _HALF_BEFORE.search(text, max(0, start - _LONGEST_HALF), start)
    if before:
        start = before.start()
    after = _HALF_AFTER.match(text, end) if " " in text[start:end] else None
    if after:
        end = after.end()
    descent = _DESCENT.match(text, end)
    return start, descent.end() if descent else end


def before_rank(text: str, start: int, end: int) -> int:
    """Give where a body's name ends, before the rank of the person after it.

    >>> text = "Ministry of Defence Air Vice Marshal Obi"
    >>> [text[:before_rank(text, 0, end)] for end in (23, 36)]
    ['Ministry of Defence', 'Ministry of Defence']
    """
    rank = _RANK_BEGINS.search(text, start, end)
    return rank.start() if rank and (rank["whole"] or _RANK_GOES_ON.match(text, end)) else end
