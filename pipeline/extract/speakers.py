"""What stands beside a quotation - a name, `she`, `the minister`, nothing - to the person or body that speaks."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from spacy.tokens import Doc

from pipeline.extract.attribution import Cue
from pipeline.extract.finds import id_of, kept
from pipeline.extract.skeleton import BREAK, SIGNS, Skeleton
from pipeline.records import Mention, Organisation, Person
from pipeline.values.names import fold

PERSON, ORG = SIGNS["PERSON"], SIGNS["ORG"]
_STATED = re.compile(
    rf"(?P<who>[{PERSON}{ORG}])[^\n{PERSON}{ORG}{SIGNS['QUOTE']}]{{0,120}}"
    r"(?:released|issued|made|gave|published)[^\n.]{0,40} statement"
)
"""What says whose statement an article is."""

PRONOUNS = {"he": "m", "his": "m", "she": "f", "her": "f", "they": ""}
"""Pronouns, and the kind of given names that go with them; `they` names nobody."""


class Speaker(NamedTuple):
    """Who speaks, and the rule that says so."""

    identity: str
    name: str
    title: str | None
    organisation: str | None
    rule: str


class Speakers:
    """Resolves the speakers of one article, in the order of its quotations."""

    def __init__(
        self, doc: Doc, skeleton: Skeleton[Any], bodies: frozenset[str], texts: frozenset[str], genders: dict[str, str]
    ) -> None:
        self.article_id = id_of(doc)
        self.people: dict[str, Person] = {person.person_id: person for person in kept(doc, "people")}
        self.organisations: dict[str, Organisation] = {o.organisation_id: o for o in kept(doc, "organisations")}
        self.skeleton = skeleton
        stated = _STATED.search(skeleton.text)
        self.stated = self._named(skeleton.at[stated.start("who")], "statement") if stated else None
        self.person_signs = [at for at, item in skeleton.at.items() if item.label == "PERSON"]
        self.last: tuple[int, Speaker | None] = (-1, None)
        self.before = -1
        self.bodies = bodies
        self.texts = texts
        self.genders = genders

    def resolve(self, cues: Iterable[Cue], at: int) -> tuple[Cue | None, Speaker | None]:
        """Say who speaks the quotation whose sign stands at an offset of the skeleton, and by which of its cues.

        The first cue that names somebody wins; but where somebody unnamed speaks, no other cue is looked at.
        """
        self.before = self.last[0]
        first: Cue | None = None
        speaker: Speaker | None = None
        for cue in cues:
            first = first or cue
            speaker = self._of_cue(cue, at)
            if speaker or not self._may_be_another(cue):
                first = cue if speaker else first
                break
        if first is None:
            speaker = self._carried_on(at)
        if speaker is not None or first is not None:
            self.last = (at, speaker)
        return first, speaker

    def _may_be_another(self, cue: Cue) -> bool:
        """Say whether a cue that names nobody leaves it open who speaks: `according to the report`, a bare `she`."""
        return cue.word is not None and cue.word.split()[-1].lower() in (*self.texts, *PRONOUNS, "it")

    def _of_cue(self, cue: Cue, at: int) -> Speaker | None:
        if cue.speaker is not None:
            item = self.skeleton.at[cue.speaker]
            if item.label == "ROLE":
                return self._with_title(item, cue.rule)
            return self._named(item, cue.rule)
        if cue.word and cue.word.lower().split()[0] in ("it", "its"):
            return self._body_before(at, cue.rule)
        if cue.word and cue.word.lower() in PRONOUNS:
            return self._pronoun(at, PRONOUNS[cue.word.lower()], cue.rule)
        return self._of_noun(cue.word, cue.rule) if cue.word else None

    def _of_noun(self, phrase: str, rule: str) -> Speaker | None:
        """Find who `the Florida senator` or `the company` is: the one person with such a title, the last body named."""
        noun, definite = phrase.split()[-1].lower(), phrase.split()[0].lower() == "the"
        if not definite:
            return None
        if noun in self.bodies:
            return self._last_body(rule)
        fits = [person for person in self.people.values() if person.title and noun in person.title.lower().split()]
        return self._of(fits[0], f"{rule}_title") if len(fits) == 1 else None

    def _of(self, person: Person, rule: str) -> Speaker:
        return Speaker(person.person_id, person.name, person.title, person.organisation, rule)

    def _named(self, mention: Mention, rule: str) -> Speaker | None:
        person = self.people.get(mention.entity_id or "")
        if person:
            return self._of(person, rule)
        body = self.organisations.get(mention.entity_id or "")
        return Speaker(body.organisation_id, body.name, None, body.name, rule) if body else None

    def _with_title(self, role: Mention, rule: str) -> Speaker | None:
        """Find the one person of the article who has a title."""
        words = fold(role.text)
        fits = [p for p in self.people.values() if p.title and (words in fold(p.title) or fold(p.title) in words)]
        return self._of(fits[0], f"{rule}_title") if len(fits) == 1 else None

    def _body_before(self, at: int, rule: str) -> Speaker | None:
        """Give the organisation named last in the sentence of the quotation or the one before: who `it` is."""
        text = self.skeleton.text
        begin = text.rfind(BREAK, 0, max(0, text.rfind(BREAK, 0, at - 1))) + 1
        sign = text.find(ORG, begin, at)
        return self._named(self.skeleton.at[sign], rule) if sign >= 0 else None

    def _last_body(self, rule: str) -> Speaker | None:
        """Give the article's one organisation, where it has one that is named more than any other."""
        ranked = sorted(self.organisations.values(), key=lambda body: -body.mentions)
        if not ranked or (len(ranked) > 1 and ranked[0].mentions == ranked[1].mentions):
            return None
        body = ranked[0]
        return Speaker(body.organisation_id, body.name, None, body.name, f"{rule}_main")

    def _pronoun(self, at: int, kind: str, rule: str) -> Speaker | None:
        """Take the first person of the last sentence before the quotation that names one outside quotation marks.

        A person whose given name goes with the other pronoun is passed over.
        """
        before = [sign for sign in self.person_signs if sign < at] if kind else []
        fits = [sign for sign in before if self._goes_with(self.skeleton.at[sign], kind)]
        last_at, last = self.last
        if not fits or (last and last_at > fits[-1]):
            return last if kind and (last is None or self.genders.get(_given(last.name), kind) == kind) else None
        begin = self.skeleton.text.rfind(BREAK, 0, fits[-1]) + 1
        return self._named(self.skeleton.at[next(sign for sign in fits if sign >= begin)], rule)

    def _goes_with(self, mention: Mention, kind: str) -> bool:
        person = self.people.get(mention.entity_id or "")
        return person is None or self.genders.get(_given(person.name), kind) == kind

    def _carried_on(self, at: int) -> Speaker | None:
        """Give the speaker of the last quotation where this one goes on, or whom the sentence before it is about."""
        last_at, speaker = self.last
        between = self.skeleton.text[last_at + 1 : at]
        opened = between.rstrip(BREAK + " \n").rfind(BREAK)
        about = between.find(PERSON, opened) if opened >= 0 or last_at < 0 else -1
        if between.count("\n\n") > 1 or (last_at < 0 and "\n" in between[about:]):
            return self.stated if between.endswith(("\n", BREAK)) else None
        if about >= 0 and "\n" not in between[about:]:
            return self._named(self.skeleton.at[last_at + 1 + about], "sentence_before")
        if PERSON in between[between.find(BREAK) :] and BREAK in between.rstrip(BREAK + " \n"):
            return None
        return speaker._replace(rule="carried_on") if speaker else self.stated


def _given(name: str) -> str:
    return name.split()[0].lower()
