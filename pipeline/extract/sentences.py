"""Marks where sentences begin on the Doc, by rules alone."""

from bisect import bisect_left

import numpy as np
from spacy.attrs import IDX, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import text_of
from pipeline.extract.document.view import forget_view
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.text.sentences import sentences_of


class PressSentences:
    """Sets sentence starts, in place of those that a parser set."""

    def __init__(self, rules: Rulebook) -> None:
        self.sentences = sentences_of(rules)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token at or after each offset where a sentence begins."""
        if not len(doc):
            return doc
        offsets = doc.to_array([IDX]).astype(np.int64).tolist()
        marks = np.full((len(doc), 1), -1, dtype=np.int64)
        for start in self.sentences.starts(text_of(doc)):
            token = bisect_left(offsets, start)
            if token < len(doc):
                marks[token, 0] = 1
        marks[0, 0] = 1
        doc.from_array([SENT_START], marks.astype(np.uint64))  # type: ignore[arg-type]
        forget_view(doc)
        return doc


@Language.factory(
    "press_sentences",
    default_config={"rules": None},
    assigns=["token.is_sent_start", "doc.sents"],
)
def make_press_sentences(nlp: Language, name: str, rules: str | None) -> PressSentences:
    """Make the component that marks sentences."""
    return PressSentences(rulebook_with(rules))
