"""The model in the repository is the one that its card describes."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from pipeline.training.card import card, measure
from pipeline.training.package import hashes
from pipeline.training.sets import read_gold

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "pipeline" / "models" / "press_en"
GOLD = ROOT / "corpus" / "gold" / "gold.jsonl"
FLOORS = {"PERSON": 86.0, "ORG": 83.0, "LOC": 86.0, "ROLE": 78.0}
TEXTS = [article.text for article in read_gold(GOLD)[:6]] + ["", "\n\n", "Oslo", "Mazda Motor Corp. is in Hiroshima."]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(MODEL)


@pytest.fixture(scope="module")
def meta() -> dict:
    return json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))


def names(docs) -> list:
    return [
        [(ent.start_char, ent.end_char, ent.label_, score) for ent, score in zip(doc.ents, scores(doc), strict=True)]
        for doc in docs
    ]


def scores(doc) -> list[float]:
    return doc.spans["press_ner"].attrs["scores"]


def test_files_are_those_of_the_card(meta):
    assert hashes(MODEL) == meta["sha256"]
    assert (MODEL / "README.md").read_text(encoding="utf-8") == card(meta)


def test_scores_on_our_gold_are_those_of_the_card(nlp, meta):
    found = measure(nlp, read_gold(GOLD))
    for label, floor in FLOORS.items():
        assert found[label]["f"] >= floor
        assert found[label]["f"] == pytest.approx(meta["performance"]["corpus_gold"][label]["f"], abs=2.0)


def test_bars_are_met_by_the_card(meta):
    dev, newswire = {"PERSON": 93, "ORG": 81, "LOC": 87, "ROLE": 72}, {"PERSON": 92, "ORG": 79, "LOC": 89}
    for measured, bars in (("dev", dev), ("newswire_held_out", newswire)):
        for label, bar in bars.items():
            assert meta["performance"][measured][label]["f"] >= bar


def test_size_and_licences(meta):
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) < 40e6
    assert all(source["license"] for source in meta["sources"])


def test_names_do_not_depend_on_the_batch(nlp):
    one = names(nlp(text) for text in TEXTS)
    assert one == names(nlp.pipe(TEXTS, batch_size=1)) == names(nlp.pipe(TEXTS, batch_size=64))
    assert one == names(nlp.pipe(reversed(TEXTS), batch_size=3))[::-1]


def test_save_and_reload(nlp, tmp_path):
    nlp.to_disk(tmp_path / "copy")
    written, shipped = hashes(tmp_path / "copy"), hashes(MODEL)
    del written["vocab/strings.json"], shipped["vocab/strings.json"]  # words that were read since are added
    shipped = {
        name: digest for name, digest in shipped.items() if not name.startswith("links/")
    }  # no part of the names
    assert written == shipped
    assert names(spacy.load(tmp_path / "copy").pipe(TEXTS)) == names(nlp.pipe(TEXTS))
    again = spacy.blank("en")
    again.add_pipe("press_ner").from_bytes(nlp.get_pipe("press_ner").to_bytes())
    assert [ent.text for ent in again(TEXTS[-1]).ents] == ["Mazda Motor Corp.", "Hiroshima"]


def test_worker_processes(nlp):
    assert names(nlp.pipe(TEXTS, n_process=2, batch_size=2)) == names(nlp.pipe(TEXTS))


def test_a_long_text_is_read_to_its_end(nlp):
    text = "\n\n".join(TEXTS[:6] * 4)
    last = max(ent.end_char for ent in nlp(text).ents)
    assert last > len(text) * 0.98


def test_no_model_is_said_so():
    with pytest.raises(ValueError, match="has no model"):
        spacy.blank("en").add_pipe("press_ner")(spacy.blank("en")("Oslo"))
