"""Everything that a links model is given of an article, as rows of numbers."""

from typing import NamedTuple

from pipeline.extract.links.questions import Entities, Question
from pipeline.extract.links.words import Floats, Ints, Words

BEFORE, AFTER = 80, 40
"""Words before and after a value in which its measure may stand."""
ROLES = ("level", "change", "base")
DIRECTIONS = (None, "up", "down")


class Places(NamedTuple):
    """One row for each place of a question: its words, and the question."""

    question: Ints
    low: Ints
    high: Ints


class Pairs(NamedTuple):
    """One row for each place of a question and mention near it."""

    place: Ints
    """Row of `Places`."""
    mention: Ints
    """Row of the mentions of `Entities`."""
    answer: Ints
    """Row of `Answers`."""
    kind: Ints
    distance: Ints
    sentence: Ints
    line: Ints
    between: Ints
    glue: Ints
    zone: Ints
    order: Ints
    noun: Ints


class Answers(NamedTuple):
    """One row for each question and entity that may answer it."""

    question: Ints
    entity: Ints
    kind: Ints
    facts: Floats
    rules: list[tuple[int, str]]
    """Rows that the patterns give, and by which rule."""


class Windows(NamedTuple):
    """Values, and the words around each, padded with -1."""

    low: Ints
    high: Ints
    given: Ints
    """Percentage, role and direction by the patterns, as one number."""
    words: Ints
    distance: Ints
    sentence: Ints
    line: Ints
    between: Ints
    mark: Ints
    """1 at the first word of what the patterns read, 2 within, 0 elsewhere."""


class Asked(NamedTuple):
    """Everything that a links model is given of an article."""

    words: Words
    entities: Entities
    questions: list[Question]
    kinds: Ints
    first: Ints
    """Row in `Places` of the first place of each question."""
    given: Ints
    """What the patterns say of each question: 0 an answer, 1 none, 2 that a title is a past one."""
    places: Places
    pairs: Pairs
    answers: Answers
    windows: Windows
