"""Two names beside each other to whether the words between them say that they are one body's, or two bodies'."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.rulebook.kinds import SameBodyKind
from pipeline.rulebook.rows import LinkPattern
from pipeline.values.organisations.short_forms import could_abbreviate
from pipeline.values.text.phrases import Stretch

_ACRONYM = r"(?=[A-Z][\w&.-]*[A-Z])[A-Z][\w&.-]{1,11}(?<![.-])"
_NAME = r"[A-ZÀ-Þ][\w&'’-]*(?: (?:(?:of|the|and|&|de) )?[A-ZÀ-Þ][\w&'’-]*){0,4}"
_CLOSES = r"(?<!['’]s)(?!['’]s\b)(?=[)\]\"”’,.;]|$| (?:[a-z]|[-–—]))"
_OPENS_BRACKET = re.compile(r"(?:['’]s)? \((?:the )?")
_FARTHEST = 60
"""Characters that may stand between the names."""


class SameBody:
    """Finds the second name of a body beside its first.

    >>> rows = [LinkPattern("or", "spelt", ", or "), LinkPattern("as", "named", ", formerly ")]
    >>> same = SameBody(rows)
    >>> text = "the Neutral Relief Fund, or NRF, met Kasoa Foods, formerly Tema Mills."
    >>> [text[slice(*same_place)] for place in ((4, 23), (37, 48)) for same_place in same.beside(text, *place)]
    ['NRF', 'Tema Mills']
    >>> [(text[slice(*one)], text[slice(*other)]) for one, other in same.pairs(text, [(4, 23), (28, 31), (37, 48)])]
    [('Neutral Relief Fund', 'NRF')]
    """

    def __init__(self, rows: Iterable[LinkPattern[SameBodyKind]]) -> None:
        """Compile the patterns by their kind."""
        rows = self._rows = tuple(rows)
        kinds: dict[SameBodyKind, list[str]] = {}
        for row in rows:
            kinds.setdefault(row.kind, []).append(row.pattern)
        named, spelt, bracketed = (_one_of(kinds.get(kind, ())) for kind in ("named", "spelt", "bracketed"))
        self._unit = re.compile(_one_of(kinds.get("unit", ())))
        self._named, self._spelt = re.compile(named), re.compile(spelt)
        self._name_behind = re.compile(rf"{named}(?P<name>{_NAME}){_CLOSES}")
        self._short_behind = re.compile(rf"{spelt}(?P<name>{_ACRONYM})(?:s?){_CLOSES}")
        self._short_before = re.compile(rf"(?<![\w.&-])(?P<name>{_ACRONYM}){spelt}$")
        self._of_parent = re.compile(rf"{_one_of(kinds.get('parent', ()))}$")
        self._kin = re.compile(_one_of(kinds.get("kin", ())))
        self._in_brackets = re.compile(rf"(?:['’]s)? [(\[](?P<name>{_ACRONYM}){bracketed}[^()\n]{{0,30}}[)\]]")

    def beside(self, text: str, start: int, end: int) -> Iterator[Stretch]:
        """Find the names that the words beside a body's name say to be its own, too."""
        for found in (
            self._name_behind.match(text, end),
            self._in_brackets.match(text, end),
        ):
            if found:
                yield found.span("name")
        for found in (
            self._short_behind.match(text, end),
            self._short_before.search(text, max(0, start - _FARTHEST), start),
        ):
            if found and could_abbreviate(found["name"], text[start:end]):
                yield found.span("name")

    def pairs(self, text: str, places: Sequence[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
        """List the pairs of names beside each other that are one body's, the fuller name first."""
        for one, other in pairwise(places):
            if other[0] - one[1] > _FARTHEST:
                continue
            first, second = text[slice(*one)], text[slice(*other)]
            if self._named.fullmatch(text, one[1], other[0]) or self._in_brackets.match(text, one[1]):
                yield one, other
            elif self._spelt.fullmatch(text, one[1], other[0]):
                if " " not in second and could_abbreviate(second, first):
                    yield one, other
                elif " " not in first and could_abbreviate(first, second):
                    yield other, one

    def row(self, text: str, one: Stretch, other: Stretch) -> str:
        """Give the id of the row that says of two names beside each other that they are one body's; empty if none.

        >>> same = SameBody([LinkPattern("or", "spelt", ", or ")])
        >>> same.row("the Neutral Relief Fund, or NRF, met", (4, 23), (28, 31))
        'or'
        """
        first, last = sorted((one, other))
        for row in self._rows:
            if row.kind in ("named", "spelt") and re.fullmatch(row.pattern, text[first[1] : last[0]]):
                return row.id
            if row.kind == "bracketed" and re.match(row.pattern, text[last[1] :]):
                return row.id
        return ""

    def bracketed(
        self, text: str, places: Sequence[Stretch], in_headline: int = 0
    ) -> Iterator[tuple[Stretch, Stretch]]:
        """List the pairs of a name and what fills the brackets behind it, where that is a short form of its own.

        Its letters may be those of another language. It is first printed there, is of one word or has one of the name,
        or its first letter. Where names with brackets stand in a row, the article goes on with it, or it begins with a
        letter of the name's: in a list, brackets may say what the bodies belong to. A unit's name is followed by what
        it is a unit of: `Faculty of Law (UKK)`. The first `in_headline` places are the headline's.

        >>> text = "the Maritime Union (PNO) and the Tema Board (KPN). The PNO met."
        >>> places = [(4, 18), (20, 23), (33, 43), (45, 48), (55, 58)]
        >>> [text[slice(*short)] for _, short in SameBody(()).bracketed(text, places)]
        ['PNO']
        """
        printed = [text[slice(*place)] for place in places]
        opened = [one[1] for one, other in pairwise(places) if _OPENS_BRACKET.fullmatch(text, one[1], other[0])]
        for at, (one, other) in enumerate(pairwise(places)):
            name, short = printed[at], printed[at + 1]
            if not _OPENS_BRACKET.fullmatch(text, one[1], other[0]) or text[other[1] : other[1] + 1] != ")":
                continue
            shares = " " in short and (short[0] == name[0] or not set(short.split()).isdisjoint(name.split()))
            initials = {word[0] for word in name.split()}
            told = short in printed[at + 2 :] or (short.isupper() and short[0] in initials)
            is_alone = not any(0 < abs(place - one[1]) < _FARTHEST for place in opened)
            is_first = (told or (is_alone and " " not in short)) and short not in printed[in_headline : at + 1]
            if (" " in name or is_alone) and (shares or " " not in short) and is_first and not self._unit.match(name):
                yield one, other

    def kin(self, text: str, places: Sequence[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
        """List the pairs of names beside each other of which the words between say that they are two bodies.

        >>> text = "Tema Foods Peru, a unit of Tema Foods, grew."
        >>> same = SameBody([LinkPattern("unit", "kin", ", a unit of ")])
        >>> [(text[slice(*one)], text[slice(*other)]) for one, other in same.kin(text, [(0, 15), (27, 37)])]
        [('Tema Foods Peru', 'Tema Foods')]
        """
        for one, other in pairwise(places):
            if other[0] - one[1] <= _FARTHEST and self._kin.fullmatch(text, one[1], other[0]):
                yield one, other

    def is_parent(self, text: str, start: int) -> bool:
        """Say whether the words before a name say that it owns another body: `is owned by`."""
        return bool(self._of_parent.search(text, max(0, start - _FARTHEST), start))


def _one_of(patterns: Iterable[str]) -> str:
    """Join patterns to one; none finds nothing."""
    return f"(?:{'|'.join(patterns) or '(?!)'})"
