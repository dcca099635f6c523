"""The words before and after a value, inside its clause: what every reading from context looks at."""

import re

from pipeline.values.text.phrases import WORD
from pipeline.values.text.sentences import Sentences

_LEAD, _TAIL = 160, 80  # characters that a clause is looked at
_CLAUSE = re.compile(r"[;:](?=[\s\"”’)])|\n|[•–—](?=\s)|\s-+\s")
_PART = re.compile(r"\n|;|[•–—](?=\s)")


class Clauses:
    """Gives words around a place, as far as the clause goes that it stands in."""

    def __init__(self, sentences: Sentences) -> None:
        """Take what tells where a sentence ends."""
        self.sentences = sentences

    def lead(self, text: str, start: int) -> list[str]:
        """List the words and signs before an offset, from the start of their clause, in lower case.

        >>> Clauses(Sentences(never=frozenset({"Inc"}))).lead("It was cold. Sales of Acme Inc. rose by 5%", 40)
        ['sales', 'of', 'acme', 'inc', '.', 'rose', 'by']
        """
        low = self.sentences.begin(text, start)
        if low < start - _LEAD:
            low = text.find(" ", start - _LEAD, start) + 1 or start - _LEAD
        begin = max((found.end() for found in _CLAUSE.finditer(text, low, start)), default=low)
        return [word.casefold() for word in WORD.findall(text, begin, start)]

    def tail(self, text: str, end: int) -> list[str]:
        """List the words and signs after an offset, to the end of their clause, in lower case."""
        high = min(self.sentences.end(text, end), end + _TAIL)
        stop = next((found.start() for found in _CLAUSE.finditer(text, end, high)), high)
        return [word.casefold() for word in WORD.findall(text, end, stop)]

    def is_in_prose(self, text: str, end: int) -> bool:
        """Whether the sentence around an offset ends with a full stop, as no headline does.

        >>> clauses = Clauses(Sentences())
        >>> clauses.is_in_prose("Toll doubles on Saturday", 24), clauses.is_in_prose("It doubles on Saturday.", 22)
        (False, True)
        """
        return text[end : self.sentences.end(text, end)].rstrip("\"'”’)\n ").endswith((".", "!", "?"))

    def around(self, text: str, start: int, end: int, reach: int) -> tuple[int, int]:
        """Give where the sentence of a stretch of text begins and ends, at most some characters away."""
        first = max(self.sentences.begin(text, start), start - reach)
        last = min(self.sentences.end(text, end), end + reach)
        begin = max((found.end() for found in _PART.finditer(text, first, start)), default=first)
        stop = next((found.start() for found in _PART.finditer(text, end, last)), last)
        return begin, stop
