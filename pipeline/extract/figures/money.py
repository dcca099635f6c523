"""`press_money`: the amounts of an article, as rows and as MONEY mentions."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import add_mentions, id_of, keep
from pipeline.extract.document.trace import is_traced
from pipeline.extract.document.view import place_of, view_of
from pipeline.extract.figures.told import note_dropped, note_told
from pipeline.records import Money
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.dropped import Dropped
from pipeline.values.money.finder import MoneyFinder


@cache
def money_finder(rules: str | None = None) -> MoneyFinder:
    """Compile the rules that come with pressfacts, with the rows of a user's rule set, once."""
    return MoneyFinder(rulebook_with(rules))


@Language.factory(
    "press_money",
    default_config={"rules": None},
    requires=["doc._.zones"],
    assigns=["doc._.money", "doc._.mentions"],
)
def make_press_money(nlp: Language, name: str, rules: str | None) -> "PressMoney":
    """Make the component that finds amounts of money; `rules` is the folder of a user's rule set."""
    return PressMoney(name, money_finder(rules))


class PressMoney:
    """Finds the amounts of a Doc."""

    def __init__(self, name: str, finder: MoneyFinder) -> None:
        """Keep the finder."""
        self.name, self.finder = name, finder

    def __call__(self, doc: Doc) -> Doc:
        """Put `doc._.money` and MONEY mentions on the Doc."""
        view = view_of(doc)
        rows, mentions, dropped = [], [], list[Dropped]()
        for found in self.finder.find(view.text, head=view.head, told=is_traced(doc), dropped=dropped):
            by = f"{self.name}/{found.rule}"
            mention = view.mention(found.start, found.end, "MONEY", by)
            mentions.append(mention)
            note_told(doc, "money", found, by=self.name)
            rows.append(
                Money(
                    **place_of(mention),
                    low=found.low,
                    high=found.high,
                    currency=found.currency,
                    qualifier=found.qualifier,
                    per=found.per,
                    money_id=f"{id_of(doc)}:{found.start}",
                )
            )
        note_dropped(doc, "money", "amount", dropped, by=self.name)
        keep(doc, "money", rows)
        add_mentions(doc, mentions)
        return doc
