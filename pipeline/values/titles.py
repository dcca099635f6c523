"""The words beside a name to the job titles that they make: where one stands right before or after a place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.name_rules import WordList, words_of

Stretch = tuple[int, int]
Token = tuple[int, int, str]

_TOKEN = re.compile(r"[A-Z][a-z]{0,3}\.(?=\s)|(?:[A-Z]\.)+[A-Z]?\b\.?|[^\W_][\w'’\-]*(?:\.\w+)*|[,&/;:()–—]|\S")
_WINDOW = 140
_JOINS = ("and", "&", "/")
_GRADES = frozenset(
    [
        "president",
        "director",
        "manager",
        "officer",
        "head",
        "lead",
        "counsel",
        "vp",
        "evp",
        "svp",
        "chief",
        "leader",
        "partner",
    ]
)
_LINKS = ("of", "for", "to", "on")
_STOPS = frozenset(
    [
        "who",
        "which",
        "that",
        "said",
        "says",
        "told",
        "is",
        "was",
        "has",
        "had",
        "will",
        "and",
        "at",
        "in",
        "with",
        "from",
        "by",
        "as",
        "during",
        "since",
        "after",
        "before",
        "while",
        "where",
        "when",
        "he",
        "she",
        "his",
        "her",
        "their",
        "its",
        "it",
        "has",
        "have",
        "were",
        "are",
        "would",
        "could",
        "also",
        "today",
        "via",
        "per",
        "than",
        "but",
        "or",
    ]
)
_BEFORE_NAME = frozenset(
    [
        "dear",
        "former",
        "then",
        "new",
        "the",
        "a",
        "an",
        "late",
        "ex-president",
        "outgoing",
        "incoming",
        "longtime",
        "said",
        "says",
        "added",
        "by",
        "with",
        "from",
        "and",
    ]
)


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The lexicon of titles, folded to lower case."""

    heads: frozenset[str]
    ranks: frozenset[str]
    modifiers: frozenset[str]
    honorifics: frozenset[str]
    peoples: frozenset[str]
    starts: frozenset[str]
    common: frozenset[str]
    public: frozenset[str]


def title_words(
    titles: tuple[WordList, ...],
    honorifics: tuple[WordList, ...],
    peoples: tuple[WordList, ...],
    starts: tuple[WordList, ...],
    common: tuple[str, ...],
) -> TitleWords:
    """Read the lexicon of titles out of the rules."""
    return TitleWords(
        heads=frozenset(word.lower() for word in words_of(titles, "head")),
        ranks=frozenset(words_of(titles, "rank")),
        modifiers=frozenset(word.lower() for word in words_of(titles, "modifier")),
        honorifics=frozenset(words_of(honorifics)),
        peoples=frozenset(words_of(peoples)),
        starts=frozenset(words_of(starts)),
        common=frozenset(word.lower() for word in common) - {"board", "board of directors", "school", "office"},
        public=frozenset(word.lower() for row in titles if row.id == "government" for word in row.words)
        | {"president", "chief executive", "governor"},
    )


class Titles:
    """Reads titles beside names."""

    def __init__(self, words: TitleWords) -> None:
        self.words = words

    def before(self, text: str, start: int, floor: int) -> Stretch | None:
        """Find the title that ends right before a place, no further back than `floor`.

        Handles `Name` after `Finance Minister`, `Minister of Finance`, `president and chief executive Dr.`.
        """
        low = max(floor, start - _WINDOW, text.rfind("\n", 0, start) + 1)
        tokens = _tokens(text, low, start)
        tokens = tokens[_last_boundary(tokens) :]
        while tokens and (tokens[-1][2] in self.words.honorifics):
            tokens.pop()
        if tokens and tokens[-1][2] == ",":
            tokens.pop()
        at = self._back(tokens, len(tokens))
        while (
            at is not None
            and at < len(tokens)
            and tokens[at][2].lower() in ("former", "then", "new", "late", "the", "and")
        ):
            at += 1
        if at is None or at >= len(tokens):
            return None
        return tokens[at][0], tokens[-1][1]

    def _back(self, tokens: list[Token], end: int) -> int | None:
        """Give the index of the first token of a title that ends before the token `end`; None where there is none."""
        width = self._head_before(tokens, end)
        if not width:
            return self._back_over_complement(tokens, end)
        at = end - width
        head = tokens[at][2]
        if " ".join(token[2] for token in tokens[at:end]) in self.words.ranks:
            return at
        while at > 0:
            word = tokens[at - 1][2]
            if self._modifies(word, head, first=at == 1):
                at -= 1
            elif word in _JOINS and at > 1:
                further = self._back(tokens, at - 1)
                if further is None and self._modifies(tokens[at - 2][2], head, first=at == 2):
                    further = at - 2
                if further is None:
                    break
                return further
            else:
                break
        return at

    def _back_over_complement(self, tokens: list[Token], end: int) -> int | None:
        """Go back over `of Finance`, `for Internal Affairs and Migration` to the title's own words."""
        at = end - 1
        while at >= 0 and end - at <= 7:
            word = tokens[at][2]
            if word in _LINKS:
                return self._back(tokens, at) if at < end - 1 and self._head_before(tokens, at) else None
            if not (word[0].isupper() or word in ("and", "&", ",", "the")) or word in self.words.starts:
                return None
            at -= 1
        return None

    def _head_before(self, tokens: list[Token], end: int) -> int:
        """Give how many tokens before `end` make a head: `Attorney General` two, `Special Agent in Charge` four."""
        return next(
            (width for width in (4, 3, 2, 1) if width <= end and self._head_at(tokens[:end], end - width) == width), 0
        )

    def _modifies(self, word: str, head: str, *, first: bool) -> bool:
        lower = word.lower()
        if lower in self.words.modifiers or lower in self.words.heads:
            return True
        if (
            word in self.words.honorifics
            or word in self.words.peoples
            or word in self.words.starts
            or lower in _BEFORE_NAME
        ):
            return False
        if word.endswith(("'s", "’s", "s'", "s’")):
            return False
        if re.fullmatch(r"U\.?S\.?|U\.?K\.?|EU|UN", word):
            return True
        return head[:1].isupper() and word[:1].isupper() and len(word) > 1 and word[0].isalpha() and not first

    def after(self, text: str, start: int, ceiling: int, places: Mapping[int, int] | None = None) -> Stretch | None:
        """Find the title that begins at a place, no further than `ceiling` (where the next name begins).

        `places` are the starts and ends of place names, which a title may hold: `Head of Europe`.
        """
        self_places = places or {}
        line = text.find("\n", start, ceiling)
        tokens = _tokens(text, start, min(line if line >= 0 else ceiling, start + _WINDOW))
        while tokens and tokens[0][2].lower() in ("new", "former", "then", "next", "the", "a"):
            tokens.pop(0)
        if not tokens or tokens[0][0] - start > 10:
            return None
        end = self._forward(tokens, 0)
        if end is None:
            return None
        last = self._field(tokens, self._complement(tokens, end, self_places, ceiling))
        while (further := self._joined(tokens, last)) is not None:
            last = self._field(tokens, self._complement(tokens, further, self_places, ceiling))
        return tokens[0][0], tokens[last - 1][1]

    def _joined(self, tokens: list[Token], end: int) -> int | None:
        """Give the index after the head of a title that is joined to one before it: `and CEO`, `, Chairman and CEO`."""
        if end >= len(tokens):
            return None
        if tokens[end][2] in _JOINS:
            return self._forward(tokens, end + 1)
        if tokens[end][2] == ",":
            if end + 1 < len(tokens) and tokens[end + 1][2] in _JOINS:
                return self._forward(tokens, end + 2)
            width = self._head_at(tokens, end + 1)
            if width and self._joined(tokens, end + 1 + width) is not None:
                return end + 1 + width
        return None

    def _field(self, tokens: list[Token], end: int) -> int:
        """Give the index after what a grade is set over behind a comma: `Vice President, Investor Relations`."""
        if end + 1 >= len(tokens) or tokens[end][2] != "," or tokens[end - 1][2].lower() not in _GRADES:
            return end
        at = end + 1
        if tokens[at][2].lower() not in self.words.modifiers or not tokens[at][2][0].isupper():
            return end
        while at < len(tokens) and (tokens[at][2][0].isupper() or tokens[at][2] in _JOINS):
            at += 1
        return end if self._head_before(tokens, at) else at

    def is_rank(self, title: str) -> bool:
        """Say whether a title is a rank or an abbreviation, before which another title may stand."""
        return title in self.words.ranks

    def is_public(self, title: str) -> bool:
        """Say whether a title is a public office, which may carry its place."""
        words = title.lower().split()
        return any(" ".join(words[-width:]) in self.words.public for width in (1, 2))

    def _forward(self, tokens: list[Token], start: int) -> int | None:
        """Give the index after the head of a title that begins at a token."""
        best = None
        for at in range(start, min(len(tokens), start + 8)):
            word = tokens[at][2]
            width = self._head_at(tokens, at)
            if width:
                best = at + width
            elif best is not None and at < best:
                continue
            elif (
                best is not None
                and not self._is_word(word)
                and not (word in _JOINS and tokens[at - 1][2].lower() not in self.words.heads)
            ):
                break
            elif not self._is_word(word) and not (
                word in _JOINS
                and at > start
                and tokens[at - 1][2][0].isalpha()
                and tokens[start][2].lower() in ("chief", "executive", "senior", "vice")
            ):
                return best
        return best

    def _head_at(self, tokens: list[Token], at: int) -> int:
        """Give how many tokens from a place on make a head, 0 for none."""
        for width in (4, 3, 2, 1):
            phrase = " ".join(token[2] for token in tokens[at : at + width])
            if at + width <= len(tokens) and (phrase.lower() in self.words.heads or phrase in self.words.ranks):
                return width
        return 0

    def _is_word(self, word: str) -> bool:
        """Say whether a word may stand in a title before its head."""
        lower = word.lower()
        return lower in self.words.modifiers or (
            word[0].isupper() and lower not in _STOPS and word not in self.words.starts
        )

    def _complement(self, tokens: list[Token], end: int, places: Mapping[int, int], ceiling: int) -> int:
        """Give the index after `of investment promotion`, `for the Middle East`, where such words follow a head."""
        if end >= len(tokens) - 1 or tokens[end][2] not in _LINKS:
            return end
        first = end + 2 if tokens[end + 1][2].lower() in ("the", "a", "an", "our", "its") else end + 1
        at = first
        while at < len(tokens) and at - first < 7 and not self._ends_complement(tokens, at):
            stop = places.get(tokens[at][0])
            if stop is not None and any(token[1] == stop for token in tokens[at:]):
                return next((n for n in range(at, len(tokens)) if tokens[n][0] >= stop), len(tokens))
            at += 1
        if at == len(tokens) and ceiling - tokens[-1][1] == 1 and tokens[-1][2] not in (*_LINKS, "and", "&", "the"):
            return end
        while at > first and tokens[at - 1][2].lower() in ("and", "of", "the", "for", "to", "on", "&"):
            at -= 1
        if at <= first or tokens[first][2].lower().removesuffix("'s").removesuffix("’s") in self.words.common:
            return end
        return at

    def _ends_complement(self, tokens: list[Token], at: int) -> bool:
        word = tokens[at][2]
        if (not word[0].isalnum() and word not in ("&", "/")) or word.lower() in _STOPS - {"and"}:
            return True
        return word == "and" and self._forward(tokens, at + 1) is not None


def _tokens(text: str, start: int, end: int) -> list[Token]:
    """Split one line; of more lines, none of the others."""
    return [(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(text, start, end)]


def _last_boundary(tokens: list[Token]) -> int:
    """Give the index after the last mark that ends what can belong to a title."""
    for at in range(len(tokens) - 1, -1, -1):
        word = tokens[at][2]
        if word in ";:()–—" or not (word[0].isalnum() or word in ",&/"):
            return at + 1
    return 0
