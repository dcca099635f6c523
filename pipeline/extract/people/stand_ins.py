"""Titles held in `the company`, `its` or `whose` body to links to the organisation that these words stand for."""

import re
from collections.abc import Iterator

from pipeline.extract.people.links import Link
from pipeline.extract.referring.antecedents import Antecedents
from pipeline.extract.referring.body_nouns import BodyNouns
from pipeline.extract.referring.masked import Skeleton
from pipeline.records import Mention
from pipeline.rulebook.rows import BodyKind
from pipeline.rulebook.slots import BREAK, SIGNS

PERSON, ORG, ROLE = SIGNS["PERSON"], SIGNS["ORG"], SIGNS["ROLE"]
_FORMER = r"(?P<former>(?:former|then|previous|outgoing|late|ex-) ?)?(?:new |current |longtime )?"
_GAP = rf"[^{BREAK}\n{PERSON}{ORG}{ROLE}]"
_PERSON = f"(?P<person>{PERSON})"
_ROLE = rf"{_FORMER}(?P<role>{ROLE})"
_JOINED = rf"(?:(?:,| and|, and) {ROLE})?"
_ACTS = (
    "speaking|speaks|spoke|appearing|appears|appeared|acting|acts|acted|testifying|testified|signing|signed|writing|"
    "who (?:speaks|spoke|appeared|acts|works|worked|signed)"
)
_HEADS = "who (?:chairs|heads|leads|runs|founded|co-founded|owns|directs|sits on|serves on|works (?:at|for))"


class StandInLinks:
    """Finds titles whose organisation is only referred to."""

    def __init__(self, kinds: tuple[BodyKind, ...]) -> None:
        self.nouns = BodyNouns(kinds)
        noun = self.nouns.pattern
        whose = rf"(?:(?P<its>\b(?:[Ii]ts|[Tt]heir))|\b{noun}['’]s?) "
        of = rf" (?:of|for|at|with|to|in) {noun}(?!['’]s?\b| of\b| for\b)"
        off = r"(?:,| [-–—])?"
        is_a = r"(?:,| [-–—]| is| was| becomes| became)? (?:who is |who was |also |then |now |formerly |previously )?"
        named = r",? (?:\w+ ){0,2}(?:appointed|named|elected|hired|promoted)(?: as| to)? "
        patterns = {
            "its_holder": rf"{whose}{_ROLE}{_JOINED},? {_PERSON}",
            "holder_its": rf"{_PERSON}{is_a}{whose}{_ROLE}",
            "named_its": rf"{_PERSON}{named}{whose}{_ROLE}",
            "its_holder_is": rf"{whose}{_ROLE}(?:,{_GAP}{{1,40}},)? (?:is|was|will be) {_PERSON}",
            "holder_of_the": rf"{_PERSON}{off} (?:the |an? )?{_ROLE},?{of}(?!,? ?{PERSON})",
            "role_of_the": rf"{_ROLE},?{of},? {_PERSON}",
            "acts_for_the": rf"{_PERSON},? (?:{_ACTS}) (?:for|on behalf of) {noun}",
            "heads_the": rf"{_PERSON},? {_HEADS} {noun}(?! of\b)",
        }
        self.patterns = [(rule, re.compile(pattern)) for rule, pattern in patterns.items()]
        whose_holder = rf" whose {_ROLE}(?:,{_GAP}{{1,40}})?,? (?:{ROLE} )?{_PERSON}"
        self.whose = re.compile(rf"(?P<org>{ORG})\)?,{_GAP}{{0,60}}?{whose_holder}")

    def find(self, skeleton: Skeleton[Mention], main: Mention | None) -> Iterator[Link]:
        """List the links of an article; `main` is the organisation that it is about."""
        at, before = skeleton.at, Antecedents(skeleton, self.nouns, main)
        for match in self.whose.finditer(skeleton.text):
            person, role, body = (at[match.start(slot)] for slot in ("person", "role", "org"))
            yield Link(person, role, body, bool(match["former"]), "whose")
        for rule, pattern in self.patterns:
            for match in pattern.finditer(skeleton.text):
                groups = match.groupdict()
                place = match.start("its") if groups.get("its") else match.start("noun")
                org = before.of_noun(groups["noun"], place) if groups["noun"] else before.of_its(place)
                held = at[match.start("role")] if groups.get("role") else None
                if org:
                    yield Link(at[match.start("person")], held, org, bool(groups.get("former")), rule)
