"""Military ranks of several words, of which the first may look like the end of a body's name."""

import re

_NOUN = r"(?:Marshal|Admiral|General|Gen\b|Commodore|Colonel|Col\b)"
_BEGINS = re.compile(
    rf" (?:Air|Rear|Vice|Lieutenant|Lt\.?|Major|Maj\.?|Brigadier|Brig\.?)(?P<whole>(?: (?:Vice|Chief))? {_NOUN})?$"
)
_GOES_ON = re.compile(rf" (?:Vice |Chief )?{_NOUN}")


def before_rank(text: str, start: int, end: int) -> int:
    """Give where a body's name ends, before the rank of the person after it.

    >>> text = "Ministry of Defence Air Vice Marshal Obi"
    >>> [text[:before_rank(text, 0, end)] for end in (23, 36)]
    ['Ministry of Defence', 'Ministry of Defence']
    """
    rank = _BEGINS.search(text, start, end)
    return rank.start() if rank and (rank["whole"] or _GOES_ON.match(text, end)) else end
