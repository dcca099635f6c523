"""A pattern of the rules with slots in braces, `{month} {day}`, to a regular expression that names what fills them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from pipeline.compiling import compile_once
from pipeline.errors import RulesError
from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.lexicon import Lexicon
from pipeline.rulebook.rows import DatePattern, LinkPattern, PersonLink

Pattern = TypeVar("Pattern", LinkPattern[Any], PersonLink, DatePattern)

SIGNS = {"PERSON": "\ue000", "ORG": "\ue001", "LOC": "\ue002", "ROLE": "\ue003", "QUOTE": "\ue004", "FIGURE": "\ue005"}
"""Private characters that no article uses; the slots `{person}` ... of patterns."""

BREAK = "\ue008"
"""Stands where a sentence begins, in masked texts that are made with sentence starts."""

OWN_SLOTS = ("person_links", "quote_links", "date_patterns", "comparison_times")
"""Tables whose patterns name more than lists of words; `fill` puts that in, or says what it does not know."""
_OF_TABLES = {"introductions": "name", "callings": "name"}
"""The slot that the reader of a table fills by itself."""

_NO_LINE_END = re.compile(r"\[\^(?:\\.|[^\]\\])*?\\[ns](?:\\.|[^\]\\])*\]")
"""A class of signs that the end of a line is none of."""
_LINE_END = re.compile(r"\\[nstxDWZ]|\[\^|[\n$]|\(\?[a-zA-Z]*s")
"""What can match the end of a line, or tell the end of a text from it; and some things more, to be sure."""

_SLOT = re.compile(r"\{([a-z]\w*)\}")
_GROUP = re.compile(r"\(\?P<(\w+)>")
_WORDS = re.compile(r"\{([A-Za-z]\w*)\}")


def with_words(rows: Iterable[Pattern], words: Lexicon[Any]) -> tuple[Pattern, ...]:
    """Give rows in whose patterns the words of a kind stand for its name: `{unit_noun}`; other slots stay.

    `{Replaces}` is any of the words of `replaces`, with a capital or without.

    >>> from pipeline.rulebook.rows import WordList
    >>> rows = [LinkPattern("said", "before", "{Speaks} of {org}")]
    >>> words = Lexicon("pattern_words", [WordList("s", "speaks", ("speaks", "spoke well"))])
    >>> with_words(rows, words)[0].pattern
    '(?:Spoke well|spoke well|Speaks|speaks) of {org}'
    """
    of_kinds = _any_of_kinds(words)
    return tuple(
        replace(row, pattern=_WORDS.sub(lambda slot: of_kinds.get(slot[1], slot[0]), row.pattern)) for row in rows
    )


def only_words(table: str, rows: Iterable[Pattern]) -> None:
    """Raise RulesError where a pattern of a table still has a slot, though none but lists of words can stand there."""
    for row in rows if table not in OWN_SLOTS else ():
        if left := set(_WORDS.findall(row.pattern)) - {_OF_TABLES.get(table)}:
            raise RulesError(f"{table}.csv: {row.id!r} names {{{min(left)}}}, which is no kind of pattern_words.csv")


@lru_cache(maxsize=4)
def _any_of_kinds(words: Lexicon[Any]) -> dict[str, str]:
    """Give an expression for any word of each kind, the longest first, and for each kind with a capital."""
    found = {}
    for kind in dict.fromkeys(row.kind for row in words):
        listed = words.printed(kind)
        capital = (form for word in listed for form in (word, word[:1].upper() + word[1:]))
        found[kind], found[kind.capitalize()] = _any(listed), _any(capital)
    return found


def _any(words: Iterable[str]) -> str:
    """Give an expression for any of some words, with plain spaces, for which `spaced` may put others."""
    return any_of(words).replace(r"\ ", " ")


def fill(pattern: str, slots: Mapping[str, str]) -> str:
    """Put the slots into a pattern; a group that stands in it twice is named `year`, then `year__2`.

    Raises RulesError where the pattern names a slot that there is none of.

    >>> fill("{year} to {year}", {"year": "(?P<year>[0-9]{4})"})
    '(?P<year>[0-9]{4}) to (?P<year__2>[0-9]{4})'
    """
    named: Counter[str] = Counter()

    def numbered(group: re.Match[str]) -> str:
        named[group[1]] += 1
        return f"(?P<{group[1]}__{named[group[1]]}>" if named[group[1]] > 1 else group[0]

    if unknown := {name for name in _SLOT.findall(pattern) if name not in slots}:
        raise RulesError(f"the pattern {pattern!r} names {{{min(unknown)}}}, and there is no such slot")
    return _GROUP.sub(numbered, _SLOT.sub(lambda slot: slots[slot[1]], pattern))


def compile_pattern(pattern: str, slots: Mapping[str, str]) -> re.Pattern[str]:
    """Compile a pattern over masked text: `{person}` and the like become groups of signs, other slots their words.

    A slot that is used twice gets a number: `{role} and {role2}`.
    """
    names = _SLOT.findall(pattern)
    signs = {name: SIGNS[kind] for name in names if (kind := name.rstrip("0123456789").upper()) in SIGNS}
    return compile_once(fill(pattern, {**slots, **{name: f"(?P<{name}>{sign})" for name, sign in signs.items()}}))


def stays_in_line(pattern: str) -> bool:
    """Say whether nothing in a regular expression can match the end of a line, nor look beyond it; no if in doubt.

    >>> stays_in_line(r"[^.\\n]{0,9}, the \\w+"), stays_in_line("of [^.]{0,9}"), stays_in_line(r"of\\s")
    (True, False, False)
    """
    return _LINE_END.search(_NO_LINE_END.sub("", pattern)) is None


def pattern_of(rows: Iterable[LinkPattern[Any]], *kinds: str) -> re.Pattern[str]:
    """Compile the patterns of some kinds, in their order, to one that finds what any of them does; of none, nothing.

    >>> rows = [LinkPattern("place", "before_place", "(?:in|near) $"), LinkPattern("told", "before_body", "told $")]
    >>> bool(pattern_of(rows, "before_place").search("a mill near ")), bool(pattern_of(rows, "held").search("near "))
    (True, False)
    """
    patterns = [row.pattern for row in rows if row.kind in kinds]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)")
