"""The words after a name to the job title that begins there: `chair`, `head of research`, `President and CFO`."""

from collections.abc import Mapping, Sequence

from pipeline.values.text.phrases import Stretch
from pipeline.values.titles.fields import field_end
from pipeline.values.titles.words import JOINS, LINKS, WINDOW, TitleWords, Token, tokens_of

_LONGEST_COMPLEMENT, _FARTHEST_HEAD = 7, 8
_ARTICLES = ("the", "a", "an", "our", "its")
_OWN = ("its", "their", "his", "her")


def title_after(
    words: TitleWords, text: str, start: int, *, ceiling: int, places: Mapping[int, int] | None = None
) -> Stretch | None:
    """Find the title that begins at a place, no further than `ceiling` (where the next name begins) or the line's end.

    `places` are the starts and ends of place names, which a title may hold: `Head of Europe`.
    """
    line = text.find("\n", start, ceiling)
    tokens = tokens_of(text, start, min(line if line >= 0 else ceiling, start + WINDOW))
    name_at = ceiling if line < 0 else -1
    while tokens and tokens[0][2].lower() in words.outside:
        tokens.pop(0)
    if words.without_number(tokens, 0):
        tokens.pop(0)
    if not tokens or tokens[0][0] - start > 10:
        return None
    end = _head_end(words, tokens, 0)
    last = 0
    while end is not None:
        last = field_end(words, tokens, _complement_end(words, tokens, end, places or {}, name_at))
        end = _joined_end(words, tokens, last)
    return (tokens[0][0], tokens[last - 1][1]) if last else None


def _head_end(words: TitleWords, tokens: Sequence[Token], start: int) -> int | None:
    """Give the index after the last head of a title that begins at a token."""
    best = _officer_end(words, tokens, start)
    for at in range(best or start, min(len(tokens), start + _FARTHEST_HEAD)):
        width = words.head_at(tokens, at)
        if width:
            best = max(best or 0, at + width)
        elif best is not None and at < best:
            continue
        elif not words.may_lead(tokens[at][2]) and not _joins_modifiers(words, tokens, start, at):
            break
    return best


def _officer_end(words: TitleWords, tokens: Sequence[Token], start: int) -> int | None:
    """Give the index after `officer` in `chief product and growth officer`."""
    said = [token[2].lower() for token in tokens[start : start + _FARTHEST_HEAD]]
    if len(said) > 1 and said[0] == "chief" and words.holder.fullmatch(said[1]):
        return start + 2  # Whoever does it is one: `chief forecaster`.
    if len(said) < 3 or said[0] != "chief" or "officer" not in said:
        return None
    between = said[1 : said.index("officer")]
    return start + len(between) + 2 if all(word[0].isalpha() or word == "&" for word in between) else None


def _joins_modifiers(words: TitleWords, tokens: Sequence[Token], start: int, at: int) -> bool:
    """Say whether `and` joins words before a head: `chief product and partnerships officer`."""
    if tokens[at][2] not in JOINS or at == start:
        return False
    before = tokens[at - 1][2].lower()
    return before[0].isalpha() and before not in words.heads and tokens[start][2].lower() in words.leading


def _joined_end(words: TitleWords, tokens: Sequence[Token], end: int) -> int | None:
    """Give the index after the head of a title that is joined to one before it: `and CEO`, `, Chairman and CEO`."""
    if end >= len(tokens):
        return None
    if tokens[end][2] in JOINS:
        return _head_end(words, tokens, end + 1)
    if tokens[end][2] != ",":
        return None
    if end + 1 < len(tokens) and tokens[end + 1][2] in JOINS:
        return _head_end(words, tokens, end + 2)
    width = words.head_at(tokens, end + 1)
    return end + 1 + width if width and _joined_end(words, tokens, end + 1 + width) is not None else None


def _complement_end(
    words: TitleWords, tokens: Sequence[Token], end: int, places: Mapping[int, int], name_at: int
) -> int:
    """Give the index after `of investment promotion`, `for the Middle East`, where such words follow a head."""
    if end >= len(tokens) - 1 or tokens[end + 1][2][0].isdigit():
        return end
    if not _links(words, tokens[end][2], tokens[end - 1][2]) or tokens[end + 1][2] in _OWN:
        return end
    if tokens[end][2] == "to" and _begins_small(tokens, end + 1):
        return end  # a teacher to preach, but secretary to the President, ambassador to Vietnam
    first = end + 2 if tokens[end + 1][2].lower() in _ARTICLES else end + 1
    at = first
    while at < len(tokens) and at - first < _LONGEST_COMPLEMENT and not _ends_complement(words, tokens, at):
        stop = places.get(tokens[at][0])
        if stop is not None and any(token[1] == stop for token in tokens[at:]):
            return next((n for n in range(at, len(tokens)) if tokens[n][0] >= stop), len(tokens))
        at += 1
    if at == len(tokens) and name_at - tokens[-1][1] == 1 and tokens[-1][2] not in (*LINKS, *JOINS, "the"):
        return end  # The words run into a name: `founder of juice maker Volta Foods`.
    while at > first and tokens[at - 1][2].lower() in (*LINKS, *JOINS, "the"):
        at -= 1
    if at <= first or tokens[at - 1][2] in words.times or is_common(words, tokens[end + 1 : at]):
        return end
    return _fields_end(words, tokens, at, places) if words.is_public(tokens[end - 1][2]) else at


def _fields_end(words: TitleWords, tokens: Sequence[Token], end: int, places: Mapping[int, int]) -> int:
    """Go over the other fields of an office: `of Transport`, `, Trade and Industry`; none is a place or title."""
    at, last = end, False
    while at + 1 < len(tokens) and tokens[at][2] in (",", *JOINS) and not last and tokens[end - 1][2][0].isupper():
        last = tokens[at][2] in JOINS or tokens[at + 1][2] in JOINS
        at += 2 if tokens[at][2] == "," and tokens[at + 1][2] in JOINS else 1
        first = at
        while at < len(tokens) and tokens[at][2][0].isupper() and tokens[at][0] not in places:
            at += 1
        if at == first or _head_end(words, tokens, first) is not None:
            return end
    return at if last and (at == len(tokens) or not tokens[at][2][0].isupper()) else end


def _begins_small(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a small word stands at a place that is no article."""
    article = tokens[at][2].lower() in _ARTICLES and at + 1 < len(tokens)
    return tokens[at][2].islower() and not article


def _links(words: TitleWords, word: str, head: str) -> bool:
    """Say whether a word ties a complement to a head: `of` any, `in` those of learning."""
    return word in LINKS or (word == "in" and head.lower() in words.of_learning)


def is_common(words: TitleWords, complement: Sequence[Token]) -> bool:
    """Say whether words after `of` only stand for the body that is named elsewhere: `of the company`, `of the Group`.

    A field has no article: `of industry and trade`, `of Group Control`.
    """
    spoken = [token[2] for token in complement]
    article = spoken[0].lower() in _ARTICLES and len(spoken) > 1
    first, last = spoken[int(article)], spoken[-1]
    if last.lower() == "board" or first.lower().removesuffix("'s").removesuffix("’s") not in words.common:
        return False
    return first.endswith(("'s", "’s")) or (article and first not in words.states)


def _ends_complement(words: TitleWords, tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at][2]
    if (not word[0].isalnum() and word not in ("&", "/")) or word.lower() in words.stops:
        return True
    if word != "and" or at + 1 >= len(tokens):
        return False
    goes_on = tokens[at - 1][2][0].isupper() and tokens[at + 1][2][0].islower() and tokens[at + 1][2] != "the"
    return goes_on or _head_end(words, tokens, at + 1) is not None
