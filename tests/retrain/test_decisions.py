import pytest

from pipeline.errors import UsageError
from pipeline.retrain.decisions import Decision, append_decisions, read_decisions, standing
from pipeline.values.anchors import anchor, find_again

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
    assert [d.after["label"] for d in read_decisions(path)] == ["LOC", "PERSON"]


def test_who_decides_later_is_right(tmp_path):
    path = tmp_path / "d.jsonl"
    for label in ("LOC", "PERSON", "LOC"):
        append_decisions(path, [decision(label)])
    assert [d.after["label"] for d in standing(read_decisions(path))] == ["LOC"]


def test_a_bad_line_is_named(tmp_path):
    path = tmp_path / "d.jsonl"
    path.write_text('{"action": "guess", "article_id": "a", "table": "mentions"}\n')
    with pytest.raises(UsageError, match="line 1: not a decision"):
        read_decisions(path)


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
