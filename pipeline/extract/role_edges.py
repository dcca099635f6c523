"""Roles that a model found to roles with the edges that our words of titles give them."""

from collections.abc import Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.records import Mention
from pipeline.values.titles.edges import title_edges
from pipeline.values.titles.words import TitleWords


def edged(words: TitleWords, text: str, mentions: Sequence[Mention]) -> Iterator[Candidate]:
    """List the roles whose edges are others than the model's; no role goes into a name beside it."""
    places = {m.start_char: m.end_char for m in mentions if m.label == "LOC"}
    for at, mention in enumerate(mentions):
        if mention.label != "ROLE":
            continue
        floor = mentions[at - 1].end_char if at else 0
        after = (m.start_char for m in mentions[at + 1 : at + 9] if m.label != "LOC")
        title = mention.start_char, mention.end_char
        place = title_edges(words, text, title, floor=floor, ceiling=next(after, len(text)), places=places)
        if place != title:
            yield Candidate(*place, "ROLE", "role", "edges")
