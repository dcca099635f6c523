"""A title that a model found to the place that it has by our words: with its grade, its field, without its body."""

import re
from collections.abc import Mapping, Sequence

from pipeline.values.text.phrases import Stretch
from pipeline.values.titles.after import is_common, title_after
from pipeline.values.titles.words import JOINS, LINKS, WINDOW, TitleWords, Token, tokens_of

_GOES_ON = re.compile(r" (?:(?:of|for) (?!(?:the|a|an|his|her|their|its|our|more)\b)|\(|(?:and )?[A-Z])|, [A-Z]")


def title_edges(
    words: TitleWords, text: str, title: Stretch, *, floor: int, ceiling: int, places: Mapping[int, int]
) -> Stretch:
    """Give the edges of a title, between the ends of the names around it.

    `school [principal]` takes in its first word, `[commissioner] for large licences` its last ones, and `[Bureau's
    deputy head]` and `[counsel for the commission]` leave out the body.
    """
    start, end = title
    tokens = tokens_of(text, start, end)
    if len(tokens) > 1 and tokens[0][2].endswith(("'s", "’s")):
        start = tokens[1][0]
    for at in range(1, len(tokens) - 1):
        if tokens[at][2] in LINKS and words.head_before(tokens, at) and is_common(words, tokens[at + 1 :]):
            return _start(words, text, start, floor), tokens[at - 1][1]
    end = _without_rank(words, text, start, end)
    head = next((token[2] for token in reversed(tokens) if token[2] not in (*JOINS, *LINKS, "the")), "")
    if _may_grow(words, text, head, end):
        further = title_after(words, text, start, ceiling=ceiling, places=places)
        if further and further[0] == start and further[1] > end:
            end = max(end, _without_rank(words, text, start, further[1]))
    return _start(words, text, start, floor), end


def _may_grow(words: TitleWords, text: str, head: str, end: int) -> bool:
    """Say whether a title goes on behind its head: `of research`, `(operations)`, but not `of the only mill`."""
    goes_on = _GOES_ON.match(text, end)
    return bool(goes_on) and (head.lower() in words.grades or words.is_public(head) or head.lower() in words.set_over)


def _start(words: TitleWords, text: str, start: int, floor: int) -> int:
    """Go back over words that may only stand before a title: `interim`, `Group`, `factory`."""
    low = max(floor, start - WINDOW // 2, text.rfind("\n", 0, start) + 1)
    for first, end, word in reversed(tokens_of(text, low, start)):
        lower = word.lower()
        numbered = lower in words.numbers and text.startswith(words.numbered, start)
        barred = lower in words.outside_before or lower in words.stops or (lower in words.no_grades and not numbered)
        small = word.islower() and text[start].isupper() and lower not in words.before_capitals
        if end + 1 != start or lower not in words.modifiers or barred or small:
            break
        start = first
    return start


def _without_rank(words: TitleWords, text: str, start: int, end: int) -> int:
    """Give a title's end before ranks and honorifics of the name after it: `Harbour Master | Capt.`."""
    tokens = [token for token in tokens_of(text, start, end + 2) if token[0] < end and token[2] != "."]
    last = len(tokens)
    while last > 1 and (
        tokens[last - 1][2] in (*words.honorifics, *JOINS, *LINKS, "the") or _is_rank_behind(words, tokens, last - 1)
    ):
        last -= 1
    return end if last == len(tokens) else tokens[last - 1][1]


def _is_rank_behind(words: TitleWords, tokens: Sequence[Token], at: int) -> bool:
    """Say whether a rank stands behind a whole title, and not behind a word of its own: `Senior Prof.`."""
    return words.is_rank(tokens[at][2]) and words.head_before(tokens, at) > 0
