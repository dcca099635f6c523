"""A Doc's text, zones and sentences, looked up once an article, to mentions that carry their evidence."""

from bisect import bisect_right
from typing import Any

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.tokens import Doc

from pipeline.extract.document.finds import id_of, kept, zone_lookup
from pipeline.records import Mention
from pipeline.values.text.lines import unwrapped


class Evidence:
    """What every mention of one article needs: `doc.text` is joined anew each time, so it is read once here.

    `flat` is the text to look for words in: as long, without the line ends that only a page's width makes.
    """

    def __init__(self, doc: Doc) -> None:
        self.text = doc.text
        self.flat = unwrapped(self.text)
        self.article_id = id_of(doc)
        self.zone_at = zone_lookup(doc)
        array = doc.to_array([IDX, SENT_START]).astype(np.int64)
        self.starts: list[int] = array[array[:, 1] == 1, 0].tolist() if len(doc) else []

    def sentence_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the first and last offset of the sentences that a stretch stands in."""
        first = bisect_right(self.starts, start) - 1
        after = bisect_right(self.starts, max(start, end - 1))
        begin = self.starts[first] if first >= 0 else 0
        return begin, self.starts[after] if after < len(self.starts) else len(self.text)

    def mention(self, start: int, end: int, label: str, found_by: str) -> Mention:
        """Make the mention of a stretch of characters."""
        begin, stop = self.sentence_span(start, end)
        return Mention(
            article_id=self.article_id,
            start_char=start,
            end_char=end,
            text=self.text[start:end],
            label=label,
            zone=self.zone_at(start),
            sentence=self.text[begin:stop].strip(),
            found_by=found_by,
        )


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
