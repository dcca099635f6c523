"""Text without markup to the name of its format: mail, JSON, tables, code; what shows no sign is plain text."""

import re

from pipeline.ingest.readers.tables.csv_table import is_table

_HEADER = re.compile(
    r"^(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Content-Type|X-[\w-]+"
    r"|Reply-To|Sender|Snapshot-Content-Location)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_MHTML = re.compile(
    r"^Snapshot-Content-Location:|^From:\s*[\"<]?Saved by|^Content-Type:\s*multipart/related(?=.*^Content-Location:)",
    re.IGNORECASE | re.MULTILINE | re.DOTALL,
)
_BEGINNINGS: tuple[tuple[str, str], ...] = (
    (r"BEGIN:VCALENDAR", "calendar"),
    (r"BEGIN:VCARD", "address card"),
    (r"\[InternetShortcut\]|\[Desktop Entry\]", "shortcut"),
    (r"-----BEGIN (?!PRIVACY)[A-Z ]+-----", "key"),
    (r"ssh-(?:rsa|ed25519) ", "key"),
    (r"#!\s?/", "program code"),
    (r"\d{14}-\d+\t\d{14}\t", "database"),
)
_SUFFIXES: dict[str, str] = {
    "csv": "csv", "tsv": "csv", "tab": "csv", "md": "markdown", "markdown": "markdown", "sgm": "sgml", "sgml": "sgml",
    "css": "style sheet", "scss": "style sheet", "less": "style sheet", "js": "script", "mjs": "script", "ts": "script",
    "map": "script", "ics": "calendar", "vcf": "address card", "url": "shortcut", "webloc": "shortcut",
    "desktop": "shortcut", "pem": "key", "crt": "key", "cer": "key", "key": "key", "asc": "key", "sig": "key",
    **dict.fromkeys(("py", "rb", "java", "c", "h", "cpp", "cs", "go", "rs", "sh", "bat", "ps1", "sql", "pl", "r", "lua",
                     "swift", "kt", "ipynb", "yaml", "yml", "toml", "ini", "cfg", "conf", "lock", "properties", "log",
                     "bib", "tex", "gitignore", "editorconfig", "vtt", "srt"), "program code"),
}  # fmt: skip
"""Formats that a suffix tells where the content doesn't; whatever else is text, is plain text."""
_OPENERS = {"sgml": ("<",)}
_RULE = re.compile(r"[^{}]{1,200}\{[^{}]*:[^{}]*\}")
_STATEMENT = re.compile(r"\b(?:function|var|const|let|return|typeof|window|document|this)\b[^\n]{0,80}[({=.;]")
_CODE_LINE = re.compile(r".*(?:[;{},]|\*/|=>|\) ?\{)\s*$|\s*(?://|/\*|\*).*|\s*[\]})]+[;,]?\s*$")


def by_plain_text(text: str, suffix: str) -> str:
    """Name the format of text that is neither markup nor binary."""
    start = text[:4000]
    for pattern, form in _BEGINNINGS:
        if re.match(pattern, start):
            return form
    if start.startswith(("{", "[")) and (found := _json(start, suffix)):
        return found
    if found := _mail(text):
        return found
    by_suffix = _SUFFIXES.get(suffix, "text")
    if by_suffix == "text":
        return "csv" if is_table(text) else _code(start) or "text"
    return by_suffix if start.startswith(_OPENERS.get(by_suffix, "")) else "text"


def _mail(text: str) -> str | None:
    start = text[:4000]
    if start.startswith("From ") and _HEADER.search(start):
        return "mbox"
    # Apple's mail has the number of the message's bytes in its first line.
    start = re.sub(r"\A\d+\s*\n", "", start)
    headers = re.split(r"\r?\n\r?\n", start, maxsplit=1)[0]
    if not _HEADER.match(start) or len(_HEADER.findall(headers)) < 2:
        return None
    # A press release may begin with `Date:` and `Contact:`; a mail says who sent it, or how it is to be read.
    if not re.search(r"^(?:From|Received|MIME-Version|Message-ID|Return-Path)\s*:", headers, re.I | re.M):
        return None
    return "mhtml" if _MHTML.search(text) else "mail"


def _json(start: str, suffix: str) -> str | None:
    """Tell JSON Lines, JSON, and text that begins with a bracket from each other."""
    if suffix in ("jsonl", "ndjson"):
        return "json lines"
    first, _, rest = start.partition("\n")
    if start.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{"):
        return "json lines"
    if suffix == "json" or re.match(r'\{\s*"|\[\s*[\[{"]', start):
        return "json lines" if start.startswith('{"') and not rest and len(start) == 4000 else "json"
    return None


def _code(start: str) -> str | None:
    """Say whether text is a style sheet or a script, which the name hides."""
    lines = [line for line in start.splitlines() if line.strip()]
    code = sum(bool(_CODE_LINE.match(line)) for line in lines)
    marks = sum(start.count(mark) for mark in "{};=()")
    if not lines or code < 0.6 * len(lines) or marks < 0.02 * len(start):
        return None
    if len(_STATEMENT.findall(start)) >= 2:
        return "script"
    return "style sheet" if len(_RULE.findall(start)) >= 2 else None
