"""Bytes to text: by byte order mark, UTF-8, the declared encoding, or the most likely one."""

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)
_WESTERN = re.compile(
    r"cp125\d|latin|iso8859|mac_|cp437|cp85\d|cp86\d|hp_roman8|cp1140|cp775|tis|kz1048|ptcp154|cp112\d|cp100\d|koi8"
)
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
            "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949",
            "ks_c_5601-1987": "cp949"}  # fmt: skip
"""Encodings that are read as the larger one that browsers read them as."""


class Decoded(NamedTuple):
    """Text, the encoding that it was read in, and whether nothing but likelihood told which."""

    text: str
    encoding: str
    guessed: bool = False


def read_text(data: bytes, declared: str | None = None) -> Decoded:
    """Decode text of any encoding, also where the declared one is wrong; what no encoding gives becomes U+FFFD.

    >>> read_text("café".encode()).encoding, read_text("\ufeffcafé".encode("utf-16-le"))[:2]
    ('utf-8', ('café', 'utf-16'))
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, errors="replace").removeprefix("\ufeff"), encoding)
    if wide := _utf16_without_mark(data):
        return Decoded(data.decode(wide, errors="replace"), wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return Decoded(data.decode("utf-8", errors="replace"), "utf-8")
    return _by_declaration(data, declared or declared_encoding(data)) or _by_likelihood(data)


def decode(data: bytes, declared: str | None = None) -> str:
    """Give the text alone."""
    return read_text(data, declared).text


def guessed_encoding(data: bytes, declared: str | None = None) -> str | None:
    """Name the encoding of text where nothing but likelihood told it; None where the bytes or their head say it.

    >>> guessed_encoding("café".encode("cp1252") * 9), guessed_encoding("café".encode())
    ('windows-1252', None)
    """
    read = read_text(data, declared)
    return read.encoding.replace("cp125", "windows-125") if read.guessed else None


def declared_encoding(data: bytes) -> str | None:
    """Give the encoding that an HTML or XML head declares.

    >>> declared_encoding(b'<meta charset="Shift_JIS">')
    'Shift_JIS'
    """
    found = _DECLARED.search(data[:4096])
    return (found[1] or found[2]).decode("ascii") if found else None


def _utf16_without_mark(data: bytes) -> str | None:
    head = data[:2000]
    if len(head) < 8 or head.count(0) < len(head) * 0.3:
        return None
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _mostly_utf8(data: bytes) -> bool:
    """Say whether bytes are UTF-8 in which a few were lost: more whole characters than broken ones."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if ord(char) > 127) - broken
    return whole > broken


def _by_declaration(data: bytes, declared: str | None) -> Decoded | None:
    name = (declared or "").lower()
    encoding = _ALIASES.get(name, name)
    try:
        return Decoded(data.decode(encoding), encoding) if name and not name.startswith("utf") else None
    except (LookupError, UnicodeDecodeError):
        return None


def _by_likelihood(data: bytes) -> Decoded:
    best = from_bytes(data).best()
    # Western text fits several tables of single bytes, of which Windows' own is by far the most common.
    if best is None or (_WESTERN.match(best.encoding) and best.language in ("English", "Unknown")):
        return Decoded(data.decode("cp1252", errors="replace"), "cp1252", guessed=True)
    return Decoded(str(best), best.encoding, guessed=True)
