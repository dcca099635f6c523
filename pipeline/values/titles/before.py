"""The words before a name to the job title that ends there: `Finance Minister`, `Minister of Finance`, `president`."""

from collections.abc import Sequence

from pipeline.values.text.phrases import Stretch
from pipeline.values.titles.words import JOINS, LINKS, WINDOW, TitleWords, Token, tokens_of

_LONGEST_COMPLEMENT = 7


def title_before(words: TitleWords, text: str, start: int, *, floor: int) -> Stretch | None:
    """Find the title that ends right before a place, no further back than `floor` or the line's beginning."""
    low = max(floor, start - WINDOW, text.rfind("\n", 0, start) + 1)
    tokens = tokens_of(text, low, start)
    tokens = tokens[_after_last_mark(tokens) :]
    while width := _honorific_before(words, tokens):
        del tokens[-width:]
    if tokens and tokens[-1][2] == ",":
        tokens.pop()
    first = _first(words, tokens, len(tokens))
    if first is None:
        return None
    first = _with_office_served(words, tokens, first)
    while (
        first < len(tokens) and tokens[first][2].lower() in words.outside_before and not _is_place(words, tokens, first)
    ):
        first += 1
    first = words.without_number(tokens, first)
    if len(tokens) - first > 1 and tokens[first][2] == "under" and tokens[first + 1][2][0].isupper():
        first += 1  # boats under Inspector Obi; an under secretary is one
    tokens = tokens[first:]
    last = _before_common(words, tokens)
    return (tokens[0][0], tokens[last][1]) if tokens else None


def _with_office_served(words: TitleWords, tokens: Sequence[Token], first: int) -> int:
    """Go back over the title of who serves an office: `Secretary to the President`, `Adviser to the Prime Minister`."""
    served = first < len(tokens) and tokens[first][2][0].isupper()
    if first < 3 or not served or [token[2] for token in tokens[first - 2 : first]] != ["to", "the"]:
        return first
    further = _first(words, tokens, first - 2) if words.head_before(tokens, first - 2) else None
    return first if further is None or not tokens[first - 3][2][0].isupper() else further


def _is_place(words: TitleWords, tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word is the first of a place's name: `New York Attorney General`."""
    return tokens[at][2] == "New" and at + 1 < len(tokens) and tokens[at + 1][2] in words.new_places


def _honorific_before(words: TitleWords, tokens: Sequence[Token]) -> int:
    """Give how many tokens at the end make an honorific: `Dato' Seri` two."""
    for width in range(min(3, len(tokens)), 0, -1):
        if " ".join(token[2] for token in tokens[-width:]) in words.honorifics:
            return width
    return 0


def _before_common(words: TitleWords, tokens: Sequence[Token]) -> int:
    """Give the index of a title's last word without `of the Committee`, which stands for a body named elsewhere."""
    for at in range(len(tokens) - 2, 0, -1):
        if tokens[at][2] in LINKS:
            article, *rest = (token[2].lower() for token in tokens[at + 1 :])
            return at - 1 if article == "the" and " ".join(rest) in words.common else len(tokens) - 1
    return len(tokens) - 1


def _after_last_mark(tokens: Sequence[Token]) -> int:
    """Give the index after the last mark that ends what can belong to a title."""
    for at in range(len(tokens) - 1, -1, -1):
        word = tokens[at][2]
        if word in ";:()–—" or not (word[0].isalnum() or word in ",&/"):
            return at + 1
    return 0


def _first(words: TitleWords, tokens: Sequence[Token], end: int) -> int | None:
    """Give the index of the first token of a title that ends before the token `end`; None where there is none."""
    width = words.head_before(tokens, end)
    if not width:
        return _first_before_complement(words, tokens, end)
    at = end - width
    head = tokens[at][2]
    if words.is_rank(" ".join(token[2] for token in tokens[at:end])):
        return at
    while at > 0:
        if words.may_modify(tokens[at - 1][2], head, first=at == 1):
            at -= 1
        elif tokens[at - 1][2] in JOINS and at > 1:
            joined = _first_joined(words, tokens, at, head)
            return at if joined is None else joined
        else:
            break
    return at - 1 if at and _is_place(words, tokens, at - 1) else at


def _first_joined(words: TitleWords, tokens: Sequence[Token], at: int, head: str) -> int | None:
    """Give the first token of what is joined by `and` to the title that begins at a token."""
    further = _first(words, tokens, at - 1)
    if further is None and words.may_modify(tokens[at - 2][2], head, first=at == 2):
        return at - 2
    return further


def _first_before_complement(words: TitleWords, tokens: Sequence[Token], end: int) -> int | None:
    """Go back over `of Finance`, `for Internal Affairs and Migration` to the title's own words."""
    for at in range(end - 1, max(-1, end - _LONGEST_COMPLEMENT - 1), -1):
        word = tokens[at][2]
        if word in LINKS:
            return _first(words, tokens, at) if at < end - 1 and words.head_before(tokens, at) else None
        if not (word[0].isupper() or word in ("and", "&", ",", "the") or _stands_for(words, tokens, at)):
            return None
        if word in words.starts:
            return None
    return None


def _stands_for(words: TitleWords, tokens: Sequence[Token], at: int) -> bool:
    """Say whether a word behind `the` stands for a body: `counsel for the commission`."""
    return at > 0 and tokens[at - 1][2] == "the" and tokens[at][2] in words.common
