"""Words around a value -> exact, approx, min or max."""

import re

from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import QualifierPhrase, word_sets
from pipeline.values.text.phrases import Phrases, words_of

_BY_HOW_MUCH = {"slightly", "marginally", "significantly", "sharply", "somewhat", "considerably", "bit", "little"}
_ADDS = {"add", "adds", "added", "adding"}
_PLACING = {"under", "over", "within", "above", "below", "beyond"}
_ARTICLES = {"a", "an"}
_NONE_MAY = re.compile(
    r"\b(?:no|nor|neither|never|none)\b[^.;:]{0,40}\b(?:can|could|may|might|must|shall|should|will|would)\s$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"(?:lower|higher|smaller|larger|bigger|better)\sthan\b", re.IGNORECASE)


class Qualifiers:
    """Reads the qualifier of a value from the words before it and after it.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> qualifiers = Qualifiers(load_rulebook())
    >>> qualifiers.read("cost more than $5m to build", 15, 18), qualifiers.read("$5m or more", 0, 3)
    ('min', 'min')
    """

    def __init__(self, rules: Rulebook) -> None:
        """Index the rows by side."""
        self._before = Phrases((w, row) for row in rules.qualifiers if row.side == "before" for w in row.words)
        self._after = Phrases((w, row) for row in rules.qualifiers if row.side == "after" for w in row.words)
        self._moved = {
            words.removesuffix(" up") for row in rules.directions for words in row.words if words.endswith(" up")
        }
        self._over = word_sets(rules.direction_words)["quarrels"] | word_sets(rules.direction_words)["over_verb"]
        self._fillers = Phrases((words, words) for words in word_sets(rules.direction_words)["filler"])

    def read(self, text: str, start: int, end: int) -> str:
        """Give the qualifier of the value that stands from start to end."""
        found = self._before.before(text, start)
        if found is None and (filler := self._fillers.before(text, start)):
            found = self._before.before(text, filler[1])
            if found and filler[0] in _ARTICLES and text[found[1] : filler[1]].strip().casefold() in _PLACING:
                found = None  # under a $5m deal
        if found and _NONE_MAY.search(text, max(0, found[1] - 60), found[1]):
            return "max"  # no award may exceed $5m
        if found and not self._is_change(found, text, start, end):
            return found[0].qualifier
        after = self._after.at(text, end)
        return after[0].qualifier if after else "exact"

    def _is_change(self, found: tuple[QualifierPhrase, int], text: str, start: int, end: int) -> bool:
        """Whether words tell where a value went, or what it is set against: `edged up to 5%`, `slightly lower than`."""
        row, at = found
        word = words_of(text, max(0, at - 20), at)[-1:]
        before = word[0][1].casefold() if word else ""
        if row.id == "up_to" and text[end : end + 6].lower().startswith(" from "):
            return True
        if text[at:start].casefold().startswith("up to"):
            return before in self._moved | _ADDS
        if text[at:start].casefold().startswith("over"):
            return before in self._over  # a row over $5m, handed over $5m
        return before in _BY_HOW_MUCH and _COMPARED.match(text, at) is not None
