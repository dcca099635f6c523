import json

import pytest

from pipeline.errors import UsageError
from pipeline.evaluation.gold import read_gold

RECORD = {
    "id": 7,
    "text": "Ada Obi spoke.",
    "published": "2025-03-02T08:00:00Z",
    "mentions": [{"start": 0, "end": 7, "label": "PERSON", "id": "p1", "text": "Ada Obi"}],
}


def test_records_are_read(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(RECORD) + "\n")
    (article,) = read_gold(path)
    assert article.id == "7" and article.published.isoformat() == "2025-03-02"
    assert article.text[article.mentions[0].start : article.mentions[0].end] == "Ada Obi"


def test_a_folder_is_read_and_other_jsonl_passed_over(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps(RECORD) + "\n")
    (tmp_path / "zones.jsonl").write_text(json.dumps({"id": "z", "text": "x", "zones": []}) + "\n")
    assert len(read_gold(tmp_path)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "{", '{"mentions": []}', '{"id": 1, "text": "x", "mentions": [{}]}', "[" * 100_000,
        '{"id": 1, "text": 5, "mentions": []}', '{"id": 1, "text": "x", "mentions": [], "facts": 5}',
        '{"id": 1, "text": "x", "mentions": [{"start": 0, "end": 9, "label": "ORG"}]}',
        '{"id": 1, "text": "x", "mentions": [{"start": "0", "end": 1, "label": "ORG"}]}',
        '{"id": 1, "text": "x", "mentions": [{"start": 0, "end": 1, "label": 3}]}',
        '{"id": 1, "text": "x", "mentions": [], "facts": {"money": [5]}}',
        '{"id": 1, "text": "x", "mentions": [], "facts": {"money": {"m": {"low": "ten", "high": 5}}}}',
        '{"id": 1, "text": "x", "mentions": [], "facts": {"people": {"p": {"name": 5}}}}',
        '{"id": 1, "text": "x", "mentions": [], "facts": {"people": {"p": {"name": "A", "organisation": "o"}}}}',
        '{"id": 1, "text": "x", "mentions": [], "facts": {"quotes": [{"text": "x", "speaker": "p"}]}}',
    ],
)  # fmt: skip
def test_a_bad_line_is_named(tmp_path, line):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(RECORD) + "\n" + line + "\n")
    with pytest.raises(UsageError, match=r"gold\.jsonl, line 2"):
        read_gold(path)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(UsageError, match="no annotated articles"):
        read_gold(tmp_path / "none.jsonl")


def test_a_file_that_is_not_utf8_is_said(tmp_path):
    (tmp_path / "gold.jsonl").write_bytes(b'\xff\xfe{"id"')
    with pytest.raises(UsageError, match="UTF-8"):
        read_gold(tmp_path / "gold.jsonl")


def test_a_file_that_is_too_large_is_said_before_it_is_read(tmp_path):
    with (tmp_path / "gold.jsonl").open("wb") as file:
        file.truncate(200_000_001)
    with pytest.raises(UsageError, match="more than 200 MB"):
        read_gold(tmp_path / "gold.jsonl")
