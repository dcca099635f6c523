"""A Doc to its zones: headline, dateline, body, caption, about, forward_looking, contact, table."""

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import keep, text_of
from pipeline.extract.document.view import forget_view
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.zones.marks import marks_of
from pipeline.values.zones.zones import find_zones


class PressZones:
    """Keeps a Doc's zones: sorted, without overlap."""

    def __init__(self, rules: Rulebook) -> None:
        self.marks = marks_of(rules)

    def __call__(self, doc: Doc) -> Doc:
        """Find the zones of the text and keep them on the Doc."""
        keep(doc, "zones", find_zones(text_of(doc), self.marks))
        forget_view(doc)
        return doc


@Language.factory("press_zones", default_config={"rules": None}, assigns=["doc._.zones"])
def make_press_zones(nlp: Language, name: str, rules: str | None) -> PressZones:
    """Make the component that keeps zones."""
    return PressZones(rulebook_with(rules))
