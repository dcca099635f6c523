"""The words before and after a value, inside its sentence: what every reading from context looks at."""

import re

from pipeline.values.text.phrases import WORD

_LEAD, _TAIL = 160, 80  # characters that a clause is looked at
_END = re.compile(r"[.!?;:](?=[\s\"”’)])|\n|[•–—](?=\s)|\s-+\s")
_SENTENCE_END = re.compile(r"[.!?](?=[\s\"”’)])|\n|;|[•–—](?=\s)")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Mr|Ms|Mrs|Dr|St|Rs|Ps|vs|No|Inc|Ltd|Co|Corp|approx|ca|U\.S"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$"
)


def lead(text: str, start: int) -> list[str]:
    """List the words and signs before an offset, from the start of their clause, in lower case.

    >>> lead("It was cold. Sales of Acme Inc. rose by 5%", 40)
    ['sales', 'of', 'acme', 'inc', '.', 'rose', 'by']
    """
    words = text[max(0, start - _LEAD) : start]
    if start > _LEAD:
        words = words[words.find(" ") + 1 :]
    begin = max((found.end() for found in _END.finditer(words) if _ends(words, found)), default=0)
    return [word.casefold() for word in WORD.findall(words, begin)]


def tail(text: str, end: int) -> list[str]:
    """List the words and signs after an offset, to the end of their clause, in lower case."""
    words = text[end : end + _TAIL]
    stop = next((found.start() for found in _END.finditer(words) if _ends(words, found)), len(words))
    return [word.casefold() for word in WORD.findall(words[:stop])]


def sentence_around(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """Give where the sentence of a stretch of text begins and ends, at most some characters away."""
    first, last = max(0, start - reach), min(len(text), end + reach)
    begin = max((f.end() for f in _SENTENCE_END.finditer(text, first, start) if _ends(text, f)), default=first)
    stop = next((f.start() for f in _SENTENCE_END.finditer(text, end, last) if _ends(text, f)), last)
    return begin, stop


def _ends(text: str, found: re.Match[str]) -> bool:
    """Whether a dot ends a sentence, and not an abbreviation."""
    return found[0] != "." or not _ABBREVIATION.search(text, max(0, found.start() - 8), found.start())
