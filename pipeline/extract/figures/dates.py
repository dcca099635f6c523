"""`press_dates`: the date expressions of an article, as rows and as DATE mentions."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import add_mentions, keep, published
from pipeline.extract.document.trace import note
from pipeline.extract.document.view import free_of_values, place_of, view_of
from pipeline.extract.figures.told import note_dropped
from pipeline.records import DateSpan
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.dates.finder import DateFinder, FoundDate
from pipeline.values.dropped import ELSEWHERE, Dropped


@cache
def date_finder(rules: str | None = None) -> DateFinder:
    """Compile the rules that come with pressfacts, with the rows of a user's rule set, once."""
    return DateFinder(rulebook_with(rules))


@Language.factory(
    "press_dates",
    default_config={"rules": None},
    requires=["doc._.zones", "doc._.mentions"],
    assigns=["doc._.dates", "doc._.mentions"],
)
def make_press_dates(nlp: Language, name: str, rules: str | None) -> "PressDates":
    """Make the component that finds dates."""
    return PressDates(name, date_finder(rules))


class PressDates:
    """Finds the dates of a Doc; what is money or a percentage is none."""

    def __init__(self, name: str, finder: DateFinder) -> None:
        """Keep the finder."""
        self.name, self.finder = name, finder

    def __call__(self, doc: Doc) -> Doc:
        """Put `doc._.dates` and DATE mentions on the Doc; relative ones count from `doc._.published`."""
        view, is_free = view_of(doc), free_of_values(doc)
        rows, mentions, dropped = [], [], list[Dropped]()
        for found in self.finder.find(view.text, published=published(doc), head=view.head, dropped=dropped):
            if not is_free(found.start, found.end):
                dropped.append(Dropped(found.start, found.end, found.rule, ELSEWHERE))
                continue
            by = f"{self.name}/{found.rule}"
            mention = view.mention(found.start, found.end, "DATE", by)
            mentions.append(mention)
            note(doc, "dates.date_from", found.start, found.end, told_by(found), by=by)
            rows.append(
                DateSpan(
                    **place_of(mention),
                    date_from=found.date_from,
                    date_to=found.date_to,
                    precision=found.precision,
                    anchor=found.anchor,
                )
            )
        note_dropped(doc, "dates", "date", dropped, by=self.name)
        keep(doc, "dates", rows)
        add_mentions(doc, mentions)
        return doc


_TENSE = {
    True: "the words by it tell of what is to come",
    False: "the verb by it tells of what is over",
    None: "no verb by it tells whether it lies ahead",
}


def told_by(found: FoundDate) -> str:
    """Say what the days of a date, and its year, were taken from."""
    if found.date_from is None:
        return "it can't be placed on a calendar"
    if found.anchor is None:
        return "its own words, or those joined to it, name the year"
    year = f"; the year {found.year} is told before it" if found.year else ""
    return f"it counts from {found.anchor}: {_TENSE[found.ahead]}{year}"
