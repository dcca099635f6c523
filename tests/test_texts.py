"""`pipeline.extract`: strings, records and data frames in, data frames out."""

import pydoc
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

import pipeline
from pipeline.errors import UsageError
from tests.small_runs import blank_model

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


def test_no_texts_give_empty_tables(model):
    assert all(table.empty for table in pipeline.extract([], model=model).values())


def test_help_begins_with_what_it_does():
    shown = pydoc.plain(pydoc.render_doc(pipeline.extract))
    assert "Extract the tables of some texts" in shown and len(shown.splitlines()) < 80
