"""Words around a value -> exact, approx, min or max."""

from pipeline.rulebook import Rulebook
from pipeline.value_rules import QualifierPhrase, word_sets
from pipeline.values.phrases import Phrases


class Qualifiers:
    """Reads the qualifier of a value from the words before it and after it.

    >>> from pipeline.rulebook import load_rulebook
    >>> qualifiers = Qualifiers(load_rulebook())
    >>> qualifiers.read("cost more than $5m to build", 15, 18), qualifiers.read("$5m or more", 0, 3)
    ('min', 'min')
    """

    def __init__(self, rules: Rulebook) -> None:
        """Index the rows by side."""
        self._before = Phrases((w, row) for row in rules.qualifiers if row.side == "before" for w in row.words)
        self._after = Phrases((w, row) for row in rules.qualifiers if row.side == "after" for w in row.words)
        self._fillers = Phrases((words, words) for words in word_sets(rules.word_lists)["filler"])

    def read(self, text: str, start: int, end: int) -> str:
        """Give the qualifier of the value that stands from start to end."""
        found = self._before.before(text, start)
        if found is None and (filler := self._fillers.before(text, start)):
            found = self._before.before(text, filler[1])
        if found and not _is_change(found[0], text, end):
            return found[0].qualifier
        after = self._after.at(text, end)
        return after[0].qualifier if after else "exact"


def _is_change(row: QualifierPhrase, text: str, end: int) -> bool:
    """Whether `up to 5% from 3%` says where a value went, not what it is at most."""
    return row.id == "up_to" and text[end : end + 6].lower().startswith(" from ")
