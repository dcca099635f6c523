"""Names as lists and records print them, to their edges: nicknames, surnames first, firms of several partners."""

import re
from collections.abc import Collection, Iterator

from pipeline.values.text.phrases import Stretch

_WORD = r"[A-ZÀ-Þ][\w’-]*(?:'[A-ZÀ-Þ]\w+)?"
_NICKNAMED = re.compile(
    rf"(?<![\w-])(?P<given>{_WORD}(?: [A-ZÀ-Þ]\.)?) (?:['‘\"“](?P<quoted>{_WORD}(?: {_WORD})?)['’\"”]|"
    rf"\((?P<bracketed>{_WORD})\)) (?P<family>{_WORD})"
)
_SURNAME_FIRST = re.compile(
    rf"(?<![\w-])(?<![A-Z] )(?P<family>(?:[Vv]an |[Dd]e )?{_WORD}), (?P<given>{_WORD})(?: [A-ZÀ-Þ]\.)*"
    r"(?=[;,.\n]|$| and )"
)
_LISTED = re.compile(r"[;,]? ?\n?(?:and )?")
_PARTNER = re.compile(rf"(?:^|[^\w ,&-] |\b[a-zß-ÿ]\w*[ \n]|\n|\. )(?P<partners>(?:{_WORD}, )+)$")
_PARTNERS = re.compile(rf"(?:{_WORD}, )*{_WORD},? (?:&|and) {_WORD}")
_LONGEST = 60


def persons_with_nickname(text: str, surnames: Collection[str], given: Collection[str]) -> Iterator[Stretch]:
    """Find persons with a nickname within the name, whose surname or given name is known, or that of one listed beside.

    >>> text = "Ama 'Champ' Tetteh, Esi (Ellie) Boateng and Volta (Accra) Mills met."
    >>> [text[slice(*place)] for place in persons_with_nickname(text, set(), {"Esi"})]
    ["Ama 'Champ' Tetteh", 'Esi (Ellie) Boateng']
    """
    found = list(_NICKNAMED.finditer(text))
    known = [
        one["given"].split()[0] in given or (one["quoted"] is not None and one["family"] in surnames) for one in found
    ]
    for at, one in enumerate(found):
        beside = (other for other in (at - 1, at + 1) if other in range(len(found)) and known[other])
        if known[at] or (one["quoted"] and any(_is_listed(text, one, found[other]) for other in beside)):
            yield one.span()


def surnames_first(text: str, given: Collection[str]) -> Iterator[Stretch]:
    """Find persons in lists that print the surname first: two beside each other at least, each with a given name.

    >>> text = "The jury heard Boateng, Ama; Tetteh, Kofi E.; and Mensah, Esi. Tema, Ama said, grew."
    >>> [text[slice(*place)] for place in surnames_first(text, {"Ama", "Kofi", "Esi"})]
    ['Boateng, Ama', 'Tetteh, Kofi E.', 'Mensah, Esi']
    """
    found = [one for one in _SURNAME_FIRST.finditer(text) if one["given"] in given and one["family"] not in given]
    for at, one in enumerate(found):
        beside = found[max(0, at - 1) : at] + found[at + 1 : at + 2]
        if any(_is_listed(text, one, other) for other in beside):
            yield one.span()


def _is_listed(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return _LISTED.fullmatch(text, min(one.end(), other.end()), max(one.start(), other.start())) is not None


def first_partner(text: str, start: int, end: int, legal: re.Pattern[str]) -> int:
    """Give where a firm of partners begins, of which only the last ones are known: `Stoll, | Hark & Pratt LLP`.

    `legal` is a legal suffix with the space before it.

    >>> text = "said Obi, Quaye & Tetteh LLP"
    >>> text[first_partner(text, 10, 28, re.compile(" LLP")) :]
    'Obi, Quaye & Tetteh LLP'
    """
    partners = _PARTNERS.match(text, start, end)
    suffix = legal.match(text, partners.end(), end) if partners else None
    if not partners or (suffix or partners).end() != end:
        return start
    before = _PARTNER.search(text, max(0, start - _LONGEST), start)
    return before.start("partners") if before else start


_SHORT_WORD = re.compile(r"(?<!\w)[^\W\d_]{1,4}$")
_STOP = re.compile(r"\.(?=[,;:)]|['’]s\b| [a-zß-ÿ(&])")
_DOTS = re.compile(r"(?:[A-Za-z]\.)+(?!\w)")


def with_stop(text: str, end: int) -> int:
    """Take the full stop of a short word into a name where no sentence ends: `Duna Kft., a maker`, `Ortega Sr. left`.

    >>> texts = (("Duna Kft. won", 8), ("Duna Kft. It won", 8), ("A S.p.A. b", 6))
    >>> [text[: with_stop(text, end)] for text, end in texts]
    ['Duna Kft.', 'Duna Kft', 'A S.p.A.']
    """
    if text[end - 1 : end] == "." and (dots := _DOTS.match(text, end)):
        return dots.end()
    stop = _STOP.match(text, end)
    return stop.end() if stop and _SHORT_WORD.search(text, max(0, end - 6), end) else end
