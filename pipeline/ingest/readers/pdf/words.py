"""Words that a line's end or a font broke to whole ones."""

import re

from pipeline.ingest.rules import words_of_kind

_HYPHEN = re.compile(r"([^\W\d_]+)(?:-|\x02|\ufffe|‐|\xad)$")
_FIRST = re.compile(r"[^\W\d_]+")


def run_on_as_printed(text: str, following: str, printed: str) -> str:
    """Put a line behind a text: with a space, or without where a hyphen broke a word."""
    broken, rest = _HYPHEN.search(text), _FIRST.match(following)
    if not broken or not rest or not rest[0][0].islower():
        return text + ("" if text.endswith("-") and not text.endswith(" -") else " ") + following
    whole, hyphened = broken[1] + rest[0], f"{broken[1]}-{rest[0]}"
    is_compound = broken[1].lower() in words_of_kind("hyphen_kept") or text[: broken.start()].endswith("-")
    keep = hyphened in printed or (whole not in printed and is_compound)
    return text[: broken.end(1)] + ("-" if keep else "") + following


_LIGATURES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("(?<=[aeiou])\ufffe(?=c[aeiu])", re.IGNORECASE), "ffi"),
    (re.compile("(?<=[aeiou])\ufffe(?=[eoaus\\s.,;]|$)", re.IGNORECASE), "ff"),
    (re.compile("\ufffe(?=[oua]|ee|ex|ight)"), "fl"),
    (re.compile("\ufffe(?=[^\\W\\d_])"), "fi"),
    (re.compile("\ufffe"), "-"),
    *((re.compile(sign), letters) for sign, letters in zip("ﬀﬁﬂﬃﬄ", ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
)
"""What a character that a PDF doesn't name stands for, by the letters around it: most often a ligature of f."""


def with_ligatures(text: str) -> str:
    """Put letters for the ligatures that a PDF has no name for.

    >>> with_ligatures("\ufffenancial O\ufffecer e\ufffeective cash \ufffeow")
    'financial Officer effective cash flow'
    """
    for pattern, letters in _LIGATURES:
        text = pattern.sub(letters, text)
    return text
