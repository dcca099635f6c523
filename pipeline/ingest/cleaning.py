"""Broken text to the text that was meant; what isn't broken stays as it is, for offsets count in it."""

import re

import ftfy
from ftfy.badness import is_bad

_SURROGATE = re.compile("[\ud800-\udfff]")
_BYTE = range(0xDC80, 0xDD00)
"""What Python makes of the bytes of a name that isn't UTF-8."""
_LINE_END = re.compile("\r\n?")


def plain_text(text: str) -> str:
    r"""Take out byte order marks and NULs, and make every line end `\n`: all that is done to data.

    >>> plain_text("\ufeffProfit\x00 rose.\r\n")
    'Profit rose.\n'
    """
    text = _LINE_END.sub("\n", text.replace("\ufeff", "").replace("\x00", ""))
    return _SURROGATE.sub("\ufffd", text)


def well_formed(text: str) -> str:
    r"""Write lone halves of pairs, which no file can hold, as their escapes: names that differ go on differing.

    >>> print(well_formed("caf\udce9.txt"), well_formed("a\ud800"), well_formed("café"))
    caf\xe9.txt a\ud800 café
    """
    return _SURROGATE.sub(_escape, text)


def _escape(half: re.Match[str]) -> str:
    code = ord(half[0])
    return f"\\x{code - 0xDC00:02x}" if code in _BYTE else f"\\u{code:04x}"


def repaired(text: str) -> str:
    """Take out soft hyphens and put right characters that were decoded twice; quotation marks stay curly.

    >>> repaired("Oâ€™Neill said the cafÃ© was “open”")
    'O’Neill said the café was “open”'
    """
    text = text.replace("\xad", "")
    return "".join(_repaired_line(line) for line in text.splitlines(keepends=True)) if is_bad(text) else text


def _repaired_line(line: str) -> str:
    return ftfy.fix_encoding(line) if is_bad(line) else line


def letters_of(text: str) -> str:
    """Give the letters and figures of a text, folded, to compare what is printed with what is stated.

    >>> letters_of("Volta's mill, 2025") == letters_of("VOLTAS MILL 2025")
    True
    """
    return re.sub(r"\W+", "", text).casefold()
