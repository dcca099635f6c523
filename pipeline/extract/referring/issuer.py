"""The organisation that an article is about or that issues it, by the places where its name stands."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from pipeline.extract.names.candidates import NEWSWIRE
from pipeline.records import Mention
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.slots import pattern_of

_NEWSWIRE = f"press_names/{NEWSWIRE}"
GUESSED = ("only_one", "named_most")
"""Show what an article is about where nothing else does: of people whom no words tie to a body, few are of that one."""
MAIN_SHARE = 0.3
"""Share of an article's mentions of organisations that its main one has at least."""

_TICKER = re.compile(r" ?\((?:the [^()]{1,20})?[A-Z][\w .&/]{1,40}: ?[A-Z0-9.]{1,8}\b")
_LEAD_IN = re.compile(r"[ #*]*(?:[\w -]{1,40}: )?(?:[Tt]he )?")


def is_newswire(mention: Mention) -> bool:
    """Say whether a mention names a newswire: it is what carries an article, and not what the article is about."""
    return mention.found_by == _NEWSWIRE


def is_slug(text: str, mention: Mention) -> bool:
    """Say whether a newswire stands in brackets, as in a dateline: `(BUSINESS WIRE)`; it employs nobody there."""
    start, end = mention.start_char, mention.end_char
    return is_newswire(mention) and text[start - 1 : start] + text[end : end + 1] in ("()", "//")


_SIGNS = ("before_issuer", "before_about", "of_minutes", "own_name", "behind_issuer")


class IssuerSigns(NamedTuple):
    """What stands before the name of a body on a line of its own, compiled."""

    source: re.Pattern[str]
    """Says whose release an article is."""
    about: re.Pattern[str]
    """Says whom its last part tells of."""
    minutes: re.Pattern[str]
    """Says of a headline that its body's meeting is told of."""
    own: re.Pattern[str]
    """What an issuer calls itself."""
    release: re.Pattern[str]
    """Says behind a name that begins a line that the article is the body's release."""


@lru_cache(maxsize=4)
def issuer_signs_of(rules: Rulebook) -> IssuerSigns:
    """Compile the rows of `beside_names.csv`."""
    return IssuerSigns(*(pattern_of(rules.beside_names, kind) for kind in _SIGNS))


class MainBody(NamedTuple):
    """The organisation that an article is about, whether the article is its own, and what shows it."""

    org: Mention
    issues: bool
    shown_by: str


def main_body(text: str, items: Sequence[Mention], signs: IssuerSigns) -> MainBody | None:
    """Give the organisation that an article is about: its issuer, its only one, or the one named most.

    It is the one answer of the house: people, figures and quotations all ask it whom `the company` means.
    """
    named = [item for item in items if item.label == "ORG" and item.entity_id and not is_newswire(item)]
    counts = Counter(item.entity_id for item in named)
    if not counts:
        return None
    shown = _issuer(text, named, signs)
    identity, shown_by = shown or (_headlined(text, named, counts), "headline")
    if not identity:
        identity, shown_by = _outstanding(counts, len(named)), GUESSED[len(counts) > 1]
    org = next((item for item in named if item.entity_id == identity), None)
    return MainBody(org, bool(shown), shown_by) if org else None


def _issuer(text: str, named: Sequence[Mention], signs: IssuerSigns) -> tuple[str | None, str] | None:
    """Give who says of itself that the article is its own, and where: `About Volta Foods`, `SOURCE Volta Foods`."""
    shown: dict[str, Callable[[str, Mention], bool]] = {
        "source": partial(_stands_behind, signs.source),
        "about": partial(_stands_behind, signs.about),
        "release": partial(_releases, signs.release),
        "ticker": _is_listed,
    }
    for shown_by, shows in shown.items():
        found = {item.entity_id for item in named if shows(text, item)}
        if len(found) == 1:
            return found.pop(), shown_by
    told = [item for item in named if item.end_char <= _end_of_line(text)]
    if told and signs.minutes.search(text, 0, _end_of_line(text)) and len({item.entity_id for item in told}) == 1:
        return told[0].entity_id, "minutes"
    if _is_letterhead(text, named[0]):
        return named[0].entity_id, "letterhead"
    return (named[0].entity_id, "headline_own") if _opens(text, named[0]) and signs.own.search(text) else None


def _end_of_line(text: str) -> int:
    """Give where the first line ends."""
    end = text.find("\n")
    return len(text) if end < 0 else end


def _is_letterhead(text: str, first: Mention) -> bool:
    """Say whether a name is all of the first line."""
    return not text[: first.start_char].strip() and first.end_char == text.find("\n")


def _stands_behind(before: re.Pattern[str], text: str, item: Mention) -> bool:
    return bool(before.search(text[max(0, item.start_char - 20) : item.start_char])) and _ends_line(text, item)


def _releases(behind: re.Pattern[str], text: str, item: Mention) -> bool:
    begins = text[: item.start_char].rstrip(" *#")[-1:] in ("", "\n")
    return begins and bool(behind.match(text, item.end_char))


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
