"""Names that are common words: what opens a sentence or a headline with a capital, and is written small elsewhere."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.names.candidates import Candidate

_OPENS = re.compile(r"(?:^|\n|[.!?:]['\"”’)]? +|[\"“‘])$")
_PLURAL = re.compile(r"(?:['’]s|s)$")


def without_common(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Drop what only opens sentences and lines, and is a small word elsewhere in the article: `Chipmaker's founder`."""
    for one in found:
        if one.source != "model" or one.label == "ROLE" or not _is_common(text, one):
            yield one


def _is_common(text: str, one: Candidate) -> bool:
    name = text[one.start : one.end]
    first, *rest = name.split()
    if name[1:] != name[1:].lower() or len(first) < 3 or len(rest) > 2:
        return False
    if rest and _OPENS.search(text, max(0, one.start - 4), one.start) and one.label == "ORG":
        return (
            re.search(rf"\b(?!{first} )[a-z0-9]+ {re.escape(rest[-1])}\b", text) is not None
        )  # `Grain mills`, 14 mills
    stem = re.escape(_PLURAL.sub("", name))
    if not re.search(rf"(?<![\w@#/.-]){stem.lower()}(?:['’]?s)?(?![\w@-])", text):
        return False
    places = re.finditer(rf"(?<![\w-]){stem}(?!\w{{2}})", text)
    return all(_OPENS.search(text, max(0, place.start() - 4), place.start()) for place in places)
