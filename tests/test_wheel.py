"""The wheel holds all that it needs: built, installed and run from another folder."""

import importlib.metadata
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PRINT_PLACES = "import pipeline, pressfacts; print(pipeline.__file__, pressfacts.__file__, sep='\\n')"
ADD_A_PIPE = "import spacy; spacy.blank('en').add_pipe('press_money')"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the wheel installed in it, without what it depends on."""
    folder = tmp_path_factory.mktemp("wheel")
    python("-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    python("-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(folder / "site"), str(wheel))
    return folder / "site"


def python(*arguments: str, cwd: Path | None = None, site: Path | None = None) -> str:
    """Run Python and give what it prints; with `site`, the packages there come first."""
    env = {**os.environ, "PYTHONPATH": str(site or "")}
    done = subprocess.run([sys.executable, *arguments], cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_runs_from_another_folder(site: Path, tmp_path: Path) -> None:
    (tmp_path / "release.txt").write_text("ACCRA, 3 March 2025 - Volta Foods said it had paid €5 million for a mill.\n")
    assert all(place.startswith(str(site)) for place in python("-c", PRINT_PLACES, cwd=tmp_path, site=site).split())
    python("-m", "pipeline.cli", "run", "release.txt", "-o", "out", cwd=tmp_path, site=site)
    assert "5000000,5000000,EUR" in (tmp_path / "out" / "money.csv").read_text(encoding="utf-8")


def test_it_holds_licence_types_and_rules(site: Path) -> None:
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {
        "pipeline/py.typed",
        "pipeline/LICENSE",
        "pipeline/LICENSE-unicode",
        "pipeline/rules/money/currencies.csv",
    } <= names
    assert any(name.endswith("dist-info/licenses/pipeline/LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "corpus/", "pipeline/entry/")) for name in names)


def test_a_folders_own_pipeline_is_named_as_the_cause(site: Path, tmp_path: Path) -> None:
    (tmp_path / "pipeline.py").write_text("")
    (tmp_path / "mine.py").write_text(ADD_A_PIPE)
    with pytest.raises(AssertionError, match=r"pipeline\.py hides the package `pipeline` of pressfacts: rename it"):
        python("mine.py", cwd=tmp_path, site=site)


def test_every_factory_is_an_entry_point(site: Path) -> None:
    (found,) = importlib.metadata.distributions(path=[str(site)])
    names = {entry.value for entry in found.entry_points.select(group="spacy_factories")}
    listed = python("-c", "import pressfacts; print(*pressfacts.FACTORIES)", site=site).split()
    assert names == {f"pressfacts:{name}" for name in listed}
