"""Words in quotation marks to quotations with their speaker; mentions within them get the zone `quote`."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import keep, kept
from pipeline.extract.document.trace import is_traced, keep_verdicts
from pipeline.extract.document.view import View, view_of
from pipeline.extract.people.gaps import Gaps
from pipeline.extract.quotes.attribution import Attribution, Cue
from pipeline.extract.quotes.speakers import Speakers
from pipeline.extract.quotes.traced import note_speaker, verdicts_of
from pipeline.extract.referring.antecedents import Antecedents
from pipeline.extract.referring.body_nouns import BodyNouns
from pipeline.extract.referring.issuer import main_body
from pipeline.extract.referring.masked import Skeleton
from pipeline.extract.referring.referents import Referents, Speaker, speaker_words
from pipeline.records import Mention, Quote
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import WordList, words_of
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.text.phrases import any_of
from pipeline.values.text.quotations import Quotation, quotations

SHORTEST = 3
"""Words that a quotation has at least."""

LONG = 8
"""Words from which on whole sentences in quotation marks are taken for said, though nothing says by whom."""


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
        self.words = speaker_words(rules)
        self.nouns = BodyNouns(rules.body_nouns)
        self.tidy = Gaps(rules).tidy
        self.told = told_at_end(rules.quote_verbs)

    def __call__(self, doc: Doc) -> Doc:
        """Keep the article's quotations, and the number of each person's."""
        view = view_of(doc)
        stretches = list(_stretches(view.flat, self.told))
        if not stretches:
            keep(doc, "quotes", [])
            return doc
        mentions: tuple[Mention, ...] = kept(doc, "mentions")
        unsorted: list[QuotedStretch | Mention] = [*stretches, *mentions]
        items = sorted(unsorted, key=lambda item: (item.start_char, -item.end_char))
        skeleton: Skeleton[Any] = Skeleton(view.flat, items, self.tidy, breaks=view.starts)
        speakers = Speakers(skeleton, self._referents(doc, skeleton), self.attribution.patterns["stated"])
        quotes = list(self._quotes(doc, skeleton, speakers))
        keep(doc, "quotes", quotes)
        count_quotes(doc, quotes)
        mark_quotes(doc, quotes)
        return doc

    def _referents(self, doc: Doc, skeleton: Skeleton[Any]) -> Referents:
        main = main_body(view_of(doc).flat, kept(doc, "mentions"))
        bodies = Antecedents(skeleton, self.nouns, main.org if main else None)
        return Referents(doc, skeleton, self.words, bodies, [one for _, one in self.attribution.patterns["titled"]])

    def _quotes(self, doc: Doc, skeleton: Skeleton[Any], speakers: Speakers) -> Iterator[Quote]:
        view = view_of(doc)
        for at, item in skeleton.at.items():
            if item.label != "QUOTE":
                continue
            words = view.text[item.quotation.start : item.quotation.end]
            cue, speaker = speakers.resolve(self.attribution.find(skeleton, at, last=words[-1]), at)
            goes_on = skeleton.same_sentence(speakers.before, at)
            begins = skeleton.begins_sentence(at) or _follows_dateline(view, item.start_char)
            if _is_said(words, cued=cue is not None, named=speaker is not None, goes_on=goes_on, begins=begins):
                quote = _quote(view, item.quotation, cue, speaker)
                keep_verdicts(doc, verdicts_of(quote, skeleton, speakers.tried))
                if is_traced(doc):
                    note_speaker(doc, quote, speakers.tried)
                yield quote


def told_at_end(verbs: tuple[WordList, ...]) -> re.Pattern[str]:
    """Give the pattern of what says at the end of a paragraph who speaks: `, said Ama Boateng, a docker.`."""
    said = any_of(words_of(verbs, "say"))
    return re.compile(
        rf"(?<=[,?!]) (?:{said} (?:the )?[A-Z]|(?:[A-Z][\w’'-]+ ){{1,3}}{said}\b)[^\n“”\"]*$", re.MULTILINE
    )


def _stretches(text: str, told: re.Pattern[str]) -> Iterator[QuotedStretch]:
    """Give the stretches in quotation marks that may be said: of some words, or of one that ends with a mark."""
    for one in quotations(text, told):
        if text[one.end - 1] in ",.!?" or len(text[one.start : one.end].split()) >= SHORTEST:
            yield QuotedStretch(one.outer_start, one.outer_end, one)


def _quote(view: View, quotation: Quotation, cue: Cue | None, speaker: Speaker | None) -> Quote:
    words = view.text[quotation.start : quotation.end]
    return Quote(
        article_id=view.article_id,
        start_char=quotation.start,
        end_char=quotation.end,
        text=words,
        kind="direct" if is_whole(words) or _stands_alone(view.text, quotation) else "mixed",
        speaker_id=speaker.identity if speaker else None,
        speaker=speaker.name if speaker else None,
        speaker_title=speaker.title if speaker else None,
        speaker_organisation=speaker.organisation if speaker else None,
        cue=cue.cue if cue else None,
        sentence=view.sentence(quotation.outer_start, quotation.outer_end),
        found_by=f"press_quotes/{speaker.rule if speaker else cue.rule if cue else 'unnamed'}",
    )


def is_whole(words: str) -> bool:
    """Say whether a quotation is made of whole sentences: it begins with a capital and ends with a mark."""
    return words[:1].isupper() and words[-1:] in ".,!?…;"


def _follows_dateline(view: View, start: int) -> bool:
    """Say whether nothing but a dash stands between a dateline and an offset."""
    before = view.text[:start].rstrip(" -–—―:|")
    return bool(before) and view.zone_at(len(before) - 1) == "dateline"


def _stands_alone(text: str, quotation: Quotation) -> bool:
    """Say whether a quotation whose mark stands outside is a clause of its own: `"We will go", she said`."""
    before, after = text[: quotation.outer_start].rstrip(), text[quotation.outer_end :].lstrip(" ")[:1]
    begins = not before or before[-1] in ".!?:,;”\"»›’'–—-" or "\n" in text[len(before) : quotation.outer_start]
    return text[quotation.start].isupper() and begins and after in tuple(",.!?")


def _is_said(words: str, *, cued: bool, named: bool, goes_on: bool, begins: bool) -> bool:
    """Say whether words in quotation marks are said, and no title, nickname or scare quotes.

    Without a cue they must go on the sentence of the quotation before, or begin a sentence (`begins`) and be whole.
    """
    count = len(words.split())
    if count < SHORTEST or (_is_title(words) and not (named and is_whole(words))):
        return False
    if cued or (named and goes_on):
        return True
    whole = words[0].isupper() and (is_whole(words) or (named and count >= LONG))
    return begins and whole and (named or count >= LONG)


def _is_title(words: str) -> bool:
    """Say whether every longer word is capitalised, as in the title of a work."""
    long = [part for part in words.split() if len(part) > 3 and part[0].isalpha()]
    return len(long) > 1 and all(part[0].isupper() for part in long)


def count_quotes(doc: Doc, quotes: Sequence[Quote]) -> None:
    counts = Counter(quote.speaker_id for quote in quotes)
    keep(doc, "people", [replace(person, quotes=counts[person.person_id]) for person in kept(doc, "people")])


def mark_quotes(doc: Doc, quotes: Sequence[Quote]) -> None:
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


@Language.factory(
    "press_quotes",
    default_config={"rules": None},
    requires=["doc._.mentions", "doc._.people"],
    assigns=["doc._.quotes", "doc._.people"],
)
def make_press_quotes(nlp: Language, name: str, rules: str | None) -> PressQuotes:
    """Make the component that finds who said what."""
    return PressQuotes(rulebook_with(rules))
