"""How sure a model is of its names, and the levels at which that counts: all numbers of a model's scores stand here.

They fit the scores of `press_en`; another model is measured with `pressfacts evaluate`, and its levels set here.
"""

from spacy.tokens import Doc

SURE = 0.93
"""A model that is surer than this of a name wins against what the words around it look like."""

SURE_OF_EDGES = 0.9
"""A model that is surer than this of where a name ends is believed against a longer form."""

SURE_OF_LONE_PERSON = 0.91
"""A model that is surer than this of a single word is believed that it is a person, whatever stands around it."""

SURE_OF_ROLE = 0.8
"""A role without a known title's word is kept where the model is this sure of it."""

SURE_OF_BODY = 0.97
"""Capitals that stand for a title too (`CPO`) are an organisation where the model is surer of it than this."""

BEYOND_DOUBT = {"PERSON": 0.97, "LOC": 0.9}
"""A model that is surer than this of a person or a place is believed against the words beside the name."""

COMPLETES = 0.8
"""A name of which a model is this sure completes its parts elsewhere, and ends what runs on into a title."""

LENDS_SURNAME = 0.7
"""A person of whom a model is surer than this makes persons of what is part of the name elsewhere."""

DOUBTFUL = {"PERSON": 0.5, "ORG": 0.65, "LOC": 0.5}
"""A name is dropped where the model is nowhere in the article surer of it than this, and nothing else speaks for it."""

GUESSED = 0.6
"""A name of which a model is less sure than this may be a part of a longer one."""

SUPPORTED = 0.5
"""A doubtful name is kept where the words around it speak for it, and the model is this sure of it."""

LISTED = 0.35
"""A person whom a list names beside others is one where the model is this sure of it."""

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
