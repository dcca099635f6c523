"""The organisation that an article is about or that issues it, by the places where its name stands."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.records import Mention

NEWSWIRE = "press_names/known"
MAIN_SHARE = 0.3
"""Share of an article's mentions of organisations that its main one has at least."""

_ABOUT = re.compile(r"(?:^|\n)[ *#]*(?:About|ABOUT)(?: the)? $")
_SOURCE = re.compile(r"(?:^|\n)[ *]*(?:Source|SOURCE|Issued by|ISSUED BY|From|FROM):? (?:the )?$")
_TICKER = re.compile(r" ?\((?:the [^()]{1,20})?[A-Z][\w .&/]{1,40}: ?[A-Z0-9.]{1,8}\b")
_OWN = re.compile(r"\b(?:[Tt]he|[Oo]ur) (?:Company|Group)(?:['’]s)?\b(?! [A-Z])")
"""What an issuer calls itself."""
_LEAD_IN = re.compile(r"[ #*]*(?:[\w -]{1,40}: )?(?:[Tt]he )?")


def is_slug(text: str, mention: Mention) -> bool:
    """Say whether a newswire stands in brackets, as in a dateline: `(BUSINESS WIRE)`; it employs nobody there."""
    start, end = mention.start_char, mention.end_char
    return mention.found_by == NEWSWIRE and text[start - 1 : start] + text[end : end + 1] in ("()", "//")


class MainBody(NamedTuple):
    """The organisation that an article is about, and whether the article is its own."""

    org: Mention
    issues: bool


def main_body(text: str, items: Sequence[Mention]) -> MainBody | None:
    """Give the organisation that an article is about: its issuer, its only one, or the one named most."""
    named = [item for item in items if item.label == "ORG" and item.entity_id and item.found_by != NEWSWIRE]
    counts = Counter(item.entity_id for item in named)
    if not counts:
        return None
    issuer = _issuer(text, named)
    identity = issuer or _headlined(text, named, counts) or _outstanding(counts, len(named))
    org = next((item for item in named if item.entity_id == identity), None)
    return MainBody(org, bool(issuer)) if org else None


def _issuer(text: str, named: Sequence[Mention]) -> str | None:
    """Give who says of itself that the article is its own: `About Volta Foods`, `SOURCE Volta Foods`, a ticker."""
    signs = (_is_source, _is_about, _is_listed)
    for sign in signs:
        found = {item.entity_id for item in named if sign(text, item)}
        if len(found) == 1:
            return found.pop()
    own = _is_letterhead(text, named[0]) or (_opens(text, named[0]) and _OWN.search(text))
    return named[0].entity_id if own else None


def _is_letterhead(text: str, first: Mention) -> bool:
    """Say whether a name is all of the first line."""
    return not text[: first.start_char].strip() and first.end_char == text.find("\n")


def _is_source(text: str, item: Mention) -> bool:
    return bool(_SOURCE.search(text[max(0, item.start_char - 20) : item.start_char])) and _ends_line(text, item)


def _is_about(text: str, item: Mention) -> bool:
    return bool(_ABOUT.search(text[max(0, item.start_char - 20) : item.start_char])) and _ends_line(text, item)


def _is_listed(text: str, item: Mention) -> bool:
    return bool(_TICKER.match(text, item.end_char))


def _ends_line(text: str, item: Mention) -> bool:
    return text[item.end_char : item.end_char + 3].lstrip(" :*#").startswith(("\n", "(")) or item.end_char == len(text)


def _headlined(text: str, named: Sequence[Mention], counts: Counter[str | None]) -> str | None:
    """Give whose name begins the headline or is a line of its own there, where no other is named more often."""
    first = named[0]
    if text[: first.start_char].strip(" #*").lower() not in ("", "the"):
        return None
    most = max(counts.values())
    return first.entity_id if counts[first.entity_id] > 1 and counts[first.entity_id] == most else None


def _opens(text: str, first: Mention) -> bool:
    """Say whether a name begins the headline, or what is said behind its lead-in: `Ad hoc notice:`."""
    return bool(_LEAD_IN.fullmatch(text, 0, first.start_char))


def _outstanding(counts: Counter[str | None], total: int) -> str | None:
    """Give who is named most, where it stands out."""
    (identity, most), *others = counts.most_common(2)
    if not others:
        return identity
    stands_out = (most >= 3 and most / total >= MAIN_SHARE) or (most == 2 and most / total > 0.5)
    return identity if stands_out and others[0][1] < most else None
