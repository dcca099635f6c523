"""`press_percentages`: the percentages of an article, as rows and as PERCENT mentions."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import add_mentions, keep
from pipeline.extract.document.trace import is_traced
from pipeline.extract.document.view import free_of_values, place_of, view_of
from pipeline.extract.figures.told import note_dropped, note_told
from pipeline.records import Percentage
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.dropped import ELSEWHERE, Dropped
from pipeline.values.percentages import PercentageFinder


@cache
def percentage_finder(rules: str | None = None) -> PercentageFinder:
    """Compile the rules that come with pressfacts, with the rows of a user's rule set, once."""
    return PercentageFinder(rulebook_with(rules))


@Language.factory(
    "press_percentages",
    default_config={"rules": None},
    requires=["doc._.zones", "doc._.mentions"],
    assigns=["doc._.percentages", "doc._.mentions"],
)
def make_press_percentages(nlp: Language, name: str, rules: str | None) -> "PressPercentages":
    """Make the component that finds percentages."""
    return PressPercentages(name, percentage_finder(rules))


class PressPercentages:
    """Finds the percentages of a Doc; what is money is none."""

    def __init__(self, name: str, finder: PercentageFinder) -> None:
        """Keep the finder."""
        self.name, self.finder = name, finder

    def __call__(self, doc: Doc) -> Doc:
        """Put `doc._.percentages` and PERCENT mentions on the Doc."""
        view, is_free = view_of(doc), free_of_values(doc)
        rows, mentions, dropped = [], [], list[Dropped]()
        for found in self.finder.find(view.text, told=is_traced(doc), dropped=dropped):
            if not is_free(found.start, found.end):
                dropped.append(Dropped(found.start, found.end, found.rule, ELSEWHERE))
                continue
            by = f"{self.name}/{found.rule}"
            mention = view.mention(found.start, found.end, "PERCENT", by)
            mentions.append(mention)
            note_told(doc, "percentages", found, by=self.name)
            rows.append(
                Percentage(
                    **place_of(mention),
                    low=found.low,
                    high=found.high,
                    unit=found.unit,
                    qualifier=found.qualifier,
                    direction=found.direction,
                    compared_to=found.compared_to,
                )
            )
        note_dropped(doc, "percentages", "percentage", dropped, by=self.name)
        keep(doc, "percentages", rows)
        add_mentions(doc, mentions)
        return doc
