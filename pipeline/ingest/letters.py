"""How likely the letters of a decoded text are, in words of the languages that its encoding is used for."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import log
from typing import NamedTuple

from babel.core import Locale

_WORD = re.compile(r"[^\W\d_²³¹½¼¾ªº]+")
_COMMON = frozenset("‘’“”–—…•€£°§©®™«»·¿¡½¼¾²³¹ªº±×„‚‹› \xa0")
"""Signs beside letters that press text has."""
_JOINS, _DASHES, _OPENS = frozenset("’·\xa0"), frozenset("–—"), frozenset("“‘„«‹¿¡—…•")
"""Signs that stand between letters, that may, and that stand before small ones."""
_ASCII, _OTHER_SCRIPT = re.compile("[A-Za-z]"), re.compile("[^\\W\\d_a-zA-Z\xaa-\u024f\u1e00-\u1eff]")
_SIGNS = re.compile(r"[^\w\x00-\x7f]|[²³¹½¼¾ªº]")
_LETTERS = 40  # letters that one may be taken for where nothing is known
_SIGN, _RARE, _BROKEN = log(0.02), log(1e-4), log(1e-8)
_CASES = log(1e-3)  # a capital behind a small letter
_FOREIGN = log(10)


class Language(NamedTuple):
    """Letters of a language's words: how often each stands between two others, behind one, before one, and at all."""

    between: Counter[str]
    behind: Counter[str]
    before: Counter[str]
    alone: Counter[str]
    around: Counter[str]
    """How often two letters stand around one."""

    def likely(self, before: str, letter: str, after: str) -> float:
        """Give how likely a letter is between two others."""
        if letter not in self.alone:
            return 1e-6
        around, total = self.around[before + after], self.alone.total()
        behind, ahead = self.alone[before], self.alone[after]
        near = self.behind[before + letter] / (behind + _LETTERS) + self.before[letter + after] / (ahead + _LETTERS)
        return float(
            0.5 * self.between[before + letter + after] / (around + _LETTERS / 4)
            + 0.2 * near
            + 0.03 * self.alone[letter] / total
        )


@lru_cache(maxsize=64)
def language(code: str) -> Language:
    """Count the letters of a language in the names of countries, languages, currencies, days and months, by CLDR."""
    between, behind, before, alone, around = (Counter[str]() for _ in range(5))
    for word in _words(code):
        letters = f" {word} "
        alone.update(letters[1:])
        for at in range(1, len(letters) - 1):
            left, letter, right = letters[at - 1], letters[at], letters[at + 1]
            between[left + letter + right] += 1
            behind[left + letter] += 1
            before[letter + right] += 1
            around[left + right] += 1
    return Language(between, behind, before, alone, around)


def _words(code: str) -> Iterator[str]:
    locale = Locale.parse(code)
    names = [*locale.territories.values(), *locale.languages.values(), *locale.currencies.values()]
    for part in (locale.days, locale.months):
        names += part["format"]["wide"].values()
    for name in names:
        yield from (word.lower() for word in _WORD.findall(_with_cedillas(name)))


def _with_cedillas(name: str) -> str:
    """Write commas below as cedillas, which is what old encodings have of them: Timișoara, Timişoara."""
    parts = unicodedata.normalize("NFD", name).replace("\u0326", "\u0327")
    return unicodedata.normalize("NFC", parts)


def likelihood(text: str, languages: tuple[str, ...]) -> float:
    """Give the log of how likely the letters and signs beyond ASCII of a text are, in words of some languages.

    >>> good, bad = ("Agnès Lemaître", ("fr", "pt")), ("Agnčs Lemaîtr", ("pl", "cs"))
    >>> likelihood(*good) > likelihood(*bad)
    True
    """
    spoken = [language(code) for code in languages]
    words = [word[0] for word in _WORD.finditer(text) if not word[0].isascii()]
    mixed = [_ASCII.search(word) is not None and _OTHER_SCRIPT.search(word) is not None for word in words]
    scores = [[_of_word(word, one) for one in spoken] for word, broken in zip(words, mixed, strict=True) if not broken]
    # Most words are of one language: those of another count for less.
    total = max(sum(max(of[at], max(of) - _FOREIGN) for of in scores) for at in range(len(spoken)))
    total += sum(map(_of_cases, words)) + _BROKEN * sum(mixed)
    return total + sum(_of_sign(text, sign.start()) for sign in _SIGNS.finditer(text))


def _of_word(word: str, spoken: Language) -> float:
    letters = f" {word.lower()} "
    return sum(
        log(max(spoken.likely(letters[at - 1], letters[at], letters[at + 1]), 1e-6))
        for at in range(1, len(letters) - 1)
        if not letters[at].isascii()
    )


def _of_cases(word: str) -> float:
    """Weigh capitals within a word that is not all capitals, which hardly stand there."""
    return sum(_CASES for before, letter in pairwise(word) if before.islower() and letter.isupper())


def _of_sign(text: str, at: int) -> float:
    """Weigh a sign that is no letter; few stand between two letters, or before a small one."""
    sign = text[at]
    if sign == "\ufffd" or "\x80" <= sign <= "\x9f" or (not sign.isprintable() and sign != "\xa0"):
        return _BROKEN
    glued = sign not in _JOINS and text[at + 1 : at + 2].islower() and sign not in _OPENS
    inside = sign not in _JOINS and text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()
    if glued or inside:
        return _BROKEN if sign not in _DASHES else _RARE
    return _SIGN if sign in _COMMON else _RARE
