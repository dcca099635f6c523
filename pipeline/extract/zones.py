"""A Doc to its zones: headline, dateline, body, caption, about, forward_looking, contact, table."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import keep
from pipeline.extract.document.view import forget_view
from pipeline.values.zones.zones import find_zones


@Language.factory("press_zones", assigns=["doc._.zones"])
def make_press_zones(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that keeps a Doc's zones: sorted, without overlap."""
    return keep_zones


def keep_zones(doc: Doc) -> Doc:
    """Find the zones of the text and keep them on the Doc."""
    keep(doc, "zones", find_zones(doc.text))
    forget_view(doc)
    return doc
