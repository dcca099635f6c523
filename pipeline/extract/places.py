"""Where values stand on a Doc: what a row shares with its mention, and which characters are free."""

from typing import Any

from spacy.tokens import Doc

from pipeline.extract.document.finds import kept
from pipeline.records import Mention


def place_of(mention: Mention) -> dict[str, Any]:
    """Give the fields that a row shares with its mention: where it stands, and the evidence."""
    shared = ("article_id", "start_char", "end_char", "text", "zone", "sentence", "found_by")
    return {name: getattr(mention, name) for name in shared}


class Free:
    """Says whether a stretch of characters is in no value's mention yet."""

    def __init__(self, doc: Doc) -> None:
        """Note where the values on the Doc stand."""
        values = (m for m in kept(doc, "mentions") if m.label in ("MONEY", "PERCENT", "DATE"))
        self._taken = {char for mention in values for char in range(mention.start_char, mention.end_char)}

    def __call__(self, start: int, end: int) -> bool:
        """Whether no value stands at any character from start to end."""
        return self._taken.isdisjoint(range(start, end))
