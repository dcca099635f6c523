"""Every cell of a table is answered for: by the component, pass and row that decided it, or by what found its row."""

import pytest
from spacy.tokens import Doc

from pipeline.extract.cells import CELLS, DECIDED_WITH
from pipeline.extract.document.finds import kept
from pipeline.extract.explain import Step, explain
from pipeline.records import ARTICLE_RECORDS
from pipeline.rulebook.reading import load_rulebook
from pipeline.rulebook.where import file_of
from tests.extract.marked import everything, marked_doc

MARKED = """[O Kasoa Terminals] buys a second crane

TEMA, Ghana, 3 March 2025 - [O Kasoa Terminals Ltd] said on Monday that its [R chief executive], [P Ama Boateng], \
had signed. "We now have two of them," said [P Boateng]. The company spent nearly €11.4 million a year on the crane.

At [O Kasoa Terminals Ltd], revenue rose by more than 12% year on year to $1.2bn in 2024 from $1.1bn in 2023. The \
[O Maritime Rescue Union] ([O MRU]) grew. It cost ¥400 million ($2.7 million), plus HK$5 million.
"""
RULES = load_rulebook()
OF_THE_ROW = {"money": ("low", "high", "currency"), "percentages": ("low", "high", "unit")}
"""Cells that the row of the rules fills that `found_by` names: what `$` is, or `%`, needs no other note."""


def explained(words: str) -> tuple[Doc, list[Step]]:
    doc = marked_doc(everything(), MARKED)
    start = doc.text.index(words)
    return doc, explain(everything(), doc, start, start + len(words))


def test_every_cell_that_says_something_is_answered_for() -> None:
    doc = explained("crane")[0]
    silent = []
    for table in ARTICLE_RECORDS:
        for row in kept(doc, table):
            words = row.name if table in ("people", "organisations") else row.text
            steps = {step.cell for step in explained(words)[1]}
            found_by_row = OF_THE_ROW.get(table, ()) if file_of(RULES, row.found_by) else ()
            for cell in (one for one in CELLS[table] if getattr(row, one) not in (None, ())):
                name = f"{table}.{cell}"
                if cell not in found_by_row and steps.isdisjoint((name, table, *DECIDED_WITH.get(name, ()))):
                    silent.append((name, words))
    assert silent == []


DECIDED = (
    ("12%", "percentages.measure", "press_measures/measure/before", "measures 'revenue'", None),
    ("12%", "percentages.measure", "press_measures/measure/before/rise", "reads 'rose' as `verb`", "directions.csv"),
    ("12%", "percentages.direction", "press_percentages/rise", "'rose' (verb) says that it went up", "directions.csv"),
    ("12%", "percentages.qualifier", "press_percentages/more_than", "takes 'min'", "qualifiers.csv"),
    ("12%", "percentages.compared_to", "press_percentages/year_on_year", "takes 'year on year'", "comparisons.csv"),
    ("12%", "percentages.organisation_id", "press_measures/owner/named", "takes 'Kasoa Terminals Ltd'", None),
    ("$1.2bn", "money.measure", "press_measures/measure/last", "what the value before it measures", None),
    ("$1.2bn", "money.direction", "press_measures/measure", "stays empty: no words beside it tell", None),
    ("$1.1bn", "money.role", "press_measures/measure/base", "takes 'base'", "measure_words.csv"),
    (
        "€11.4 million",
        "money.measure",
        "press_measures/measure/given/give",
        "reads 'spent' as `give`",
        "measure_words.csv",
    ),
    ("€11.4 million", "money.per", "press_money/year", "takes 'year'", "per_units.csv"),
    ("€11.4 million", "money.organisation_id", "press_measures/owner/noun/company", "says 'company'", "body_nouns.csv"),
    ("$2.7 million", "money.same_as", "press_measures/restated", "takes what the amount before it has", None),
    ("Ama Boateng", "people.name", "press_people/fullest", "takes 'Ama Boateng'", None),
    ("Ama Boateng", "people.aliases", "press_people/form", "takes 'Boateng' for a form of 'Ama Boateng'", None),
    ("MRU", "organisations.name", "press_organisations/fullest", "takes 'Maritime Rescue Union'", None),
    ("MRU", "organisations.aliases", "press_organisations/defined/brackets", "takes 'MRU'", "same_body.csv"),
    ("Kasoa Terminals", "organisations.aliases", "press_organisations/alike/legal", "", "organisation_words.csv"),
    ("We now have", "quotes.speaker_title", "press_people/its_holder", "takes the title", "person_links.csv"),
)


@pytest.mark.parametrize(("words", "cell", "by", "what", "file"), DECIDED)
def test_names_component_pass_and_row(words: str, cell: str, by: str, what: str, file: str | None) -> None:
    steps = [step for step in explained(words)[1] if step.cell == cell]
    assert (by, what) in [(step.by, what) for step in steps if what in step.what], [
        f"{one.by} {one.what}" for one in steps
    ]
    assert file_of(RULES, by, cell) == file
