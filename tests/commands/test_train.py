def test_nothing_to_learn_from_is_said(pressfacts):
    result = pressfacts("train", "-o", "mine")
    assert result.exit_code == 2 and "nothing to learn from" in str(result.exception)


def test_a_folder_that_holds_something_is_left_alone(pressfacts, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep")
    result = pressfacts("train", "gold.jsonl", "-o", "mine")
    assert result.exit_code == 2 and "isn't empty" in str(result.exception)
