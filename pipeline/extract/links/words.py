"""A Doc to the words that a links model reads: where each stands, in what, and the encoder's state of it."""

import re
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, LENGTH, SENT_START
from spacy.tokens import Doc

from pipeline.extract.document.finds import kept, text_of
from pipeline.extract.document.trace import Tie, ties
from pipeline.extract.model.encoder import STATES
from pipeline.records import Mention, Money, Organisation, Percentage, Person, Quote, Zone

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

LABELS = ("PERSON", "ORG", "LOC", "ROLE", "MONEY", "PERCENT", "DATE")
NAMED = 3
"""The first of them, from 1 as words have them, that are names."""
ZONES = ("headline", "dateline", "body", "caption", "quote", "about", "forward_looking", "contact", "table")
SPELLINGS = 2048
"""Buckets that words are sorted into by their spelling."""


class Stretches(NamedTuple):
    """Words that stand together: the first, and how many."""

    first: Ints
    size: Ints


class Words(NamedTuple):
    """The words of an article, one row each."""

    starts: Ints
    ends: Ints
    states: NDArray[np.float32 | np.float16]
    """Of the encoder; training keeps them at half their size."""
    sentences: Ints
    lines: Ints
    label: Ints
    """Of the mention that it stands in, from 1; 0 is none."""
    begins: Ints
    """1 at the first word of a mention, 2 at the first of a sentence, 4 at the first of a line, summed."""
    zone: Ints
    quoted: Ints
    spelling: Ints

    def spans(self, starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
        """Give the first word of each stretch of characters, and the one after its last."""
        low = np.minimum(np.searchsorted(self.ends, starts, side="right"), len(self.ends) - 1)
        return low, np.maximum(low + 1, np.searchsorted(self.starts, ends, side="left"))

    def names(self) -> Stretches:
        """Give the names of people, organisations and places."""
        first = np.flatnonzero((self.label > 0) & (self.label <= NAMED) & (self.begins & 1 > 0))
        breaks = np.flatnonzero((self.label == 0) | (self.begins & 1 > 0))
        after = np.append(breaks, len(self.label))[np.searchsorted(breaks, first, side="right")]
        return Stretches(first, after - first)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the first word of a stretch of characters, and the one after its last."""
        low, high = self.spans(np.array([start]), np.array([end]))
        return int(low[0]), int(high[0])


@lru_cache(maxsize=50_000)
def spelling(word: str) -> int:
    """Give the bucket of a word."""
    return zlib.crc32(word.lower().encode()) % SPELLINGS


class Found(NamedTuple):
    """What components have found in an article, read off its Doc once."""

    text: str
    mentions: tuple[Mention, ...]
    people: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    quotes: tuple[Quote, ...]
    values: tuple[Money | Percentage, ...]
    zones: tuple[Zone, ...]
    ties: tuple[Tie, ...]
    """What each pattern says of people, quotations and figures."""


def found_in(doc: Doc) -> Found:
    """Read what is found in a Doc; amounts and percentages in the order of the text."""
    values = sorted([*kept(doc, "money"), *kept(doc, "percentages")], key=lambda row: row.start_char)
    return Found(
        text=text_of(doc),
        mentions=kept(doc, "mentions"),
        people=kept(doc, "people"),
        organisations=kept(doc, "organisations"),
        quotes=kept(doc, "quotes"),
        values=tuple(values),
        zones=kept(doc, "zones"),
        ties=(*ties(doc, "people"), *ties(doc, "quotes"), *ties(doc, "figures")),
    )


def encoded_words(doc: Doc, found: Found) -> Words | None:
    """Give the words of a Doc on which the encoder has left its states; None where it hasn't."""
    left: tuple[list[int], Floats] | None = doc.user_data.get(STATES)
    if left is None or not left[0]:
        return None
    places, states = np.array(left[0]), left[1]
    text = found.text
    array = doc.to_array([IDX, LENGTH, SENT_START]).astype(np.int64)
    starts, ends = array[places, 0], array[places, 0] + array[places, 1]
    sentences = np.cumsum(array[:, 2] == 1)[places]
    line_ends = np.array([match.start() for match in re.finditer("\n", text)], dtype=np.int64)
    lines = np.searchsorted(line_ends, starts)
    label, begins = _labels(starts, ends, found.mentions)
    begins += 2 * _changes(sentences) + 4 * _changes(lines)
    return Words(
        starts=starts,
        ends=ends,
        states=states,
        sentences=sentences,
        lines=lines,
        label=label,
        begins=begins,
        zone=_zones(starts, found.zones),
        quoted=_inside(starts, [(quote.start_char, quote.end_char) for quote in found.quotes]),
        spelling=np.array(
            [spelling(text[start:end]) for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        ),
    )


def _labels(starts: Ints, ends: Ints, mentions: Sequence[Mention]) -> tuple[Ints, Ints]:
    label, begins = np.zeros(len(starts), np.int64), np.zeros(len(starts), np.int64)
    low = np.searchsorted(ends, [mention.start_char for mention in mentions], side="right").tolist()
    high = np.searchsorted(starts, [mention.end_char for mention in mentions], side="left").tolist()
    for mention, first, after in zip(mentions, low, high, strict=True):
        label[first:after] = LABELS.index(mention.label) + 1
        begins[first : first + 1] = 1
    return label, begins


def _zones(starts: Ints, zones: Sequence[Zone]) -> Ints:
    found = np.full(len(starts), ZONES.index("body"))
    low = np.searchsorted(starts, [zone.start_char for zone in zones]).tolist()
    high = np.searchsorted(starts, [zone.end_char for zone in zones]).tolist()
    for zone, first, after in zip(zones, low, high, strict=True):
        found[first:after] = ZONES.index(zone.zone)
    return found


def _inside(starts: Ints, spans: Sequence[tuple[int, int]]) -> Ints:
    found = np.zeros(len(starts), np.int64)
    for start, end in spans:
        found[(starts >= start) & (starts < end)] = 1
    return found


def _changes(numbers: Ints) -> Ints:
    """Give 1 where a row's number is another than that of the row before."""
    return np.diff(numbers, prepend=numbers[0] - 1).astype(bool).astype(np.int64)
