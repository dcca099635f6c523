"""What a component reads of a Doc and sets on it is what its factory says, and so the map of the house."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.assemble import COMPONENTS, load
from pipeline.extract.document.finds import KINDS, id_of
from pipeline.extract.document.trace import start_trace
from pipeline.extract.document.view import forget_view
from pipeline.extract.user_rules.component import UserRules
from pipeline.extract.user_rules.decided_rows import PressDecided
from pipeline.extract.user_rules.rule_set import DecidedCells, RuleSet
from pipeline.values.text.anchors import Anchor, anchor

TEXT = """Kasoa Foods buys a second crane

TEMA, Ghana, 3 March 2025 - Kasoa Foods Ltd said on Monday that its chief executive, Ama Boateng, had signed. "We \
paid €11.4 million on 2 March 2025 and it is 12 per cent more," said Boateng. "It was late," Kofi Mensah said. "It \
was early enough for all of us," said a docker. At Volta Foods, revenue rose by more than 12% year on year to $1.2bn \
in 2024. Sahel Bank lent it HK$5 million on 1 May 2024, at 3.5%.
"""
REJECTED = ("HK$5 million", "1 May 2024", "3.5%")


class Recording(dict):
    """The data of a Doc, which notes down the kinds of finds that are read and set."""

    def __init__(self, data: dict) -> None:
        super().__init__(data)
        self.read: set[str] = set()
        self.written: set[str] = set()

    def get(self, key, default=None):
        self.read.add(key)
        return super().get(key, default)

    def __setitem__(self, key, value):
        self.written.add(key)
        super().__setitem__(key, value)


def kinds_of(keys: set[str]) -> set[str]:
    return {kind for kind in KINDS if f"press_{kind}" in keys}


def declared(parts: Iterable[str]) -> set[str]:
    return {part.removeprefix("doc._.") for part in parts} & set(KINDS)


def decided(article: str) -> tuple[RuleSet, list[DecidedCells]]:
    """Give decisions of every kind about the article."""
    places = [
        DecidedCells(f"p{n}", article, "mentions", anchor=Anchor(TEXT.index(words), words), cells={"label": None})
        for n, words in enumerate(REJECTED, start=1)
    ]

    def row(number: int, table: str, action: str, words: str = "", **given) -> DecidedCells:
        at = TEXT.index(words)
        place = anchor(TEXT, at, at + len(words)) if words else None
        return DecidedCells(f"r{number}", article, table, action, anchor=place, **given)

    rows = [
        row(1, "people", "set", name="Ama Boateng", cells={"title": "chair", "organisation": "Volta Foods"}),
        row(2, "people", "reject", name="Kofi Mensah"),
        row(3, "organisations", "reject", name="Volta Foods"),
        row(4, "money", "reject", "€11.4 million"),
        row(5, "money", "add", "2024", cells={"low": "2024", "high": "2024", "organisation": "Kasoa Foods Ltd"}),
        row(6, "percentages", "reject", "12%"),
        row(7, "percentages", "add", "year on year", cells={"low": "1", "high": "1", "unit": "percent"}),
        row(8, "quotes", "set", "It was late,", cells={"speaker": "Ama Boateng"}),
        row(
            9,
            "quotes",
            "add",
            "At Volta Foods, revenue rose by more than 12% year on year to $1.2bn in 2024.",
            cells={"speaker": "Kasoa Foods Ltd"},
        ),
    ]
    return RuleSet(decided=tuple(places)), rows


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def recorded(nlp: Language, *, traced: bool) -> Iterator[tuple[str, set[str], set[str]]]:
    """Run pipe by pipe, and give the kinds of finds that each reads, of those that were set before it, and sets."""
    with nlp.select_pipes(disable=[name for name in COMPONENTS if name in nlp.pipe_names]):
        doc = nlp(TEXT)
    if traced:
        start_trace(doc)
    rules, rows = decided(id_of(doc))
    own: dict[str, Callable[[Doc], Doc]] = {"press_rules": UserRules(nlp, rules), "press_decided": PressDecided(rows)}
    there: set[str] = set()
    for name in COMPONENTS:
        forget_view(doc)  # so that each reads the zones that it looks at
        doc.user_data = data = Recording(doc.user_data)
        doc = own.get(name, nlp.get_pipe(name))(doc)
        yield name, kinds_of(data.read) & there, kinds_of(data.written)
        there |= kinds_of(data.written)


def test_a_component_reads_and_sets_what_its_factory_says(nlp):
    said = {name: nlp.get_factory_meta(name) for name in COMPONENTS}
    assert {name: (read, written) for name, read, written in recorded(nlp, traced=True)} == {
        name: (declared(meta.requires), declared(meta.assigns)) for name, meta in said.items()
    }


def test_a_component_that_explains_nothing_reads_no_more(nlp):
    for name, read, written in recorded(nlp, traced=False):
        meta = nlp.get_factory_meta(name)
        assert read <= declared(meta.requires) and written == declared(meta.assigns), name
