"""The field or region that stands behind a title as part of it: `(operations)`, `, Investor Relations`, `Finance`."""

from collections.abc import Sequence

from pipeline.values.titles.words import JOINS, TitleWords, Token

_LONGEST_ASIDE = 5


def field_end(words: TitleWords, tokens: Sequence[Token], end: int) -> int:
    """Give the index after the field that belongs to a title whose own words end at an index."""
    if end + 1 >= len(tokens) or tokens[end - 1][2].lower() not in words.grades:
        return _aside_end(words, tokens, end)
    return max(_aside_end(words, tokens, end), _region_end(words, tokens, end), _set_over(words, tokens, end))


def _aside_end(words: TitleWords, tokens: Sequence[Token], end: int) -> int:
    """Go over a field in brackets: `(corporate affairs)`."""
    if end + 2 >= len(tokens) or tokens[end][2] != "(" or tokens[end][0] != tokens[end - 1][1] + 1:
        return end
    for at in range(end + 1, min(len(tokens), end + 2 + _LONGEST_ASIDE)):
        word = tokens[at][2]
        if word == ")":
            return at + 1 if at > end + 1 else end
        if word.lower() not in words.modifiers and word not in JOINS:
            return end
    return end


def _region_end(words: TitleWords, tokens: Sequence[Token], end: int) -> int:
    """Go over parts of the world behind a comma: `, South East Asia`, `, Middle East and Africa`."""
    at = _after_region(words, tokens, end + 1) if tokens[end][2] == "," else 0
    while at and at + 1 < len(tokens) and tokens[at][2] in JOINS and _after_region(words, tokens, at + 1):
        at = _after_region(words, tokens, at + 1)
    return at if at and _ends(tokens, at) else end


def _after_region(words: TitleWords, tokens: Sequence[Token], at: int) -> int:
    """Give the index after a part of the world; 0 where none begins."""
    while at + 1 < len(tokens) and tokens[at][2] in words.directions and tokens[at + 1][2][0].isupper():
        at += 1
    return at + 1 if at < len(tokens) and tokens[at][2] in words.regions else 0


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or not tokens[at][2][0].isalnum() or tokens[at][2] in ("of", "at", "for")


def _set_over(words: TitleWords, tokens: Sequence[Token], end: int) -> int:
    """Go over a field in capitals: `Vice President, Investor Relations`, `Director Finance and IT`."""
    comma = tokens[end][2] == ","
    head = tokens[end - 1][2]
    if not comma and not head[0].isupper():
        return end
    first = at = end + comma
    if tokens[at][2].lower() not in words.modifiers or not tokens[at][2][0].isupper():
        return end
    while at < len(tokens) and (tokens[at][2][0].isupper() or tokens[at][2] in JOINS):
        at += 1
    while tokens[at - 1][2] in JOINS:
        at -= 1
    if words.head_before(tokens, at) or (
        not comma and head not in words.short_grades and not _is_field(words, tokens[first:at])
    ):
        return end
    return at


def _is_field(words: TitleWords, tokens: Sequence[Token]) -> bool:
    """Say whether all words are those of fields, so that no name begins among them."""
    return all(word in JOINS or word.lower() in words.modifiers for _, _, word in tokens)
