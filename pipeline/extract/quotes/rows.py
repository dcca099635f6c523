"""What the cells of a quotation's row are, whoever decides: patterns, the model or a person."""

from dataclasses import replace

from pipeline.extract.quotes.is_said import is_whole, stands_alone
from pipeline.extract.referring.referents import Speaker
from pipeline.records import Quote
from pipeline.values.text.quotations import Quotation


def kind_of_quotation(text: str, quotation: Quotation) -> str:
    """Say whether a quotation is `direct`, in whole sentences, or `mixed`, words inside a sentence of the reporter's.

    >>> text = "“We will go”, she said, and called it “good enough”."
    >>> kind_of_quotation(text, Quotation(1, 11, 0, 12)), kind_of_quotation(text, Quotation(39, 50, 38, 51))
    ('direct', 'mixed')
    """
    is_direct = is_whole(text[quotation.start : quotation.end]) or stands_alone(text, quotation)
    return "direct" if is_direct else "mixed"


def with_speaker(quote: Quote, speaker: Speaker | None) -> Quote:
    """Give a quotation its speaker, with the speaker's title and organisation; None empties the cells."""
    return replace(
        quote,
        speaker_id=speaker.identity if speaker else None,
        speaker=speaker.name if speaker else None,
        speaker_title=speaker.title if speaker else None,
        speaker_organisation=speaker.organisation if speaker else None,
    )
