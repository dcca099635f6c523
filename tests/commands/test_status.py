import tomllib

from pipeline.settings import Settings, load_settings


def test_status_says_how_far_a_run_has_come(pressfacts, release):
    (release.parent / "empty.txt").write_text("")
    pressfacts("run", release.parent, "-o", "out")
    result = pressfacts("status", "-o", "out")
    assert result.exit_code == 0
    assert "1 read, 1 with errors" in result.output and "1, 0 pending, 0 done" in result.output
    assert "error     1 x empty (ingest)" in result.output
    assert pressfacts("status", "out").output == result.output


def test_status_of_no_run(pressfacts):
    result = pressfacts("status", "-o", "nowhere")
    assert result.exit_code == 2 and "no run has written there" in str(result.exception)


def test_settings_are_printed_as_toml_that_is_read_back(pressfacts, tmp_path):
    (tmp_path / "pressfacts.toml").write_text('workers = 2\nformats = ["csv", "jsonl"]\noutput = "a \\"b\\""\n')
    printed = tomllib.loads(pressfacts("settings").output)
    assert (printed["workers"], printed["formats"], printed["output"]) == (2, ["csv", "jsonl"], 'a "b"')
    (tmp_path / "pressfacts.toml").write_text(pressfacts("settings").output)
    given = {"output": 'a "b"', "rules": 'a "b"/rules'}
    assert load_settings() == Settings(workers=2, formats=("csv", "jsonl"), **given)


def test_an_unknown_setting_is_said(pressfacts, tmp_path):
    (tmp_path / "pressfacts.toml").write_text("wokers = 2\n")
    result = pressfacts("settings")
    assert result.exit_code == 2 and "no setting 'wokers'" in str(result.exception)
