"""Job titles beside people's names to ROLE mentions, together with the roles that a model found."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.evidence import Evidence
from pipeline.extract.finds import keep, kept
from pipeline.extract.precedence import Candidate, settle_roles
from pipeline.name_rules import words_of
from pipeline.records import Mention
from pipeline.rulebook import Rulebook, load_rulebook
from pipeline.values.titles import Titles, title_words

_LEAD = re.compile(
    r"(?: ?\([^()\n]{1,40}\)| ?\*)?(?:,? (?:[A-Z][A-Za-z]{0,3}\.){1,3}[A-Z]?(?=[ ,])|, (?:PhD|MD|MBA|CFA|CPA|JD|MPH|FAHA|KC|QC|MP)\b)*(?:, \d\d)?"
    r"(?P<gap>, (?:and )?|, ?\n| [-–—] |\n+| \(|,? who (?:is|was|serves as) | (?:is|was|as) )"
    r"(?:[a-z]{1,2} (?=the ))?(?:(?:the|a|an|our|its|also|currently|now|their|his|her) )*(?:(?:former|then|new|late|outgoing|current|longtime) )*"
)
_NEXT = re.compile(r"(?:,|;|,? and|,? as well as|\n)[ \n](?:(?:the|a|an|its|also|former) )*")
_AS = re.compile(
    r"\b(?:(?:serv(?:es?|ed|ing)|works?|worked|working|acts?|acted|acting|appoint\w*|named?|names|elect(?:ed|s)?|join(?:ed|s|ing)?|"
    r"hir(?:ed|es)|promoted|continues?|nominated|resign(?:ed|s)?|retir(?:ed|es)|sworn in|selected|returns?|steps? down|career)"
    r"(?: [^.,\n;]{1,50}?)?? as|(?:role|position|post|title) of|promoted to|(?:was|been|is) (?:appointed|named|elected))"
    r" (?:(?:the|its|a|an|our|their|new|next|first|his|her|interim) )*(?=[A-Za-z])"
)
_BEFORE_ORG = re.compile(r"(?:,)? (?:of|at|for|with)(?: the)? $|, (?:[Tt]he )?$")


class PressRoles:
    """Finds titles by their words, beside names."""

    def __init__(self, rules: Rulebook) -> None:
        common = words_of(rules.organisation_words, "common")
        self.titles = Titles(
            title_words(rules.titles, rules.honorifics, rules.nationalities, rules.sentence_starts, common)
        )

    def __call__(self, doc: Doc) -> Doc:
        """Add ROLE mentions; a role that holds a place takes the place in."""
        mentions: tuple[Mention, ...] = kept(doc, "mentions")
        evidence = Evidence(doc)
        found = list(self._beside_names(evidence.text, mentions))
        found += self._held(evidence.text, mentions)
        found += _bare(evidence.text, found)
        old = [Candidate(m.start_char, m.end_char, m.label, _source(m)) for m in mentions]
        settled = settle_roles(old, found)
        by_place = {(m.start_char, m.end_char, m.label): m for m in mentions}
        keep(
            doc,
            "mentions",
            [
                by_place.get((one.start, one.end, one.label))
                or evidence.mention(one.start, one.end, one.label, f"press_roles/{one.rule}")
                for one in settled
            ],
        )
        return doc

    def _beside_names(self, text: str, mentions: Sequence[Mention]) -> Iterator[Candidate]:
        for at, mention in enumerate(mentions):
            if mention.label == "PERSON":
                yield from self._before(text, mentions, at)
                yield from self._after(text, mentions, at)

    def _before(self, text: str, mentions: Sequence[Mention], at: int) -> Iterator[Candidate]:
        start, rule = mentions[at].start_char, "before_name"
        last = mentions[at - 1] if at else None
        if last and last.label == "ORG" and re.fullmatch(r"(?:['’]s)?,? ", text[last.end_char : start]):
            lead = _BEFORE_ORG.search(text, max(0, last.start_char - 10), last.start_char)
            if lead:
                start, rule, at = lead.start(), "before_organisation", at - 1
        floor = next((m.end_char for m in reversed(mentions[:at]) if m.label not in ("LOC", "ROLE")), 0)
        place = self.titles.before(text, start, floor)
        while place:
            start = self._with_place(text, place, mentions[:at])
            yield Candidate(start, place[1], "ROLE", "role", rule)
            place = self.titles.before(text, start, floor) if self.titles.is_rank(text[slice(*place)]) else None

    def _after(self, text: str, mentions: Sequence[Mention], at: int) -> Iterator[Candidate]:
        lead = _LEAD.match(text, mentions[at].end_char)
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
            place = self.titles.after(text, start, following.start_char if following else len(text), places)
            if not place:
                return
            yield Candidate(*place, "ROLE", "role", rule)
            lead, rule = _NEXT.match(text, place[1]), "after_title"

    def _held(self, text: str, mentions: Sequence[Mention]) -> Iterator[Candidate]:
        """Find titles that someone is said to hold: `served as Vice President`."""
        starts = [m.start_char for m in mentions if m.label not in ("ROLE", "LOC")]
        places = {m.start_char: m.end_char for m in mentions if m.label == "LOC"}
        for match in _AS.finditer(text):
            at = bisect_left(starts, match.end())
            place = self.titles.after(text, match.end(), starts[at] if at < len(starts) else len(text), places)
            if place:
                yield Candidate(*place, "ROLE", "role", "held")

    def _with_place(self, text: str, place: tuple[int, int], before: Sequence[Mention]) -> int:
        """Give where a public office begins: with the place right before it (`Minnesota Attorney General`)."""
        last = before[-1] if before else None
        if (
            last
            and last.label == "LOC"
            and last.end_char + 1 == place[0]
            and self.titles.is_public(text[slice(*place)])
        ):
            if not re.search(
                r"\b(?:in|from|of|at|to|for|,) (?:the )?$", text[max(0, last.start_char - 10) : last.start_char]
            ):
                return last.start_char
        return place[0]


def _next_name(mentions: Sequence[Mention], at: int, start: int) -> Mention | None:
    """Give the next mention that no title can hold."""
    return next((m for m in mentions[at + 1 :] if m.end_char > start and m.label not in ("ROLE", "LOC")), None)


def _bare(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Find titles of the article's people again where they stand for the person: `the Attorney General`."""
    titles = {text[one.start : one.end] for one in found if one.rule != "held"}
    for title in sorted(title for title in titles if title[0].isupper() and title[-1] != "." and " of " not in title):
        for match in re.finditer(rf"(?<=[Tt]he ){re.escape(title)}(?!\w|['’]?s? [A-Z]| of\b| for\b|-)", text):
            yield Candidate(match.start(), match.end(), "ROLE", "role", "bare")


def _source(mention: Mention) -> str:
    return "model" if mention.label == "ROLE" else "value" if mention.label in ("MONEY", "PERCENT", "DATE") else "name"


@Language.factory("press_roles", requires=["doc._.mentions"], assigns=["doc._.mentions"])
def make_press_roles(nlp: Language, name: str) -> PressRoles:
    """Make the component that finds roles."""
    return PressRoles(load_rulebook())
