"""What the words before, behind or in a name show, compiled: in which places something is, where two bodies meet."""

import re
from dataclasses import dataclass

from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.slots import pattern_of


@dataclass(frozen=True, slots=True)
class NameGaps:
    """The patterns of `beside_names.csv`, by their kinds."""

    place: re.Pattern[str]
    """Right before a place in which something is, and so before no body."""
    place_or_body: re.Pattern[str]
    """The same, where a model takes the name for a place."""
    home: re.Pattern[str]
    """Right before the place that somebody of an age is from."""
    town: re.Pattern[str]
    """Right before a town, which may be called as a person is: `the town of`."""
    named_place: re.Pattern[str]
    """Right before a place, whose kind it names, or of which it is a part: `the town of`, `the outskirts of`."""
    doubted_place: re.Pattern[str]
    doubted_body: re.Pattern[str]
    """Right before a place, or a body, of which a model isn't sure."""
    product: re.Pattern[str]
    """Right before the name of what is sold: `under the name `."""
    of_person: re.Pattern[str]
    """Between a person and the body that the person is of."""
    body_of_place: re.Pattern[str]
    """Right behind a body, says where it is."""
    title_to_body: re.Pattern[str]
    """Between a title and the body in which it is held."""
    within_body: re.Pattern[str]
    """Between the first words of a body and the place that ends its name."""
    two_bodies: re.Pattern[str]
    no_part: re.Pattern[str]
    """In what a model takes for one body: the words between two, and those at the end that are none of its name."""
    before_verb: re.Pattern[str]
    before_verb_in_s: re.Pattern[str]
    """Before a verb, and before no title without its article."""

    def verb(self, word: str) -> re.Pattern[str]:
        """Give what stands before a verb; one in s has its subject right there."""
        return self.before_verb_in_s if word.endswith("s") else self.before_verb


def name_gaps(rules: Rulebook) -> NameGaps:
    """Compile the rows."""
    rows = rules.beside_names
    return NameGaps(
        place=pattern_of(rows, "before_place"),
        place_or_body=pattern_of(rows, "before_place", "before_place_or_body"),
        home=pattern_of(rows, "before_home"),
        town=pattern_of(rows, "before_town"),
        named_place=pattern_of(rows, "before_named_place"),
        doubted_place=pattern_of(rows, "before_doubted_place"),
        doubted_body=pattern_of(rows, "before_doubted_body"),
        product=pattern_of(rows, "before_product"),
        of_person=pattern_of(rows, "of_person"),
        body_of_place=pattern_of(rows, "body_of_place"),
        title_to_body=pattern_of(rows, "title_to_body"),
        within_body=pattern_of(rows, "within_body"),
        two_bodies=pattern_of(rows, "two_bodies"),
        no_part=pattern_of(rows, "no_part"),
        before_verb=pattern_of(rows, "before_verb"),
        before_verb_in_s=pattern_of(rows, "before_verb_in_s"),
    )
