"""Words in quotation marks to whether somebody says them, or they are a title, a nickname or scare quotes."""

from pipeline.extract.document.view import View
from pipeline.values.text.quotations import Quotation

SHORTEST = 3
"""Words that a quotation has at least."""

LONG = 8
"""Words from which on whole sentences in quotation marks are taken for said, though nothing says by whom."""


def is_said(words: str, *, cued: bool, named: bool, goes_on: bool, begins: bool) -> bool:
    """Say whether words in quotation marks are said, and no title, nickname or scare quotes.

    Without a cue they must go on the sentence of the quotation before, or begin a sentence (`begins`) and be whole.
    """
    count = len(words.split())
    if count < SHORTEST or (is_title(words) and not (named and is_whole(words))):
        return False
    if cued or (named and goes_on):
        return True
    whole = words[0].isupper() and (is_whole(words) or (named and count >= LONG))
    return begins and whole and (named or count >= LONG)


def is_title(words: str) -> bool:
    """Say whether every longer word is capitalised, as in the title of a work."""
    long = [part for part in words.split() if len(part) > 3 and part[0].isalpha()]
    return len(long) > 1 and all(part[0].isupper() for part in long)


def is_whole(words: str) -> bool:
    """Say whether a quotation is made of whole sentences: it begins with a capital and ends with a mark."""
    return words[:1].isupper() and words[-1:] in ".,!?…;"


def stands_alone(text: str, quotation: Quotation) -> bool:
    """Say whether a quotation whose mark stands outside is a clause of its own: `"We will go", she said`."""
    before, after = text[: quotation.outer_start].rstrip(), text[quotation.outer_end :].lstrip(" ")[:1]
    begins = not before or before[-1] in ".!?:,;”\"»›’'–—-" or "\n" in text[len(before) : quotation.outer_start]
    return text[quotation.start].isupper() and begins and after in tuple(",.!?")


def follows_dateline(view: View, start: int) -> bool:
    """Say whether nothing but a dash stands between a dateline and an offset."""
    before = view.text[:start].rstrip(" -–—―:|")
    return bool(before) and view.zone_at(len(before) - 1) == "dateline"
