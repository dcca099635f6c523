"""A text to a Doc of spaCy's tokens, in time that grows with the text whatever stands in it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

_RUN = re.compile(r"\S{300,}")
"""Signs without a space between from which on they are no word, nor an address: spaCy takes off one affix at a time, in
time that grows with the square of the run."""
_PIECE = 100


def tokenise(nlp: Language, text: str) -> Doc:
    """Tokenise a text as spaCy does, but for runs without a space that are longer than any word: these in pieces.

    >>> import spacy
    >>> doc = tokenise(spacy.blank("en"), "Volta! " + "!" * 1000 + " of Leeds.")
    >>> [len(doc), doc.text.count("!"), doc[-2].text]
    [1005, 1001, 'Leeds']
    """
    cuts = list(_cuts(text))
    if not cuts:
        return nlp.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise([0, *cuts, len(text)]):
        for token in nlp.make_doc(text[start:end]):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _cuts(text: str) -> Iterator[int]:
    for run in _RUN.finditer(text):
        if run.start():
            yield run.start()
        yield from range(run.start() + _PIECE, run.end(), _PIECE)
