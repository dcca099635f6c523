"""The words of all rule files in one table: which row has a word, or the longest phrase at a place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pipeline.rulebook.reading import Rulebook, row_kinds
from pipeline.rulebook.rows import WordList

AS_PRINTED = frozenset(
    {
        *(
            ("titles", kind)
            for kind in ("rank", "also_name", "region", "direction", "short_grade", "new_place", "state")
        ),
        *(("name_vetoes", "exact"), ("name_vetoes", "ending")),
        *(("organisation_words", kind) for kind in ("head", "legal", "known", "like_person")),
        *(("honorifics", kind) for kind in ("m", "f", "any")),
        *(("nationalities", "people"), ("aliases", "body"), ("sentence_starts", "start")),
    }
)
"""Tables and kinds in which capitals count; the words of all others are looked up in lower case."""

_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a rule file: its file, the id and kind of its row, and the word as the row has it."""

    table: str
    id: str
    kind: str
    word: str


class Lexicon:
    """Entries by table, kind and word.

    >>> rows = (WordList("chiefs", "head", ("executive", "chief executive")), WordList("ranks", "rank", ("Capt",)))
    >>> lexicon = Lexicon([("titles", rows)])
    >>> lexicon.find("titles", "head", "Executive")
    Entry(table='titles', id='chiefs', kind='head', word='executive')
    >>> lexicon.find("titles", "rank", "capt") is None
    True
    >>> lexicon.longest("titles", ("head", "rank"), ["the", "chief", "executive", "said"], 1)
    (Entry(table='titles', id='chiefs', kind='head', word='chief executive'), 2)
    """

    def __init__(self, tables: Iterable[tuple[str, Sequence[WordList[Any]]]]) -> None:
        """Index the words of some tables; of two rows with one word, the first counts."""
        self._entries: dict[tuple[str, str], dict[str, Entry]] = {}
        for table, rows in tables:
            for row in rows:
                entries = self._entries.setdefault((table, row.kind), {})
                for word in row.words:
                    entries.setdefault(_folded(table, row.kind, word), Entry(table, row.id, row.kind, word))

    def find(self, table: str, kind: str, word: str) -> Entry | None:
        """Give the entry of a word or phrase."""
        return self._entries.get((table, kind), {}).get(_folded(table, kind, word))

    def entries(self, table: str, kind: str) -> dict[str, Entry]:
        """Give the entries of a kind, by their words as they are looked up."""
        return dict(self._entries.get((table, kind), {}))

    def words(self, table: str, kind: str) -> frozenset[str]:
        """Give the words of a kind, as they are looked up."""
        return frozenset(self._entries.get((table, kind), ()))

    def longest(self, table: str, kinds: Sequence[str], words: Sequence[str], at: int) -> tuple[Entry, int] | None:
        """Give the longest phrase of some kinds that begins at a word, and of how many words it is."""
        for width in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + width])
            found = next((entry for kind in kinds if (entry := self.find(table, kind, phrase))), None)
            if found:
                return found, width
        return None


@lru_cache(maxsize=4)
def lexicon_of(rules: Rulebook) -> Lexicon:
    """Give the lexicon of a rulebook, made once."""
    tables = ((name, getattr(rules, name)) for name in row_kinds())
    return Lexicon((name, rows) for name, rows in tables if rows and isinstance(rows[0], WordList))


def _folded(table: str, kind: str, word: str) -> str:
    return word if (table, kind) in AS_PRINTED else word.lower()
