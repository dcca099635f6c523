"""What a pass notes: what its own row of the table says that it did, else what is said for all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.extract.document.passes import Change, Pass, run_passes
from pipeline.extract.document.trace import notes, start_trace
from pipeline.extract.figures import passes as figures


@dataclass(frozen=True)
class Words:
    doc: Doc
    found: Sequence[str] = ()

    def having(self, found):
        return replace(self, found=found)

    def changes(self, found):
        return (Change(one, "words", 0, 1, f"adds {one!r}") for one in found if one not in self.found)


def more(words: Words) -> list[str]:
    return [*words.found, "more"]


def own(words: Words, found: Sequence[str]) -> list[Change]:
    return [Change(found[-1], "words", 0, 1, f"has {len(found)}", row="row", because="it counts")]


PASSES = (Pass("one", more, "all do"), Pass("two", more, "it does", changes=own))


def test_a_pass_says_what_it_did_in_its_own_words_or_those_of_all():
    doc = spacy.blank("en")("Words.")
    start_trace(doc)
    run_passes(Words(doc), PASSES, component="press_words", changes=Words.changes)
    assert [(note.by, note.what) for note in notes(doc)] == [
        ("press_words/one", "adds 'more': all do"),
        ("press_words/two/row", "has 2: it counts"),
    ]


@pytest.mark.parametrize("one", figures.PASSES, ids=lambda one: one.id)
def test_each_pass_over_figures_says_itself_what_it_did(one):
    assert one.changes is not None
