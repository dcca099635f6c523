"""The first bytes of a binary file to the name of its format."""

import re

_BYTES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x1f\x8b", "gzip"),
    (4, b"1AY&SY", "bzip2"),
    (0, b"\xfd7zXZ\x00", "xz"),
    (0, b"\x5d\x00\x00\x80\x00", "xz"),
    (0, b"PK\x03\x04", "zip"),
    (0, b"PK\x05\x06", "zip"),
    (0, b"%PDF-", "pdf"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (0, b"{\\rtf", "rtf"),
    (257, b"ustar", "tar"),
    (0, b"\x28\xb5\x2f\xfd", "zstd"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"),
    (0, b"Rar!\x1a\x07", "rar"),
    (0, b"MSCF\x00\x00", "archive"),
    (0, b"xar!", "archive"),
    (0, b"\x1f\x9d", "archive"),
    (0, b"LZIP", "archive"),
    (0, b"!<arch>\n", "archive"),
    (0, b"\x89PNG", "image"),
    (0, b"\xff\xd8\xff", "image"),
    (0, b"GIF87a", "image"),
    (0, b"GIF89a", "image"),
    (8, b"WEBP", "image"),
    (0, b"II*\x00", "image"),
    (0, b"MM\x00*", "image"),
    (0, b"8BPS", "image"),
    (0, b"\x00\x00\x01\x00", "image"),
    (0, b"\xd7\xcd\xc6\x9a", "image"),
    (4, b"ftypheic", "image"),
    (4, b"ftypavif", "image"),
    (4, b"ftypmif1", "image"),
    (0, b"ID3\x03", "sound or film"),
    (0, b"ID3\x04", "sound or film"),
    (0, b"OggS", "sound or film"),
    (0, b"fLaC", "sound or film"),
    (8, b"WAVE", "sound or film"),
    (8, b"AVI ", "sound or film"),
    (4, b"ftyp", "sound or film"),
    (0, b"\x1aE\xdf\xa3", "sound or film"),
    (0, b"FLV\x01", "sound or film"),
    (0, b"\xff\xfb", "sound or film"),
    (0, b"wOFF", "font"),
    (0, b"wOF2", "font"),
    (0, b"OTTO\x00", "font"),
    (0, b"\x00\x01\x00\x00\x00", "font"),
    (0, b"\x7fELF", "program"),
    (0, b"\xca\xfe\xba\xbe", "program"),
    (0, b"\xcf\xfa\xed\xfe", "program"),
    (0, b"\x00asm", "program"),
    (0, b"SQLite format 3\x00", "database"),
    (0, b"\x00\x01\x00\x00Standard", "database"),
    (0, b"PAR1", "parquet"),
    (0, b"ARROW1", "data file"),
    (0, b"\x89HDF\r\n", "data file"),
    (0, b"\x93NUMPY", "data file"),
    (0, b"\x80\x04\x95", "data file"),
    (0, b"!BDN", "outlook store"),
    (0, b"\x78\x9f\x3e\x22", "tnef"),
    (60, b"BOOKMOBI", "e-book"),
    (0, b"ITSF", "e-book"),
    (0, b"%!PS", "postscript"),
    (0, b"AT&TFORM", "djvu"),
    (0, b"bplist00", "binary plist"),
    (0, b"WARC/1.", "warc"),
    (0, b"WARC/0.", "warc"),
)
"""Where it stands, what stands there, and what it is; an earlier row wins."""


_TELETYPE = re.compile(rb"[\x00\x16\x02\x04\s]*\x01[^\x01\x02]{2,600}\x02[^\x00-\x08]{20}")
"""How wires begin a story: SOH, its number and slug, STX."""


def by_signature(head: bytes) -> str | None:
    """Name the format that the first bytes show; None where they show none, as those of text.

    >>> by_signature(b"%PDF-1.7"), by_signature(b"Profit rose.")
    ('pdf', None)
    """
    for place, mark, name in _BYTES:
        if head[place : place + len(mark)] == mark:
            return name
    if head[:2] == b"BM" and head[6:10] == b"\x00\x00\x00\x00":
        return "image"
    if head[:2] == b"MZ" and b"\x00" in head[:64]:
        return "program"
    if _TELETYPE.match(head):
        return "teletype"
    # Some producers write a line or two in front of the mark.
    return "pdf" if b"%PDF-" in head[:1024] else None
