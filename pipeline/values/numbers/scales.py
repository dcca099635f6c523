"""The word after a number -> what it multiplies by: million, bn, lakh crore, and in other languages triliun, Mrd."""

from dataclasses import dataclass
from decimal import Decimal

from pipeline.rulebook.reading import Rulebook
from pipeline.values.text.phrases import Phrases


@dataclass(frozen=True, slots=True)
class FoundScale:
    """A scale word and where it ends; `local`: in another language, so the number has a comma for decimals."""

    factor: Decimal
    end: int
    local: bool = False


class Scales:
    """Reads scale words.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> scales = Scales(load_rulebook())
    >>> [int(scales.at(words, 0).factor) for words in ("bn", "lakh crore", "Mrd. euros")]
    [1000000000, 1000000000000, 1000000000]
    """

    def __init__(self, rules: Rulebook) -> None:
        """Index the words."""
        rows = [*((row, False) for row in rules.scales), *((row, True) for row in rules.local_scales)]
        self._begins = {letter for row, _ in rows for word in row.words for letter in (word[0], word[0].upper())}
        self._words = Phrases((word, (row.factor, local)) for row, local in rows for word in row.words)

    def at(self, text: str, start: int) -> FoundScale | None:
        """Give the scale that begins at an offset, a space or hyphen first."""
        first = text[start : start + 1]
        if (first if first.isalpha() else text[start + 1 : start + 2]) not in self._begins:
            return None
        found = self._words.at(text, start)
        if found is None:
            return None
        (factor, local), end = found
        more = self._words.at(text, end)
        if more and more[0][0] > factor and more[1] - end > 3:  # lakh crore, hundred million
            return FoundScale(factor * more[0][0], more[1], local)
        return FoundScale(factor, end, local)
