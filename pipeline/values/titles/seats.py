"""A title to the one body of an article that is of the kind in which alone it is held: a councillor to the council."""

import re
from collections.abc import Iterable, Mapping, Sequence

from pipeline.records import Organisation
from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.kinds import OfficeKind
from pipeline.rulebook.lexicon import Lexicon
from pipeline.values.names.forms import fold

_SMALL = frozenset(("and", "of", "for", "the", "on"))
"""Words that tell nothing of what a minister is for."""
_MEMBERS, _SEATS = "_members", "_seats"
"""End the ids of rows that belong together."""


class Seats:
    """Tells in which kind of body titles are held, by the words of `offices.csv`: members, their seats, ministers."""

    def __init__(self, rows: Lexicon[OfficeKind]) -> None:
        """Compile the words."""

        def any_folded(kind: OfficeKind) -> str:
            return any_of(map(fold, rows.printed(kind)))

        grade, minister = any_folded("minister_grade"), any_folded("minister")
        named, too = any_folded("ministry"), any_folded("ministry_too")
        self._field = re.compile(rf"(?:{grade} )*(?:{minister} (?:of|for) (?P<field>.+)|(?P<before>.+) {minister})")
        self._ministry = re.compile(rf"(?:\w+ )?{named} (?:of|for) (?P<field>.+)|(?P<before>.+) {named}")
        self._department = re.compile(rf"{too} (?:of|for) (?P<field>.+)|(?P<before>.+) {too}")
        self._none = re.compile(rf"\b{any_folded('no_seat')}\b")
        words = {row.id: tuple(map(fold, row.words)) for row in rows}
        kinds = [row.id.removesuffix(_MEMBERS) for row in rows if row.kind == "member"]
        self._kinds = [(_whole(words[f"{kind}{_MEMBERS}"]), _edge(words[f"{kind}{_SEATS}"])) for kind in kinds]

    def of(self, title: str, organisations: Mapping[str, Organisation]) -> str | None:
        """Find the only body of an article that has the members, or the minister, that a folded title names."""
        return self._ministry_of(title, organisations) or self._seat_of(title, organisations)

    def are_held_in(self, title: str, body: str) -> bool:
        """Say whether a body is by its name one that has the members that a folded title names."""
        return any(member.fullmatch(title) and seat.search(fold(body)) for member, seat in self._kinds)

    def _seat_of(self, title: str, organisations: Mapping[str, Organisation]) -> str | None:
        for member, seat in self._kinds:
            if member.fullmatch(title):
                return _only(
                    identity
                    for identity, body in organisations.items()
                    if any(seat.search(name) and not self._none.search(name) for name in map(fold, _names(body)))
                )
        return None

    def _ministry_of(self, title: str, organisations: Mapping[str, Organisation]) -> str | None:
        """Give the only ministry whose field has all words of a minister's: `Finance Minister`, `Ministry of Finance`.

        What its country is called may follow: `of Oman`.
        """
        wanted = _field(self._field.fullmatch(title))
        if not wanted:
            return None
        names = {identity: fold(body.name) for identity, body in organisations.items()}
        fields = {identity: _field(self._ministry.fullmatch(name)) for identity, name in names.items()}
        departments = {identity: _field(self._department.fullmatch(name)) for identity, name in names.items()}
        exact = [one for one in names if wanted in (fields[one], departments[one])]
        return _only(exact) or _only(one for one in names if wanted <= fields[one])


def _field(match: re.Match[str] | None) -> set[str]:
    """Give the words of what a minister or a ministry is for."""
    said = (match["field"] or match["before"]) if match else ""
    return set(said.replace(",", " ").split()) - _SMALL


def _names(body: Organisation) -> Sequence[str]:
    return (body.name, *body.aliases)


def _whole(titles: Sequence[str]) -> re.Pattern[str]:
    """Compile titles; behind `dean of` stands what it is of."""
    open_ended = any_of(title for title in titles if title.endswith(" of"))
    return re.compile(rf"{any_of(titles)}|{open_ended} .+")


def _edge(words: Sequence[str]) -> re.Pattern[str]:
    """Compile what begins or ends the names of bodies."""
    return re.compile(rf"^{any_of(words)} (?:of|for)\b|\b{any_of(words)}$")


def _only(found: Iterable[str]) -> str | None:
    """Give what was found where it is one thing."""
    one = set(found)
    return one.pop() if len(one) == 1 else None
