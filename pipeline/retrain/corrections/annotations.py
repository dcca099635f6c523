"""Annotated texts against what was exported to decisions, and exported articles to annotated texts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from pipeline.errors import UsageError
from pipeline.evaluation.gold import Span
from pipeline.records import article_id
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.interchange.annotated import AnnotatedText
from pipeline.retrain.runs.exported import Exported
from pipeline.values.text.anchors import anchor


def annotated_texts(exported: Exported) -> Iterator[AnnotatedText]:
    """Give the articles of a run with their mentions, for an annotation tool."""
    for article, text in exported.texts.items():
        yield AnnotatedText(text, exported.spans.get(article, ()), {"article_id": article})


def annotation_decisions(
    texts: Sequence[AnnotatedText], exported: Exported, *, file: str, who: str = "", when: str = ""
) -> list[Decision]:
    """Give the decisions that make what was exported what is annotated; labels that no text uses aren't compared.

    A mention that wasn't changed is one too (`keep`), where a person went through the text: where the tool says so, or
    something in it was changed. Raises UsageError for a text that isn't in the run.
    """
    labels = {span.label for text in texts for span in text.spans}
    decisions: list[Decision] = []
    for number, text in enumerate(texts, 1):
        article, origin = article_id(text.text), f"{file}, record {number}"
        if article not in exported.texts:
            raise UsageError(f"{origin}: its text is no article of this run; run pressfacts on it first")
        marked = {(span.start, span.end) for span in text.spans}
        spans = exported.spans.get(article, ())
        before = [span for span in spans if span.label in labels or (span.start, span.end) in marked]
        if not text.reviewed and sorted(before) == sorted(text.spans):
            continue
        decisions += differences(text.text, before, text.spans, article_id=article, origin=origin)
    return [replace(decision, who=who, when=when) for decision in decisions]


def differences(
    text: str, before: Iterable[Span], after: Iterable[Span], *, article_id: str, origin: str
) -> Iterator[Decision]:
    """Give the decisions that turn some mentions of a text into others."""
    old, new = {(s.start, s.end): s.label for s in before}, {(s.start, s.end): s.label for s in after}
    added = sorted(new.keys() - old.keys())
    for place in sorted(old):
        common: dict[str, Any] = {"article_id": article_id, "table": "mentions", "origin": origin}
        common |= {"anchor": anchor(text, *place), "before": {"label": old[place]}}
        moved = next((to for to in added if to[0] < place[1] and place[0] < to[1]), None)
        if place in new:
            action = "keep" if new[place] == old[place] else "relabel"
            yield Decision(action=action, after={"label": new[place]}, **common)
        elif moved:
            added.remove(moved)
            yield Decision(action="move", after={"label": new[moved]}, to=anchor(text, *moved), **common)
        else:
            yield Decision(action="reject", **common)
    for place in added:
        common = {"article_id": article_id, "table": "mentions", "origin": origin}
        yield Decision(action="add", anchor=anchor(text, *place), after={"label": new[place]}, **common)
