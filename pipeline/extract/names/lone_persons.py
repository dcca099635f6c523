"""Single words that a model takes for a person, and that nothing in the article shows to be one: they are dropped."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.extract.document.passes import Why
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import SURE, UNSAID
from pipeline.values.titles.patterns import TitlePatterns

_OWNS = re.compile(r"['’]s ")
_AGED = re.compile(r", [1-9]\d(?:[,;]|\.(?!\d)| and\b)(?! \d)")
"""Behind a person of an age: `Ama Boateng, 52, `."""
_LISTED = re.compile(r",? (?:and |& )?")
_TITLE_BEFORE = 40
"""Characters before a name in which a title may stand."""


@dataclass(frozen=True, slots=True)
class PersonSigns:
    """What shows that a single word is a person, compiled."""

    given: frozenset[str]
    """Given names."""

    titles: TitlePatterns
    """What a title beside a name shows."""

    kin: re.Pattern[str] = re.compile(r"(?!)")
    """Before a person's name, who is somebody's: `widow`."""

    def title_before(self, text: str, start: int) -> re.Match[str] | None:
        """Find the title or honorific right before a name."""
        return self.titles.right_before.search(text, max(0, start - _TITLE_BEFORE), start)

    def tell(self, text: str, start: int, end: int) -> bool:
        """Say whether an age behind a name, or whose relative it is, tells that it is a person's."""
        return bool(_AGED.match(text, end) or self.kin.search(text, max(0, start - 20), start))


def without_strays(text: str, found: Sequence[Candidate], signs: PersonSigns) -> list[Candidate]:
    """Drop a single word of which a model is nowhere sure that it is a person.

    What shows a person: a fuller name in the article, a given name, a title before it, other persons beside it, the
    country that it is of: `Nigeria's Balewa said`.
    """
    best: dict[str, float] = defaultdict(float)
    full: set[str] = set()
    for one in found:
        if one.label == "PERSON":
            surface = text[one.start : one.end]
            best[surface] = max(best[surface], one.score)
            full |= {word.casefold() for word in surface.split()} if " " in surface else set()
    beside = beside_others(text, found) | _of_countries(text, found)
    return [
        one
        for one in found
        if one.label != "PERSON"
        or one.source != "model"
        or best[text[one.start : one.end]] == UNSAID
        or best[text[one.start : one.end]] >= SURE
        or one.start in beside
        or _is_shown(text, one, full, signs)
    ]


def _is_shown(text: str, one: Candidate, full: Collection[str], signs: PersonSigns) -> bool:
    name = text[one.start : one.end]
    if " " in name or name.casefold() in full or name in signs.given:
        return True
    titled = signs.title_before(text, one.start) or signs.titles.behind.match(text, one.end)
    return bool(titled) or signs.tell(text, one.start, one.end)


def beside_others(text: str, found: Sequence[Candidate]) -> set[int]:
    """Give where the persons begin that stand in a list with other persons."""
    people = sorted(one for one in found if one.label == "PERSON")
    pairs = [pair for pair in pairwise(people) if _LISTED.fullmatch(text, pair[0].end, pair[1].start)]
    return {one.start for pair in pairs for one in pair}


def _of_countries(text: str, found: Sequence[Candidate]) -> set[int]:
    """Give where single words begin behind the place that they are of."""
    owned = (one.end + 3 for one in found if one.label == "LOC" and _OWNS.match(text, one.end))
    return set(owned)


def why_lone(one: Candidate) -> Why:
    """Say what would show that a single word is a person."""
    what = (
        f"the model is {one.score:.2f} sure of a single word, {SURE} is needed, and no given name, "
        "title, fuller name or list of persons shows one"
    )
    return Why("SURE", what)
