"""A folder that is watched: files that arrive are worked on once they lie still."""

from pathlib import Path

from pipeline.settings import Settings
from pipeline.watch import watch
from tests.small_runs import TODAY, blank_model, write_articles


def test_ctrl_c_in_a_run_ends_the_watch(tmp_path: Path) -> None:
    model, folder = blank_model(tmp_path / "model"), write_articles(tmp_path / "in", 3)

    def interrupt(stage: str, done: int, total: int | None) -> None:
        if stage == "extract" and done:
            raise KeyboardInterrupt

    settings = Settings(output=str(tmp_path / "out"), model=model, batch=1)
    summaries = list(watch([str(folder)], settings, rounds=9, clock=lambda: TODAY, sleep=print, report=interrupt))
    assert [(summary.interrupted, summary.worked_on) for summary in summaries] == [(True, 1)]


def test_new_files_are_worked_on_once_they_lie_still(tmp_path: Path) -> None:
    model, folder = blank_model(tmp_path / "model"), write_articles(tmp_path / "in", 1)
    settings = Settings(output=str(tmp_path / "out"), model=model)
    looks: list[float] = []

    def sleep(seconds: float) -> None:
        looks.append(seconds)
        if len(looks) == 3:
            write_articles(folder, 2, first=1)

    summaries = list(watch([str(folder)], settings, rounds=8, clock=lambda: TODAY, sleep=sleep))
    assert [summary.worked_on for summary in summaries] == [1, 2]
    assert len(looks) == 7


def test_a_folder_may_be_empty_when_the_watch_begins(tmp_path: Path) -> None:
    model, folder = blank_model(tmp_path / "model"), write_articles(tmp_path / "in", 0)
    settings = Settings(output=str(tmp_path / "out"), model=model)

    def sleep(_: float) -> None:
        if not any(folder.iterdir()):
            write_articles(folder, 1)

    summaries = list(watch([str(folder)], settings, rounds=4, clock=lambda: TODAY, sleep=sleep))
    assert [summary.worked_on for summary in summaries] == [0, 1]
