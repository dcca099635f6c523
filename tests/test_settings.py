"""Settings: defaults, then the file, then what is given; what is wrong is said with the remedy."""

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.settings import Settings, load_settings


def test_a_file_and_what_is_given_win_over_defaults(tmp_path: Path) -> None:
    file = tmp_path / "pressfacts.toml"
    file.write_text('workers = 2\nformats = ["csv", "jsonl"]\nmodel = "a"\n')
    settings = load_settings(file, model="b", output=None)
    assert (settings.workers, settings.formats, settings.model, settings.output) == (
        2,
        ("csv", "jsonl"),
        "b",
        "outputs",
    )


def test_without_a_file_there_are_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings() == Settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("worker = 2", "there is no setting 'worker'; the settings are articles, output"),
        ('workers = "two"', "workers must be a whole number, not 'two'"),
        ("workers = true", "workers must be a whole number, not True"),
        ("workers = -1", "workers can't be less than 0"),
        ("batch = 0", "batch can't be less than 1"),
        ("least_confidence = nan", "least_confidence can't be less than 0"),
        ("workers = ", "not readable as TOML"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "pressfacts.toml"
    file.write_text(text)
    with pytest.raises(UsageError, match=message):
        load_settings(file)


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such settings file"):
        load_settings(tmp_path / "none.toml")


@pytest.mark.parametrize(
    "text",
    [
        'output = "../elsewhere"', 'output = "/tmp/elsewhere"', 'rules = "../rules"', 'articles = "/etc"',
        'articles = "https://inside.example/a"', 'entity_decisions = "../../entities.csv"', 'rules = "link/rules"',
        'model = "model"', 'model = "../model"', 'model = "some_package"', "private_addresses = true", 'scheduler = "tcp://10.0.0.5:8786"',
    ],
)  # fmt: skip
def test_a_file_that_was_only_found_has_no_say_outside_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    folder = tmp_path / "articles of a stranger"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path)
    (folder / "pressfacts.toml").write_text(text)
    monkeypatch.chdir(folder)
    with pytest.raises(UsageError, match=r"--settings pressfacts\.toml"):
        load_settings()
    assert load_settings(Path("pressfacts.toml")) != Settings()


def test_a_file_that_was_only_found_sets_what_lies_in_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = 'output = "out/2025"\nrules = "rules"\narticles = "."\nworkers = 2\nocr = true\nmodel = "accurate"\n'
    (tmp_path / "pressfacts.toml").write_text(text)
    monkeypatch.chdir(tmp_path)
    assert load_settings().output == "out/2025"
