"""The words after a change -> what it is compared with: 2023, year on year, the same period last year."""

import re
from collections.abc import Iterable

from pipeline.rulebook.rows import Comparison
from pipeline.values.text.phrases import Phrases

_THAN = re.compile(
    r"\s?\(?(?:\w+\s){0,2}?(?:from|compared\s(?:to|with)|in\scomparison\s(?:to|with)|relative\sto|since|over|versus|vs\.?|against|than|on)\s"
    r"(?:those\sin\s|that\sof\s|levels\sin\s|the\s|its\s)*",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?:a|one)\s(?:year|month|quarter|week|decade)\s(?:ago|earlier|before|prior)"
    r"|(?:same|corresponding|comparable|previous|prior|preceding|last|year-ago|year-earlier|prior-year|previous-year)"
    r"(?:\s(?:year|fiscal|first|second|third|fourth|period|quarter|month|week|season|half|year's|of|last|in|20\d\d|a|earlier|ago))+"
    r"|(?:first|second|third|fourth)\s(?:quarter|half)(?:\sof)?\s(?:20\d\d|last\syear)|Q[1-4]\s20\d\d|(?:fiscal\s|FY\s?)?(?:19|20)\d\d\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s(?:\d\d?,\s)?(?:19|20)\d\d|\slast\syear)?"
    r"|(?:last|pre-pandemic)\s(?:year|levels|month|quarter|week)",
    re.IGNORECASE,
)
_OPENING = re.compile(r",|\s?\(")
_UNTIL = re.compile(r"\s?[-–]\s?\d|\s(?:to|through|until)\s")  # a stretch of time, not what a change is from


class Comparisons:
    """Reads what a change is compared with.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> comparisons = Comparisons(load_rulebook().comparisons)
    >>> comparisons.read("up 5% from 2023", 5), comparisons.read("up 5% YoY", 5), comparisons.read("up 5%", 5)
    ('2023', 'year on year', None)
    """

    def __init__(self, rows: Iterable[Comparison]) -> None:
        """Index the rows."""
        self._phrases = Phrases((words, row.words[0]) for row in rows for words in row.words)

    def read(self, text: str, end: int) -> str | None:
        """Give what the change that ends at an offset is compared with, in the text's words or the rule's first."""
        opening = _OPENING.match(text, end)
        at = opening.end() if opening else end
        if phrase := self._phrases.at(text, at):
            return phrase[0]
        than = _THAN.match(text, at)
        when = _WHEN.match(text, than.end()) if than else None
        return when[0] if when and not _UNTIL.match(text, when.end()) else None
