"""What was found in a Doc as spaCy spans, so that displaCy and other components see it: `doc.spans["pressfacts"]`."""

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.extract.document.finds import kept

MENTIONS, QUOTES = "pressfacts", "press_quotes"
"""Span groups: all mentions, by label and entity_id (`kb_id`); all quotations, by the speaker's id."""


class PressSpans:
    """Gives mentions and quotations as span groups, and as `doc.ents` on request."""

    def __init__(self, *, ents: bool) -> None:
        self.ents = ents

    def __call__(self, doc: Doc) -> Doc:
        """Put the finds of a Doc into its span groups; words that share a token with others take all of it."""
        mentions = [_span(doc, m.start_char, m.end_char, m.label, m.entity_id) for m in kept(doc, "mentions")]
        quotes = [_span(doc, q.start_char, q.end_char, "QUOTE", q.speaker_id) for q in kept(doc, "quotes")]
        doc.spans[MENTIONS] = mentions
        doc.spans[QUOTES] = quotes
        if self.ents:
            doc.set_ents(filter_spans(mentions))
        return doc


@Language.factory(
    "press_spans",
    default_config={"ents": False},
    requires=["doc._.mentions", "doc._.quotes"],
    assigns=["doc.spans"],
)
def make_press_spans(nlp: Language, name: str, ents: bool) -> PressSpans:
    """Make the component; `ents` puts the mentions into `doc.ents` too, the longest where they overlap."""
    return PressSpans(ents=ents)


def _span(doc: Doc, start: int, end: int, label: str, named: str | None) -> Span:
    span = doc.char_span(start, end, label=label, kb_id=named or "", alignment_mode="expand")
    assert span is not None, "offsets of finds lie within the text"
    return span
