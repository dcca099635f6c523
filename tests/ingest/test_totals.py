"""Archives in archives: all that an input unpacks to counts together."""

import gzip
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from pipeline.ingest import read_articles
from pipeline.records import Article, InputError
from pipeline.settings import Settings

TEXT = b"Orrin Foods said on Monday that it would buy the bakery in Leeds for 5 million pounds.\n"


def packed(members: list[bytes], suffix: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, data in enumerate(members):
            archive.writestr(f"{number}.{suffix}", data)
    return file.getvalue()


def outcome(path: Path, **limits: int) -> tuple[int, list[str]]:
    """Count the articles, and name the errors."""
    items = list(read_articles([path], Settings(**limits), today=date(2026, 1, 1)))  # type: ignore[arg-type]
    errors = [item.error for item in items if isinstance(item, InputError)]
    return sum(isinstance(item, Article) for item in items), errors


def test_the_files_of_all_archives_count_together(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed([packed([TEXT] * 10, "txt")] * 10, "zip"))
    assert outcome(path, max_members=200) == (100, [])
    read, errors = outcome(path, max_members=50)  # no archive has more than 10
    assert 30 < read < 50 and errors == ["too large"]


@pytest.mark.parametrize("suffix", ["txt", "txt.gz"])
def test_the_bytes_of_all_archives_count_together(tmp_path: Path, suffix: str) -> None:
    large = TEXT * 4000
    member = gzip.compress(large) if suffix.endswith("gz") else large
    path = tmp_path / "a.zip"
    path.write_bytes(packed([packed([member] * 3, suffix)] * 10, "zip"))
    limits = {"max_file_mb": 1, "max_unpacked_mb": 2}
    read, errors = outcome(path, **limits)
    assert 2 <= read <= 6 and set(errors) == {"too large"}  # the archive, and perhaps the file that it ended in


def test_archives_in_archives_end_at_the_depth_of_the_settings(tmp_path: Path) -> None:
    data = TEXT
    for _ in range(40):
        data = packed([data], "zip" if data is not TEXT else "txt")
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert outcome(path) == (0, ["too deep"])


def test_gzip_in_gzip_ends_at_the_size_of_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(gzip.compress(gzip.compress(TEXT * 100_000))))
    assert outcome(path, max_file_mb=1, max_unpacked_mb=2) == (0, ["too large"])
