import json

GOLD = {
    "id": "g1",
    "text": "Tano Ltd paid €5 million to Ada Obi.",
    "mentions": [
        {"start": 0, "end": 8, "label": "ORG", "id": "o1"},
        {"start": 14, "end": 24, "label": "MONEY", "id": "m1"},
        {"start": 28, "end": 35, "label": "PERSON", "id": "p1"},
    ],
    "facts": {"money": {"m1": {"low": 6e6, "high": 6e6, "currency": "EUR"}}},
}


def write(tmp_path):
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    return tmp_path / "gold.jsonl"


def test_scores_are_printed(pressfacts, tmp_path):
    result = pressfacts("evaluate", write(tmp_path))
    assert result.exit_code == 0
    line = next(line for line in result.output.splitlines() if line.startswith("mentions MONEY"))
    assert line.split()[2:5] == ["100.0", "100.0", "100.0"]


def test_errors_are_shown_on_request(pressfacts, tmp_path):
    result = pressfacts("evaluate", write(tmp_path), "--errors", "3", "--only", "money")
    assert "money: g1: missed 14 '€5 million' = 6000000" in result.output.replace("E+6", "000000")


def test_json(pressfacts, tmp_path):
    scores = json.loads(pressfacts("evaluate", write(tmp_path), "--json").output)
    assert scores["mentions MONEY"]["f1"] == 1 and scores["money"]["f1"] == 0


def test_floors(pressfacts, tmp_path):
    gold = write(tmp_path)
    (tmp_path / "floors.json").write_text('{"mentions MONEY": 90, "money": 50}')
    result = pressfacts("evaluate", gold, "--floors")
    assert result.exit_code == 1 and "below its floor: money" in result.output
    (tmp_path / "floors.json").write_text('{"mentions MONEY": 90}')
    assert pressfacts("evaluate", gold, "--floors").exit_code == 0


def test_an_unknown_kind_is_said(pressfacts, tmp_path):
    result = pressfacts("evaluate", write(tmp_path), "--only", "nothing")
    assert result.exit_code == 2 and "the kinds are mentions PERSON" in str(result.exception)
