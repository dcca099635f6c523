"""What an article has in quotation marks, on its way through the passes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from pipeline.compiling import compile_once
from pipeline.extract.document.finds import kept
from pipeline.extract.document.passes import Change
from pipeline.extract.document.view import View, view_of
from pipeline.extract.people.gaps import Gaps
from pipeline.extract.quotes.attribution import Attribution, Cue
from pipeline.extract.quotes.speakers import Tried
from pipeline.extract.quotes.traced import SPEAKER, meaning_in_words
from pipeline.extract.referring.body_nouns import BodyNouns
from pipeline.extract.referring.issuer import issuer_signs_of
from pipeline.extract.referring.referents import Speaker, speaker_words
from pipeline.records import Mention
from pipeline.rulebook.kinds import VerbKind
from pipeline.rulebook.lexicon import Lexicon
from pipeline.rulebook.reading import Rulebook
from pipeline.values.text.quotations import Quotation


class QuoteWords:
    """What quotations are read with, compiled once for a set of rules."""

    def __init__(self, rules: Rulebook) -> None:
        """Compile the rows."""
        self.attribution = Attribution(rules.quote_links, rules.quote_verbs, rules.speaker_nouns)
        self.speakers = speaker_words(rules)
        self.nouns, self.issuer = BodyNouns(rules.body_nouns), issuer_signs_of(rules)
        self.tidy = Gaps(rules).tidy
        self.told = told_at_end(rules.quote_verbs)


def told_at_end(verbs: Lexicon[VerbKind]) -> re.Pattern[str]:
    """Give the pattern of what says at the end of a paragraph who speaks: `, said Ama Boateng, a docker.`."""
    said = verbs.any_of("say")
    return compile_once(
        rf"(?<=[,?!]) (?:{said} (?:the )?[A-Z]|(?:[A-Z][\w’'-]+ ){{1,3}}{said}\b)[^\n“”\"]*$", re.MULTILINE
    )


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks, as an item of a skeleton; who says them, by which cue, and how they stand there."""

    start_char: int
    end_char: int
    quotation: Quotation
    cue: Cue | None = None
    speaker: Speaker | None = None
    tried: tuple[Tried, ...] = ()
    goes_on: bool = False
    """It goes on the sentence of the quotation before."""
    begins: bool = False
    """It begins a sentence, or follows a dateline."""
    label: str = "QUOTE"


@dataclass(frozen=True, slots=True)
class Quotes:
    """The quotations found so far, and what they are read with."""

    doc: Doc
    view: View
    words: QuoteWords
    mentions: Sequence[Mention]
    found: Sequence[Quoted] = ()

    def having(self, found: Sequence[Quoted]) -> "Quotes":
        """Give the same article with other quotations."""
        return replace(self, found=found)

    def changes(self, found: Sequence[Quoted]) -> Iterator[Change]:
        """Say what a pass found and dropped, and each cue that it looked at."""
        was, now = ({one.start_char for one in side} for side in (self.found, found))
        for one in (one for one in self.found if one.start_char not in now):
            yield Change(one, "quotes", one.start_char, one.end_char, f"drops {self.said(one)!r}")
        for one in found:
            if one.start_char not in was:
                yield Change(one, "quotes", one.start_char, one.end_char, f"adds {self.said(one)!r}")
        there = {one for before in self.found for one in before.tried}
        for one in found:
            for cue in (cue for cue in one.tried if cue not in there):
                yield Change(one, SPEAKER, one.start_char, one.end_char, meaning_in_words(cue), cue.cue.rule)

    def said(self, one: Quoted) -> str:
        """Give the words between the marks."""
        return self.view.text[one.quotation.start : one.quotation.end]


def begin(doc: Doc, words: QuoteWords) -> Quotes:
    """Give the state before the first pass."""
    return Quotes(doc, view_of(doc), words, kept(doc, "mentions"))
