"""What makes quotations of words in quotation marks, in its order: the table that a wrong speaker is looked up in."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pipeline.extract.document.passes import Pass
from pipeline.extract.quotes.is_said import SHORTEST, follows_dateline, is_said
from pipeline.extract.quotes.speakers import Speakers
from pipeline.extract.quotes.state import Quoted, Quotes
from pipeline.extract.referring.antecedents import Antecedents
from pipeline.extract.referring.issuer import main_body
from pipeline.extract.referring.masked import Skeleton
from pipeline.extract.referring.referents import Referents
from pipeline.records import Mention
from pipeline.values.text.quotations import quotations


def _marked(quotes: Quotes) -> Iterator[Quoted]:
    return (Quoted(one.outer_start, one.outer_end, one) for one in quotations(quotes.view.flat, quotes.words.told))


def _long(quotes: Quotes) -> Iterator[Quoted]:
    persons = [mention for mention in quotes.mentions if mention.label == "PERSON"]
    for one in quotes.found:
        said = quotes.said(one)
        named = any(one.start_char <= who.start_char and who.end_char <= one.end_char for who in persons)
        if len(said.split()) >= SHORTEST or (said[-1] in ",.!?" and not named):  # who goes by the name "Stubby."
            yield one


def _spoken(quotes: Quotes) -> Iterator[Quoted]:
    """Say who speaks each quotation, in their order: one may go on what the last one began."""
    if not quotes.found:
        return
    unsorted: list[Quoted | Mention] = [*quotes.found, *quotes.mentions]
    items = sorted(unsorted, key=lambda item: (item.start_char, -item.end_char))
    skeleton: Skeleton[Any] = Skeleton(quotes.view.flat, items, quotes.words.tidy, breaks=quotes.view.starts)
    attribution = quotes.words.attribution
    speakers = Speakers(skeleton, _referents(quotes, skeleton), attribution.patterns["stated"])
    for at, item in skeleton.at.items():
        if isinstance(item, Quoted):
            cue, speaker = speakers.resolve(attribution.find(skeleton, at, last=quotes.said(item)[-1]), at)
            goes_on = skeleton.same_sentence(speakers.before, at)
            begins = skeleton.begins_sentence(at) or follows_dateline(quotes.view, item.start_char)
            tried = tuple(speakers.tried)
            yield replace(item, cue=cue, speaker=speaker, tried=tried, goes_on=goes_on, begins=begins)


def _referents(quotes: Quotes, skeleton: Skeleton[Any]) -> Referents:
    main = main_body(quotes.view.flat, quotes.mentions, quotes.words.issuer)
    bodies = Antecedents(skeleton, quotes.words.nouns, main.org if main else None)
    titled = [pattern for _, pattern in quotes.words.attribution.patterns["titled"]]
    return Referents(quotes.doc, skeleton, quotes.words.speakers, bodies, titled)


def _said(quotes: Quotes) -> Iterator[Quoted]:
    for one in quotes.found:
        cued, named = one.cue is not None, one.speaker is not None
        if is_said(quotes.said(one), cued=cued, named=named, goes_on=one.goes_on, begins=one.begins):
            yield one


PASSES: tuple[Pass[Quotes], ...] = (
    Pass("marked", _marked, "they stand in quotation marks"),
    Pass("long", _long, f"fewer than {SHORTEST} words are no speech without a mark at their end, and no name"),
    Pass("spoken", _spoken, "what stands beside the quotation says who speaks"),
    Pass("said", _said, "nothing says that somebody says them: a title, a nickname, or scare quotes"),
)
"""Each pass takes the quotations of the one before."""
