"""A paragraph of a press text to the signs that it carries: heading, contact, caption, row of a table ..."""

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.compiling import compile_once
from pipeline.rulebook.reading import Rulebook
from pipeline.values.text.caseless import Caseless
from pipeline.values.text.sentences import Sentences, sentences_of
from pipeline.values.zones.datelines import datelines_of

BULLET = re.compile(r"(?:[-•*·–▪●]|o)\s")
_OPENS_ABOUT = re.compile(r"\W*(?:About|ABOUT) [^.]{2,60}(?::|\s[–—-]\s)")
_ENOUGH = 2
"""Signs that make a paragraph a warning."""
_NEWS = re.compile(r"[“”\"]|\bsaid\b|\btoday\b|\bannounced\b")
_NUMERIC_DAY = re.compile(r"\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d$")
_GAP = re.compile(r"\s*\|\s*|\t+| {3,}")
_GAPS = ("|", "\t", "   ")
"""Of which every gap has one: most lines have none."""
_NUMBER = re.compile(r"[\s$€£¥(]*[-–—]?[\d.,]+\s*%?\)?$|[-–—$|:]+$")
_CASED = ("about", "forward", "contact", "end", "about_sentence")
"""Kinds of `zone_marks.csv` in which capitals count."""


TABLES = (
    "zone_marks", "zone_words", "pattern_words", "place_words", "calendar_names", "abbreviations", "sentence_starts",
    "quote_verbs",
)  # fmt: skip
"""Tables of the rulebook that marks are read with, and so articles: their files are what reading depends on."""


class Marks:
    """What the paragraphs of an article show of themselves."""

    def __init__(self, rules: Rulebook) -> None:
        """Compile the patterns of each kind."""
        self._sentences: Sentences = sentences_of(rules)
        self.datelines = datelines_of(rules)
        label = rf"(?:{rules.zone_words.any_of('day_label')}\b(?:[\s:]*(?:on )?|.{{0,60}}:\s*))?"
        self._day_line = compile_once(rf"\W*{label}{self.datelines.day}.{{0,25}}$", re.IGNORECASE)
        said = rules.quote_verbs.any_of("say")
        self._quoted = re.compile(rf"[“\"][^”\"]{{15,}}[”\"],? {said}\b")
        self._marks: dict[str, list[re.Pattern[str]]] = {}
        for row in rules.zone_marks:
            flags = re.MULTILINE if row.kind == "address" else 0
            flags |= 0 if row.kind in _CASED else re.IGNORECASE
            self._marks.setdefault(row.kind, []).append(re.compile(row.pattern, flags))
        self._forward = [Caseless(mark) for mark in self.patterns("forward_sign")]

    def patterns(self, kind: str) -> Sequence[re.Pattern[str]]:
        """Give the patterns of a kind."""
        return self._marks.get(kind, ())

    def _begins(self, kind: str, text: str) -> bool:
        return any(mark.match(text) for mark in self.patterns(kind))

    def _holds(self, kind: str, text: str) -> bool:
        return any(mark.search(text) for mark in self.patterns(kind))

    def is_sentence(self, text: str) -> bool:
        """Say whether a text ends as a sentence does, or goes on after one."""
        return self._sentences.is_sentence(text)

    def is_title(self, text: str) -> bool:
        """Say whether a paragraph before the body is a headline."""
        count = count_words(text)
        if (
            count > 35
            or text.endswith((",", ";"))
            or self._holds("address", text)
            or BULLET.match(text)
            or self.datelines.find(text)
        ):
            return False
        return not self.is_sentence(text) or (text.endswith(("?", "!")) and count < 20)

    def is_heading(self, text: str) -> bool:
        """Say whether a paragraph is short and no sentence."""
        return (
            count_words(text) <= 14
            and (not self.is_sentence(text) or text.rstrip().endswith(":"))
            and not BULLET.match(text)
        )

    def is_day_line(self, text: str) -> bool:
        """Say whether a paragraph says when it was published, or who wrote it, and nothing else."""
        return count_words(text) <= 14 and bool(
            self._day_line.match(text) or _NUMERIC_DAY.match(text) or self._begins("before_body", text)
        )

    def is_dateline(self, text: str) -> bool:
        """Say whether a paragraph is a dateline, or the name of a wire, and nothing else."""
        dateline = self.datelines.find(text)
        return self._begins("wire", text) or (dateline is not None and dateline.end == len(text))

    def is_release_mark(self, text: str) -> bool:
        """Say whether a paragraph is `FOR IMMEDIATE RELEASE`, or the like."""
        return self._begins("release", text) and count_words(text) <= 8

    def is_caption(self, text: str) -> bool:
        """Say whether a paragraph stands under a picture."""
        return count_words(text) <= 60 and self._holds("caption", text) and not self._begins("contact", text)

    def is_end_mark(self, text: str) -> bool:
        """Say whether a paragraph marks the end of a release."""
        return len(text) < 120 and self._begins("end", text)

    def opens_about(self, text: str) -> bool:
        """Say whether a paragraph begins the 'About X' part."""
        if not self._begins("about", text):
            return False
        first = text.partition("\n")[0]
        return self.is_heading(first) or bool(_OPENS_ABOUT.match(text))

    def opens_forward_looking(self, text: str) -> bool:
        """Say whether a paragraph begins the forward-looking statements."""
        return self._begins("forward", text) and (
            self.is_heading(text.partition("\n")[0]) or self.is_forward_looking(text)
        )

    def is_forward_looking(self, text: str) -> bool:
        """Say whether a paragraph warns that what it says of the future may not come."""
        small, found = text.lower(), 0
        for left, sign in zip(reversed(range(len(self._forward))), self._forward, strict=True):
            found += sign.is_in(text, small)
            if found == _ENOUGH:
                return not self._quoted.search(text)
            if found + left < _ENOUGH:  # the last ones take longest, and most paragraphs have none
                return False
        return False

    def opens_contact(self, text: str) -> bool:
        """Say whether a paragraph is the heading of contacts, or begins with it."""
        return self._begins("contact", text) and count_words(text.partition("\n")[0]) <= 30

    def is_contact(self, text: str) -> bool:
        """Say whether a paragraph says whom to ask, or who issued the text."""
        count = count_words(text)
        if count <= 45 and self._begins("contact_line", text):
            return True
        return count <= 16 and self.has_address(text)

    def has_address(self, text: str) -> bool:
        """Say whether a paragraph has a mail address, a telephone number or a link."""
        return self._holds("address", text)

    def is_table_title(self, text: str) -> bool:
        """Say whether a line says in what the numbers under it are counted."""
        return count_words(text) <= 16 and self._holds("table_title", text)

    def describes_itself(self, text: str) -> bool:
        """Say whether a paragraph says what an organisation is, as the 'About' part does, without news."""
        return self._begins("about_sentence", text) and not _NEWS.search(text) and count_words(text) < 150


def count_words(text: str) -> int:
    """Count words."""
    return len(text.split())


def is_row(text: str) -> bool:
    """Say whether a line is a row of a table: cells with bars, tabs or wide gaps between, or mere numbers."""
    parts = _GAP.split(text.strip()) if any(gap in text for gap in _GAPS) else [text]
    cells = [cell for cell in parts if cell.strip()]
    if len(cells) > 1 and "\n" not in text:
        return max(map(len, cells)) < 120
    return bool(cells) and all(_NUMBER.match(word) for word in text.split())


@lru_cache(maxsize=2)
def marks_of(rules: Rulebook) -> Marks:
    """Give the marks of a rulebook, compiled once."""
    return Marks(rules)
