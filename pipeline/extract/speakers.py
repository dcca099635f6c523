"""What stands beside a quotation - a name, `she`, `the minister`, nothing - to the person or organisation that speaks."""

from bisect import bisect_left
from typing import Any, NamedTuple

from spacy.tokens import Doc

from pipeline.extract.attribution import Cue
from pipeline.extract.finds import id_of, kept
from pipeline.extract.skeleton import BREAK, SIGNS, Skeleton
from pipeline.records import Mention, Organisation, Person
from pipeline.values.names import fold

PERSON = SIGNS["PERSON"]


class Speaker(NamedTuple):
    """Who speaks, and the rule that says so."""

    identity: str
    name: str
    title: str | None
    organisation: str | None
    rule: str


class Speakers:
    """Resolves the speakers of one article, in the order of its quotations."""

    def __init__(self, doc: Doc, skeleton: Skeleton[Any]) -> None:
        self.article_id = id_of(doc)
        self.people: dict[str, Person] = {person.person_id: person for person in kept(doc, "people")}
        self.organisations: dict[str, Organisation] = {o.organisation_id: o for o in kept(doc, "organisations")}
        self.skeleton = skeleton
        self.person_signs = [at for at, item in skeleton.at.items() if item.label == "PERSON"]
        self.last: tuple[int, Speaker | None] = (-1, None)

    def resolve(self, cue: Cue | None, at: int) -> Speaker | None:
        """Say who speaks the quotation whose sign stands at an offset of the skeleton."""
        speaker = self._of_cue(cue, at) if cue else self._carried_on(at)
        if speaker is not None or cue is not None:
            self.last = (at, speaker)
        return speaker

    def _of_cue(self, cue: Cue, at: int) -> Speaker | None:
        if cue.speaker is not None:
            item = self.skeleton.at[cue.speaker]
            if item.label == "ROLE":
                return self._with_title(item, cue.rule)
            return self._named(item, cue.rule)
        if cue.word and cue.word.lower() in ("he", "she", "they"):
            return self._pronoun(at, cue.rule)
        return None

    def _named(self, mention: Mention, rule: str) -> Speaker | None:
        person = self.people.get(mention.entity_id or "")
        if person:
            return Speaker(person.person_id, person.name, person.title, person.organisation, rule)
        body = self.organisations.get(mention.entity_id or "")
        return Speaker(body.organisation_id, body.name, None, body.name, rule) if body else None

    def _with_title(self, role: Mention, rule: str) -> Speaker | None:
        """Find the one person of the article who has a title."""
        words = fold(role.text)
        fits = [p for p in self.people.values() if p.title and (words in fold(p.title) or fold(p.title) in words)]
        if len(fits) == 1:
            person = fits[0]
            return Speaker(person.person_id, person.name, person.title, person.organisation, f"{rule}_title")
        return None

    def _pronoun(self, at: int, rule: str) -> Speaker | None:
        """Take the first person of the last sentence before the quotation that names one outside quotation marks."""
        text = self.skeleton.text
        before = bisect_left(self.person_signs, at) - 1
        if before < 0:
            return self.last[1]
        last = self.person_signs[before]
        if self.last[1] and self.last[0] > last:
            return self.last[1]
        begin = text.rfind(BREAK, 0, last) + 1
        first = next(sign for sign in self.person_signs if sign >= begin)
        return self._named(self.skeleton.at[first], rule)

    def _carried_on(self, at: int) -> Speaker | None:
        """Give the last quotation's speaker where this one goes on in the same paragraph, or opens the next one."""
        last_at, speaker = self.last
        if speaker is None:
            return None
        between = self.skeleton.text[last_at + 1 : at]
        if between.count("\n\n") + between.count("\n") * 0 > 1:
            return None
        return speaker._replace(rule="carried_on")
