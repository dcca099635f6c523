"""Files of every format, broken at random: `python -m tests.ingest.fuzz 3000` says what came of how many."""

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pipeline.ingest import read_articles
from pipeline.records import Article, InputError
from pipeline.settings import Settings
from tests.ingest.samples import every_format

LIMITS = Settings(max_file_mb=1, max_unpacked_mb=4, seconds_an_article=5)


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


def mutations(name: str, count: int) -> Iterator[bytes]:
    """Give the file of a format broken in `count` ways, the same ones each time."""
    chance, data = random.Random(name), every_format()[name]
    return (broken(data, chance) for _ in range(count))


def outcome(path: Path) -> str:
    """Read a file and say what came of it: `articles`, `errors`, or `nothing`, which no file may give."""
    items = list(read_articles([path], LIMITS, today=date(2026, 1, 1)))
    if any(isinstance(item, Article) for item in items):
        return "articles"
    return "errors" if any(isinstance(item, InputError) for item in items) else "nothing"


def main(count: int) -> None:
    """Break every format in turn until `count` files were read; print what came of them, and the slowest."""
    names = sorted(every_format())
    done: Counter[str] = Counter()
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            for data in mutations(name, -(-count // len(names))):
                path = Path(folder) / name
                path.write_bytes(data)
                start = time.perf_counter()
                done[outcome(path)] += 1
                slowest = max(slowest, (time.perf_counter() - start, name))
    print(
        f"{sum(done.values())} files of {len(names)} formats: {dict(done)}; slowest {slowest[0]:.2f} s ({slowest[1]})"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3000)
