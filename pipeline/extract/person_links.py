"""A skeleton to the titles and organisations of its persons, by the patterns of `person_links.csv`."""

import re
from dataclasses import dataclass

from pipeline.extract.skeleton import Skeleton, compile_pattern
from pipeline.name_rules import LinkPattern, WordList, words_of
from pipeline.records import Mention
from pipeline.values.name_spans import any_of

SLOTS = {
    "the": r"(?:(?:the|a|an|its|their|our|his|her|The) )?",
    "of": r"(?:of|at|for|with|from|in|to|in charge of|on)",
    "former": r"(?P<former>(?:the |a )?(?:former|ex-|then-|late|one-time|retired|outgoing) ?(?:the )?)?",
    "former2": r"(?:the |a )?(?:(?:former|then) )?",
}
_DEGREES = re.compile(
    r"(?:,? (?:Ph\.?D\.?|M\.?D\.?|M\.?B\.?A\.?|M\.?Sc\.?|B\.?A\.?|Sc\.?M\.?|M\.?P\.?H\.?|Sc\.?D\.?|R\.?N\.?|J\.?D\.?|CFA|CPA|"
    r"Esq\.?|M\.?S\.?|B\.?Sc\.?|F\.?A\.?H\.?A\.?|FAHA|FACC|MBBS|O\.?B\.?E\.?|C\.?B\.?E\.?|KC|QC|MP|PhD|DrPH))+(?![\w])"
)
_PARTY = re.compile(r"^ ?\((?:[A-Z]-[\w. -]+|[A-Z]{1,4}|\d\d)\)|^[*]?, ?\d\d(?=,)|^[*]")


@dataclass(frozen=True, slots=True)
class Link:
    """What one place of an article says about a person."""

    person: Mention
    role: Mention | None
    org: Mention | None
    former: bool
    rule: str


class PersonLinks:
    """Finds links in skeletons."""

    def __init__(self, patterns: tuple[LinkPattern, ...], honorifics: tuple[WordList, ...]) -> None:
        self.patterns = [(row.id, compile_pattern(row.pattern, SLOTS)) for row in patterns]
        self.honorific = re.compile(rf"(?:(?<=\s)|^|(?<=[\"“(]))(?:{any_of(words_of(honorifics))} )+$")

    def tidy(self, gap: str, before: str | None, after: str | None) -> str:
        """Drop from between two names what says nothing of how they stand: honorifics, degrees, party and age."""
        if after == "PERSON":
            gap = self.honorific.sub("", gap)
        if before == "PERSON":
            gap = _DEGREES.sub("", gap)
            gap = _PARTY.sub("", gap)
        if before == "ORG" and gap.startswith(" ("):
            gap = re.sub(r"^ \([^()]{0,60}\)", "", gap)
        return gap

    def find(self, skeleton: Skeleton[Mention]) -> list[Link]:
        """List the links of an article, the patterns in the order of the rules."""
        links = []
        for rule, pattern in self.patterns:
            for match in pattern.finditer(skeleton.text):
                links.append(self._link(rule, match, skeleton))
        return links

    def _link(self, rule: str, match: re.Match[str], skeleton: Skeleton[Mention]) -> Link:
        def item(slot: str) -> Mention | None:
            at = match.start(slot) if slot in match.re.groupindex else -1
            return skeleton.at[at] if at >= 0 else None

        person = item("person")
        assert person is not None
        former = bool("former" in match.re.groupindex and match["former"])
        return Link(person, item("role"), item("org"), former, rule)
