"""Patterns of the rules, `{person}, {role} of {org}`, to compiled ones over a text with one sign for each name."""

import re

SIGNS = {"PERSON": "\ue000", "ORG": "\ue001", "LOC": "\ue002", "ROLE": "\ue003", "QUOTE": "\ue004"}
"""Private characters that no article uses; the slots `{person}` ... of patterns."""

BREAK = "\ue008"
"""Stands where a sentence begins, in masked texts that are made with sentence starts."""


def compile_pattern(pattern: str, slots: dict[str, str]) -> re.Pattern[str]:
    """Compile a pattern of the rules: `{person}` and the like become named groups of signs, other slots their words.

    A slot that is used twice gets a number: `{role} and {role2}`.
    """

    def fill(slot: re.Match[str]) -> str:
        name = slot[1]
        sign = SIGNS.get(name.rstrip("0123456789").upper())
        return f"(?P<{name}>{sign})" if sign else slots[name]

    return re.compile(re.sub(r"\{([a-z]+\d?)\}", fill, pattern))
