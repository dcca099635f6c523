"""The cues of a quotation to the notes and verdicts that say why the row has its speaker."""

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc

from pipeline.extract.document.trace import Verdict, note
from pipeline.extract.quotes.attribution import Cue
from pipeline.extract.referring.masked import Skeleton
from pipeline.extract.referring.referents import Speaker
from pipeline.records import Quote

Tried = Sequence[tuple[Cue, Speaker | None]]


def verdicts_of(quote: Quote, skeleton: Skeleton[Any], tried: Tried) -> Iterator[Verdict]:
    """Give what each pattern that was looked at says of a quotation."""
    for cue, _ in tried:
        named = skeleton.at[cue.speaker].start_char if cue.speaker is not None else -1
        yield Verdict("quotes", cue.rule, quote.start_char, speaker=named)


def note_speaker(doc: Doc, quote: Quote, tried: Tried) -> None:
    """Note what each cue says of a quotation, then whom the table follows."""
    start, end = quote.start_char, quote.end_char
    for cue, speaker in tried:
        what = repr(cue.word) if cue.word else "a name or a title"
        meant = f", which means {speaker.name!r}" if speaker else ", which means nobody for sure"
        note(doc, "quotes.speaker", start, end, f"finds {what} beside it{meant}", by=f"press_quotes/{cue.rule}")
    what = f"takes the speaker {quote.speaker!r}" if quote.speaker else "nothing says who speaks"
    note(doc, "quotes.speaker", start, end, what, by=quote.found_by)
