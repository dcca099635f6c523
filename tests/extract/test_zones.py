"""The zones of a Doc: kept as plain values, found again after saving and in worker processes."""

import spacy
from spacy.tokens import Doc, DocBin

TEXT = (
    "Orrin buys Tallow\n\nLEEDS, 3 March 2025 – Orrin Foods said that it would buy Tallow.\n\nAbout Orrin\n\nIt bakes."
)
ZONES = ["headline", "dateline", "body", "about"]


def test_zones_are_kept_on_the_doc() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("press_zones")
    doc = nlp(TEXT)
    assert [zone.zone for zone in doc._.zones] == ZONES
    assert [
        doc._.view.zone_at(TEXT.index(word)) for word in ("Orrin buys", "LEEDS", "Orrin Foods", "It bakes")
    ] == ZONES
    saved = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(saved).get_docs(nlp.vocab)
    assert again._.zones == doc._.zones


def test_zones_come_back_from_worker_processes() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("press_zones")
    docs: list[Doc] = list(nlp.pipe([TEXT] * 4, n_process=2, batch_size=2))
    assert [[zone.zone for zone in doc._.zones] for doc in docs] == [ZONES] * 4
