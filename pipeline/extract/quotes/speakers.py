"""The cues beside the quotations of an article, one after the other, to who speaks each."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

from pipeline.extract.quotes.attribution import Cue, Patterns
from pipeline.extract.referring.masked import Skeleton
from pipeline.extract.referring.referents import ORG, PERSON, PRONOUNS, Referents, Speaker
from pipeline.rulebook.slots import BREAK, SIGNS

QUOTE = SIGNS["QUOTE"]
_ITS = re.compile(r"\b[Ii]ts $")
_FOR = re.compile(rf" (?:for|of|at) (?:the )?(?:(?P<org>{ORG})|(?<=the )(?P<noun>[\w-]+))")
_WHOSE = re.compile(rf"(?:(?P<org>{ORG})(?:['’]s?)?|\b[Tt]he (?P<noun>[\w-]+)['’]s?) $")
"""The body behind or before somebody who speaks for it."""
_QUESTION = re.compile(rf"\?[{BREAK} ]*\n[\n{BREAK} ]*$")
_PARAGRAPH = re.compile(rf"\n[\n{BREAK} ]*$")
_ANSWER = re.compile(rf"\?[{BREAK} ]*\n[\n{BREAK} ]*{QUOTE}")
_REACH = 8
"""Signs between a question and the answer in the next paragraph."""
ANSWER = "answer"
"""The rule of who answers the questions of an interview."""
SOMEBODY = "somebody"
"""Ends the rule of a cue that names nobody on purpose: `said a woman in the queue`."""
_FIRST = re.compile(r"\s*(\w+)")
_INDEFINITE = frozenset(("a", "an", "another", "one", "some"))


class Tried(NamedTuple):
    """A cue that was looked at, whom it means, and where the name or title begins that it is."""

    cue: Cue
    speaker: Speaker | None
    start: int


class Speakers:
    """Resolves the speakers of one article, in the order of its quotations."""

    def __init__(self, skeleton: Skeleton[Any], referents: Referents, stated: Patterns) -> None:
        self.skeleton, self.referents = skeleton, referents
        self.stated = _stated(skeleton, referents, stated)
        self.last: tuple[int, Speaker | None] = (-1, None)
        self.before = -1
        self.interviewed: Speaker | None = None
        """Who answers the questions that stand in paragraphs of their own."""
        self.heard: set[str] = set()
        """Who spoke so far."""
        self.tried: list[Tried] = []
        """The cues of the last quotation that were looked at, and whom each means."""

    def resolve(self, cues: Iterable[Cue], at: int) -> tuple[Cue | None, Speaker | None]:
        """Say who speaks the quotation whose sign stands at an offset of the skeleton, and by which of its cues.

        The first cue that names somebody wins; but where somebody unnamed speaks, no other cue is looked at.
        """
        self.before = self.last[0]
        first: Cue | None = None
        speaker: Speaker | None = None
        self.tried = []
        for cue in cues:
            first = first or cue
            speaker = self._of_cue(cue, at)
            named = self.skeleton.at[cue.speaker].start_char if cue.speaker is not None else -1
            self.tried.append(Tried(cue, speaker, named))
            if speaker or not self._may_be_another(cue):
                first = cue if speaker else first
                break
        if first is None:
            speaker = self._carried_on(at)
        elif speaker is None and self._is_somebody(first):
            first = replace(first, rule=f"{first.rule}+{SOMEBODY}")
        if speaker is not None or first is not None:
            self.last = (at, speaker)
        if speaker is not None:
            self.heard.add(speaker.identity)
        return first, speaker

    def _may_be_another(self, cue: Cue) -> bool:
        """Say whether a cue that names nobody leaves it open who speaks: `according to the report`, a bare `she`."""
        words = (cue.word or "").split()
        return bool(words) and words[-1].lower() in (*self.referents.words.texts, *PRONOUNS)

    def _is_somebody(self, cue: Cue) -> bool:
        """Say whether a cue leaves unnamed who speaks, and for no body: its sentence names nobody behind it."""
        words = (cue.word or "").lower().split()
        is_person = bool(words) and words[0] in _INDEFINITE and words[-1] in self.referents.words.people
        if not is_person or self.referents.words.speaks_for.search(words[-1]):
            return False
        after = self.skeleton.text[cue.place + len(cue.word or "") :].partition(BREAK)[0]
        return PERSON not in after and QUOTE not in after  # a nickname may be printed as if it were quoted

    def _of_cue(self, cue: Cue, at: int) -> Speaker | None:
        if cue.speaker is not None:
            return self.referents.at_sign(cue.speaker, cue.rule) or self._of_its_own(cue.speaker, cue.rule)
        words = (cue.word or "").lower().split()
        if not cue.word or not words:
            return None
        first, last = words[0], words[-1]
        if ORG in cue.word and last in self.referents.words.texts:
            return self.referents.at_sign(cue.place + cue.word.index(ORG), cue.rule)
        if first in ("it", "its"):
            return self.referents.of_it(cue.place or at, cue.rule)
        if cue.word.lower() in PRONOUNS:
            return self._pronoun(at, PRONOUNS[first], cue.rule)
        return self.referents.of_noun(cue.word, cue.place, cue.rule)

    def _of_its_own(self, sign: int, rule: str) -> Speaker | None:
        """Give the body for which somebody unnamed speaks: `its spokesperson`, `a spokesperson for the authority`."""
        role, text = self.skeleton.at[sign], self.skeleton.text
        if role.label != "ROLE" or not self.referents.words.speaks_for.search(role.text):
            return None
        if _ITS.search(text, 0, sign):
            return self.referents.of_it(sign, rule)
        body = _FOR.match(text, sign + 1) or _WHOSE.search(text[:sign])
        if body and body["org"]:
            return self.referents.at_sign(body.start("org"), rule)
        return self.referents.of_noun(f"the {body['noun']}", body.start("noun"), rule) if body else None

    def _pronoun(self, at: int, kind: str, rule: str) -> Speaker | None:
        """Say who `he` or `she` is: the last speaker, or the person that a later sentence is about."""
        if not kind:
            return None
        titled = self.referents.titled_before(at, rule)
        if titled and self.referents.may_be(titled.name, kind):
            return titled
        sign = self.referents.person_before(self._opening(at, kind), kind)
        last_at, last = self.last
        last = last if last and self.referents.may_be(last.name, kind) else None
        if sign is not None and not (last and last_at > sign):
            return self.referents.at_sign(sign, rule)
        return last

    def _opening(self, at: int, kind: str) -> int:
        """Give where a sentence begins whose first word is `she`: whom it names behind that is somebody else."""
        begin = self.skeleton.text.rfind(BREAK, 0, at) + 1
        first = _FIRST.match(self.skeleton.text, begin, at)
        return begin if first and PRONOUNS.get(first[1].lower()) == kind else at

    def _carried_on(self, at: int) -> Speaker | None:
        """Give the speaker of the last quotation where this one goes on, or whom the sentence before it is about."""
        if self._is_answer(at):
            return self._answering(at)
        last_at, speaker = self.last
        between = self.skeleton.text[last_at + 1 : at]
        opened = between.rstrip(BREAK + " \n").rfind(BREAK)
        about = between.find(PERSON, opened) if opened >= 0 or last_at < 0 else -1
        if between.count("\n\n") > 1 or (last_at < 0 and "\n" in between[about:]):
            return self.stated if between.endswith(("\n", BREAK)) else None
        if about >= 0 and "\n" not in between[about:]:
            return self.referents.at_sign(last_at + 1 + about, "sentence_before")
        if PERSON in between[between.find(BREAK) :] and BREAK in between.rstrip(BREAK + " \n"):
            return None
        return speaker._replace(rule="carried_on") if speaker else self.stated

    def _is_answer(self, at: int) -> bool:
        """Say whether a quotation stands behind a question, or begins a paragraph of an interview."""
        before = self.skeleton.text[max(0, at - _REACH) : at]
        return (_PARAGRAPH if self.interviewed else _QUESTION).search(before) is not None

    def _answering(self, at: int) -> Speaker | None:
        """Give who answers the questions of an interview; behind a question alone, who spoke last goes on."""
        if not self._is_interview():
            return self.last[1]._replace(rule="carried_on") if self.last[1] else None
        self.interviewed = self.interviewed or self._asked(at)
        return self.interviewed

    def _asked(self, at: int) -> Speaker | None:
        """Give who is asked: the first with a title who was named, not quoted, else who spoke last, else the first."""
        signs = (sign for sign, item in self.skeleton.at.items() if sign < at and item.label == "PERSON")
        named = [one for sign in signs if (one := self.referents.at_sign(sign, ANSWER))]
        unheard = [one for one in named if one.identity not in self.heard]
        titled = [one for one in unheard if one.title]
        spoke = [self.last[1]._replace(rule=ANSWER)] if self.last[1] else []
        return next(iter([*titled, *spoke, *unheard]), None)

    def _is_interview(self) -> bool:
        return len(_ANSWER.findall(self.skeleton.text)) > 1


def _stated(skeleton: Skeleton[Any], referents: Referents, patterns: Patterns) -> Speaker | None:
    """Give whose statement an article is."""
    for rule, pattern in patterns:
        found = pattern.search(skeleton.text)
        if found:
            return referents.at_sign(found.start("person" if found["person"] else "org"), rule)
    return None
