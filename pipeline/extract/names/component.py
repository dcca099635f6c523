"""The model's `doc.ents`, and what rules find beside them, to PERSON, ORG, LOC and ROLE mentions by our conventions."""

from dataclasses import replace
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import add_mentions
from pipeline.extract.document.passes import run_passes
from pipeline.extract.document.view import View
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import UNSAID
from pipeline.extract.names.passes import NO_NAME, PASSES
from pipeline.extract.names.state import Names, begin
from pipeline.extract.names.words import compiled_words
from pipeline.records import Mention
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.user_rows import rulebook_with


class PressNames:
    """Turns names into mentions."""

    def __init__(self, rules: Rulebook) -> None:
        self.words = compiled_words(rules)

    def __call__(self, doc: Doc) -> Doc:
        """Add the mentions of names to those of values."""
        names = run_passes(begin(doc, self.words), PASSES, component="press_names", changes=Names.changes)
        kept_names = (one for one in names.found if one.source != "value" and one.label != NO_NAME)
        add_mentions(doc, [_mention(names.view, one) for one in kept_names])
        return doc


def _mention(view: View, one: Candidate) -> Mention:
    is_told = one.source == "model" and one.score != UNSAID
    row = view.mention(one.start, one.end, one.label, f"press_names/{one.rule or one.source}")
    return replace(row, confidence=Decimal(f"{one.score:.2f}")) if is_told else row


@Language.factory(
    "press_names",
    default_config={"rules": None},
    requires=["doc.ents", "doc._.zones", "doc._.mentions"],
    assigns=["doc._.mentions"],
)
def make_press_names(nlp: Language, name: str, rules: str | None) -> PressNames:
    """Make the component that turns names into mentions."""
    return PressNames(rulebook_with(rules))
