"""A text to the offsets at which its sentences begin: the one place that knows where a sentence ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.rulebook.reading import Rulebook
from pipeline.values.text.lines import unwrapped

_CLOSERS = r"[\"'”’»›)\]]*"
_END = re.compile(
    rf"(?P<mark>(?<![.!?…])[.!?…]++|[。！？])(?P<closers>{_CLOSERS})(?P<space>\s+|(?<=[\"”»])(?=[A-Z“\"«]))"
)
_NEXT = re.compile(r"[\"'“”‘’«‹(\[*•–—-]*\s?(?:[A-ZÀ-ÞΑ-ΩА-ЯİŁŚŻ¿¡]|\d|[a-z]+[A-Z]|[^\W\d_a-zA-Zß-ÿ])")
_LAST = re.compile(rf"[.!?…]{_CLOSERS}\s*$")
_WORD_BEFORE = re.compile(r"[^\s\"“‘«(\[/–—]+$")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[]*(\w+)")
_BREAK = re.compile(r"\n[^\S\n]*(?=\n)\s*|\n[^\S\n]*")
_LAST_MARK = re.compile(r"[.!?:…\"”’»)\]]\s*$")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
OPENS = re.compile(r"(?:^|\n|[.!?:]['\"”’)]? +|[\"“‘])$")
"""Before a word that may have its capital only because it opens a sentence, a line or a quotation."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """The words that tell where a sentence ends, and what is asked of it.

    >>> sentences = Sentences(never=frozenset({"Mr", "Gen"}), starts_with=frozenset({"He"}))
    >>> text = "Mr. Tan left the Gen. Motors plant. He is 60."
    >>> sentences.starts(text), sentences.begin(text, 30), sentences.end(text, 30)
    ((0, 36), 0, 36)
    """

    never: frozenset[str] = frozenset()
    """Abbreviations whose full stop ends no sentence."""
    numbered: frozenset[str] = frozenset()
    """Those that are words too: they are short where a number follows."""
    maybe: frozenset[str] = frozenset()
    """Those whose full stop ends one, where a word of `starts_with` follows."""
    starts_with: frozenset[str] = frozenset()

    def starts(self, text: str) -> tuple[int, ...]:
        """List the offsets at which sentences begin: after closing marks, at paragraphs, at lines that stand alone."""
        return _starts(text, self)

    def begin(self, text: str, at: int) -> int:
        """Give the offset at which the sentence of a place begins."""
        starts = self.starts(text)
        return starts[bisect_right(starts, at) - 1] if starts else 0

    def end(self, text: str, at: int) -> int:
        """Give the offset at which the next sentence begins after a place, or the text ends."""
        starts = self.starts(text)
        following = bisect_right(starts, at)
        return starts[following] if following < len(starts) else len(text)

    def are_one(self, text: str, start: int, end: int) -> bool:
        """Say whether no sentence begins between two places."""
        starts = self.starts(text)
        return bisect_right(starts, start) >= bisect_left(starts, end)

    def is_sentence(self, text: str) -> bool:
        """Say whether a paragraph ends as a sentence does, or goes on after one.

        >>> sentences = Sentences(maybe=frozenset({"Inc", "p.m"}))
        >>> [sentences.is_sentence(text) for text in ("Volta Foods Inc.", "It opens at 9 p.m.", "It opens. Soon")]
        [False, True, True]
        """
        last = _LAST.search(text)
        if last and not (text[last.start()] == "." and self._is_name_at_end(text, last.start())):
            return True
        return any(True for _ in _after_marks(text, self))

    def _is_name_at_end(self, text: str, stop: int) -> bool:
        """Say whether a text's last full stop belongs to a name: `Volta Foods Inc.`, but not `9 p.m.`."""
        word = _WORD_BEFORE.search(text, max(0, stop - 24), stop)
        return bool(word and word[0][0].isupper() and self.is_abbreviation(word[0], ""))

    def is_abbreviation(self, word: str, after: str) -> bool:
        """Say whether a full stop after a word only ends an abbreviation, given the word after it."""
        core = word.rstrip(".")
        if len(core) == 1 and core.isalpha() and core.isupper():
            return after not in self.starts_with or core == "I"
        if core in self.numbered:
            return after[:1].isdigit()
        if core in self.never:
            return True
        return (core in self.maybe or bool(_INITIALS.fullmatch(core))) and after not in self.starts_with


@lru_cache(maxsize=4)
def sentences_of(rules: Rulebook) -> Sentences:
    """Read where sentences end out of the rules."""
    return Sentences(
        never=rules.abbreviations.words("never"),
        numbered=rules.abbreviations.words("number"),
        maybe=rules.abbreviations.words("maybe"),
        starts_with=rules.sentence_starts.words(),
    )


def ends_with_mark(text: str) -> bool:
    """Say whether a text ends with a mark that ends sentences."""
    return _LAST.search(text) is not None


@lru_cache(maxsize=8)  # every reader of an article asks for the same text
def _starts(text: str, sentences: Sentences) -> tuple[int, ...]:
    flat = unwrapped(text)
    starts = {0, *_after_marks(flat, sentences), *_after_lines(flat)}
    return tuple(sorted(start for start in starts if start < len(flat)))


def _after_marks(text: str, sentences: Sentences) -> Iterator[int]:
    for end in _END.finditer(text):
        if not _NEXT.match(text, end.end()):
            continue
        if end["mark"] == "." and not end["closers"].strip("'’)]") and "\n" not in end["space"]:
            before = _WORD_BEFORE.search(text, max(0, end.start() - 24), end.start())
            after = _WORD_AFTER.match(text, end.end())
            if before and sentences.is_abbreviation(before[0], after[1] if after else ""):
                continue
        yield end.end()


def _after_lines(text: str) -> Iterator[int]:
    for line in _BREAK.finditer(text):
        alone = line[0].count("\n") > 1 or _LAST_MARK.search(text, max(0, line.start() - 4), line.start())
        after = text[line.end() : line.end() + 1]
        if alone or not (after.islower() or text[max(0, line.start() - 1) : line.start()] in (",", ";", "-")):
            yield line.end()
