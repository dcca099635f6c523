"""Whatever is edited in the package, in a rule set or in a model has another name, so nothing stale is kept."""

import shutil

import pytest

from pipeline.engines.fingerprint import PACKAGE, made_by, read_by


@pytest.fixture
def package(tmp_path):
    return shutil.copytree(PACKAGE, tmp_path / "pipeline", ignore=shutil.ignore_patterns("__pycache__", "models"))


@pytest.fixture
def model(tmp_path):
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "config.cfg").write_text("")
    (folder / "meta.json").write_text("{}")
    return folder


def test_a_copy_has_the_same_name(package, model):
    assert made_by(str(model), package=package) == made_by(str(model))
    assert read_by(package=package) == read_by()


def test_every_file_of_the_package_counts(package, model):
    files = [path for path in sorted(package.rglob("*")) if path.suffix in (".py", ".csv")]
    assert {"run.py", "titles.csv", "zone_marks.csv"} <= {path.name for path in files}
    made, names = made_by(str(model), package=package), {read_by(package=package)}
    for at, path in enumerate(files, 1):
        path.write_bytes(path.read_bytes() + b"\n")
        names.add(read_by(package=package))
        assert len(names) == at + 1, path
        if at % 50 == 0:  # what finds facts is named by the same files
            assert made_by(str(model), package=package) != made
            made = made_by(str(model), package=package)


def test_a_rule_in_a_folder_of_its_own_counts(package, model):
    before = made_by(str(model), package=package)
    (package / "rules" / "mine").mkdir()
    (package / "rules" / "mine" / "more.csv").write_text("id\n")
    assert made_by(str(model), package=package) != before


def test_users_rules_and_the_model_count(tmp_path, model):
    rules = tmp_path / "rules"
    rules.mkdir()
    before = made_by(str(model), str(rules))
    (rules / "titles.csv").write_text("id,kind,words\nuser_gaffa,head,gaffa\n")
    with_rules = made_by(str(model), str(rules))
    (model / "meta.json").write_text('{"version": "2"}')
    assert len({before, with_rules, made_by(str(model), str(rules))}) == 3


def test_reading_accurately_counts():
    assert made_by("accurate") != made_by(None)
