"""The words of a rule file: which are of a kind, which row has a word, and what finds any of them in a text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic

from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.rows import Kind, WordList

AS_PRINTED = {
    "abbreviations": {"never", "number", "maybe"},
    "sentence_starts": {"start"},
    "date_words": {"after_sunday", "no_event", "no_half", "company", "law", "street"},
    "per_words": {"small_unit"},
    "no_clues": {"no_clue"},
    "given_names": {"m", "f"},
    "honorifics": {"m", "f", "any"},
    "name_parts": {"seniority", "without_stop", "prefix", "no_ending", "saint"},
    "name_vetoes": {"exact", "ending"},
    "nationalities": {"people", "place"},
    "organisation_words": {"head", "legal", "known", "like_person"},
    "aliases": {"body"},
    "titles": {"rank", "also_name", "region", "direction", "short_grade", "new_place", "state"},
    "offices": {"abbreviated"},
    "speaker_nouns": {"person"},
}
"""Files and kinds in which capitals count; the words of all others are looked up in lower case."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a rule file: the id and kind of its row, and the word as the row has it."""

    id: str
    kind: str
    word: str


class Lexicon(Generic[Kind]):
    """The words of a rule file; of some kinds, or where none is named, of all.

    >>> titles = Lexicon("titles", [WordList("ranks", "rank", ("Capt",)), WordList("chiefs", "head", ("chief", "CEO"))])
    >>> sorted(titles.words("head")), titles.ids("rank"), titles.any_of("head", "rank")
    (['ceo', 'chief'], {'Capt': 'ranks'}, '(?:chief|Capt|CEO)')
    """

    def __init__(self, table: str = "", rows: Iterable[WordList[Kind]] = ()) -> None:
        """Keep the rows of a file, which is called by its name without its ending."""
        self.rows = tuple(rows)
        self._as_printed: frozenset[str] = frozenset(AS_PRINTED.get(table, ()))

    def __iter__(self) -> Iterator[WordList[Kind]]:
        """Give the rows."""
        return iter(self.rows)

    def printed(self, *kinds: Kind) -> tuple[str, ...]:
        """Give the words as the rows have them, in their order."""
        return tuple(word for row in self._of(kinds) for word in row.words)

    def any_of(self, *kinds: Kind) -> str:
        """Give a regular expression for any of the words as the rows have them."""
        return any_of(self.printed(*kinds))

    def words(self, *kinds: Kind) -> frozenset[str]:
        """Give the words as they are looked up: in lower case, unless capitals count."""
        return frozenset(self._looked_up(row, word) for row in self._of(kinds) for word in row.words)

    def by_kind(self) -> dict[Kind, frozenset[str]]:
        """Give the words of each kind as they are looked up."""
        return {kind: self.words(kind) for kind in dict.fromkeys(row.kind for row in self.rows)}

    def entries(self, *kinds: Kind) -> dict[str, Entry]:
        """Give the words with their rows, by the words as they are looked up; of two rows, the first has a word."""
        found: dict[str, Entry] = {}
        for row in self._of(kinds):
            for word in row.words:
                found.setdefault(self._looked_up(row, word), Entry(row.id, row.kind, word))
        return found

    def ids(self, *kinds: Kind) -> dict[str, str]:
        """Give the id of the row of each word, by the words as they are looked up."""
        return {word: entry.id for word, entry in self.entries(*kinds).items()}

    def _of(self, kinds: tuple[Kind, ...]) -> Iterator[WordList[Kind]]:
        return (row for row in self.rows if not kinds or row.kind in kinds)

    def _looked_up(self, row: WordList[Kind], word: str) -> str:
        return word if row.kind in self._as_printed else word.lower()


NO_WORDS: Lexicon[Any] = Lexicon()
