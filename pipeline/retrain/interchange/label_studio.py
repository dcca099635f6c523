"""Label Studio's JSON: a list of tasks; annotations are people's, predictions are ours."""

from collections.abc import Iterator
from typing import Any

from pipeline.evaluation.gold import Span
from pipeline.retrain.interchange.annotated import AnnotatedText, checked_spans


def from_task(task: dict[str, Any], place: str) -> Iterator[AnnotatedText]:
    """Give the text of a task with its last annotation that wasn't cancelled; a task without one gives nothing."""
    done = [a for a in task.get("annotations", ()) if not a.get("was_cancelled")]
    if done:
        data = task["data"]
        values = (r["value"] for r in done[-1].get("result", ()) if r.get("type", "labels") == "labels")
        spans = [(int(v["start"]), int(v["end"]), label) for v in values for label in v["labels"]]
        meta = {key: value for key, value in data.items() if key != "text"}
        yield AnnotatedText(data["text"], checked_spans(spans, data["text"], place), meta, reviewed=True)


def to_task(annotated: AnnotatedText) -> dict[str, Any]:
    """Make a task whose prediction is what was found, for people to correct."""
    result = [_region(number, span, annotated.text) for number, span in enumerate(annotated.spans)]
    prediction = {"model_version": "pressfacts", "result": result}
    return {"data": {"text": annotated.text, **annotated.meta}, "predictions": [prediction], "annotations": []}


def _region(number: int, span: Span, text: str) -> dict[str, Any]:
    value = {"start": span.start, "end": span.end, "text": text[span.start : span.end], "labels": [span.label]}
    return {"id": f"s{number}", "from_name": "label", "to_name": "text", "type": "labels", "value": value}
