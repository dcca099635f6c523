"""The text of inline elements: superscripts set apart, and words that only a tag parts."""

import re

from lxml.html import HtmlElement

_MARK = re.compile(r"[\[(]?(?:\d{1,2}|[a-h]|[*†‡§#]{1,3})(?:\s*[,;–-]\s*(?:\d{1,2}|[a-h]))*[\])]?")
_NO_NOTE = re.compile(r"(?:\b(?:k|c|m)?m|\bft|\bsq|\bin|\b10|\bkg/m|[²³√])$")
_HIGH = re.compile(r"vertical-align\s*:\s*super|position\s*:\s*relative\s*;[^\"]*\btop\s*:\s*-", re.IGNORECASE)
_UNITS = {"2": "²", "3": "³"}
_ENDS = re.compile(r"[.!?:;]['”\"’)\]]*$")
_BEGINS = re.compile(r"[“\"‘'(]?[A-ZÀ-Þ]")


def is_raised(element: HtmlElement) -> bool:
    """Say whether an element is printed above the line."""
    if element.tag == "a" and (above := element.getparent()) is not None and above.text is None:
        return above[0] is element and is_raised(above)
    return element.tag == "sup" or (element.tag in ("span", "font") and bool(_HIGH.search(element.get("style") or "")))


def raised(text: str, before: str) -> str:
    """Write what is printed raised: a note's mark in brackets behind a space, the power of a unit, or as it is.

    >>> raised("3", "in 2024"), raised("2", "40 km"), raised("th", "12"), raised("TM", "Volta")
    (' [3]', '²', 'th', 'TM')
    """
    mark = text.strip()
    if not _MARK.fullmatch(mark) or not before.strip():
        return text
    if _NO_NOTE.search(before):
        return _UNITS.get(mark, f"^{mark}" if before.endswith("10") else text)
    if before.endswith((" ", "\n")):
        return text
    return f" [{mark.strip('()[]')}]"


def is_glued(before: str, after: str, words: int) -> bool:
    """Say whether two texts that only a tag parts are two paragraphs: a sentence has ended, or a line of words.

    >>> is_glued("less than in 2019.", "Sales rose", 0), is_glued("More than 140 jobs", "The mill", 4)
    (True, True)
    >>> is_glued("i", "Phone", 1), is_glued("The U.S.", "Army", 1)
    (False, False)
    """
    if not before or before[-1].isspace() or not _BEGINS.match(after):
        return False
    if _ENDS.search(before):
        return not re.search(r"\b[A-Z]\.$", before)
    return words >= 3 and before[-1].islower()
