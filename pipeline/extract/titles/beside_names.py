"""Titles by where they stand: before a person's name, after it, and between a name and a body."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.titles.state import FoundTitles
from pipeline.records import Mention

_SPACE = re.compile(" ")
_BRACKET = re.compile(r" \(")
_BESIDE = re.compile(r"(?:['’]s)?,? (?:[A-Z][\w'’]{1,8}\.? )?")
"""What stands between a body and the name after it: nothing but an honorific."""
_BEHIND_OWNER = re.compile(r"(?:['’]s?)?,? (?:former )?")


def beside_names(titles: FoundTitles) -> Iterator[Candidate]:
    """Find the titles beside each person's name."""
    for at, mention in enumerate(titles.mentions):
        if mention.label == "PERSON":
            yield from _before(titles, at)
            yield from _after(titles, at)
            yield from _beside_body(titles, at)


def _before(titles: FoundTitles, at: int) -> Iterator[Candidate]:
    mentions, reader, text = titles.mentions, titles.reader, titles.text
    start, body = _over_body(text, mentions, at, reader.beside.before_organisation)
    rule, at = ("before_name", at) if body is None else ("before_organisation", body)
    before = (mentions[n] for n in range(at - 1, -1, -1))
    begin, _ = titles.view.sentence_span(start, start)
    floor = max(begin, next((m.end_char for m in before if m.label not in ("LOC", "ROLE")), 0))
    place = reader.before(text, start, floor=floor)
    while place:
        start = _with_place(titles, place, mentions[at - 1] if at else None)
        yield Candidate(start, place[1], "ROLE", "role", rule)
        further = reader.before(text, start, floor=floor)
        ranked = reader.words.is_rank(text[slice(*place)])
        place = further if further and text[further[1] : start] in ((" ", ", ") if ranked else (" ",)) else None


def _after(titles: FoundTitles, at: int) -> Iterator[Candidate]:
    mentions, text = titles.mentions, titles.text
    beside = titles.reader.beside
    lead = beside.after_name.match(text, mentions[at].end_char)
    if not lead and beside.appointed.search(text[max(0, mentions[at].start_char - 20) : mentions[at].start_char]):
        lead = _SPACE.match(text, mentions[at].end_char)
    lead = lead or _behind_body(titles, at)
    rule = "after_name"
    while lead:
        start = lead.end()
        following = titles.next_name(at, start)
        if following and following.start_char == start and following.label == "ORG":
            gap = _BEHIND_OWNER.match(text, following.end_char, following.end_char + 12)
            start = gap.end() if gap else following.end_char
            following = titles.next_name(at, start)
            rule = "after_organisation"
        places = {m.start_char: m.end_char for m in mentions[at + 1 : at + 8] if m.label == "LOC"}
        ceiling = following.start_char if following else len(text)
        place = titles.reader.after(text, start, ceiling=ceiling, places=places)
        if not place or ("\n" in lead[0] and text.startswith(":", place[1])):  # the label of a list: `Officers:`
            return
        yield Candidate(*place, "ROLE", "role", rule)
        lead, rule = beside.after_title.match(text, place[1]), "after_title"


def _beside_body(titles: FoundTitles, at: int) -> Iterator[Candidate]:
    """Find a title that no list has, between a name and a body."""
    mentions, beside, text = titles.mentions, titles.reader.beside, titles.text
    last, following = mentions[at - 1] if at else None, mentions[at + 1] if at + 1 < len(mentions) else None
    name = mentions[at]
    to_body = following and following.label == "ORG"
    from_body = last and last.label == "ORG"
    places = (
        beside.title_to_body(text, name.end_char, following.start_char) if to_body and following else None,
        beside.title_from_body(text, last.end_char, name.start_char) if from_body and last else None,
    )
    yield from (Candidate(*place, "ROLE", "role", "beside_body") for place in places if place)


def _with_place(titles: FoundTitles, place: tuple[int, int], last: Mention | None) -> int:
    """Give where a public office begins: with the place right before it (`Minnesota Attorney General`)."""
    own = last and last.label == "LOC" and last.end_char + 1 == place[0]
    if not last or not own or not titles.reader.words.is_public(titles.text[slice(*place)]):
        return place[0]
    governed = titles.reader.beside.governs.search(titles.text, max(0, last.start_char - 10), last.start_char)
    return place[0] if governed else last.start_char


def _over_body(text: str, mentions: Sequence[Mention], at: int, before: re.Pattern[str]) -> tuple[int, int | None]:
    """Give where the words before a name end, and which body stands between: `director of the Water Board (WB), `."""
    start, body = mentions[at].start_char, at - 1
    if body < 0 or mentions[body].label != "ORG":
        return start, None
    gap = text[mentions[body].end_char : start]
    if body and gap.startswith(")") and text[mentions[body - 1].end_char : mentions[body].start_char] == " (":
        body, gap = body - 1, gap[1:]
    begin = mentions[body].start_char
    lead = before.search(text, max(0, begin - 10), begin) if _BESIDE.fullmatch(gap) else None
    return (lead.start(), body) if lead else (start, None)


def _behind_body(titles: FoundTitles, at: int) -> re.Match[str] | None:
    """Give what stands between a body behind a name and a title in brackets: `Ama Boateng of Volta Foods (chair)`."""
    of = titles.reader.beside.to_organisation.match(titles.text, titles.mentions[at].end_char)
    body = titles.next_name(at, of.end()) if of else None
    found = of and body and body.start_char == of.end() and body.label == "ORG"
    return _BRACKET.match(titles.text, body.end_char) if found and body else None
