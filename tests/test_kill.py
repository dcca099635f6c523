"""A run that is killed at any moment is finished by the same command, with the tables of an undisturbed one."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.small_runs import blank_model, run_on, tables, write_articles

KILLS = 20
ARTICLES = 14

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def killed_run(folder: Path, output: Path, model: str, after: float) -> bool:
    """Run in a child that is killed after some seconds; say whether it was killed before it had finished."""
    child = os.fork()
    if child == 0:
        run_on(folder, output, model)
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_killed_runs_are_finished_by_the_same_command(tmp_path: Path) -> None:
    model, folder = blank_model(tmp_path / "model"), write_articles(tmp_path / "in", ARTICLES)
    (folder / "bad.txt").write_bytes(b"")
    run_on(folder, tmp_path / "warm", model)
    start = time.monotonic()
    run_on(folder, tmp_path / "whole", model)
    length = time.monotonic() - start
    expected, chance, killed = tables(tmp_path / "whole"), random.Random(7), 0
    for number in range(KILLS):
        output = tmp_path / f"out{number}"
        killed += killed_run(folder, output, model, chance.uniform(0, length))
        run_on(folder, output, model)
        assert tables(output) == expected
        assert not list(output.glob(".*.partial"))
    assert killed >= KILLS / 2
