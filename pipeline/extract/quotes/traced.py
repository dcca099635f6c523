"""The cues of a quotation to the notes and ties that say why the row has its speaker."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from pipeline.extract.document.trace import Tie, note
from pipeline.extract.quotes.speakers import Tried
from pipeline.records import Quote

SPEAKER = "quotes.speaker"


def ties_of_quotation(quote: Quote, tried: Iterable[Tried]) -> Iterator[Tie]:
    """Give what each pattern that was looked at says of a quotation."""
    for one in tried:
        yield Tie("quotes", one.cue.rule, quote.start_char, speaker=one.start)


def meaning_in_words(one: Tried) -> str:
    """Say whom a cue means."""
    what = repr(one.cue.word) if one.cue.word else "a name or a title"
    meant = f"means {one.speaker.name!r}" if one.speaker else "means nobody for sure"
    return f"finds {what} beside it, which {meant}"


def note_speaker(doc: Doc, quote: Quote) -> None:
    """Note whom the table follows."""
    what = f"takes the speaker {quote.speaker!r}" if quote.speaker else "nothing says who speaks"
    note(doc, SPEAKER, quote.start_char, quote.end_char, what, by=quote.found_by)
