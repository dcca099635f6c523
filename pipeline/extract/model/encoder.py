"""The component `press_ner`: the words of a Doc through our encoder to people, organisations, places and roles.

Windows go through the encoder one by one, unpadded: a text's names do not depend on its neighbours in a batch.
"""

import json
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import SimpleFrozenList

from pipeline.extract.model.agreement import agree
from pipeline.extract.model.tagging import Decoder, Scores
from pipeline.extract.model.windows import feed, shaped_words, texts_of, windows
from pipeline.extract.model.wordpiece import WordPiece
from pipeline.threads import in_one_thread

FILES = {"encoder": "encoder.onnx", "vocabulary": "vocab.txt", "head": "head.npy", "settings": "settings.json"}
"""The parts of the model, and the files that they stand in: all are bytes until the first text comes."""

STATES = "press_states"
"""Where a Doc has the tokens that are words, and the encoder's state of each, for those who read them after it."""

OPEN, ALL = np.zeros(1, np.float32), np.full(1, -np.inf, np.float32)
"""The least score of a word that goes through all layers: what the model was made for, and every word."""


class PressNer:
    """Sets `doc.ents`, and the probability of each in `doc.spans["press_ner"].attrs["scores"]`."""

    def __init__(self, name: str = "press_ner", *, thorough: bool = False) -> None:
        self.name, self.thorough = name, thorough
        self.parts: dict[str, bytes] = {}
        self.keeps_states = False
        """Whether what it reads is left on the Doc, for components that read it too."""
        self._forget()

    def _forget(self) -> None:
        self._session: onnxruntime.InferenceSession | None = None
        self._wordpiece: WordPiece | None = None

    def _start(self) -> onnxruntime.InferenceSession:
        """Open the encoder: once a process, at the first text."""
        if not self.parts:
            raise ValueError("press_ner has no model: load a pipeline folder that has one, as models/press_en")
        settings = json.loads(self.parts["settings"])
        self._size, self._overlap, self.share = settings["size"], settings["overlap"], settings["share"]
        self._decoder = Decoder(settings["labels"])
        head = np.load(BytesIO(self.parts["head"]), allow_pickle=False)
        self._weights, self._bias = head[:-1], head[-1]
        self._wordpiece = WordPiece(self.parts["vocabulary"].decode().splitlines())
        processor = ["CPUExecutionProvider"]
        self._session = onnxruntime.InferenceSession(self.parts["encoder"], _options(), providers=processor)
        self._takes = [given.name for given in self._session.get_inputs()]
        return self._session

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that the model knows."""
        return tuple(json.loads(self.parts["settings"])["labels"]) if self.parts else ()

    def __call__(self, doc: Doc) -> Doc:
        """Set the names of one text."""
        texts = texts_of(doc)
        words, (states, *others) = self.read(doc, texts)
        if self.keeps_states:
            doc.user_data[STATES] = words, np.concatenate([states, *others], axis=1)
        agreed = agree(self.logits(states), [texts[at][0] for at in words], self._decoder, share=self.share)
        found = self._decoder.spans(agreed)
        spans = [Span(doc, words[start], words[end - 1] + 1, label=label) for start, end, label, _ in found]
        doc.set_ents(spans, default="outside")
        doc.spans[self.name] = spans
        doc.spans[self.name].attrs["scores"] = [round(chance, 4) for _, _, _, chance in found]
        return doc

    def logits(self, states: Scores) -> Scores:
        """Score the tags of words from the encoder's states."""
        with in_one_thread():
            scores: Scores = states @ self._weights + self._bias
        return scores

    def states(self, doc: Doc) -> tuple[list[int], Scores]:
        """Give the tokens that are words, by their place in the Doc, and the encoder's state of each."""
        words, (states, *_) = self.read(doc, texts_of(doc))
        return words, states

    def read(self, doc: Doc, texts: Sequence[tuple[str, bool]]) -> tuple[list[int], list[Scores]]:
        """Give the tokens that are words, and their states in each layer that the encoder tells of, the last first."""
        session = self._session or self._start()
        assert self._wordpiece is not None
        words, shaped = shaped_words(doc, texts, self._wordpiece)
        rows: list[list[Scores]] = []
        for start, end, low, high in windows([len(ids) for ids, _ in shaped], size=self._size, overlap=self._overlap):
            given = feed(shaped[start:end], self._wordpiece) | {"least": ALL if self.thorough else OPEN}
            layers = session.run(None, {name: given[name] for name in self._takes})
            rows.append([states[low - start : high - start] for states in layers])
        none = [np.zeros((0, len(self._weights)), np.float32) for _ in session.get_outputs()]
        return words, [np.concatenate(parts) for parts in zip(*rows, strict=True)] if rows else none

    def to_bytes(self, *, exclude: Iterable[str] = SimpleFrozenList()) -> bytes:
        """Give the whole model as bytes."""
        return bytes(srsly.msgpack_dumps({} if self.name in exclude else self.parts))

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = SimpleFrozenList()) -> "PressNer":
        """Take the model from bytes."""
        self.parts = dict(srsly.msgpack_loads(data))
        self._forget()
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = SimpleFrozenList()) -> None:
        """Write the model's files into a folder."""
        Path(path).mkdir(parents=True, exist_ok=True)
        for part, file in FILES.items():
            if part in self.parts:
                (Path(path) / file).write_bytes(self.parts[part])

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = SimpleFrozenList()) -> "PressNer":
        """Read the model's files from a folder."""
        self.parts = {part: (Path(path) / file).read_bytes() for part, file in FILES.items()}
        self._forget()
        return self

    def __getstate__(self) -> dict[str, Any]:
        kept = {"parts": self.parts, "keeps_states": self.keeps_states}
        return {"name": self.name, "thorough": self.thorough, **kept}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["name"], thorough=state["thorough"])  # type: ignore[misc]
        self.parts, self.keeps_states = state["parts"], state["keeps_states"]


def _options() -> onnxruntime.SessionOptions:
    """One thread, since articles are spread over processes; the graph is written as it should run."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return options


@Language.factory(
    "press_ner", assigns=["doc.ents", "token.ent_iob", "token.ent_type"], default_config={"thorough": False}
)
def make_press_ner(nlp: Language, name: str, thorough: bool) -> PressNer:
    """Make the component; its model comes with the pipeline's folder. `thorough` reads every word to the end."""
    return PressNer(name, thorough=thorough)
