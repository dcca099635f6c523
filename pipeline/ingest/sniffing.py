"""The first bytes of a blob to the name of its format: by content first, by suffix where the content says nothing."""

import re

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import decode
from pipeline.ingest.documents import Blob

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"%PDF-", "pdf"),
)
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file; save it as .docx or .xlsx"),
    (b"{\\rtf", "RTF; save it as .docx or as text"),
    (b"\x89PNG", "an image; text in images isn't read"),
    (b"\xff\xd8\xff", "an image; text in images isn't read"),
    (b"GIF8", "an image; text in images isn't read"),
    (b"BZh", "compressed by bzip2; unpack it, or use gzip"),
    (b"\xfd7zXZ\x00", "compressed by xz; unpack it, or use gzip"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it, or use zip"),
    (b"\x28\xb5\x2f\xfd", "compressed by zstd; unpack it, or use gzip"),
)
_SUFFIXES = {
    "csv": "csv", "tsv": "csv", "jsonl": "jsonl", "ndjson": "jsonl", "json": "json", "md": "markdown",
    "markdown": "markdown", "rss": "feed", "atom": "feed", "sgm": "sgml", "sgml": "sgml",
}  # fmt: skip
"""Formats that a suffix tells where the content doesn't; whatever else is text, is plain text."""
_OPENERS: dict[str, tuple[str, ...]] = {"json": ("{", "["), "jsonl": ("{",), "feed": ("<",), "sgml": ("<",)}
_HTML = re.compile(r"<!doctype html|<html\b|<head\b|<body\b|<meta\b|<title\b", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|div|br|table|span|h[1-6]|font|center|b|a)\b[^>]*>", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|channel)\b", re.IGNORECASE)
_SGML = re.compile(r"<!DOCTYPE\s+(?:lewis|\w+)\s+SYSTEM|<REUTERS\b|<DOC>\s|<DOCNO>", re.IGNORECASE)
_HEADER = re.compile(
    r"^(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Content-Type|X-[\w-]+|Reply-To)\s*:",
    re.IGNORECASE | re.MULTILINE,
)


def format_of(blob: Blob) -> str:
    """Name the format of a blob; raises InputUnusable where it is one that isn't read, or no text at all."""
    head = blob.head
    if not head:
        raise InputUnusable("the file is empty", kind="empty")
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    for signature, what in _FOREIGN:
        if head.startswith(signature):
            raise InputUnusable(f"it is {what}", kind="unsupported")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head[257:262] == b"ustar":
        return "tar"
    text = decode(head, blob.charset)
    if is_binary(head, text):
        raise InputUnusable("it is not text and in no format that is read", kind="binary")
    return _text_format(text.lstrip("\ufeff \t\r\n"), blob)


def is_binary(head: bytes, text: str) -> bool:
    """Say whether bytes are no text: many control characters or characters that no encoding gives."""
    control = sum(
        1 for char in text if (char < " " and char not in "\t\n\r\f\x1b" and char != "\x00") or "\x7f" <= char < "\xa0"
    )
    nuls, replaced = text.count("\x00"), text.count("\ufffd")
    return control + replaced > len(text) * 0.1 or nuls > max(4, len(text) * 0.1)


def _text_format(text: str, blob: Blob) -> str:
    start = text[:4000]
    if start.startswith(("{", "[")) and (found := _json_format(start, blob)):
        return found
    if start.startswith("From ") and _HEADER.search(start):
        return "mbox"
    headers = re.split(r"\r?\n\r?\n", start, maxsplit=1)[0]
    if _HEADER.match(start) and len(_HEADER.findall(headers)) > 1:
        return "mail"
    if start.startswith("<"):
        if _SGML.match(start):
            return "sgml"
        if _FEED.search(start) and not re.match(r"<!doctype html|<html", start, re.IGNORECASE):
            return "feed"
    if (_HTML.search(start[:2000]) and start.startswith("<")) or (blob.suffix in ("html", "htm") and _TAG.search(text)):
        return "html"
    if start.startswith("<") and len(_TAG.findall(start)) > 2:
        return "html"
    by_suffix = _SUFFIXES.get(blob.suffix, "text")
    # A suffix alone says which table or text it is; of the others the content would have shown signs.
    return (
        by_suffix
        if by_suffix in ("csv", "text", "markdown") or start.startswith(_OPENERS.get(by_suffix, ()))
        else "text"
    )


def _json_format(start: str, blob: Blob) -> str | None:
    """Tell JSON Lines, JSON, and text that begins with a bracket from each other."""
    if blob.suffix in ("jsonl", "ndjson"):
        return "jsonl"
    first, _, rest = start.partition("\n")
    if start.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{"):
        return "jsonl"
    if blob.suffix == "json" or re.match(r'\{\s*"|\[\s*[\[{"]', start):
        return "jsonl" if start.startswith('{"') and not rest and len(start) == 4000 else "json"
    return None
