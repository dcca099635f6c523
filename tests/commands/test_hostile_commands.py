"""Commands where something is in the way: a full device, a folder that isn't there, a broken model, a closed folder."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from pipeline.errors import ModelError, UsageError
from pipeline.extract.assemble import load_model
from pipeline.settings import STORE
from pipeline.store import Store
from tests.small_runs import blank_model

Command = Callable[..., Result]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_standard_output_is_a_sentence() -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "pipeline.cli", "settings"], stdout=full, stderr=subprocess.PIPE,
                              text=True, env=env, check=False)  # fmt: skip
    assert (done.returncode, done.stderr) == (2, "pressfacts: no space is left for what is to be written\n")


def test_a_reader_that_leaves_is_no_error() -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([sys.executable, "-m", "pipeline.cli", "settings"], stdout=write, stderr=subprocess.PIPE,
                          text=True, env=env, check=False)  # fmt: skip
    os.close(write)
    assert "Traceback" not in done.stderr and done.returncode in (1, 141)


def test_a_page_is_written_into_a_folder_that_is_made(pressfacts: Command, release: Path, tmp_path: Path) -> None:
    model = blank_model(tmp_path / "model")
    result = pressfacts("show", release, "--model", model, "--html", "no/such/folder/page.html")
    assert result.exit_code == 0 and (tmp_path / "no/such/folder/page.html").is_file()


@pytest.mark.parametrize(
    "config", ["", "[nlp", "[nlp]\nlang = 5\n", '[nlp]\nlang = "en"\npipeline = ["ner"]\n', "\x00"]
)
def test_a_damaged_model_is_a_sentence(tmp_path: Path, config: str) -> None:
    folder = Path(blank_model(tmp_path / "model"))
    (folder / "config.cfg").write_text(config)
    with pytest.raises(ModelError) as caught:
        load_model(folder)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["tokenizer", "meta.json", "vocab/strings.json"])
def test_a_model_with_damaged_files_is_a_sentence(tmp_path: Path, name: str) -> None:
    folder = Path(blank_model(tmp_path / "model"))
    (folder / name).write_bytes(b"\xff{")
    with pytest.raises(ModelError):
        load_model(folder)


def test_a_store_is_read_where_nobody_may_write(pressfacts: Command, release: Path, tmp_path: Path) -> None:
    model = blank_model(tmp_path / "model")
    pressfacts("run", release, "-o", "out", "--model", model)
    copy = tmp_path / "copy"
    copy.mkdir()
    shutil.copy(tmp_path / "out" / STORE, copy)
    before = sorted(path.name for path in copy.iterdir())
    with Store(copy, changes=False) as store:
        assert store.article_count() == 1
        with pytest.raises((sqlite3.OperationalError, UsageError)):
            store.forget_unused()
    assert {STORE} <= set(before)
    result = pressfacts("status", "-o", "copy", "--model", model)
    assert result.exit_code == 0 and "1 read" in result.output


def test_a_store_that_is_none_is_a_sentence(pressfacts: Command, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / STORE).write_bytes(b"no database" * 1000)
    result = pressfacts("status", "-o", "out")
    assert result.exit_code == 2 and "damaged" in str(result.exception)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("run", "in", "-o", "s3://bucket/facts"), "only a cluster writes to an address"),
        (("run", "in", "--rules", "nowhere"), "no such folder of rules"),
        (("run", "in", "--rules", "bad.jsonl"), "no such folder of rules"),
        (("run", "in", "-o", "binary.jsonl"), "binary.jsonl is a file, no folder"),
        (("diff", "nowhere", "set"), "nowhere: no run was written here; give the folders of two runs"),
        (("retrain", "nowhere.csv"), "nowhere.csv: no such file"),
        (("retrain", "bad.jsonl"), "outputs: no run was written here; give the folder of the run by --run"),
        (("explain", "in/release.txt", "--at", " "), "--at is empty"),
        (("merge", "set"), "say --model ../their_model"),
        (("train", "binary.jsonl", "-o", "mine"), "no JSONL of annotated articles"),
        (("train", "bad.jsonl", "-o", "mine"), "it has no `text`"),
        (("evaluate", "binary.jsonl"), "UTF-8"),
        (("evaluate", "bad.jsonl"), "line 1"),
    ],
)
def test_wrong_input_is_a_sentence_with_its_remedy(
    pressfacts: Command, release: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    (tmp_path / "binary.jsonl").write_bytes(b'\xff\xfe{"id"')
    (tmp_path / "bad.jsonl").write_text(
        '{"id": "a", "text": "x", "mentions": [{"start": 5, "end": 9, "label": "ORG"}]}'
    )
    (tmp_path / "set").mkdir()
    (tmp_path / "set/manifest.json").write_text('{"settings": {"model": "../their_model"}}')
    result = pressfacts(*words)
    assert result.exit_code == 2 and said in str(result.exception)
    assert not (tmp_path / "s3:").exists()


@pytest.mark.parametrize(
    "words", [("review", "out", "--port", "99999999"), ("explain", "x", "--at", "y", "--nth", "0")]
)
def test_numbers_out_of_range_are_said(pressfacts: Command, words: tuple[str, ...]) -> None:
    result = pressfacts(*words)
    assert result.exit_code == 2 and isinstance(result.exception, SystemExit)


@pytest.mark.parametrize("place", ["in", "in/release.txt/page.html"])
def test_a_place_where_nothing_can_be_written_is_a_sentence(release: Path, place: str) -> None:
    words = ["show", str(release), "--html", str(release.parent.parent / place)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-m", "pipeline.cli", *words], capture_output=True, text=True, env=env,
                          check=False)  # fmt: skip
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert done.stderr.startswith("pressfacts: ") and "choose another file or folder" in done.stderr
