"""A press text to its zones: headline, dateline, body, caption, about, forward_looking, contact, table."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.records import Zone
from pipeline.values.datelines import DAY, find_dateline
from pipeline.values.paragraphs import Paragraph, paragraphs

_WORDS = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s*$|[.!?][\"”’']?\s+[A-Z“\"]")
_ABBREVIATION = re.compile(r"\b(?:Inc|Corp|Co|Ltd|U\.S|S\.A|plc|Jr|Sr|No|vs|[A-Z])\.$")
_BULLET = re.compile(r"[-•*·–▪●o]\s")

_ABOUT = re.compile(
    r"(?:\*\*|#+\s*)?(?:About|ABOUT)(?: the| THE| our| us| US)?\b(?=[:\s])(?![^.]*\b(?:million|billion|percent|per cent)\b)"
)
_FORWARD = re.compile(
    r"(?:\*\*|#+\s*)?(?:(?:Caution(?:ary)?|Disclosures?|Disclaimers?|Note|Notice|Special Note|Statement|Information)\b.{0,40})?"
    r"(?:Forward[- –]Looking|Safe[- ]Harbou?r)\b",
    re.IGNORECASE,
)
_FORWARD_INSIDE = re.compile(
    r"forward[- –]looking (?:statements?|information)|Private Securities Litigation Reform Act|safe[- ]harbou?r",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:\*\*|#+\s*)?(?:for )?(?:(?:media|press|investors?|company|corporate|public|news|analysts?|editorial|general|shareholder|further|"
    r"agency|pr|ir|communications)\b[\w &/,-]{0,30})?"
    r"(?:contacts?(?: details| information| us| person)?|enquir(?:y|ies)|inquir(?:y|ies)|relations|queries|office|source)\b\s*(?::|$|\()",
    re.IGNORECASE,
)
_CONTACT_INSIDE = re.compile(
    r"^(?:for (?:(?:more|further|additional) (?:information|details)|(?:media|press|investor) (?:enquiries|inquiries|queries)|interviews?)\b.{0,80}"
    r"(?:contact|call|e-?mail|visit|please|write)|(?:please )?contact(?: us)?\b|to (?:learn|find out) more\b)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|\[email\W+protected\]|(?:\+|\b)\(?\d{1,4}\)?[ .-]\(?\d{2,4}\)?[ .-]\d{3,4}(?:[ .-]\d{2,4})?\b|\bwww\.|https?://"
    r"|^(?:tel|phone|email|e-mail|fax|mobile|web(?:site)?|twitter|facebook|linkedin)\b\s*:?",
    re.IGNORECASE,
)
_END = re.compile(
    r"\W*(?:#\s*#\s*#|#{3,}|[-–—]\s*30\s*[-–—]|[-–—*]*\s*(?:ENDS?|End)\s*[-–—*]*|\*\s*\*\s*\*|SOURCE\b.{0,60})\W*$"
)
_CAPTION = re.compile(
    r"^(?:\(?(?:File |Handout |Stock )?(?:Photo|Photograph|Image|Picture|Graphic|Illustration|Caption|Credit|Photo credit|Image credit)s?"
    r"(?:\s+(?:by|courtesy of|credit|from)\b|\s*[:/]|\s*\())"
    r"|\b(?:File |Handout |Stock )?(?:photo|image|picture|photograph)s?(?:\s+(?:by|credit|courtesy)|\s*[:/])\s*\S.{0,60}$"
    r"|[(\[/](?:[A-Z][\w.]*\s){0,3}(?:Getty Images|Reuters|REUTERS|AFP|AP Photo|Xinhua|VCG|EPA|Shutterstock|Unsplash)[^()]{0,30}[)\]]?\s*$"
    r"|^(?:Pictured|Seen here|Above|Left to right|From left(?: to right)?|\(?L to R\)?|Pictured (?:above|below|here|from left))\b\s*[:,(]"
    r"|©",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"^(?:for immediate release|(?:press|news|media) release|embargoed?\b.{0,50}|immediate release|pr newswire|business wire|globe newswire"
    r"|statement|release (?:no|number)\b.{0,20}|posted|published|updated|date\b|by [A-Z])\W*",
    re.IGNORECASE,
)  # fmt: skip
_DAY_LINE = re.compile(
    rf"^\W*(?:(?:published|posted|date|updated|released?|issued)\b(?:[\s:]*(?:on )?|.{{0,60}}:\s*))?{DAY}[\s,|–—-]*(?:\d{{1,2}}[:.]\d\d.{{0,12}})?\W*$",
    re.IGNORECASE,
)
_NUMBER_CELL = re.compile(r"^[\s$€£¥(]*[-–—]?[\d.,]+\s*%?\)?$|^[-–—]+$|^\$$")


def find_zones(text: str) -> list[Zone]:
    """Find the zones of a text: sorted, without overlap, each without the white space around it."""
    parts = paragraphs(text)
    named = _name_tails(parts, _name_tables(parts, _name_opening(parts)))
    return _merged(text, list(_split_datelines(parts, named)))


def _name_opening(parts: list[Paragraph]) -> list[str]:
    """Name the paragraphs before the body begins, and the captions; the rest is body."""
    names = ["body"] * len(parts)
    for at, part in enumerate(parts):
        if _CAPTION.search(part.text) and _words(part.text) <= 60 and not _CONTACT.match(part.text):
            names[at] = "caption"
    for at, part in enumerate(parts[:12]):
        if names[at] == "caption":
            continue
        if _is_day_line(part.text) or (_RELEASE.match(part.text) and _words(part.text) <= 8):
            names[at] = "dateline"
        elif at < len(parts) - 1 and _is_title(part.text):
            names[at] = "headline"
        else:
            break
    return names


def _is_day_line(text: str) -> bool:
    dateline = find_dateline(text)
    return bool(_DAY_LINE.match(text)) or (dateline is not None and dateline.end == len(text))


def _is_title(text: str) -> bool:
    words = _words(text)
    if words > 35 or text.endswith((",", ";")) or find_dateline(text) or _ADDRESS.search(text):
        return False
    return not _SENTENCE_END.search(text) or bool(_ABBREVIATION.search(text)) or (text.endswith("?") and words < 20)


def _words(text: str) -> int:
    return len(_WORDS.findall(text))


def _name_tables(parts: list[Paragraph], names: list[str]) -> list[str]:
    """Name the runs of two rows or more: cells with bars, tabs or wide gaps between, or lines of mere numbers."""
    rows = [_is_row(part.text) for part in parts]
    for at, is_row in enumerate(rows):
        if is_row and ((at and rows[at - 1]) or (at + 1 < len(rows) and rows[at + 1])):
            names[at] = "table"
    return names


def _is_row(text: str) -> bool:
    cells = [cell.strip() for cell in re.split(r"\s*\|\s*|\t+| {3,}", text) if cell.strip()]
    if len(cells) > 2 or (len(cells) == 2 and (" | " in text or "\t" in text)):
        return "\n" not in text and max(map(len, cells)) < 120
    return bool(cells) and all(_NUMBER_CELL.match(word) for word in text.split())


def _name_tails(parts: list[Paragraph], names: list[str]) -> list[str]:
    """Name boilerplate: each heading of it opens a zone, that another heading or the end mark closes."""
    zone = "body"
    for at, part in enumerate(parts):
        if names[at] in ("headline", "dateline", "caption"):
            continue
        zone = _zone_after(zone, part.text, _next_text(parts, at))
        if zone != "body" and names[at] != "table":
            names[at] = zone
        elif names[at] == "body" and _FORWARD_INSIDE.search(part.text) and _words(part.text) > 40:
            names[at] = "forward_looking"
        elif names[at] == "body" and _is_contact(part.text):
            names[at] = "contact"
    return names


def _next_text(parts: list[Paragraph], at: int) -> str:
    return parts[at + 1].text if at + 1 < len(parts) else ""


def _zone_after(zone: str, text: str, following: str) -> str:
    """Say in which zone a paragraph is, given the zone of the one before."""
    short = (_words(text) <= 14 and not _SENTENCE_END.search(text)) or (
        text.rstrip().endswith(":") and _words(text) <= 14
    )
    if _END.match(text):
        return "body"
    if _FORWARD.match(text) and (short or _words(text) > 25):
        return "forward_looking"
    if _ABOUT.match(text) and (short or re.match(r"(?:About|ABOUT) [^.]{2,60}(?::|\s[–—-]\s|\n)", text)):
        return "about"
    if _CONTACT.match(text):
        return "contact"
    if zone == "contact":
        return "contact" if _words(text) <= 16 or _ADDRESS.search(text) else "body"
    if (
        zone in ("about", "forward_looking")
        and short
        and not _BULLET.match(text)
        and _words(following) > 14
        and not _FORWARD_INSIDE.search(following)
    ):
        return "body"
    return zone


def _is_contact(text: str) -> bool:
    words = _words(text)
    if _CONTACT_INSIDE.match(text) and words <= 45:
        return True
    return words <= 12 and len(_ADDRESS.findall(text)) > 0


def _split_datelines(parts: list[Paragraph], names: list[str]) -> Iterator[Zone]:
    """Give the zone of each paragraph; the dateline that opens one of the body is a zone of its own."""
    seen = 0
    for part, name in zip(parts, names, strict=True):
        dateline = find_dateline(part.text) if name == "body" and seen < 4 else None
        seen += name == "body"
        start = part.start
        if dateline:
            end = start + len(part.text[: dateline.end].rstrip())
            yield Zone(start_char=start, end_char=end, zone="dateline")
            start += dateline.end
        if start < part.end:
            yield Zone(start_char=start, end_char=part.end, zone=name)


def _merged(text: str, zones: list[Zone]) -> list[Zone]:
    """Put neighbours of the same zone together."""
    merged = zones[:1]
    for before, zone in pairwise(zones):
        if before.zone == zone.zone:
            merged[-1] = Zone(start_char=merged[-1].start_char, end_char=zone.end_char, zone=zone.zone)
        else:
            merged.append(zone)
    return merged
