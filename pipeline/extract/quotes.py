"""Words in quotation marks to quotations with their speaker; mentions within them get the zone `quote`."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.attribution import Attribution, Cue
from pipeline.extract.evidence import Evidence
from pipeline.extract.finds import keep, kept
from pipeline.extract.person_links import PersonLinks
from pipeline.extract.skeleton import Skeleton
from pipeline.extract.speakers import Speakers
from pipeline.name_rules import words_of
from pipeline.records import Mention, Quote
from pipeline.rulebook import Rulebook, load_rulebook
from pipeline.values.quotations import Quotation, quotations

SHORTEST = 3
"""Words that a quotation has at least."""


@dataclass(frozen=True, slots=True)
class QuotedStretch:
    """A quotation as an item of a skeleton."""

    start_char: int
    end_char: int
    quotation: Quotation
    label: str = "QUOTE"


class PressQuotes:
    """Finds who said what."""

    def __init__(self, rules: Rulebook) -> None:
        self.attribution = Attribution(rules.quote_links, rules.quote_verbs, rules.speaker_nouns)
        self.bodies = frozenset(words_of(rules.speaker_nouns, "body"))
        self.texts = frozenset(words_of(rules.speaker_nouns, "text"))
        self.tidy = PersonLinks((), rules.honorifics).tidy

    def __call__(self, doc: Doc) -> Doc:
        """Keep the article's quotations, and the number of each person's."""
        evidence = Evidence(doc)
        stretches = [
            QuotedStretch(q.outer_start, q.outer_end, q)
            for q in quotations(evidence.text)
            if evidence.text[q.end - 1] in ",.!?" or len(evidence.text[q.start : q.end].split()) >= SHORTEST
        ]
        if not stretches:
            keep(doc, "quotes", [])
            return doc
        mentions: tuple[Mention, ...] = kept(doc, "mentions")
        items = sorted([*stretches, *mentions], key=lambda item: (item.start_char, -item.end_char))
        skeleton: Skeleton[Any] = Skeleton(evidence.text, items, self.tidy, breaks=evidence.starts)
        quotes = self._quotes(doc, evidence, skeleton, Speakers(doc, skeleton, self.bodies, self.texts))
        keep(doc, "quotes", quotes)
        _count(doc, quotes)
        _mark_zone(doc, quotes)
        return doc

    def _quotes(self, doc: Doc, evidence: Evidence, skeleton: Skeleton[Any], speakers: Speakers) -> list[Quote]:
        quotes: list[Quote] = []
        for at, item in skeleton.at.items():
            if item.label != "QUOTE":
                continue
            quote = item.quotation
            words = evidence.text[quote.start : quote.end]
            cue, speaker = speakers.resolve(self.attribution.find(skeleton, at, last=words[-1]), at)
            if not _is_said(words, cue, speaker is not None, goes_on=skeleton.same_sentence(speakers.before, at)):
                continue
            begin, stop = evidence.sentence_span(quote.outer_start, quote.outer_end)
            quotes.append(
                Quote(
                    article_id=evidence.article_id,
                    start_char=quote.start,
                    end_char=quote.end,
                    text=words,
                    kind="direct" if _is_whole(words) else "mixed",
                    speaker_id=speaker.identity if speaker else None,
                    speaker=speaker.name if speaker else None,
                    speaker_title=speaker.title if speaker else None,
                    speaker_organisation=speaker.organisation if speaker else None,
                    cue=cue.cue if cue else None,
                    sentence=evidence.text[begin:stop].strip(),
                    found_by=f"press_quotes/{speaker.rule if speaker else cue.rule if cue else 'unnamed'}",
                )
            )
        return quotes


def _is_whole(words: str) -> bool:
    """Say whether a quotation is made of whole sentences: it begins with a capital and ends with a mark."""
    return words[:1].isupper() and words[-1:] in ".,!?…;"


def _is_said(words: str, cue: Cue | None, named: bool, *, goes_on: bool) -> bool:
    """Say whether words in quotation marks are said, and no title, nickname or scare quotes."""
    parts = words.split()
    if len(parts) < SHORTEST:
        return False
    long = [part for part in parts if len(part) > 3 and part[0].isalpha()]
    if len(long) > 1 and all(part[0].isupper() for part in long) and not _is_whole(words):
        return False
    if cue:
        return True
    if named and goes_on:
        return len(parts) > SHORTEST
    if named:
        return words[0].isupper() and (len(parts) >= 8 or (_is_whole(words) and len(parts) > SHORTEST))
    return _is_whole(words) and len(parts) >= 8


def _count(doc: Doc, quotes: Sequence[Quote]) -> None:
    counts = Counter(quote.speaker_id for quote in quotes)
    keep(doc, "people", [replace(person, quotes=counts[person.person_id]) for person in kept(doc, "people")])


def _mark_zone(doc: Doc, quotes: Sequence[Quote]) -> None:
    """Give what stands in a direct quotation the zone `quote`."""
    direct = [quote for quote in quotes if quote.kind == "direct"]
    starts = [quote.start_char for quote in direct]

    def inside(char: int) -> bool:
        at = bisect_right(starts, char) - 1
        return at >= 0 and char < direct[at].end_char

    for kind in ("mentions", "money", "percentages", "dates") if direct else ():
        finds = kept(doc, kind)
        if any(inside(find.start_char) and find.zone != "quote" for find in finds):
            keep(doc, kind, [replace(f, zone="quote") if inside(f.start_char) else f for f in finds])


@Language.factory("press_quotes", requires=["doc._.mentions", "doc._.people"], assigns=["doc._.quotes", "doc._.people"])
def make_press_quotes(nlp: Language, name: str) -> PressQuotes:
    """Make the component that finds who said what."""
    return PressQuotes(load_rulebook())
