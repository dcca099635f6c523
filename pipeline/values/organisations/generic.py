"""Whether a name of a body is one that every country has: `Ministry of Finance`, `Supreme Court`."""

from pipeline.rulebook.kinds import GenericKind
from pipeline.rulebook.lexicon import NO_WORDS, Lexicon
from pipeline.values.names.forms import fold


class GenericNames:
    """Tells names that are made of nothing but what such bodies are called, and what they are for.

    >>> from pipeline.rulebook.rows import WordList
    >>> words = {"head": "ministry", "field": "foreign affairs", "filler": "of"}
    >>> rows = [WordList(kind, kind, (word,)) for kind, word in words.items()]
    >>> names = GenericNames(Lexicon("generic_bodies", rows))
    >>> [names.is_generic(name) for name in ("Ministry of Foreign Affairs", "Ministry of Sound", "Foreign Affairs")]
    [True, False, False]
    """

    def __init__(self, rows: Lexicon[GenericKind] = NO_WORDS) -> None:
        """Keep the words, by their kind."""
        self._kinds = {fold(word): row.kind for row in rows for word in row.words}
        self._longest: dict[str, int] = {}  # of those that begin with a word
        for words in map(str.split, self._kinds):
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def is_generic(self, name: str) -> bool:
        """Say whether every word of a name is one of ours, longest first, and one of them is what bodies are called."""
        words, kinds, at = fold(name).replace(",", " ").split(), set[GenericKind](), 0
        while at < len(words):
            sizes = range(min(self._longest.get(words[at], 0), len(words) - at), 0, -1)
            size = next((n for n in sizes if " ".join(words[at : at + n]) in self._kinds), 0)
            if not size:
                return False
            kinds.add(self._kinds[" ".join(words[at : at + size])])
            at += size
        return "head" in kinds
