"""A forwarded letter to the one inside: its own subject, sender and date, and the text behind its header."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from functools import cache

from pipeline.ingest.rules import patterns
from pipeline.rulebook.kinds import InputPatternKind

_NAMES: dict[str, InputPatternKind] = {
    "from": "mail_from", "sent": "mail_sent", "to": "mail_to", "subject": "mail_subject", "cc": "mail_cc",
}  # fmt: skip
"""What a header states, and the kind of the rows that name its field in several languages."""
_SPAN = 10
"""Lines that a header inside a letter has at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """What stands in the header of a forwarded letter, and where its text begins."""

    start: int
    subject: str | None = None
    sender: str | None = None
    address: str | None = None
    sent: str | None = None


def bare_subject(subject: str | None) -> str | None:
    """Take off what mail programs put before a subject.

    >>> bare_subject("FW: [EXTERNAL] Volta buys a mill"), bare_subject("Re: your question")
    ('Volta buys a mill', 'your question')
    """
    text = subject or ""
    while (shorter := _prefix().sub("", text)) != text:
        text = shorter
    return text.strip() or None


def forwarded_in(lines: Sequence[str], subject: str | None) -> Forwarded | None:
    """Find the innermost letter that a letter forwards; None where it forwards none."""
    is_forward = bool(_forward().match(subject or "")) or any(_mark().match(line.strip()) for line in lines)
    if not is_forward:
        return None
    found = None
    at = 0
    while at < len(lines):
        header = _header(lines, at)
        if header:
            found, at = header, header.start
        else:
            at += 1
    return found


@cache
def _prefix() -> re.Pattern[str]:
    words = f"{patterns('mail_forward').pattern}|{patterns('mail_reply').pattern}"
    return re.compile(rf"^\s*(?:(?:{words})\s*(?:\[\d+\])?\s*:|(?:{patterns('mail_tag').pattern}))\s*", re.IGNORECASE)


@cache
def _forward() -> re.Pattern[str]:
    return re.compile(rf"^\s*(?:\[[^\]]*\]\s*)*(?:{patterns('mail_forward').pattern})\s*:", re.IGNORECASE)


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(rf"^-*\s*(?:{patterns('mail_mark').pattern})\s*:?\s*-*$", re.IGNORECASE)


@cache
def _field() -> re.Pattern[str]:
    fields = (
        rf"(?P<{name}>^\*?(?:{patterns(kind).pattern})\*?\s*:\s*\*?\s*(?P<{name}_value>.*)$)"
        for name, kind in _NAMES.items()
    )
    return re.compile("|".join(fields), re.IGNORECASE)


def _header(lines: Sequence[str], at: int) -> Forwarded | None:
    """Read the header that begins at a line: From, and at least two others, in whatever order and language."""
    values: dict[str, str] = {}
    end = at
    for number in range(at, min(at + _SPAN, len(lines))):
        for part in re.split(r"\n", lines[number]):
            field = _field().match(part.strip().strip("|"))
            if field is None:
                break
            name = next(name for name in _NAMES if field[name])
            values.setdefault(name, field[f"{name}_value"].strip().strip("*"))
            end = number + 1
        else:
            continue
        # An address that is wrapped to a second line is no field.
        if values and number > at and re.match(r"\s*<?\S+@\S+>?[;,]?\s*$", lines[number]):
            continue
        break
    if "from" not in values or len(values) < 3:
        return None
    name, address = parseaddr(values["from"].replace("[mailto:", "<").replace("]", ">"))
    name = name if "@" in values["from"] else values["from"]
    return Forwarded(start=end, subject=bare_subject(values.get("subject")), sent=values.get("sent"),
                     sender=name or address or None, address=address or None)  # fmt: skip
