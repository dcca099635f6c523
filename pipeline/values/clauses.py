"""The words before and after a value, inside its clause: what every reading from context looks at."""

import re

from pipeline.values.phrases import WORD

_LEAD, _TAIL = 160, 80  # characters that a clause is looked at
_END = re.compile(r"[.!?;:](?=[\s\"”’)])|\n|[•–—](?=\s)|\s-+\s")
_NO_END = re.compile(r"\b(?:[A-Z]|Mr|Ms|Mrs|Dr|St|Rs|Ps|vs|No|Inc|Ltd|Co|Corp|approx|ca|U\.S|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$")


def lead(text: str, start: int) -> list[str]:
    """List the words and signs before an offset, from the start of their sentence, in lower case."""
    words = text[max(0, start - _LEAD) : start]
    if start > _LEAD:
        words = words[words.find(" ") + 1 :]
    begin = 0
    for found in _END.finditer(words):
        if not (found[0] == "." and _NO_END.search(words, max(0, found.start() - 8), found.start())):
            begin = found.end()
    return [word.casefold() for word in WORD.findall(words, begin)]


def tail(text: str, end: int) -> list[str]:
    """List the words and signs after an offset, to the end of their sentence, in lower case."""
    words = text[end : end + _TAIL]
    for found in _END.finditer(words):
        if found[0] != "." or not _NO_END.search(words, max(0, found.start() - 8), found.start()):
            words = words[: found.start()]
            break
    return [word.casefold() for word in WORD.findall(words)]
