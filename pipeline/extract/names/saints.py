"""Names that end in a saint's name, to the same with the possessive that belongs to it: `Friends of St Botolph's`."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.names.candidates import Candidate
from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.reading import Rulebook

_OWN = re.compile(r"['’]s(?!\w)")
_ENDS = re.compile(r"\s*(?:$|\n|[.,;:!?)\]\"”—–])")


@dataclass(frozen=True, slots=True)
class Saints:
    """The words around saints' names, compiled."""

    named: re.Pattern[str]
    """A saint's name at the end of another: `St Botolph`."""

    words: frozenset[str]
    """What stands before the name: St, Saint."""

    no_thing: re.Pattern[str]
    """What stands behind a possessive and is nothing that somebody has: `in`, `said`."""


def saints_of(rules: Rulebook) -> Saints:
    """Compile the rows."""
    parts = rules.name_parts
    no_thing = any_of((*parts.printed("behind_own"), *rules.quote_verbs.printed("act")))
    return Saints(
        named=re.compile(rf"(?<![\w.]){parts.any_of('saint')} (?P<name>[A-ZÀ-Þ][\w-]+)$"),
        words=parts.words("saint"),
        no_thing=re.compile(rf"\s(?:(?:also|now|then) )?{no_thing}(?!\w)"),
    )


def with_own_s(
    text: str, found: Sequence[Candidate], saints: Saints, is_place: Callable[[str], bool]
) -> Iterator[Candidate]:
    """Give bodies and places that a saint's possessive names the whole of it, wherever the article has it.

    It is of the name where nothing that somebody has stands behind it: the `tower` is St Botolph's tower, and a
    city's mayor is none of the city's name.
    """
    saint = {one: name[0] for one in found if (name := _saint(text, one, saints, is_place))}
    own = {name for one, name in saint.items() if _has_nothing(text, one.end + 2, saints)}
    for one in found:
        yield one._replace(end=one.end + 2) if saint.get(one) in own else one


def _saint(text: str, one: Candidate, saints: Saints, is_place: Callable[[str], bool]) -> re.Match[str] | None:
    """Give the saint's name at the end of a name of a body or place, before a possessive; a known place is none."""
    if one.label not in ("ORG", "LOC") or not _OWN.match(text, one.end):
        return None
    name = saints.named.search(text[one.start : one.end])
    known = name and any(is_place(f"{word} {name['name']}") for word in saints.words)
    return None if known else name


def _has_nothing(text: str, end: int, saints: Saints) -> bool:
    return bool(_ENDS.match(text, end) or saints.no_thing.match(text, end))
