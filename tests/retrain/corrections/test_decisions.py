from dataclasses import replace

import pytest

from pipeline.errors import UsageError
from pipeline.retrain.corrections.decisions import (
    Decision,
    append_decisions,
    read_decision_log,
    refuse_contradictions,
    standing,
)
from pipeline.values.text.anchors import anchor, find_again

TEXT = "The Ferry Act passed. Obi praised the Ferry Act today."


def decision(label="LOC", who="ann"):
    at = anchor(TEXT, 4, 13)
    return Decision(
        article_id="a", table="mentions", action="relabel", anchor=at, before={"label": "ORG"},
        after={"label": label}, who=who,
    )  # fmt: skip


def test_the_log_is_only_appended_to(tmp_path):
    path = tmp_path / "corrections" / "decisions.jsonl"
    assert append_decisions(path, [decision()]) == [decision()]
    first = path.read_text()
    assert append_decisions(path, [decision(who="ben")]) == []
    append_decisions(path, [decision("PERSON")])
    assert path.read_text().startswith(first)
    assert [d.after["label"] for d in read_decision_log(path)] == ["LOC", "PERSON"]


def test_who_decides_later_is_right(tmp_path):
    path = tmp_path / "d.jsonl"
    for label in ("LOC", "PERSON", "LOC"):
        append_decisions(path, [decision(label)])
    assert [d.after["label"] for d in standing(read_decision_log(path))] == ["LOC"]


def test_a_bad_line_is_named(tmp_path):
    path = tmp_path / "d.jsonl"
    path.write_text('{"action": "guess", "article_id": "a", "table": "mentions"}\n')
    with pytest.raises(UsageError, match="line 1: not a decision"):
        read_decision_log(path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TEXT, (38, 47)),
        ("New. " + TEXT, (43, 52)),
        ("The Ferry Act passed.", None),
        ("Nothing of it.", None),
        ("Obi praised the Ferry Act today. The Ferry Act passed.", (16, 25)),
    ],
)
def test_words_are_found_again_by_their_context(text, found):
    assert find_again(text, anchor(TEXT, 38, 47)) == found


def cell(action="set", **after):
    return Decision(
        article_id="a", table="money", action=action, anchor=anchor(TEXT, 4, 13), before={"low": "5"}, after=after
    )


def test_who_rejects_a_row_later_is_right_and_who_sets_it_again_too(tmp_path):
    changed, rejected = cell(currency="CHF"), cell("reject")
    assert standing([changed, rejected]) == [rejected]
    assert standing([changed, rejected, changed]) == [changed]
    path = tmp_path / "decisions.jsonl"
    for one in (changed, rejected, changed):
        append_decisions(path, [one])
    assert [d.action for d in standing(read_decision_log(path))] == ["set"]


def test_rows_are_told_apart_by_their_ids():
    before = {"organisation_id": "o-1", "aliases": ""}
    after = {"aliases": "Deal"}
    one = Decision(article_id="a", table="organisations", action="set", before=before, after=after)
    other = replace(one, before={"organisation_id": "o-2", "aliases": ""}, after={"aliases": "Margate"})
    refuse_contradictions([one, other])
    assert standing([one, other]) == [one, other]


def test_a_log_of_before_names_articles_as_they_are_named_today(tmp_path):
    log = tmp_path / "log.jsonl"
    log.write_text('{"article_id": "0123456789abcdef", "table": "mentions", "action": "reject"}\n')
    assert read_decision_log(log)[0].article_id == "a0123456789abcdef"
