"""`press_measures`: what each value measures, its role, direction and owner, and which restate another."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import keep
from pipeline.extract.document.passes import run_passes
from pipeline.extract.figures.passes import PASSES
from pipeline.extract.figures.state import FigureWords, begin
from pipeline.records import Money, Percentage
from pipeline.rulebook.user_rows import rulebook_with


@cache
def figure_words(rules: str | None = None) -> FigureWords:
    """Compile the rules that come with pressfacts, with the rows of a user's rule set, once."""
    return FigureWords(rulebook_with(rules))


class PressMeasures:
    """Fills measure, role, direction, organisation_id and same_as of the values on a Doc."""

    def __init__(self, words: FigureWords) -> None:
        """Keep what figures are read with."""
        self.words = words

    def __call__(self, doc: Doc) -> Doc:
        """Fill in the rows of `doc._.money` and `doc._.percentages`."""
        filled = run_passes(begin(doc, self.words), PASSES, component="press_measures").found
        keep(doc, "money", [row for row in filled if isinstance(row, Money)])
        keep(doc, "percentages", [row for row in filled if isinstance(row, Percentage)])
        return doc


@Language.factory(
    "press_measures",
    default_config={"rules": None},
    requires=[
        "doc._.zones",
        "doc._.mentions",
        "doc._.organisations",
        "doc._.money",
        "doc._.percentages",
        "doc._.dates",
    ],
    assigns=["doc._.money", "doc._.percentages"],
)
def make_press_measures(nlp: Language, name: str, rules: str | None) -> PressMeasures:
    """Make the component that says what values measure."""
    return PressMeasures(figure_words(rules))
