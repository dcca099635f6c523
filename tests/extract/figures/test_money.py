"""`press_money` on a Doc: rows, mentions, evidence, and that they survive saving and worker processes."""

from decimal import Decimal

import spacy
from spacy.tokens import DocBin

from pipeline.extract.document.finds import id_of
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
