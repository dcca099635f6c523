"""A paragraph of a press text to the signs that it carries: heading, contact, caption, row of a table ..."""

import re
from functools import cache

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.zones.datelines import DAY, find_dateline

_WORDS = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s*$|[.!?][\"”’']?\s+[A-Z“\"]")
BULLET = re.compile(r"(?:[-•*·–▪●]|o)\s")
_OPENS_ABOUT = re.compile(r"\W*(?:About|ABOUT) [^.]{2,60}(?::|\s[–—-]\s)")
_QUOTED = re.compile(r"[“\"][^”\"]{15,}[”\"],? (?:said|says|added)")
_NEWS = re.compile(r"[“”\"]|\bsaid\b|\btoday\b|\bannounced\b")
_LABEL = r"(?:(?:published|posted|date|updated|released?|issued)\b(?:[\s:]*(?:on )?|.{0,60}:\s*))?"
_DAY_LINE = re.compile(rf"\W*{_LABEL}{DAY}.{{0,25}}$", re.IGNORECASE)
_NUMERIC_DAY = re.compile(r"\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d$")
_GAP = re.compile(r"\s*\|\s*|\t+| {3,}")
_NUMBER = re.compile(r"[\s$€£¥(]*[-–—]?[\d.,]+\s*%?\)?$|[-–—$|:]+$")
_CASED = ("about", "forward", "contact", "end", "about_sentence", "abbreviation")
"""Kinds of `zone_marks.csv` in which capitals count."""


@cache
def _marks(kind: str) -> tuple[re.Pattern[str], ...]:
    """Compile the patterns of a kind of `zone_marks.csv`."""
    flags = re.MULTILINE if kind == "address" else 0
    flags |= 0 if kind in _CASED else re.IGNORECASE
    return tuple(re.compile(row.pattern, flags) for row in load_rulebook().zone_marks if row.kind == kind)


def _begins(kind: str, text: str) -> bool:
    return any(mark.match(text) for mark in _marks(kind))


def _holds(kind: str, text: str) -> bool:
    return any(mark.search(text) for mark in _marks(kind))


def words(text: str) -> int:
    """Count words."""
    return len(_WORDS.findall(text))


def is_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does, or goes on after one."""
    return bool(_SENTENCE_END.search(_marks("abbreviation")[0].sub("X", text)))


def is_title(text: str) -> bool:
    """Say whether a paragraph before the body is a headline."""
    count = words(text)
    if count > 35 or text.endswith((",", ";")) or _holds("address", text) or BULLET.match(text) or find_dateline(text):
        return False
    return not is_sentence(text) or (text.endswith(("?", "!")) and count < 20)


def is_heading(text: str) -> bool:
    """Say whether a paragraph is short and no sentence."""
    return words(text) <= 14 and (not is_sentence(text) or text.rstrip().endswith(":")) and not BULLET.match(text)


def is_day_line(text: str) -> bool:
    """Say whether a paragraph says when it was published, or who wrote it, and nothing else."""
    return words(text) <= 14 and bool(_DAY_LINE.match(text) or _NUMERIC_DAY.match(text) or _begins("before_body", text))


def is_dateline(text: str) -> bool:
    """Say whether a paragraph is a dateline, or the name of a wire, and nothing else."""
    dateline = find_dateline(text)
    return _begins("wire", text) or (dateline is not None and dateline.end == len(text))


def is_release_mark(text: str) -> bool:
    """Say whether a paragraph is `FOR IMMEDIATE RELEASE`, or the like."""
    return _begins("release", text) and words(text) <= 8


def is_caption(text: str) -> bool:
    """Say whether a paragraph stands under a picture."""
    return words(text) <= 60 and _holds("caption", text) and not _begins("contact", text)


def is_end_mark(text: str) -> bool:
    """Say whether a paragraph marks the end of a release."""
    return len(text) < 120 and _begins("end", text)


def opens_about(text: str) -> bool:
    """Say whether a paragraph begins the 'About X' part."""
    if not _begins("about", text):
        return False
    first = text.partition("\n")[0]
    return is_heading(first) or bool(_OPENS_ABOUT.match(text))


def opens_forward_looking(text: str) -> bool:
    """Say whether a paragraph begins the forward-looking statements."""
    return _begins("forward", text) and (is_heading(text.partition("\n")[0]) or is_forward_looking(text))


def is_forward_looking(text: str) -> bool:
    """Say whether a paragraph warns that what it says of the future may not come."""
    signs = sum(bool(sign.search(text)) for sign in _marks("forward_sign"))
    return signs >= 2 and not _QUOTED.search(text)


def opens_contact(text: str) -> bool:
    """Say whether a paragraph is the heading of contacts, or begins with it."""
    return _begins("contact", text) and words(text.partition("\n")[0]) <= 30


def is_contact(text: str) -> bool:
    """Say whether a paragraph says whom to ask, or who issued the text."""
    count = words(text)
    if _begins("contact_line", text) and count <= 45:
        return True
    return count <= 16 and has_address(text)


def has_address(text: str) -> bool:
    """Say whether a paragraph has a mail address, a telephone number or a link."""
    return _holds("address", text)


def is_row(text: str) -> bool:
    """Say whether a line is a row of a table: cells with bars, tabs or wide gaps between, or mere numbers."""
    cells = [cell for cell in _GAP.split(text.strip()) if cell.strip()]
    if len(cells) > 1 and "\n" not in text:
        return max(map(len, cells)) < 120
    return bool(cells) and all(_NUMBER.match(word) for word in text.split())


def is_table_title(text: str) -> bool:
    """Say whether a line says in what the numbers under it are counted."""
    return words(text) <= 16 and _holds("table_title", text)


def describes_itself(text: str) -> bool:
    """Say whether a paragraph says what an organisation is, as the 'About' part does, without news."""
    return _begins("about_sentence", text) and not _NEWS.search(text) and words(text) < 150
