"""Names of which a model isn't sure to those for which something else in the article speaks."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.document.passes import Why
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import DOUBTFUL, EVEN, SURE
from pipeline.extract.names.gaps import NameGaps
from pipeline.extract.names.lone_persons import PersonSigns, beside_others
from pipeline.values.organisations.signs import BodySigns
from pipeline.values.titles.patterns import TitlePatterns

_FIRM = re.compile(r"(?:[A-ZÀ-Þ][\w'’-]+, )*[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)? & [A-ZÀ-Þ][\w'’-]+")


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for a name of which a model isn't sure, compiled."""

    sure_form: re.Pattern[str]
    """Words that only organisations have in their names."""

    titles: TitlePatterns
    """What a title beside a name shows."""

    direction: re.Pattern[str]
    """What stands before a place: `northern`."""

    person_signs: PersonSigns
    """What shows a person."""

    body_signs: BodySigns
    """What stands beside the name of a body and of no person."""

    acts: re.Pattern[str]
    """What an organisation does, behind its name: `said`, `has appointed`."""

    gaps: NameGaps
    """What the words right before and behind a name show."""

    def of(self, text: str, one: Candidate) -> bool:
        """Say whether the form of a name, a title before it, what it does or a given name speaks for it."""
        before = text[max(0, one.start - 40) : one.start]
        if one.label == "PERSON":
            first, *rest = text[one.start : one.end].split()
            if rest and (first in self.person_signs.given or self.acts.match(text, one.end)):
                return True
            return bool(self.titles.titled.search(before)) or self.person_signs.tell(text, one.start, one.end)
        if one.label == "LOC":
            return bool(self.direction.search(before)) or (
                bool(self.gaps.doubted_place.search(before)) and not text[one.start : one.end].isupper()
            )
        if _FIRM.fullmatch(text, one.start, one.end) or self.gaps.doubted_body.search(before):
            return True
        if self.sure_form.search(text, one.start, one.end) or self.titles.holds.search(before):
            return True
        if self.gaps.body_of_place.match(text, one.end):
            return True
        if self.body_signs.show(text, one.start, one.end, alone=True) or self.titles.before_titled.match(text, one.end):
            return True
        return bool(self.acts.match(text, one.end)) and not self.gaps.place.search(before)


def believed(text: str, found: Sequence[Candidate], support: Support) -> list[Candidate]:
    """Drop the names of which the model is nowhere sure, and for which nothing else speaks."""
    best: dict[tuple[str, str], float] = defaultdict(float)
    for one in found:
        key = (text[one.start : one.end], one.label)
        best[key] = max(best[key], one.score)

    sure = {(c.start, c.label) for c in found if best[text[c.start : c.end], c.label] >= SURE}

    def is_sure(one: Candidate) -> bool:
        if text[one.end : one.end + 2] == " (" and (one.end + 2, one.label) in sure:
            return True  # Its own acronym is a name, so it is one.
        return best[text[one.start : one.end], one.label] >= _needed(one.label)

    people = {one.end for one in found if one.label == "PERSON" and is_sure(one)}

    def is_someones(one: Candidate) -> bool:
        of = support.gaps.of_person.search(text, max(0, one.start - 8), one.start)
        return of is not None and of.start() in people and one.label == "ORG"

    known = {word for one in found if one.label == "PERSON" and is_sure(one) for word in _names_of(text, one)}

    def is_relative(one: Candidate) -> bool:
        names = _names_of(text, one)
        return one.label == "PERSON" and len(names) > 1 and (names[-1] in known or names[0] in known)

    heads = {one.start for one in found if one.label == "PERSON"}
    titles = {one.start for one in found if one.label == "ROLE" and one.end + 1 in heads}

    listed = beside_others(text, found)

    def is_kept(one: Candidate) -> bool:
        if one.source != "model" or is_sure(one) or is_someones(one) or is_relative(one) or support.of(text, one):
            return True
        if one.label == "ORG" and one.end + 1 in titles:
            return True  # `Volta Daily editor Ama Boateng`: the model reads a title and its holder behind it.
        return one.label == "PERSON" and one.start in listed

    return [one for one in found if is_kept(one)]


def _needed(label: str) -> float:
    """Give how sure a model must be of a name somewhere; of a role it need not be."""
    return {"PERSON": EVEN, "ROLE": 0.0}.get(label, DOUBTFUL)


def _names_of(text: str, one: Candidate) -> list[str]:
    """List the words of a name that are capitalised, and no initials."""
    return [word for word in text[one.start : one.end].split() if word[0].isupper() and len(word.rstrip(".")) > 2]


def why_doubted(text: str, found: Sequence[Candidate], one: Candidate) -> Why:
    """Say how sure the model is of a name at its surest, and what it would need to be."""
    surface = text[one.start : one.end]
    same = (c.score for c in found if c.label == one.label and text[c.start : c.end] == surface)
    needed = _needed(one.label)
    what = f"the model is at most {max(same):.2f} sure of it, {needed} is needed, and nothing beside it speaks for it"
    return Why("EVEN" if one.label == "PERSON" else "DOUBTFUL", what)
