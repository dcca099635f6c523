import json
from dataclasses import replace

import pytest

from pipeline.errors import UsageError
from pipeline.evaluation.gold import Span
from pipeline.retrain.corrections.annotations import annotated_texts, annotation_decisions
from pipeline.retrain.interchange.annotated import AnnotatedText
from pipeline.retrain.interchange.formats import FORMATS, read_annotated
from tests.retrain.exporting import ID, TEXT, exported, place

SUFFIX = {"prodigy": "jsonl", "doccano": "jsonl", "label-studio": "json", "docbin": "spacy"}


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_written_is_read_again(tmp_path, name):
    path = tmp_path / f"a.{SUFFIX[name]}"
    (text,) = annotated_texts(exported())
    FORMATS[name]([text], path)
    if name == "label-studio":
        tasks = json.loads(path.read_text())
        tasks[0]["annotations"] = [{"result": tasks[0]["predictions"][0]["result"]}]
        path.write_text(json.dumps(tasks))
    (again,) = read_annotated(path)
    assert again.text == TEXT and again.spans == text.spans and again.meta["article_id"] == ID
    kept = {d.action for d in annotation_decisions([again], exported(), file="a")}
    assert kept == ({"keep"} if name == "label-studio" else set()), "what nobody went through is no decision"
    assert {d.action for d in annotation_decisions([replace(again, reviewed=True)], exported(), file="a")} == {"keep"}


def test_differences_become_decisions():
    spans = [
        Span(*place("Volta Foods Ltd"), "ORG"),
        Span(*place("Ferry"), "LOC"),
        Span(*place("Accra Herald"), "ORG"),
        Span(*place("Ada Obi"), "LOC"),
    ]
    decisions = annotation_decisions([AnnotatedText(TEXT, tuple(spans))], exported(), file="a.jsonl")
    assert {(d.action, d.anchor.words, d.after.get("label")) for d in decisions} == {
        ("keep", "Volta Foods Ltd", "ORG"),
        ("move", "Ferry Act", "LOC"),
        ("add", "Accra Herald", "ORG"),
        ("relabel", "Ada Obi", "LOC"),
    }


def test_labels_that_are_not_used_are_not_compared():
    text = AnnotatedText(TEXT, (Span(*place("Ada Obi"), "PERSON"),), reviewed=True)
    decisions = annotation_decisions([text], exported(), file="a")
    assert [d.action for d in decisions] == ["keep"]


def test_rejected_tasks_are_passed_over_and_other_names_of_labels_read(tmp_path):
    path = tmp_path / "p.jsonl"
    span = {"start": 0, "end": 5, "label": "GPE"}
    lines = [{"text": "Accra", "spans": [span], "answer": answer} for answer in ("reject", "ignore", "accept")]
    path.write_text("\n".join(map(json.dumps, lines)))
    assert read_annotated(path) == [AnnotatedText("Accra", (Span(0, 5, "LOC"),), reviewed=True)]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"text": "Accra", "label": [[0, 5, "CITY"]]}, "record 1: label 'CITY' is none of"),
        ({"text": "Accra", "label": [[0, 9, "LOC"]]}, "record 1: span 0-9 is not inside the text"),
        ({"texts": "Accra"}, "record 1: not a record"),
    ],
)
def test_what_is_wrong_is_named(tmp_path, record, said):
    path = tmp_path / "d.jsonl"
    path.write_text(json.dumps(record))
    with pytest.raises(UsageError, match=said):
        read_annotated(path)


def test_a_text_that_is_not_in_the_run_is_refused():
    with pytest.raises(UsageError, match="record 1: its text is no article of this run"):
        annotation_decisions([AnnotatedText("Other.")], exported(), file="a")
