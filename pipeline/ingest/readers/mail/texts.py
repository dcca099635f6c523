"""The body of a letter to paragraphs: of its page or its plain text, without what mail programs put around it."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.errors import InputUnusable
from pipeline.ingest.cleaning import repaired
from pipeline.ingest.readers.html.blocks import Block, blocks_of
from pipeline.ingest.readers.html.choice import is_link_line, without_repeats
from pipeline.ingest.readers.html.furniture import is_furniture_line
from pipeline.ingest.readers.html.tree import take_out_unseen, tree_of
from pipeline.ingest.rules import patterns
from pipeline.ingest.wrapping import join_wrapped

_QUOTED = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_LINKED = re.compile(r"[ \t]*<(?:https?://|mailto:)[^<>]*>|^[ \t]*https?://\S{60,}[ \t]*$", re.MULTILINE)
"""Where programs write behind words what these were linked to."""
_FLOWED = re.compile(r"(?<=[^\n ] )\n(?=[^\n>])")


def blocks_of_page(page: str) -> list[Block]:
    """Give the blocks of a letter's HTML part, without controls, links to other stories and what is hidden."""
    try:
        tree = tree_of(repaired(page))
    except InputUnusable:
        return []
    take_out_unseen(tree)
    blocks = without_repeats(blocks_of(tree))
    return [block for block in blocks if not is_furniture_line(block.text) and not is_link_line(block)]


def lines_of_plain(text: str, *, flowed: bool = False) -> list[str]:
    """Give the paragraphs of a letter's plain part, its wrapped lines joined and one level of quoting taken off."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    text = _LINKED.sub("", text)
    lines = [line for line in text.split("\n") if line.strip()]
    if lines and sum(bool(_QUOTED.match(line)) for line in lines) > 0.6 * len(lines):
        text = _QUOTED.sub("", text)
    if flowed:
        text = _FLOWED.sub("", text.replace("\n ", "\n"))
    return [line for line in join_wrapped(text.split("\n")) if not is_furniture_line(line)]


def without_programs_lines(lines: Sequence[str]) -> list[str]:
    """Leave out warnings of a firewall, notices of confidentiality, and the two dashes above a signature."""
    return [
        line for line in lines if not _programs().fullmatch(line.strip()) and line.strip() not in ("--", "-- ", "__")
    ]


@cache
def _programs() -> re.Pattern[str]:
    return re.compile(patterns("mail_line").pattern, re.IGNORECASE | re.DOTALL)
