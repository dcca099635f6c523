"""Prodigy's JSONL: one task a line, with tokens, spans and, once a person saw it, an answer."""

from collections.abc import Iterator
from typing import Any

import spacy

from pipeline.retrain.interchange.annotated import AnnotatedText, checked_spans


def from_task(task: dict[str, Any], place: str) -> Iterator[AnnotatedText]:
    """Give the annotated text of a task; one that was rejected or ignored gives nothing."""
    if task.get("answer", "accept") == "accept":
        spans = ((span["start"], span["end"], span["label"]) for span in task.get("spans") or ())
        found = checked_spans(spans, task["text"], place)
        yield AnnotatedText(task["text"], found, task.get("meta") or {}, reviewed="answer" in task)


def to_task(annotated: AnnotatedText) -> dict[str, Any]:
    """Make a task, with spaCy's English tokens; spans that cut a token have no token offsets."""
    doc = spacy.blank("en").make_doc(annotated.text)
    tokens = [
        {"text": t.text, "start": t.idx, "end": t.idx + len(t), "id": t.i, "ws": bool(t.whitespace_)} for t in doc
    ]
    spans = []
    for start, end, label, _ in annotated.spans:
        at = doc.char_span(start, end)
        where = {} if at is None else {"token_start": at.start, "token_end": at.end - 1}
        spans.append({"start": start, "end": end, "label": label, **where})
    return {"text": annotated.text, "meta": dict(annotated.meta), "tokens": tokens, "spans": spans}
