"""Bytes to text: by byte order mark, UTF-8, the declared encoding, or the most likely one."""

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from pipeline.ingest.letters import likelihood

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
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
            "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "x-sjis": "cp932", "euc-kr": "cp949",
            "ks_c_5601-1987": "cp949"}  # fmt: skip
"""Encodings that are read as the larger one that browsers read them as."""


_WEST = ("fr", "pt", "es", "de", "it", "nl", "da", "sv", "nb", "fi", "is", "ca")
_MIDDLE = ("pl", "cs", "sk", "hu", "hr", "sl", "ro", "sq", "de")
_CYRILLIC = ("ru", "uk", "bg", "sr", "mk")
_SINGLE = (
    ("cp1252", _WEST, 0),
    ("cp1250", _MIDDLE, 1),
    ("cp1251", _CYRILLIC, 1),
    ("cp1254", ("tr", "de", "fr"), 2),
    ("cp1257", ("lt", "lv", "et"), 3),
    ("cp1253", ("el",), 2),
    ("cp1255", ("he",), 2),
    ("cp1256", ("ar", "fa", "ur"), 2),
    ("cp1258", ("vi",), 3),
    ("cp874", ("th",), 2),
    ("iso-8859-2", _MIDDLE, 2),
    ("iso-8859-5", _CYRILLIC, 3),
    ("iso-8859-7", ("el",), 3),
    ("iso-8859-15", _WEST, 3),
    ("koi8-u", _CYRILLIC, 2),
    ("mac-roman", _WEST, 3),
    ("mac-latin2", _MIDDLE, 4),
    ("cp850", _WEST, 4),
    ("cp852", _MIDDLE, 4),
    ("cp866", _CYRILLIC, 4),
)
"""Encodings of one byte a letter, the languages that they are used for, and how much speaks against each beforehand."""
_OTHER = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
_WORDS = 500  # words with other bytes that are looked at
_WIDE = ("gb", "big5", "shift", "cp932", "cp949", "cp950", "euc", "johab", "hz", "iso2022", "utf")
_OTHER_LETTERS = (_CYRILLIC, ("el",), ("he",), ("ar", "fa", "ur"), ("th",))
"""Languages whose letters no word has together with Latin ones."""
_LATIN = re.compile(rb"[A-Za-z]")
_UNLIKELY = -4.5
"""Log of how likely a letter is at least, on average, in the right one of them."""


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
    """Take the encoding in which the letters are likeliest in words of its languages; one of several bytes a letter
    where none of single bytes is likely.
    """
    words = list(dict.fromkeys(_OTHER.findall(data)))[:_WORDS]
    latin = sum(_LATIN.search(word) is not None for word in words) > len(words) / 2
    sample = b"\n".join(words)
    weighed = [
        (likelihood(sample.decode(name, errors="replace"), languages) - against, -at, name)
        for at, (name, languages, against) in enumerate(_SINGLE)
        if not (latin and languages in _OTHER_LETTERS)
    ]
    likely, _, name = max(weighed)
    if likely < _UNLIKELY * sum(byte > 127 for byte in sample):
        best = from_bytes(data).best()
        if best is not None and best.encoding.startswith(_WIDE):
            return Decoded(str(best), best.encoding, guessed=True)
    return Decoded(data.decode(name, errors="replace"), name, guessed=True)
