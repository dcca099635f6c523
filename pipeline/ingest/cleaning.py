"""Broken text to the text that was meant; what isn't broken stays as it is, for offsets count in it."""

import re

import ftfy
from ftfy.badness import is_bad

_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n?")


def plain_text(text: str) -> str:
    r"""Take out byte order marks and NULs, and make every line end `\n`: all that is done to data.

    >>> plain_text("\ufeffProfit\x00 rose.\r\n")
    'Profit rose.\n'
    """
    text = _LINE_END.sub("\n", text.replace("\ufeff", "").replace("\x00", ""))
    return _SURROGATE.sub("\ufffd", text)


def repaired(text: str) -> str:
    """Take out soft hyphens and put right characters that were decoded twice; quotation marks stay curly.

    >>> repaired("Oâ€™Neill said the cafÃ© was “open”")
    'O’Neill said the café was “open”'
    """
    text = text.replace("\xad", "")
    return "".join(_repaired_line(line) for line in text.splitlines(keepends=True)) if is_bad(text) else text


def _repaired_line(line: str) -> str:
    return ftfy.fix_encoding(line) if is_bad(line) else line
