"""Placeholder until the component is written."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("press_zones")
def make_press_zones(nlp: Language, name: str):  # noqa: ANN201
    """Do nothing yet."""

    def component(doc: Doc) -> Doc:
        return doc

    return component
