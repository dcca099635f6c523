"""How far the runs of a folder have come."""

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.run import run
from pipeline.runs.status import status
from pipeline.settings import Settings
from tests.small_runs import TODAY, blank_model, write_articles


def test_status_says_what_is_read_pending_and_failed(tmp_path: Path) -> None:
    model, folder = blank_model(tmp_path / "model"), write_articles(tmp_path / "in", 4)
    (folder / "bad.txt").write_bytes(b"")
    settings = Settings(output=str(tmp_path / "out"), model=model, batch=1)
    with pytest.raises(UsageError, match="no run has written there"):
        status(settings)

    def stop(stage: str, done: int, total: int | None) -> None:
        if stage == "extract" and done == 3:
            raise KeyboardInterrupt

    run([folder], settings, today=TODAY, report=stop)
    found = status(settings)
    assert (found.inputs_read, found.inputs_failed, found.articles, found.pending) == (4, 1, 4, 1)
    assert found.reasons == {("ingest", "empty"): 1}
    assert found.outdated == 0
