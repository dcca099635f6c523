"""Files of every format, broken at random: each gives articles or errors, in bounded time, and no traceback."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.ingest import read_articles
from pipeline.records import InputError
from tests.ingest.fuzz import LIMITS, mutations, outcome
from tests.ingest.samples import every_format

ROUNDS = 10


@pytest.mark.parametrize("name", sorted(every_format()))
def test_broken_files_are_no_crash_and_no_silence(tmp_path: Path, name: str) -> None:
    for number, data in enumerate(mutations(name, ROUNDS)):
        path = tmp_path / f"{number}-{name}"
        path.write_bytes(data)
        assert outcome(path) != "nothing"
        for item in read_articles([path], LIMITS, today=date(2026, 1, 1)):
            assert not isinstance(item, InputError) or "\n" not in item.message
