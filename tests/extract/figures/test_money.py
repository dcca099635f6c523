"""`press_money` on a Doc: rows, mentions, evidence, and that they survive saving and worker processes."""

from decimal import Decimal

import pytest
import spacy
from spacy.tokens import DocBin

from pipeline.extract.document.finds import id_of
from pipeline.extract.document.trace import notes, start_trace
from tests.extract.values_doc import values_doc, values_nlp

TEXT = "It began well. Acme paid more than HK$3.5bn a year. It was sold."


def test_keeps_a_row_and_a_mention_with_its_evidence() -> None:
    doc = values_doc(TEXT)
    [row] = doc._.money
    [mention] = doc._.mentions
    assert row.low == row.high == Decimal(3500000000)
    assert (row.currency, row.qualifier, row.per) == ("HKD", "min", "year")
    assert row.money_id == f"{id_of(doc)}:{TEXT.index('HK$')}"
    assert row.found_by == "press_money/hong_kong_dollar"
    assert row.sentence == "Acme paid more than HK$3.5bn a year."
    assert (mention.label, mention.text, mention.start_char) == ("MONEY", "HK$3.5bn", row.start_char)


def test_needs_no_sentences() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("press_money")
    assert [row.text for row in nlp(TEXT)._.money] == ["HK$3.5bn"]


def test_rows_survive_saving_and_reloading() -> None:
    nlp = values_nlp()
    saved = DocBin(store_user_data=True, docs=[nlp(TEXT)]).to_bytes()
    [doc] = DocBin().from_bytes(saved).get_docs(nlp.vocab)
    assert doc._.money == nlp(TEXT)._.money


def test_the_pipeline_survives_saving_and_worker_processes(tmp_path) -> None:
    nlp = values_nlp()
    nlp.to_disk(tmp_path / "values")
    texts = [TEXT, "It cost $5.", ""]
    alone = [doc._.money for doc in nlp.pipe(texts)]
    assert [doc._.money for doc in spacy.load(tmp_path / "values").pipe(texts)] == alone
    assert [doc._.money for doc in nlp.pipe(texts, n_process=2)] == alone


@pytest.mark.parametrize(
    ("text", "cell", "what"),
    [
        (
            "(in thousands of euros)\nRevenue\t€412\t€380",
            "money.low",
            "its scale is stated once, by 'in thousands of euros'",
        ),
        ("It sees €10 to 12 million.", "money.low", "takes the scale that is printed with the value beside it"),
        ("A result of minus €4m.", "money.low", "is below zero by what stands before or around it: 'of minus €4m'"),
        ("AKRON, Ohio - It got $5m.", "money.currency", "places, bodies and exchanges of the article show USD: USD 6"),
        ("It got $5m.", "money.currency", "the article does not show whose sign it is"),
    ],
)
def test_notes_what_a_cell_was_taken_from(text: str, cell: str, what: str) -> None:
    doc = values_nlp().make_doc(text)
    start_trace(doc)
    press_money = spacy.blank("en").add_pipe("press_money")
    first = notes(press_money(doc))[0]
    assert (first.cell, first.what) == (cell, what)
