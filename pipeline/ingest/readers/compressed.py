"""A file compressed by gzip, bzip2 or xz to the one file that it holds, bounded in size."""

import bz2
import gzip
import io
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item
from pipeline.settings import Settings

_PACKED = re.compile(r"\.(?:gz|gzip|bz2|xz|lzma)$", re.IGNORECASE)
_TAR = re.compile(r"\.(?:tgz|tbz2?|txz)$", re.IGNORECASE)


def read_gzip(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Give the file inside a gzip file."""
    yield _inside(blob, settings, lambda file: cast(BinaryIO, gzip.GzipFile(fileobj=file)))


def read_bzip2(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Give the file inside a bzip2 file."""
    yield _inside(blob, settings, lambda file: cast(BinaryIO, bz2.BZ2File(file)))


def read_xz(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Give the file inside an xz file."""
    yield _inside(blob, settings, lambda file: cast(BinaryIO, lzma.LZMAFile(file)))  # noqa: SIM115


def _inside(blob: Blob, settings: Settings, unpack: Callable[[BinaryIO], BinaryIO]) -> Blob:
    """Give the file inside, read as it is unpacked, so that a large one is never whole in memory."""
    limit = settings.max_unpacked_mb * 1_000_000
    name = _TAR.sub(".tar", _PACKED.sub("", blob.name))
    return Blob(blob.source, name, lambda: _buffered(unpack(blob.open()), limit), given=blob.given)


def _buffered(stream: BinaryIO, limit: int) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(BoundedStream(stream, limit)))


class BoundedStream(io.RawIOBase):
    """A stream that refuses to give more bytes than a limit, and says clearly what is wrong with broken ones."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream, self._left, self._limit = stream, limit, limit

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read into a buffer; raises InputUnusable at the limit and where the bytes are broken."""
        try:
            data = self._stream.read(len(buffer))
        except (OSError, EOFError, zlib.error, lzma.LZMAError) as error:
            raise InputUnusable(f"broken compressed data: {error}") from None
        self._left -= len(data)
        if self._left < 0:
            raise InputUnusable(
                f"unpacks to more than {self._limit // 1_000_000} MB; raise max_unpacked_mb", kind="too large"
            )
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the stream under it too."""
        self._stream.close()
        super().close()
