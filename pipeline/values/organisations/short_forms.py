"""Short forms to the names that they can stand for, and a text to the short forms that it defines in brackets."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from pipeline.values.names.forms import fold, is_acronym, org_words
from pipeline.values.text.sentences import Sentences

_SMALL = "a an and at by de del des di du et for in la of on or the to und y für van von"
SMALL = frozenset(_SMALL.split())
_REACH_OF_LETTERS = 4
"""Words after the last one within which an acronym's next letter must stand."""
_ELIDED = re.compile(r"^(?:l|d|dell|dall|nell|sull|un)'")
_SHORT = re.compile(r"\s\(\W?(?P<short>[A-Z][\w&.-]{1,11}?)s?\W?\)")
_REACH = 90  # characters before a bracket in which the words stand that it shortens
_WORD = re.compile(r"[\w&][\w&'’./-]*")
_PART = re.compile(r"[;:]\s|\n")
_BRACKET = re.compile(r"(?:['’]s)?,?\s{0,2}\(([^()\n]{2,160})\)")
_QUOTED = re.compile(r"[\"“”'‘]+(?:the )?([^\"“”]{2,60}?)['’]?[\"“”]+")
_TICKER = re.compile(
    r"(?:['’]s)?,? \((?:[^()\n]{0,60}[;,/] ?)?[A-Za-z][\w .&-]{1,20}: ?\"?(?P<ticker>[A-Z][A-Z0-9.]{1,7})(?=[;,)/ ])"
)
_FURTHER = re.compile(r"[^()\n.]{0,80}? ?(?:\([^()\n]{0,60}\) ?)?\((?=[^()\n]{0,60}[\"“])(?P<inside>[^()\n]{2,160})\)")
_BARE = re.compile(r"(?:the |or |formerly )?([A-Z0-9À-Þ][\w&.₂+ '’/-]{1,40})$")


class Definition(NamedTuple):
    """An acronym in brackets, and the words before it that it stands for."""

    short: str
    start: int
    end: int
    full_start: int
    full_end: int


def definitions(text: str, sentences: Sentences) -> Iterator[Definition]:
    """Find acronyms in brackets with the words whose first letters they are made of.

    >>> text = "the African Energy Week (AEW) and the net profit (NYSE: NP)"
    >>> [(one.short, text[one.full_start : one.full_end]) for one in definitions(text, Sentences())]
    [('AEW', 'African Energy Week')]
    """
    for bracket in _SHORT.finditer(text):
        low = max(sentences.begin(text, bracket.start()), bracket.start() - _REACH)
        for low_mark in _PART.finditer(text, low, bracket.start()):
            low = low_mark.end()
        words = list(_WORD.finditer(text, low, bracket.start()))
        start = _first_word(bracket["short"], [word[0] for word in words])
        if start is not None:
            yield Definition(
                bracket["short"], bracket.start("short"), bracket.end("short"), words[start].start(), words[-1].end()
            )


def _first_word(short: str, words: list[str]) -> int | None:
    """Give the place of the first of the last words that an acronym stands for, the fewest words that fit."""
    letters = re.sub(r"[^a-z0-9]", "", fold(short))
    for count in range(1, min(len(words), len(letters) + 4) + 1):
        phrase = " ".join(words[-count:])
        every = "".join(word[0] for part in words[-count:] for word in part.split("-") if word).lower()
        if letters in (initials(phrase.title() if phrase.islower() else phrase), every, initials(phrase)):
            return len(words) - count
    for count in range(2, min(len(words), len(letters) + 1) + 1):
        first = words[-count]
        if first[0].isupper() and fold(first)[0] == letters[0] and could_abbreviate(short, " ".join(words[-count:])):
            return len(words) - count
    return None


@lru_cache(maxsize=20_000)
def initials(name: str) -> str:
    """Give the first letters of the words that count, capitals inside words too.

    >>> initials("Nigerian Content Development and Monitoring Board"), initials("PricewaterhouseCoopers")
    ('ncdmb', 'pc')
    """
    words = re.findall(r"[^\W\d_]+", name.replace("’", "'").replace("'s", ""))
    letters = [re.sub(r"[^A-ZÀ-Þ]", "", word) if not word.isupper() else word[0] for word in words]
    return "".join(
        letter or word[0] for word, letter in zip(words, letters, strict=True) if word.lower() not in SMALL
    ).lower()


def stands_for(short: str, name: str) -> bool:
    """Say whether an acronym can stand for a name: its letters in order, the first the same, initials in the main.

    >>> [stands_for(short, "Federal Open Market Committee") for short in ("FOMC", "FMC", "FBI")]
    [True, False, False]
    >>> stands_for("K&M", "Kasoa & Mills"), stands_for("K&M", "K&M")
    (True, False)
    """
    letters = re.sub(r"[^a-z0-9]", "", fold(short.replace("&", "")))
    if len(letters) < 2 or letters == re.sub(r"[^a-z0-9]", "", fold(name.replace("&", ""))):
        return False
    words = org_words(name)
    every = "".join(word[0] for word in words)
    return letters in (initials(name), every) or (len(letters) > 2 and letters == every[: len(letters)])


def spells_out(name: str, short: str) -> bool:
    """Say whether a name has in full what one word of a shorter one has by its letters; the others are the same.

    >>> [spells_out("Volta Housing Loans Working Group", short) for short in ("VHL Working Group", "TP Working Group")]
    [True, False]
    """
    words, full = short.split(), name.split()
    for at, word in enumerate(words):
        last = len(full) - len(words) + 1 + at
        same = full[:at] == words[:at] and full[last:] == words[at + 1 :]
        inside = " ".join(full[at:last]).replace("-", " ")
        if same and " " in inside and is_acronym(word.replace(".", "")) and stands_for(word, inside):
            return True
    return False


def could_abbreviate(short: str, name: str) -> bool:
    """Say whether a short form in brackets can belong to the name before it: its letters stand in the name in order.

    >>> could_abbreviate("InvestHK", "Invest Hong Kong"), could_abbreviate("NYSE", "Volta Foods")
    (True, False)
    """
    letters = re.sub(r"[^a-z0-9]", "", fold(short))
    words = org_words(name)
    if not letters or not words:
        return False
    reach = len(words) if " " in short else _REACH_OF_LETTERS
    return _letters_in_words(letters, words, reach) or _letters_in_words(letters, _of_weight(words), reach)


def _of_weight(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the small words, and those that are cut before an apostrophe: `l'eau` is `eau`."""
    plain = (_ELIDED.sub("", word) for word in words)
    return tuple(word for word in plain if word and word not in SMALL)


def _letters_in_words(letters: str, words: tuple[str, ...], reach: int) -> bool:
    """Match each letter to the start of one of the next words, or to the letters that follow the last matched one."""
    places = {(-1, 0)}
    for letter in letters:
        nexts = set()
        for word_at, char_at in places:
            if word_at >= 0:
                inside = words[word_at].find(letter, char_at)
                if inside >= 0:
                    nexts.add((word_at, inside + 1))
            for at in range(word_at + 1, min(word_at + reach, len(words))):
                if words[at][0] == letter:
                    nexts.add((at, 1))
        places = nexts
        if not places:
            return False
    return True


def defined_after(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Find the short forms that brackets after a name define for it: `(InvestHK)`, `("Volta" or the "Company")`.

    What stands in quote marks is defined; a bare word must be able to stand for the name by its letters.

    >>> text = "Volta Foods Plc (GSE: VLF) met Invest Ghana (InvGH)."
    >>> [text[start:end] for start, end in defined_after(text, 31, 43)], list(defined_after(text, 0, 15))
    (['InvGH'], [])
    """
    bracket = _BRACKET.match(text, end)
    if not bracket:
        return
    inside, at = bracket[1], bracket.start(1)
    yield from _quoted(inside, at)
    bare = _BARE.match(inside)
    if bare and ":" not in inside and not _QUOTED.search(inside) and could_abbreviate(bare[1], text[start:end]):
        yield at + bare.start(1), at + bare.end(1)


def _quoted(inside: str, at: int) -> Iterator[tuple[int, int]]:
    """Find what stands in quote marks in a bracket, whose text begins at a place of the article."""
    for term in _QUOTED.finditer(inside):
        if term[1][0].isupper() and not term[1].endswith(" "):
            yield at + term.start(1), at + term.end(1)


def ticker_after(text: str, end: int) -> str | None:
    """Give what a body is called at an exchange, from the bracket behind its name.

    >>> ticker_after("Volta Foods Plc (GSE: VLF) grew.", 15)
    'VLF'
    """
    found = _TICKER.match(text, end)
    return found["ticker"] if found else None


def quoted_after(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Find the short forms in quote marks that a bracket further behind a name defines, in its sentence.

    >>> text = 'Volta Foods, a Tema company (the "Company" or "Volta"), grew.'
    >>> [text[start:end] for start, end in quoted_after(text, 11)]
    ['Company', 'Volta']
    """
    found = _FURTHER.match(text, end)
    if found:
        yield from _quoted(found["inside"], found.start("inside"))
