"""A name and what stands in brackets after it to the short forms that it defines there."""

import re
from collections.abc import Iterator

from pipeline.values.organisations.short_forms import could_abbreviate

_BRACKET = re.compile(r"(?:['’]s)?,?\s{0,2}\(([^()\n]{2,160})\)")
_QUOTED = re.compile(r"[\"“”'‘]+(?:the )?([^\"“”]{2,60}?)['’]?[\"“”]+")
_BARE = re.compile(r"(?:the |or |formerly )?([A-Z0-9À-Þ][\w&.₂+ '’/-]{1,40})$")


def defined_after(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Find the short forms that brackets after a name define for it: `(InvestHK)`, `("Volta" or the "Company")`.

    What stands in quote marks is defined; a bare word must be able to stand for the name by its letters.

    >>> text = "Volta Foods Plc (GSE: VLF) met Invest Ghana (InvGH)."
    >>> [text[start:end] for start, end in defined_after(text, 31, 43)], list(defined_after(text, 0, 15))
    (['InvGH'], [])
    """
    bracket = _BRACKET.match(text, end)
    if not bracket:
        return
    inside, at = bracket[1], bracket.start(1)
    quoted = list(_QUOTED.finditer(inside))
    for term in quoted:
        if term[1][0].isupper() and not term[1].endswith(" "):
            yield at + term.start(1), at + term.end(1)
    bare = _BARE.match(inside)
    if not quoted and bare and ":" not in inside and could_abbreviate(bare[1], text[start:end]):
        yield at + bare.start(1), at + bare.end(1)
