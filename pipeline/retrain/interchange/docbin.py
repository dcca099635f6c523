"""spaCy's DocBin (`.spacy`): the entities of each Doc; the article's id and source travel in its user data."""

import zlib
from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from pipeline.errors import UsageError
from pipeline.retrain.interchange.annotated import AnnotatedText, checked_spans

_MOST = 1_000_000_000
"""Bytes that a file of Docs unpacks to at most."""


def read_docbin(path: Path) -> list[AnnotatedText]:
    """Read the Docs of a DocBin. Raises UsageError where the file is none, or unpacks to too much."""
    try:
        data = path.read_bytes()
        if len(zlib.decompressobj().decompress(data, _MOST + 1)) > _MOST:
            raise UsageError(f"{path.name} unpacks to more than {_MOST // 1_000_000} MB; export it in parts")
        docs = list(DocBin().from_bytes(data).get_docs(spacy.blank("en").vocab))
    except UsageError:
        raise
    except Exception as error:
        # spaCy raises whatever broken bytes lead it to.
        what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        raise UsageError(f"{path.name} is no DocBin that this spaCy reads ({what})") from None
    return [_read(doc, f"{path.name}, Doc {number}") for number, doc in enumerate(docs, 1)]


def write_docbin(texts: Iterable[AnnotatedText], path: Path) -> None:
    """Write annotated texts as a DocBin; a span that cuts a token is widened to it, as entities need whole tokens."""
    nlp, out = spacy.blank("en"), DocBin(store_user_data=True)
    for annotated in texts:
        doc: Doc = nlp.make_doc(annotated.text)
        spans = [doc.char_span(s, e, label, alignment_mode="expand") for s, e, label, _ in annotated.spans]
        doc.ents = spacy.util.filter_spans([span for span in spans if span is not None])
        doc.user_data["meta"] = dict(annotated.meta)
        out.add(doc)
    out.to_disk(path)


def _read(doc: Doc, place: str) -> AnnotatedText:
    spans = ((ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)
    return AnnotatedText(doc.text, checked_spans(spans, doc.text, place), doc.user_data.get("meta", {}))
