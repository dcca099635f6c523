"""Words in quotation marks to quotations with their speaker; mentions within them get the zone `quote`."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import keep
from pipeline.extract.document.passes import run_passes
from pipeline.extract.document.trace import keep_ties
from pipeline.extract.document.view import View
from pipeline.extract.quotes.other_tables import count_quotes, mark_quotes
from pipeline.extract.quotes.passes import PASSES
from pipeline.extract.quotes.rows import kind_of_quotation, with_speaker
from pipeline.extract.quotes.state import Quoted, Quotes, QuoteWords, begin
from pipeline.extract.quotes.traced import note_speaker, ties_of_quotation
from pipeline.records import Quote
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.user_rows import rulebook_with


class PressQuotes:
    """Finds who said what."""

    def __init__(self, rules: Rulebook) -> None:
        self.words = QuoteWords(rules)

    def __call__(self, doc: Doc) -> Doc:
        """Keep the article's quotations, and the number of each person's."""
        said = run_passes(begin(doc, self.words), PASSES, component="press_quotes", changes=Quotes.changes)
        quotes = [_quote(said.view, one) for one in said.found]
        for quote, one in zip(quotes, said.found, strict=True):
            keep_ties(doc, ties_of_quotation(quote, one.tried))
            note_speaker(doc, quote)
        keep(doc, "quotes", quotes)
        if quotes:
            count_quotes(doc, quotes)
            mark_quotes(doc, quotes)
        return doc


def _quote(view: View, one: Quoted) -> Quote:
    quotation, cue, speaker = one.quotation, one.cue, one.speaker
    quote = Quote(
        article_id=view.article_id,
        start_char=quotation.start,
        end_char=quotation.end,
        text=view.text[quotation.start : quotation.end],
        kind=kind_of_quotation(view.text, quotation),
        cue=cue.cue if cue else None,
        sentence=view.sentence(quotation.outer_start, quotation.outer_end),
        found_by=f"press_quotes/{speaker.rule if speaker else cue.rule if cue else 'unnamed'}",
    )
    return with_speaker(quote, speaker)


@Language.factory(
    "press_quotes",
    default_config={"rules": None},
    requires=[
        "doc._.zones",
        "doc._.mentions",
        "doc._.organisations",
        "doc._.people",
        "doc._.money",
        "doc._.percentages",
        "doc._.dates",
    ],
    assigns=["doc._.quotes", "doc._.people", "doc._.mentions", "doc._.money", "doc._.percentages", "doc._.dates"],
)
def make_press_quotes(nlp: Language, name: str, rules: str | None) -> PressQuotes:
    """Make the component that finds who said what."""
    return PressQuotes(rulebook_with(rules))
