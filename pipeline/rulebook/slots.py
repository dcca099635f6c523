"""A pattern of the rules with slots in braces, `{month} {day}`, to a regular expression that names what fills them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.compiling import compile_once
from pipeline.rulebook.rows import LinkPattern

SIGNS = {"PERSON": "\ue000", "ORG": "\ue001", "LOC": "\ue002", "ROLE": "\ue003", "QUOTE": "\ue004", "FIGURE": "\ue005"}
"""Private characters that no article uses; the slots `{person}` ... of patterns."""

BREAK = "\ue008"
"""Stands where a sentence begins, in masked texts that are made with sentence starts."""


_SLOT = re.compile(r"\{([a-z]\w*)\}")
_GROUP = re.compile(r"\(\?P<(\w+)>")


def fill(pattern: str, slots: Mapping[str, str]) -> str:
    """Put the slots into a pattern; a group that stands in it twice is named `year`, then `year__2`.

    >>> fill("{year} to {year}", {"year": "(?P<year>[0-9]{4})"})
    '(?P<year>[0-9]{4}) to (?P<year__2>[0-9]{4})'
    """
    named: Counter[str] = Counter()

    def numbered(group: re.Match[str]) -> str:
        named[group[1]] += 1
        return f"(?P<{group[1]}__{named[group[1]]}>" if named[group[1]] > 1 else group[0]

    return _GROUP.sub(numbered, _SLOT.sub(lambda slot: slots[slot[1]], pattern))


def compile_pattern(pattern: str, slots: Mapping[str, str]) -> re.Pattern[str]:
    """Compile a pattern over masked text: `{person}` and the like become groups of signs, other slots their words.

    A slot that is used twice gets a number: `{role} and {role2}`.
    """
    names = _SLOT.findall(pattern)
    signs = {name: SIGNS[kind] for name in names if (kind := name.rstrip("0123456789").upper()) in SIGNS}
    return compile_once(fill(pattern, {**slots, **{name: f"(?P<{name}>{sign})" for name, sign in signs.items()}}))


def pattern_of(rows: Iterable[LinkPattern[Any]], *kinds: str) -> re.Pattern[str]:
    """Compile the patterns of some kinds, in their order, to one that finds what any of them does; of none, nothing.

    >>> rows = [LinkPattern("place", "before_place", "(?:in|near) $"), LinkPattern("told", "before_body", "told $")]
    >>> bool(pattern_of(rows, "before_place").search("a mill near ")), bool(pattern_of(rows, "held").search("near "))
    (True, False)
    """
    patterns = [row.pattern for row in rows if row.kind in kinds]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or "(?!)")
