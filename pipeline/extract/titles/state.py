"""The titles of one article on their way through the passes."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from pipeline.extract.document.passes import Change
from pipeline.extract.document.stretches import changed_stretches
from pipeline.extract.document.view import View
from pipeline.extract.names.candidates import Candidate
from pipeline.records import Mention
from pipeline.values.titles.titles import Titles


@dataclass(frozen=True, slots=True)
class FoundTitles:
    """The candidates for titles so far, and what they are read with: the reader of titles, the names around them."""

    doc: Doc
    view: View
    reader: Titles
    mentions: Sequence[Mention]
    found: Sequence[Candidate] = ()

    @property
    def text(self) -> str:
        """Give the text to look for titles in: without line ends that only a page's width makes."""
        return self.view.flat

    def having(self, found: Sequence[Candidate]) -> "FoundTitles":
        """Give the same article with other candidates."""
        return replace(self, found=found)

    def changes(self, found: Sequence[Candidate]) -> Iterator[Change]:
        """Say what a pass did; the mentions that were there before only stand beside the titles."""
        return changed_stretches(self.text, self.found, found, lambda one: one.source != "role")

    def next_name(self, at: int, start: int) -> Mention | None:
        """Give the next mention after one that ends behind an offset, and that no title can hold."""
        after = (self.mentions[n] for n in range(at + 1, len(self.mentions)))
        return next((m for m in after if m.end_char > start and m.label not in ("ROLE", "LOC")), None)

    def before(self, char: int) -> Sequence[Mention]:
        """Give the mentions that begin before an offset, in the sentence that it stands in."""
        begin, _ = self.view.sentence_span(char, char)
        starts = [mention.start_char for mention in self.mentions]
        return self.mentions[bisect_left(starts, begin) : bisect_left(starts, char)]
