"""A gzip file to the one file that it holds, bounded in size."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item
from pipeline.settings import Settings


def read_gzip(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Give the file inside, read as it is unpacked, so that a large one is never whole in memory."""
    limit = settings.max_unpacked_mb * 1_000_000
    name = blob.name.removesuffix(".gz").removesuffix(".GZ")
    yield Blob(blob.source, f"{name[:-4]}.tar" if name.endswith(".tgz") else name, lambda: _unpacked(blob, limit))


def _unpacked(blob: Blob, limit: int) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(BoundedStream(gzip.GzipFile(fileobj=blob.open()), limit)))


class BoundedStream(io.RawIOBase):
    """A stream that refuses to give more bytes than a limit, and says clearly what is wrong with broken ones."""

    def __init__(self, stream: BinaryIO | gzip.GzipFile, limit: int) -> None:
        self._stream, self._left, self._limit = stream, limit, limit

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Read into a buffer; raises InputUnusable at the limit and where the bytes are broken."""
        try:
            data = self._stream.read(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
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
