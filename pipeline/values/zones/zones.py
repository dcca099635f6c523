"""A press text to its zones: headline, dateline, body, caption, about, forward_looking, contact, table."""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.records import Zone
from pipeline.values.text.paragraphs import Paragraph, paragraphs
from pipeline.values.zones.marks import Marks, count_words, is_row

OPENING = 14
"""Paragraphs among which headline and dateline are looked for."""
HEADS = ("headline", "dateline", "caption")


def find_zones(text: str, marks: Marks) -> list[Zone]:
    """Find the zones of a text: sorted, without overlap, each without the white space around it."""
    parts = paragraphs(text)
    names = _name_opening([part.text for part in parts], marks)
    _name_tables([part.text for part in parts], names, marks)
    _name_tails([part.text for part in parts], names, marks)
    return _merged(list(_split_datelines(parts, names, marks)))


def find_headline(parts: list[Paragraph], marks: Marks) -> str | None:
    """Give the first paragraph of a text that is its headline, without looking at what follows the opening."""
    texts = [part.text for part in parts[: OPENING + 1]]
    names = _name_opening(texts, marks)
    return next((text for text, name in zip(texts, names, strict=True) if name == "headline"), None)


def _name_opening(texts: list[str], marks: Marks) -> list[str]:
    """Name the paragraphs before the body begins, and all captions; the rest is body."""
    names = ["caption" if marks.is_caption(text) else "body" for text in texts]
    for at, text in enumerate(texts[:OPENING]):
        if names[at] == "caption":
            continue
        if marks.is_release_mark(text):
            names[at] = "contact"
        elif marks.is_dateline(text):
            names[at] = "dateline"
        elif marks.opens_contact(text) or (marks.is_contact(text) and count_words(text) < 12):
            names[at] = "contact"
        elif marks.is_day_line(text):
            continue
        elif at < len(texts) - 1 and marks.is_title(text) and not is_row(text):
            names[at] = "headline"
        else:
            break
    return names


def _name_tables(texts: list[str], names: list[str], marks: Marks) -> None:
    """Name the runs of two rows or more, and the line over them that says what they count."""
    rows = [is_row(text) for text in texts]
    for at, text in enumerate(texts):
        beside = (at > 0 and rows[at - 1]) or (at + 1 < len(rows) and rows[at + 1])
        if (
            beside
            and names[at] == "body"
            and (rows[at] or (marks.is_table_title(text) and rows[at + 1 : at + 2] == [True]))
        ):
            names[at] = "table"


def _name_tails(texts: list[str], names: list[str], marks: Marks) -> None:
    """Name boilerplate: each heading of it opens a zone, that another heading closes."""
    zone = "body"
    ended = False
    for at, text in enumerate(texts):
        if names[at] in HEADS:
            continue
        ended = ended or marks.is_end_mark(text)
        following = texts[at + 1] if at + 1 < len(texts) else ""
        is_contact = marks.is_contact(text)
        zone = _zone_after(zone, text, following, marks, ended=ended, is_contact=is_contact)
        if zone == "contact" or (zone != "body" and names[at] != "table"):
            names[at] = zone
        elif names[at] == "body":
            alone = "contact" if is_contact else "body"
            names[at] = "forward_looking" if marks.is_forward_looking(text) else alone
    _name_unheaded_about(texts, names, marks)


def _zone_after(zone: str, text: str, following: str, marks: Marks, *, ended: bool, is_contact: bool) -> str:
    """Say in which zone a paragraph is, given the zone of the one before."""
    if marks.is_end_mark(text) or marks.opens_contact(text):
        return "contact"
    if marks.opens_forward_looking(text):
        return "forward_looking"
    if marks.opens_about(text):
        return "about"
    if is_contact:
        return "contact" if zone != "body" or ended else "body"
    if zone == "body":
        return zone
    if zone == "contact":
        is_news = count_words(text) > 16 and not marks.has_address(text)
        return ("about" if ended else "body") if is_news else "contact"
    if zone == "about" and marks.is_forward_looking(text):
        return "forward_looking"
    closes = marks.is_heading(text) and count_words(following) > 14 and not marks.is_forward_looking(following)
    return "body" if closes else zone


def _name_unheaded_about(texts: list[str], names: list[str], marks: Marks) -> None:
    """Name the last paragraph of the body, where it says what the organisation is and boilerplate follows."""
    last = max((at for at, name in enumerate(names) if name == "body"), default=0)
    after = names[last + 1 :]
    if last > 2 and after and "about" not in names and after[0] in ("contact", "forward_looking"):
        names[last] = "about" if marks.describes_itself(texts[last]) else names[last]


def _split_datelines(parts: list[Paragraph], names: list[str], marks: Marks) -> Iterator[Zone]:
    """Give the zone of each paragraph; the dateline that opens the body is a zone of its own."""
    seen, found = 0, False
    for part, name in zip(parts, names, strict=True):
        dateline = marks.datelines.find(part.text) if name == "body" and seen < OPENING and not found else None
        seen += name == "body"
        start = part.start
        if dateline:
            found = True
            end = start + len(part.text[: dateline.end].rstrip())
            yield Zone(start_char=start, end_char=end, zone="dateline")
            start += dateline.end
            start += len(part.text[dateline.end :]) - len(part.text[dateline.end :].lstrip())
        if start < part.end:
            yield Zone(start_char=start, end_char=part.end, zone=name)


def _merged(zones: list[Zone]) -> list[Zone]:
    """Put neighbours of the same zone together."""
    merged = zones[:1]
    for before, zone in pairwise(zones):
        if before.zone == zone.zone:
            merged[-1] = Zone(start_char=merged[-1].start_char, end_char=zone.end_char, zone=zone.zone)
        else:
            merged.append(zone)
    return merged
