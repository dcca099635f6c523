"""`pipeline.extract`: strings, records and data frames in, data frames out."""

import csv
import pydoc
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

import pipeline
from pipeline.errors import UsageError
from pipeline.run import run
from pipeline.settings import load_settings
from tests.small_runs import TODAY, blank_model

TEXTS = ["Volta Foods paid €5 million.", "Tano Ltd sold 3% of it."]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return blank_model(tmp_path_factory.mktemp("model"))


def test_strings_come_back_in_their_order(model):
    tables = pipeline.extract(iter([*TEXTS, TEXTS[0]]), model=model)
    assert tables["articles"]["source"].tolist() == ["text#1", "text#2", "text#3"]
    assert tables["money"]["low"].tolist() == [Decimal(5_000_000)]


def test_records_keep_their_ids_and_dates(model):
    record = {"text": TEXTS[0], "id": 7, "published": "2025-03-02", "title": "Volta buys", "other": "x"}
    (article,) = pipeline.extract([record], model=model)["articles"].to_dict("records")
    assert (article["source_id"], article["published"], article["title"]) == (
        "7",
        pd.Timestamp(2025, 3, 2),
        "Volta buys",
    )


def test_a_data_frame_keeps_its_index(model):
    data = pd.DataFrame({"text": TEXTS, "published": [pd.Timestamp(2025, 3, 2), pd.NaT]}, index=["x", "y"])
    articles = pipeline.extract(data, model=model)["articles"]
    assert list(articles.index) == ["x", "y"] and articles.loc["x", "published"] == pd.Timestamp(2025, 3, 2)
    assert pd.isna(articles.loc["y", "published"])
    assert list(pipeline.extract(data["text"], model=model)["articles"].index) == ["x", "y"]


def test_one_bad_text_is_an_error_row_and_the_rest_goes_on(model):
    tables = pipeline.extract([TEXTS[0], None, " ", np.nan, TEXTS[1]], model=model)
    assert tables["errors"]["source"].tolist() == ["text#2", "text#3", "text#4"]
    assert tables["articles"]["source"].tolist() == ["text#1", "text#5"]


def test_a_bare_string_is_refused_with_what_to_write():
    with pytest.raises(UsageError, match=r"pipeline\.extract\(\[text\]\)"):
        pipeline.extract(TEXTS[0])
    with pytest.raises(UsageError, match="no column 'text'; it has body"):
        pipeline.extract(pd.DataFrame({"body": TEXTS}))


def test_entities_are_linked():
    tables = pipeline.extract(["Ada Obi, chair of Tano Ltd, left.", "Tano Ltd thanked Ada Obi, its chair."])
    entities = tables["entities"].set_index("name")
    assert entities.loc["Ada Obi", "articles"] == 2
    assert set(tables["mentions"]["entity_id"].dropna()) <= set(tables["entities"]["entity_id"])


def test_people_and_bodies_are_linked_as_a_run_of_the_same_folder_links_them(model, tmp_path, monkeypatch):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/organisation_words.csv").write_text("id,kind,word\nmine,legal,Qoy\n")
    decision = "1,merge,ORG,Volta Foods Ltd,,Mbira Holdings Ltd,\n"
    (tmp_path / "merges.csv").write_text(f"id,decision,label,name,article_id,other_name,other_article_id\n{decision}")
    (tmp_path / "pressfacts.toml").write_text('entity_decisions = "merges.csv"\nrules = "rules"\n')
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    texts = ["Tano Mills Qoy paid Volta Foods Ltd €5 million.", "Mbira Holdings Ltd paid Tano Mills Ltd 3%."]
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text)
    run([folder], load_settings(model=model, workers=0), today=TODAY)
    with (tmp_path / "outputs/entities.csv").open() as file:
        of_run = {row["entity_id"]: row["name"] for row in csv.DictReader(file)}
    entities = pipeline.extract(texts, model=model)["entities"]
    assert dict(zip(entities["entity_id"], entities["name"], strict=True)) == of_run
    assert len(of_run) == 2


def test_near_duplicates_are_left_out_where_the_settings_say_so(model, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = "The company would buy the bakery. " + " ".join(f"Reason {n} is bread {n * 7}." for n in range(60))
    texts = [text, f"CORRECTION. {text}"]
    assert len(pipeline.extract(texts, model=model)["articles"]) == 2
    (tmp_path / "pressfacts.toml").write_text("near_duplicates = false\n")
    assert pipeline.extract(texts, model=model)["articles"]["source"].tolist() == ["text#1"]


def test_no_texts_give_empty_tables(model):
    assert all(table.empty for table in pipeline.extract([], model=model).values())


def test_help_begins_with_what_it_does():
    shown = pydoc.plain(pydoc.render_doc(pipeline.extract))
    assert "Extract the tables of some texts" in shown and len(shown.splitlines()) < 80
