"""Job titles beside people's names to ROLE mentions, together with the roles that a model found."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import keep, kept
from pipeline.extract.document.view import view_of
from pipeline.extract.names.candidates import Candidate, settle_roles
from pipeline.extract.titles.edges import edged, title_owners
from pipeline.records import Mention
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.titles.after import title_after
from pipeline.values.titles.before import title_before
from pipeline.values.titles.beside import (
    AFTER_NAME,
    AFTER_TITLE,
    APPOINTED,
    BEFORE_ORGANISATION,
    HELD,
    title_from_body,
    title_to_body,
)
from pipeline.values.titles.words import title_words

_THE = re.compile(r"\b[Tt]he (?P<word>[A-ZÀ-Þ][\w.&-]*\w)")
_GOES_ON = re.compile(r"\w|['’]?s? [A-Z]| of\b| for\b|-")
_SPACE = re.compile(" ")
_BRACKET = re.compile(r" \(")
_OF = re.compile(r",? (?:of|from|at|with) (?:the )?")
_SERVES_AS = re.compile(r"(?:a|n) (?:model|guide|host|anchor|driver|lead|reserve|custodian|partner)\b")
"""What a thing serves as, too."""
_BESIDE = re.compile(r"(?:['’]s)?,? (?:[A-Z][\w'’]{1,8}\.? )?")
"""What stands between a body and the name after it: nothing but an honorific."""
_DISTRICT = re.compile(
    r" (?:for|of) the (?:(?:Northern|Southern|Eastern|Western|Central|Middle) )?"
    r"District of (?:(?:New|North|South|West|Rhode|Puerto) )?[A-Z]\w+"
)
_ACTS_AS = re.compile(
    r"(?: \([^()\n]{1,40}\))?,?(?: (?:is|are|was|were|has|have|been|also|which|who))*"
    r" (?:acts?|acted|acting|serves?|served|serving) as (?:(?:an?|the|its|their|our|sole|exclusive|lead|joint) )*"
)
_GOVERNED = re.compile(r"\b(?:in|from|of|at|to|for|,) (?:the )?$")


class PressRoles:
    """Finds titles by their words, beside names."""

    def __init__(self, rules: Rulebook) -> None:
        self.words = title_words(
            rules.titles,
            honorifics=rules.honorifics,
            peoples=rules.nationalities,
            starts=rules.sentence_starts,
            bodies=rules.organisation_words,
        )

    def __call__(self, doc: Doc) -> Doc:
        """Add ROLE mentions; a role that holds a place takes the place in."""
        mentions: tuple[Mention, ...] = kept(doc, "mentions")
        view = view_of(doc)
        found = list(self._beside_names(view.flat, mentions))
        found += self._held(view.flat, mentions)
        found += edged(self.words, view.flat, mentions)
        found = [_with_district(view.flat, one) for one in found]
        found += _bare(view.flat, found)
        old = [Candidate(m.start_char, m.end_char, m.label, _source(m)) for m in mentions]
        settled = settle_roles(old, found)
        owners = title_owners(view.flat, settled)
        by_place = {(m.start_char, m.end_char, m.label): m for m in mentions}
        kept_or_new = (
            by_place.get((one.start, one.end, one.label))
            or view.mention(one.start, one.end, one.label, f"press_roles/{one.rule}")
            for one in settled
        )
        named = [replace(m, label="ORG") if _names(m, owners) else m for m in kept_or_new]
        keep(doc, "mentions", [m for at, m in enumerate(named) if not _is_of_firm(view.flat, named, at)])
        return doc

    def _beside_names(self, text: str, mentions: Sequence[Mention]) -> Iterator[Candidate]:
        for at, mention in enumerate(mentions):
            if mention.label == "PERSON":
                yield from self._before(text, mentions, at)
                yield from self._after(text, mentions, at)
                yield from self._beside_body(text, mentions, at)

    def _before(self, text: str, mentions: Sequence[Mention], at: int) -> Iterator[Candidate]:
        start, body = _over_body(text, mentions, at)
        rule, at = ("before_name", at) if body is None else ("before_organisation", body)
        before = (mentions[n] for n in range(at - 1, -1, -1))
        floor = next((m.end_char for m in before if m.label not in ("LOC", "ROLE")), 0)
        place = title_before(self.words, text, start, floor=floor)
        while place:
            start = self._with_place(text, place, mentions[at - 1] if at else None)
            yield Candidate(start, place[1], "ROLE", "role", rule)
            further = title_before(self.words, text, start, floor=floor)
            ranked = self.words.is_rank(text[slice(*place)])
            place = further if further and text[further[1] : start] in ((" ", ", ") if ranked else (" ",)) else None

    def _after(self, text: str, mentions: Sequence[Mention], at: int) -> Iterator[Candidate]:
        lead = AFTER_NAME.match(text, mentions[at].end_char)
        if not lead and APPOINTED.search(text[max(0, mentions[at].start_char - 20) : mentions[at].start_char]):
            lead = _SPACE.match(text, mentions[at].end_char)
        lead = lead or _behind_body(text, mentions, at)
        rule = "after_name"
        while lead:
            start = lead.end()
            following = _next_name(mentions, at, start)
            if following and following.start_char == start and following.label == "ORG":
                gap = re.match(r"(?:['’]s?)?,? (?:former )?", text[following.end_char : following.end_char + 12])
                start = following.end_char + (gap.end() if gap else 0)
                following = _next_name(mentions, at, start)
                rule = "after_organisation"
            places = {m.start_char: m.end_char for m in mentions[at + 1 : at + 8] if m.label == "LOC"}
            ceiling = following.start_char if following else len(text)
            place = title_after(self.words, text, start, ceiling=ceiling, places=places)
            if not place:
                return
            yield Candidate(*place, "ROLE", "role", rule)
            lead, rule = AFTER_TITLE.match(text, place[1]), "after_title"

    def _beside_body(self, text: str, mentions: Sequence[Mention], at: int) -> Iterator[Candidate]:
        """Find a title that no list has, between a name and a body."""
        last, following = mentions[at - 1] if at else None, mentions[at + 1] if at + 1 < len(mentions) else None
        name = mentions[at]
        places = (
            title_to_body(self.words, text, name.end_char, following.start_char)
            if following and following.label == "ORG"
            else None,
            title_from_body(self.words, text, last.end_char, name.start_char) if last and last.label == "ORG" else None,
        )
        yield from (Candidate(*place, "ROLE", "role", "beside_body") for place in places if place)

    def _held(self, text: str, mentions: Sequence[Mention]) -> Iterator[Candidate]:
        """Find titles that someone is said to hold: `served as Vice President`."""
        starts = [m.start_char for m in mentions if m.label not in ("ROLE", "LOC")]
        places = {m.start_char: m.end_char for m in mentions if m.label == "LOC"}
        for match in HELD.finditer(text):
            at = bisect_left(starts, match.end())
            ceiling = starts[at] if at < len(starts) else len(text)
            place = title_after(self.words, text, match.end(), ceiling=ceiling, places=places)
            if place and not _SERVES_AS.match(text, match.end() - 2):
                yield Candidate(*place, "ROLE", "role", "held")

    def _with_place(self, text: str, place: tuple[int, int], last: Mention | None) -> int:
        """Give where a public office begins: with the place right before it (`Minnesota Attorney General`)."""
        if (
            not last
            or last.label != "LOC"
            or last.end_char + 1 != place[0]
            or not self.words.is_public(text[slice(*place)])
        ):
            return place[0]
        governed = _GOVERNED.search(text, max(0, last.start_char - 10), last.start_char)
        return place[0] if governed else last.start_char


def _over_body(text: str, mentions: Sequence[Mention], at: int) -> tuple[int, int | None]:
    """Give where the words before a name end, and which body stands between: `director of the Water Board (WB), `."""
    start, body = mentions[at].start_char, at - 1
    if body < 0 or mentions[body].label != "ORG":
        return start, None
    gap = text[mentions[body].end_char : start]
    if body and gap.startswith(")") and text[mentions[body - 1].end_char : mentions[body].start_char] == " (":
        body, gap = body - 1, gap[1:]
    begin = mentions[body].start_char
    lead = BEFORE_ORGANISATION.search(text, max(0, begin - 10), begin) if _BESIDE.fullmatch(gap) else None
    return (lead.start(), body) if lead else (start, None)


def _behind_body(text: str, mentions: Sequence[Mention], at: int) -> re.Match[str] | None:
    """Give what stands between a body behind a name and a title in brackets: `Ama Boateng of Volta Foods (chair)`."""
    of = _OF.match(text, mentions[at].end_char)
    body = _next_name(mentions, at, of.end()) if of else None
    found = of and body and body.start_char == of.end() and body.label == "ORG"
    return _BRACKET.match(text, body.end_char) if found and body else None


def _with_district(text: str, one: Candidate) -> Candidate:
    """Give a U.S. attorney the district: `U.S. Attorney for the District of Maryland`."""
    district = _DISTRICT.match(text, one.end) if text[one.start : one.end].endswith("Attorney") else None
    return one._replace(end=district.end()) if district else one


def _is_of_firm(text: str, mentions: Sequence[Mention], at: int) -> bool:
    """Say whether a role is a firm's, not a person's: `Ruiz & Lodh LLP is serving as legal counsel`."""
    if mentions[at].label != "ROLE":
        return False
    before = next((n for n in range(at - 1, -1, -1) if mentions[n].label not in ("ROLE", "LOC")), None)
    if before is None or mentions[before].label != "ORG":
        return False
    firm = mentions[before]
    if not _ACTS_AS.fullmatch(text, firm.end_char, mentions[at].start_char):
        return False
    person = mentions[before - 1] if before and mentions[before - 1].label == "PERSON" else None
    return person is None or ". " in text[person.end_char : firm.start_char]


def _names(mention: Mention, owners: Collection[str]) -> bool:
    return mention.label == "PERSON" and mention.text in owners


def _next_name(mentions: Sequence[Mention], at: int, start: int) -> Mention | None:
    """Give the next mention that no title can hold."""
    after = (mentions[n] for n in range(at + 1, len(mentions)))
    return next((m for m in after if m.end_char > start and m.label not in ("ROLE", "LOC")), None)


def _bare(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Find titles of the article's people again where they stand for the person: `the Attorney General`."""
    titles = {text[one.start : one.end] for one in found if one.rule not in ("held", "edges")}
    by_word: dict[str, list[str]] = {}
    for title in sorted(title for title in titles if title[0].isupper() and title[-1] != "." and " of " not in title):
        by_word.setdefault(title.split()[0], []).append(title)
    for the in _THE.finditer(text):
        for title in by_word.get(the["word"], ()):
            start, end = the.start("word"), the.start("word") + len(title)
            if text.startswith(title, start) and not _GOES_ON.match(text, end):
                yield Candidate(start, end, "ROLE", "role", "bare")


def _source(mention: Mention) -> str:
    return "model" if mention.label == "ROLE" else "value" if mention.label in ("MONEY", "PERCENT", "DATE") else "name"


@Language.factory(
    "press_roles",
    default_config={"rules": None},
    requires=["doc._.mentions"],
    assigns=["doc._.mentions"],
)
def make_press_roles(nlp: Language, name: str, rules: str | None) -> PressRoles:
    """Make the component that finds roles."""
    return PressRoles(rulebook_with(rules))
