"""The words between two values, and those that say what all values are in, by the rows of `beside_values.csv`."""

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.slots import pattern_of


class BesideValues(NamedTuple):
    """What may stand there, compiled; a space is any space.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> words = beside_values_of(load_rulebook())
    >>> bool(words.to.fullmatch(" to around ")), bool(words.restates.fullmatch(", or about "))
    (True, True)
    """

    to: re.Pattern[str]  # between the two ends of a range
    restates: re.Pattern[str]  # between an amount and the same in another currency
    states: re.Pattern[str]  # names the dollar that all amounts are in, as its group `currency`
    or_else: re.Pattern[str]  # between a value and the same in another unit
    adds: re.Pattern[str]  # ends what stands between two values that moved the same way


@lru_cache(maxsize=4)
def beside_values_of(rules: Rulebook) -> BesideValues:
    """Read what may stand beside values out of the rules."""
    rows = rules.beside_values
    patterns = (pattern_of(rows, kind).pattern for kind in ("to", "restates", "states", "or", "adds"))
    return BesideValues(*(re.compile(pattern.replace(" ", r"\s")) for pattern in patterns))
