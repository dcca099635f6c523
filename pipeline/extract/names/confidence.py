"""How sure a model is of its names, and the levels at which that counts: all numbers of a model's scores stand here.

Four are enough: fifteen, one for each question, were measured one by one and together, and told nothing more
(`python -m pipeline.training.levels`). They fit the scores of `press_en`; another model is measured with
`pressfacts evaluate`, and its levels set here.
"""

from spacy.tokens import Doc

SURE = 0.93
"""A model that is surer than this of a name wins against what the words around it look like, and a longer form."""

LIKELY = 0.8
"""A name of which a model is surer than this stands for its parts elsewhere, and ends what runs on; a role is kept."""

DOUBTFUL = 0.65
"""A name is dropped, or taken for a part of a longer one, where the model is nowhere in the article surer of it than
this, and nothing else speaks for it."""

EVEN = 0.5
"""The same of a person: whose name is rare is seldom taken for anything else."""

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
