"""The root element of XML or HTML to the name of its format."""

import re

_ROOTS: tuple[tuple[str, str], ...] = (
    ("rss|feed|rdf:rdf|channel", "feed"),
    ("nitf", "nitf"),
    ("newsml|newsitem|newsmessage|packageitem|newspackage", "newsml"),
    ("html|xhtml", "html"),
    ("urlset|sitemapindex", "sitemap"),
    ("svg", "image"),
    ("opml", "list of feeds"),
    ("plist", "property list"),
    ("xbrl|xbrli|schema|linkbase", "figures"),
    ("document-content|document", "flat odt"),
    ("xliff|ts|resources|project|configuration|manifest|worddocument|package", "xml"),
    ("sec-document|submission|ims-document", "edgar"),
    ("reuters|docno", "sgml"),
)
_FRAGMENTS = ("body", "div", "p", "span", "table", "section", "head", "ul")
"""Elements of HTML with which a piece of a page may begin."""
_PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\])?[^>]*>)", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"\s*<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
_HTML = re.compile(r"<!doctype html|<html\b|<head\b|<body\b|<meta\b|<title\b", re.IGNORECASE)
_HTML_TAG = re.compile(r"</?(?:p|div|br|table|span|h[1-6]|font|center|b|a|ul|article|section)\b[^<>]*>", re.IGNORECASE)
_SGML = re.compile(r"<!DOCTYPE\s+lewis\b|<REUTERS\b|<DOC>\s|<DOCNO>", re.IGNORECASE)
_EDGAR = re.compile(r"<SEC-DOCUMENT>|<SUBMISSION>|<DOCUMENT>\s*<TYPE>", re.IGNORECASE)


def by_markup(text: str, suffix: str) -> str | None:
    """Name the format of markup; None where a text is none.

    >>> by_markup('<?xml version="1.0"?><!-- x --><urlset xmlns="...">', "xml")
    'sitemap'
    """
    if _EDGAR.search(text[:4000]) and ("<" in text[:1] or text.startswith("-----BEGIN PRIVACY")):
        return "edgar"
    if not text.startswith("<"):
        tags = len(_HTML_TAG.findall(text))
        return "html" if suffix in ("html", "htm", "xhtml", "asp", "aspx", "php") and tags else None
    if _SGML.match(text):
        return "sgml"
    root = _root_of(text)
    for names, form in _ROOTS:
        if root and re.fullmatch(names, root, re.IGNORECASE):
            return _flat(text) if form == "flat odt" else form
    if text.startswith("<?xml") and root and root.lower() not in _FRAGMENTS:
        return "xml"
    if _HTML.search(text[:2000]) or len(_HTML_TAG.findall(text)) > 2:
        return "html"
    return "xml" if suffix in ("xml", "nitf", "newsml") else None


def _root_of(text: str) -> str | None:
    while found := _PROLOGUE.match(text):
        text = text[found.end() :]
    root = _ROOT.match(text)
    if root is None:
        return None
    prefix = (root[1] or "").lower()
    return f"{prefix}{root[2]}" if prefix == "rdf:" else root[2]


def _flat(text: str) -> str:
    return "flat odt" if "urn:oasis:names:tc:opendocument" in text else "xml"
