"""doccano's JSONL: `label` or `labels` as [start, end, label], or `entities` as objects."""

from collections.abc import Iterator
from typing import Any

from pipeline.retrain.interchange.annotated import AnnotatedText, checked_spans


def from_record(record: dict[str, Any], place: str) -> Iterator[AnnotatedText]:
    """Give the annotated text of a record, of either shape that doccano exports."""
    if "entities" in record:
        spans = [(e["start_offset"], e["end_offset"], e["label"]) for e in record["entities"]]
    else:
        spans = [tuple(span) for span in record.get("label", record.get("labels", ()))]
    meta = record.get("meta") or {key: record[key] for key in ("article_id", "source") if key in record}
    yield AnnotatedText(record["text"], checked_spans(spans, record["text"], place), meta)


def to_record(annotated: AnnotatedText) -> dict[str, Any]:
    """Make a record; what is known of the article stands beside the text, where doccano keeps it as metadata."""
    return {"text": annotated.text, "label": [list(span[:3]) for span in annotated.spans], **annotated.meta}
