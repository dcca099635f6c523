"""All that one input unpacks to, however it is packed: counted together, and ended at the limits of the settings."""

import io
from dataclasses import replace
from typing import BinaryIO, cast

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob
from pipeline.settings import Settings


class Total:
    """Files and bytes that an input has unpacked to so far, through all its archives."""

    def __init__(self, settings: Settings) -> None:
        self._files, self._most_files = 0, settings.max_members
        self._bytes, self._most_bytes = 0, settings.max_unpacked_mb * 1_000_000
        self.reason: str | None = None
        """Why no more of the input is read; None while it may be."""

    def counted(self, blob: Blob) -> Blob:
        """Count a file that came out of an archive, now, or as it is read where it is not in memory."""
        self._files += 1
        if self._files > self._most_files:
            self.reason = f"more files in its archives than max_members ({self._most_files:,})"
        if blob.size is not None:
            self._add(blob.size)
            return blob
        seen = _Seen()
        return replace(blob, open=lambda: cast(BinaryIO, io.BufferedReader(_Counted(blob.open(), self, seen))))

    def _add(self, size: int) -> None:
        self._bytes += size
        if self._bytes > self._most_bytes:
            self.reason = f"its archives unpack to more than max_unpacked_mb ({self._most_bytes // 1_000_000:,} MB)"


class _Seen:
    furthest = 0


class _Counted(io.RawIOBase):
    """A stream whose bytes count where nobody has read so far yet."""

    def __init__(self, stream: BinaryIO, total: Total, seen: _Seen) -> None:
        self._stream, self._total, self._seen, self._at = stream, total, seen, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._at += len(data)
        if self._at > self._seen.furthest:
            self._total._add(self._at - self._seen.furthest)
            self._seen.furthest = self._at
        if self._total.reason:
            raise InputUnusable(self._total.reason, kind="too large")
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()
