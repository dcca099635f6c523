"""A run that is killed at any moment is finished by the same command, with the tables of an undisturbed one."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.kills import children_of
from tests.small_runs import blank_model, run_on, tables, write_articles

KILLS = 10
ARTICLES = 14

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def begun(folder: Path, output: Path, model: str, workers: int = 0) -> int:
    """Run in a child, and give its number."""
    child = os.fork()
    if child == 0:
        run_on(folder, output, model, workers=workers)
        os._exit(0)
    return child


def killed(child: int, after: float) -> bool:
    """Kill a child after some seconds; say whether it was killed before it had finished."""
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
    expected, chance, kills = tables(tmp_path / "whole"), random.Random(7), 0
    for number in range(KILLS):
        output = tmp_path / f"out{number}"
        kills += killed(begun(folder, output, model), chance.uniform(0, length))
        run_on(folder, output, model)
        assert tables(output) == expected
        assert not list(output.glob(".*.partial"))
    assert kills >= KILLS / 2


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the workers as Linux lists them")
def test_workers_are_killed_and_their_work_is_done_by_others(tmp_path: Path) -> None:
    model, folder = blank_model(tmp_path / "model"), write_articles(tmp_path / "in", ARTICLES)
    run_on(folder, tmp_path / "whole", model)
    child, victims = begun(folder, tmp_path / "out", model, workers=2), list[int]()
    while len(victims) < 2:
        time.sleep(0.01)
        victims = children_of(child)
    for victim in victims:
        os.kill(victim, signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == 0
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")
    assert "worker" not in (tmp_path / "out/errors.csv").read_text("utf-8")


def test_a_killed_run_with_workers_is_finished_by_the_same_command(tmp_path: Path) -> None:
    model, folder = blank_model(tmp_path / "model"), write_articles(tmp_path / "in", ARTICLES)
    run_on(folder, tmp_path / "whole", model)
    killed(begun(folder, tmp_path / "out", model, workers=2), after=1.5)
    run_on(folder, tmp_path / "out", model, workers=2)
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")
