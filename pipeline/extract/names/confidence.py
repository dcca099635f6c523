"""How sure a model is of its names, where it says so."""

from spacy.tokens import Doc

SURE = 0.93
"""A model that is surer than this of a name wins against what the words around it look like."""

UNSAID = 0.85
"""What a name counts for where its model says nothing of how sure it is: not doubtful, not beyond the rules."""


def confidences(doc: Doc) -> dict[tuple[int, int], float]:
    """Give the scores of a model's names by their first and last offset.

    Read from any span group that carries `scores` in its attrs, one a span; none where the model gives none.
    """
    scores: dict[tuple[int, int], float] = {}
    for group in doc.spans.values():
        values = group.attrs.get("scores")
        if isinstance(values, list | tuple) and len(values) == len(group):
            scores |= {
                (span.start_char, span.end_char): float(value) for span, value in zip(group, values, strict=True)
            }
    return scores
