"""One view of an article for every component: text, sentences, paragraphs, zones and head, worked out once.

A view is no find: it is made from the Doc when first asked for (`doc._.view`), held beside it and never saved, so that
a Doc that comes back from a worker process or a file gets a new one.
"""

from bisect import bisect_right
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.tokens import Doc

from pipeline.extract.document.finds import id_of, kept, text_of
from pipeline.records import Mention, Zone
from pipeline.values.free import Free
from pipeline.values.text.lines import unwrapped
from pipeline.values.text.paragraphs import Paragraph, paragraphs
from pipeline.values.zones.head import head_end

_AROUND = 3_000
"""Letters of a sentence that are given on either side of a find: else a long list is in every row of its own."""


class View:
    """What every component of one article needs; offsets count in `text`.

    `flat` is the text to look for words in: as long, without the line ends that only a page's width makes. `starts`
    are the offsets at which sentences begin, `head` is the one at which the head of the article ends.
    """

    def __init__(self, doc: Doc) -> None:
        self.text = text_of(doc)
        self.flat = unwrapped(self.text)
        self.article_id = id_of(doc)
        self.zones: tuple[Zone, ...] = kept(doc, "zones")
        self._zone_starts = [zone.start_char for zone in self.zones]
        array = doc.to_array([IDX, SENT_START]).astype(np.int64)
        self.starts: list[int] = array[array[:, 1] == 1, 0].tolist() if len(doc) else []

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Split the text into paragraphs."""
        return paragraphs(self.text)

    @cached_property
    def head(self) -> int:
        """Find where the head of the article ends: headline, dateline and what its first paragraphs tell."""
        return head_end(self.paragraphs, self.zones)

    def zone_at(self, char: int) -> str:
        """Give the zone that an offset stands in; `body` where no zone is known."""
        at = bisect_right(self._zone_starts, char) - 1
        return self.zones[at].zone if at >= 0 and char < self.zones[at].end_char else "body"

    def sentence_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the first and last offset of the sentences that a stretch stands in."""
        first = bisect_right(self.starts, start) - 1
        after = bisect_right(self.starts, max(start, end - 1))
        begin = self.starts[first] if first >= 0 else 0
        return begin, self.starts[after] if after < len(self.starts) else len(self.text)

    def sentence(self, start: int, end: int) -> str:
        """Give the words of the sentences that a stretch stands in; of what no mark ends, those around it."""
        begin, stop = self.sentence_span(start, end)
        return self.text[max(begin, start - _AROUND) : min(stop, end + _AROUND)].strip()

    def mention(self, start: int, end: int, label: str, found_by: str) -> Mention:
        """Make the mention of a stretch of characters."""
        return Mention(
            article_id=self.article_id,
            start_char=start,
            end_char=end,
            text=self.text[start:end],
            label=label,
            zone=self.zone_at(start),
            sentence=self.sentence(start, end),
            found_by=found_by,
        )


_VIEWS: WeakKeyDictionary[Doc, View] = WeakKeyDictionary()


def view_of(doc: Doc) -> View:
    """Give the view of a Doc's article; it is made once, after sentences and zones are known."""
    view = _VIEWS.get(doc)
    if view is None:
        view = _VIEWS[doc] = View(doc)
    return view


def forget_view(doc: Doc) -> None:
    """Have the view made anew when it is next asked for: for components that set sentences or zones."""
    _VIEWS.pop(doc, None)


def place_of(mention: Mention) -> dict[str, Any]:
    """Give the fields that a row shares with its mention: where it stands, and the evidence."""
    shared = ("article_id", "start_char", "end_char", "text", "zone", "sentence", "found_by")
    return {name: getattr(mention, name) for name in shared}


def free_of_values(doc: Doc) -> Free:
    """Say which stretches of a text are in no value's mention yet."""
    values = (m for m in kept(doc, "mentions") if m.label in ("MONEY", "PERCENT", "DATE"))
    return Free((mention.start_char, mention.end_char) for mention in values)


if not Doc.has_extension("view"):
    Doc.set_extension("view", getter=view_of)
