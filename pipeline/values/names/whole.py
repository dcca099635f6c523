"""A stretch that a model took for a name to the whole name: the rest of a double name, no rank of who follows."""

import re

from pipeline.rulebook.kinds import NamePartKind
from pipeline.rulebook.lexicon import Lexicon

_WORD = r"[A-ZÀ-Þ][\w'’]+"
_HALF_BEFORE = re.compile(rf"{_WORD}-$")
_HALF_AFTER = re.compile(rf"(?:-{_WORD})+(?!-)")
_SYLLABLE = r"(?:[bcdfghjklmnprstvwyz]{0,2}[aeiouy]{1,3}(?:ng|[nklmprht])?)"
"""The second syllable of a given name, as Korean and Chinese ones are romanised: `Kwon Young-se`."""
_DOUBLE = rf"{_WORD}(?:-{_WORD})*"
_LONGEST_HALF = 30


class WholeNames:
    """Finds the edges of whole names, by the words of `name_parts.csv`."""

    def __init__(self, words: Lexicon[NamePartKind]) -> None:
        """Compile the words."""
        any_of = words.any_of
        self._generation = re.compile(rf",? {any_of('generation')}(?![\w'’-])")
        rank = rf"(?:{any_of('rank_grade')} )?{any_of('rank_end')}\b"
        self._descent = re.compile(rf" {any_of('descent')}\.? {_DOUBLE}(?: {_DOUBLE})?")
        self._syllable = re.compile(rf"-(?!{any_of('no_syllable')}\b){_SYLLABLE}(?![\w-])")
        self._rank_begins = re.compile(rf" {any_of('rank_opener')}(?P<whole> {rank})?$")
        self._rank_goes_on = re.compile(rf" {rank}")

    def person(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Take into a person's name the rest of a double name, and whose child the person is: `a/l`, `bin`, `Jr`.

        >>> from pipeline.rulebook.rows import WordList
        >>> words = {"descent": "a/p", "generation": "Sr", "rank_opener": "Air", "rank_end": "Marshal"}
        >>> names = WholeNames(Lexicon("name_parts", [WordList(kind, kind, (word,)) for kind, word in words.items()]))
        >>> text = "Ama Mensah-Boateng, Kavita a/p Raman and Quincy Obi Sr. met"
        >>> [text[slice(*names.person(text, *place))] for place in ((0, 10), (20, 26), (41, 51))]
        ['Ama Mensah-Boateng', 'Kavita a/p Raman', 'Quincy Obi Sr']
        """
        before = _HALF_BEFORE.search(text, max(0, start - _LONGEST_HALF), start)
        if before:
            start = before.start()
        after = _HALF_AFTER.match(text, end) if " " in text[start:end] else None
        if after:
            end = after.end()
        syllable = self._syllable.match(text, end) if " " in text[start:end] else None
        if syllable:
            end = syllable.end()
        behind = self._descent.match(text, end) or self._generation.match(text, end)
        return start, behind.end() if behind else end

    def before_rank(self, text: str, start: int, end: int) -> int:
        """Give where a body's name ends, before the rank of the person after it.

        >>> from pipeline.rulebook.rows import WordList
        >>> words = {"rank_opener": "Air", "rank_grade": "Vice", "rank_end": "Marshal"}
        >>> names = WholeNames(Lexicon("name_parts", [WordList(kind, kind, (word,)) for kind, word in words.items()]))
        >>> text = "Ministry of Defence Air Vice Marshal Obi"
        >>> [text[: names.before_rank(text, 0, end)] for end in (23, 36)]
        ['Ministry of Defence', 'Ministry of Defence']
        """
        rank = self._rank_begins.search(text, start, end)
        return rank.start() if rank and (rank["whole"] or self._rank_goes_on.match(text, end)) else end
