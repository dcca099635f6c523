"""How many processes may compute at once: as bound, and as a container allows."""

import os
from pathlib import Path

import pytest

from pipeline.engines.cores import usable_cores


@pytest.mark.parametrize(("said", "cores"), [("150000 100000\n", 2), ("50000 100000", 1), ("max 100000", 8), ("", 8)])
def test_cores(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str, cores: int) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: set(range(8)), raising=False)
    quota = tmp_path / "cpu.max"
    quota.write_text(said)
    assert usable_cores(quota) == cores
    assert usable_cores(tmp_path / "none") == 8
