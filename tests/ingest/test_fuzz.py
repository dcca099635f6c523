"""Files of every format, broken at random: each gives articles or errors, in bounded time, and no traceback."""

import random
from datetime import date
from pathlib import Path

import pytest

from pipeline.ingest import read_articles
from pipeline.records import Article, InputError
from pipeline.settings import Settings
from tests.ingest.samples import every_format

LIMITS = Settings(max_file_mb=1, max_unpacked_mb=4, seconds_an_article=5)
ROUNDS = 12


def broken(data: bytes, chance: random.Random) -> bytes:
    """Break bytes in one of several ways."""
    at, other = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    ways = (
        lambda: data[:at],
        lambda: data[:at] + data[other:],
        lambda: data[:other] + data[at:],
        lambda: data[:at] + chance.randbytes(8) + data[other:],
        lambda: bytes(b ^ (1 << chance.randrange(8)) if chance.random() < 0.01 else b for b in data),
        lambda: data[:at] + bytes([data[at % len(data)]]) * 5000 + data[at:],
    )
    return chance.choice(ways)()


@pytest.mark.parametrize("name", sorted(every_format()))
def test_broken_files_are_no_crash(tmp_path: Path, name: str) -> None:
    chance = random.Random(name)
    data = every_format()[name]
    for number in range(ROUNDS):
        path = tmp_path / f"{number}-{name}"
        path.write_bytes(broken(data, chance))
        for item in read_articles([path], LIMITS, today=date(2026, 1, 1)):
            assert isinstance(item, Article | InputError)
            assert isinstance(item, Article) or "\n" not in item.message
