"""The names of one article on their way through the passes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from pipeline.extract.document.finds import kept
from pipeline.extract.document.passes import Change
from pipeline.extract.document.stretches import changed_stretches
from pipeline.extract.document.view import View, view_of
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.words import NameWords
from pipeline.records import Mention


@dataclass(frozen=True, slots=True)
class Names:
    """The candidates for names so far, and what they are read with; `text` has no line ends that only a page makes."""

    doc: Doc
    view: View
    words: NameWords
    values: Sequence[Mention]
    """Mentions that were there before names: amounts, percentages and dates."""

    found: Sequence[Candidate] = ()

    @property
    def text(self) -> str:
        """Give the text to look for names in."""
        return self.view.flat

    def having(self, found: Sequence[Candidate]) -> "Names":
        """Give the same article with other candidates."""
        return replace(self, found=found)

    def changes(self, found: Sequence[Candidate]) -> Iterator[Change]:
        """Say what a pass did; amounts, percentages and dates only stand beside the names."""
        return changed_stretches(self.text, self.found, found, lambda one: one.source == "value")


def begin(doc: Doc, words: NameWords) -> Names:
    """Give the state before the first pass."""
    return Names(doc, view_of(doc), words, kept(doc, "mentions"))
