"""Words to the word pieces of an uncased BERT vocabulary, and to the features that say how a word is written."""

import unicodedata
from collections.abc import Sequence

Shaped = tuple[tuple[int, ...], tuple[int, ...]]
"""The piece ids and the shape ids of a word."""
UNKNOWN, START, STOP, MASK = "[UNK]", "[CLS]", "[SEP]", "[MASK]"
MOST_PIECES = 12
"""Pieces kept of a word: what stands behind is an address or a key, not a name."""

_LONGEST = 200
"""Letters that are looked at of a word."""

CASES = (
    "special", "lower", "title", "upper", "letter", "dotted", "mixed", "inner", "digits", "numeric", "mark", "other",
)  # fmt: skip
GAPS = ("glued", "space", "line", "paragraph")
"""What stands between a word and the one before it: nothing, a space, a line end, a blank line (or the start)."""
SHAPES = len(CASES) * len(GAPS) * 2
"""How many shape ids there are: a case pattern, what stands before the word, first piece or a later one."""


def is_mark(char: str) -> bool:
    """Say whether BERT splits at a character: ASCII that is no letter or digit, and all Unicode punctuation."""
    return (char.isascii() and char.isprintable() and not char.isalnum() and char != " ") or unicodedata.category(
        char
    ).startswith("P")


def _is_plain(word: str) -> bool:
    """Say whether a word has letters of ASCII alone, for which nothing has to be folded, parted or told apart."""
    return word.isascii() and word.isalpha()


def case_of(word: str) -> str:
    """Name the case pattern of a word.

    >>> [case_of(word) for word in ("Lau", "NASA", "U.S.", "iPhone", "McKay", "2024", "Q3", "the", "--")]
    ['title', 'upper', 'dotted', 'inner', 'mixed', 'digits', 'numeric', 'lower', 'mark']
    """
    if _is_plain(word) and word.islower():  # most words
        return "lower"
    letters = [char for char in word if char.isalpha()]
    if any(char.isdigit() for char in word):
        return "digits" if not letters else "numeric"
    if not letters:
        return "mark" if word and is_mark(word[0]) else "other"
    if all(char.islower() for char in letters):
        return "lower"
    if all(char.isupper() for char in letters):
        return "letter" if len(letters) == 1 else "dotted" if "." in word else "upper"
    if not letters[0].isupper():
        return "inner"
    return "title" if not any(char.isupper() for char in letters[1:]) else "mixed"


def shape_id(case: str, gap: str, *, first: bool) -> int:
    """Give the id of a shape, below `SHAPES`."""
    return (CASES.index(case) * len(GAPS) + GAPS.index(gap)) * 2 + (not first)


class WordPiece:
    """Splits words into piece ids by the longest match, as BERT's uncased tokenizer does; keeps what it has split."""

    def __init__(self, vocabulary: Sequence[str], *, kept: int = 100_000) -> None:
        self.vocabulary = tuple(vocabulary)
        self.ids = {piece: at for at, piece in enumerate(self.vocabulary)}
        self.start, self.stop, self.unknown = self.ids[START], self.ids[STOP], self.ids[UNKNOWN]
        self._kept = kept
        self._shaped: dict[tuple[str, str], Shaped] = {}

    def shaped(self, word: str, gap: str) -> Shaped:
        """Give the piece ids and shape ids of a word that stands behind a gap."""
        found = self._shaped.get((word, gap))
        if found is None:
            if len(self._shaped) >= self._kept:
                self._shaped.clear()
            ids, case = self.pieces(word), case_of(word)
            first, later = (shape_id(case, gap, first=is_first) for is_first in (True, False))
            found = ids, (first, *[later] * (len(ids) - 1))
            self._shaped[word, gap] = found
        return found

    def pieces(self, word: str) -> tuple[int, ...]:
        """Give the piece ids of a word; never none."""
        ids: list[int] = []
        for part in _parts(word):
            ids.extend(self._longest(part))
            if len(ids) >= MOST_PIECES:
                break
        return tuple(ids[:MOST_PIECES]) or (self.unknown,)

    def _longest(self, part: str) -> list[int]:
        if part in self.ids:
            return [self.ids[part]]
        ids, at = [], 0
        while at < len(part):
            mark = "##" if at else ""
            end = next((end for end in range(len(part), at, -1) if mark + part[at:end] in self.ids), None)
            if end is None:
                return [self.unknown]
            ids.append(self.ids[mark + part[at:end]])
            at = end
        return ids


def _parts(word: str) -> list[str]:
    """Fold a word to lower case without accents, and part it at marks and at Chinese characters."""
    if _is_plain(word):
        return [word[:_LONGEST].lower()]
    folded = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
    parts: list[str] = [""]
    for char in folded[:_LONGEST]:
        if is_mark(char) or "\u4e00" <= char <= "\u9fff":
            parts += [char, ""]
        elif unicodedata.category(char)[0] != "C":
            parts[-1] += char
    return [part for part in parts if part]
