"""A user's rule set: the rules and decisions that change what the pipeline finds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.rulebook.versions import PARTS
from pipeline.values.text.anchors import Anchor

PATTERNS, CONTEXTS, EDITS, PINS, ROWS = PARTS
"""Files of a rule set: spaCy's patterns; patterns that need words beside them; changes of mentions; decided places;
what was decided about rows of values, people and organisations."""

NAMES = ("PERSON", "ORG", "LOC", "ROLE")
"""Labels that rules may give, take and change; amounts, percentages and dates are never touched by a general rule."""

TESTS = (
    *("label", "text", "first", "last", "left", "right", "shape", "left_shape", "right_shape"),
    *("before", "after", "found_by", "cut", "defined", "part_of", "also", "doubted", "common"),
)
"""What an edit may ask of a mention: see `rule_words.all_features`."""

DOES = ("veto", "relabel", "whole_words", "trim_left", "trim_right", "grow_left", "grow_right")

Pattern = str | list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class PatternRule:
    """Words that are a mention, as a spaCy pattern; `left` and `right` are what must stand beside them.

    An element of `left` or `right` is a word, or a label in angle brackets for a mention: `<PERSON>`.
    """

    id: str
    label: str
    pattern: Pattern
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditRule:
    """What happens to mentions that pass every test of `when`; `by` is how many words are cut or added at one end."""

    id: str
    when: Mapping[str, str]
    do: str
    to: str | None = None
    by: int = 0


@dataclass(frozen=True, slots=True)
class DecidedCells:
    """What a person decided about one thing of an article: a mention or a value by its place, a row by its name.

    `action` is what is done to a row, `cells` are what is right there: of a mention its label, None where none is.
    `instead_of` is the place that was taken for the mention before, where it is another.
    """

    id: str
    article_id: str
    table: str
    action: str = ""
    name: str = ""
    anchor: Anchor | None = None
    cells: Mapping[str, str | None] = field(default_factory=dict)
    instead_of: Anchor | None = None


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Every rule of a version."""

    patterns: tuple[PatternRule, ...] = ()
    edits: tuple[EditRule, ...] = ()
    decided: tuple[DecidedCells, ...] = ()
    """What was decided about mentions."""

    @property
    def rules(self) -> list[PatternRule | EditRule]:
        """Give every rule, without the decided places."""
        return [*self.patterns, *self.edits]


def layer_of(rule_id: str) -> int:
    """Give the version that a rule came with, from its id (`3.12-ending-institute`): later ones see what earlier did.

    >>> layer_of("3.12-ending-institute"), layer_of("mine")
    (3, 0)
    """
    number = rule_id.split(".", 1)[0]
    return int(number) if number.isdigit() else 0
