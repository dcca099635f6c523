"""A skeleton to the titles and organisations of its persons, by the patterns of `person_links.csv`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.referring.masked import SignPattern, Skeleton
from pipeline.records import Mention
from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import PersonLink
from pipeline.rulebook.slots import SIGNS, compile_pattern

PERSON, _ORG, _LOC = SIGNS["PERSON"], SIGNS["ORG"], SIGNS["LOC"]
_PLURAL = re.compile(r"s$|\b[A-Za-z]{4,}s (?:General|general|of|for|in)\b")
SAID = ("both", "title", "org")
"""Kinds of rows that say it in plain words; the others go by what is referred to, or by position."""
PAST = {"once": "person", "until": "role"}
"""Kinds of rows that say that a post is a past one: all that is said there of the person, or the title."""
_JOINED = re.compile(
    rf"(?: ?\([^()]{{1,24}}\))?(?: (?:of|from|for|at|in) (?:the )?(?:{_LOC}|(?P<own>{_ORG})))?(?:,? and |, | & )"
)
_JOINED_WITH_TITLES = re.compile(rf"{_JOINED.pattern}(?:the )?(?:{SIGNS['ROLE']},? )?")


@dataclass(frozen=True, slots=True)
class Link:
    """What one place of an article says about a person."""

    person: Mention
    role: Mention | None
    org: Mention | None
    former: bool
    rule: str
    check: str = ""


def link_slots(rules: Rulebook) -> dict[str, str]:
    """Give the words that the slots of `person_links.csv` stand for."""
    words = rules.beside_titles
    before = (*words.words("past"), *map(str.capitalize, words.words("past")), "ex-", "then-")
    past, begun = any_of(before), _begin(before)
    noun = rf"(?!{words.any_of('no_noun')} )[a-z-]+"
    return {
        "the": r"(?:(?:[a-z]{1,2} (?=the ))?(?:also |currently |now |and )?"
        r"(?:(?:the|a|an|its|their|our|his|her|The) )?)",
        "unit": rf"(?:{_ORG}['’]s? |\w+['’]s |{_LOC}['’]s |(?:(?:{_LOC}|[A-Z]\w+)-based )?(?:{noun} ){{0,4}}"
        rf"|(?:{_LOC}|[A-Z][\w-]+) (?:{noun} ){{1,4}})?",
        "off": r"(?:,| [-–—])?",
        "former": rf"(?:(?=[{begun}ta])(?P<former>(?:the |a )?{past} ?(?:the )?)|)",
        "formerly": r"(?:the |a )?(?:(?:former|then) )?",
        "was": rf"(?:(?=[{begun}])(?P<former>{past} ?)|)(?:{words.any_of('now', 'fresh')} )?",
        "alias": rf"(?: ?\({_ORG}\))?",
        "where": f"(?:{_LOC})",
        "year": r"(?:[A-Z][a-z]+ )?\d{4}",
        "alone": rf"(?!,? ?{PERSON})",
        "notreplaced": "".join(f"(?<!{re.escape(word[1:])} )" for word in rules.pattern_words.printed("replaces")),
    }


def _begin(words: Iterable[str]) -> str:
    """List the letters that words begin with: at most places of a text none of them stands."""
    return "".join(sorted({re.escape(word[:1]) for word in words}))


class PersonLinks:
    """Finds links in skeletons."""

    def __init__(self, rules: Rulebook) -> None:
        """Compile the rows that say it in plain words."""
        rows, slots = rules.person_links, link_slots(rules)
        self.patterns = [
            (row, SignPattern(compile_pattern(row.pattern, slots), PERSON)) for row in rows if row.kind in SAID
        ]
        told = [(PAST[row.kind], compile_pattern(row.pattern, slots)) for row in rows if row.kind in PAST]
        self.past = [(slot, SignPattern(pattern, SIGNS[slot.upper()])) for slot, pattern in told]

    def find(self, skeleton: Skeleton[Mention]) -> list[Link]:
        """List the links of an article, the patterns in the order of the rules."""
        links: list[Link] = []
        past = {match.start(slot) for slot, pattern in self.past for match in pattern.find(skeleton)}
        for row, pattern in self.patterns:
            for match in pattern.find(skeleton):
                link = link_of(row, match, skeleton)
                if link.role and (match.start("person") in past or match.start("role") in past):
                    link = replace(link, former=True)
                links.append(link)
                if link.role and _PLURAL.search(link.role.text):
                    links += _shared(link, match.start("person"), skeleton, _JOINED)
                elif row.check == "all":
                    links += _shared(link, match.start("person"), skeleton, _JOINED_WITH_TITLES)
        return links


def past_as_said(links: Sequence[Link]) -> list[Link]:
    """Give links with a post as past wherever one of them says that it is."""
    past = {(link.person, link.role) for link in links if link.former and link.role}
    return [replace(link, former=True) if (link.person, link.role) in past else link for link in links]


def link_of(row: PersonLink, match: re.Match[str], skeleton: Skeleton[Mention]) -> Link:
    """Give what a match of a row says."""

    def item(slot: str) -> Mention | None:
        at = match.start(slot) if slot in match.re.groupindex else -1
        return skeleton.at[at] if at >= 0 else None

    person = item("person")
    assert person is not None, f"pattern {row.id} has no {{person}}"
    former = bool("former" in match.re.groupindex and match["former"])
    return Link(person, item("role"), item("org"), former, row.id, row.check)


def _shared(link: Link, at: int, skeleton: Skeleton[Mention], joined: re.Pattern[str]) -> Iterator[Link]:
    """Give the link to the persons joined with its own where the title is a plural: `Senators X of Troy and Y`."""
    signs = sorted(sign for sign, item in skeleton.at.items() if item.label == "PERSON")
    place = signs.index(at)
    for step in (1, -1):
        here = place
        while 0 <= here + step < len(signs):
            left, right = sorted((signs[here], signs[here + step]))
            between = joined.fullmatch(skeleton.text[left + 1 : right])
            if not between:
                break
            here += step
            org = None if between["own"] else link.org
            yield replace(link, person=skeleton.at[signs[here]], org=org, rule=f"{link.rule}+shared")
