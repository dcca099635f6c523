"""The data set of a cluster's run: a folder of Parquet a table, a file a shard; what is not committed is not there.

OUT/money/<shard>.parquet    a public table of a shard, with the columns of money.csv
OUT/_kept/<shard>.sqlite.gz  what its articles say and what was found in them, for `pressfacts merge`
OUT/_shards/<shard>.json     written last: the shard is whole

Only files of such names are counted and removed: whatever else lies there is somebody else's.
"""

import gzip
import json
import re
import shutil
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.files import remove_partials, write_atomically
from pipeline.ingest.remote import SHARDS, file_system, reached
from pipeline.store.lock import locked
from pipeline.tables import TABLES

KEPT = "_kept"
MANIFEST = "manifest.json"

_FOLDERS = ((KEPT, ".sqlite.gz"), *((table, ".parquet") for table in TABLES))
_BLOCK = 1 << 20
"""Bytes that are unpacked at a time."""
_SHARD = re.compile("[0-9a-f]{20}")
"""Name of a shard."""
_LEFT = timedelta(hours=1)
"""Age at which a file of a shard that isn't whole was left behind: nobody takes so long to write one.
So another run into the same place, whose lock can't be seen from here, loses nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is noted of a shard that is whole."""

    inputs: tuple[str, ...]
    rows: Mapping[str, int]
    """Rows of each table."""
    words: int


class Dataset:
    """A data set at an address of fsspec, or in a folder; its methods may be called by several workers at once."""

    def __init__(self, address: str) -> None:
        """Open it where it is; raises UsageError where the address can't be used."""
        self.address = address.rstrip("/")
        self._system, self._root = file_system(self.address)
        self._local = "file" in self._system.protocol

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it, where it is a folder; raises UsageError where another run writes there, or it is somebody else's."""
        if (manifest := self.manifest()) and "rules_and_model" not in manifest:
            raise UsageError(f"{self.address} has a {MANIFEST} that no run of ours wrote; choose another place by -o")
        with locked(Path(self._root)) if self._local else nullcontext():
            yield

    def committed(self) -> set[str]:
        """List the names of the shards that are whole."""
        return set(self._shards(SHARDS, ".json"))

    def facts_of(self, shard: str) -> Facts:
        """Give what was noted of a committed shard; raises UsageError where it can't be read."""
        with self._said_of(shard):
            noted = json.loads(self._system.cat_file(self._at(SHARDS, f"{shard}.json")))
            rows = {str(table): int(count) for table, count in noted["rows"].items()}
            return Facts(inputs=tuple(map(str, noted["inputs"])), rows=rows, words=int(noted["words"]))

    def write(self, shard: str, folder: Path, facts: Facts) -> None:
        """Write a shard: the Parquet files and the store in a folder, then the note that it is whole."""
        for table in TABLES:
            self._put(folder / f"{table}.parquet", table, f"{shard}.parquet")
        packed = folder / "kept.sqlite.gz"
        with (folder / "kept.sqlite").open("rb") as plain, gzip.open(packed, "wb", compresslevel=1) as file:
            shutil.copyfileobj(plain, file)
        self._put(packed, KEPT, f"{shard}.sqlite.gz")
        note = folder / "note.json"
        note.write_text(json.dumps(asdict(facts), ensure_ascii=True), "utf-8")
        self._put(note, SHARDS, f"{shard}.json")

    def manifest(self) -> dict[str, Any]:
        """Give what was said of the data set when the last run on it ended; nothing where none has ended.

        Raises UsageError where it can't be read.
        """
        with reached(self.address):
            try:
                noted = self._system.cat_file(self._at("", MANIFEST))
            except FileNotFoundError:
                return {}
        try:
            return dict(json.loads(noted))
        except (ValueError, TypeError, RecursionError) as error:
            raise UsageError(f"{self.address}/{MANIFEST} can't be read ({error}); remove it and run again") from None

    def fetch_kept(self, shard: str, path: Path, *, most_mb: int) -> None:
        """Write the store of a committed shard to a file on this computer, up to so many megabytes.

        Raises UsageError where it can't be read, or unpacks to more.
        """
        with (
            self._said_of(shard),
            self._system.open(self._at(KEPT, f"{shard}.sqlite.gz"), "rb") as packed,
            gzip.open(packed) as plain,
            path.open("wb") as file,
        ):
            left = most_mb * 1_000_000
            while block := plain.read(_BLOCK):
                left -= len(block)
                if left < 0:
                    raise UsageError(
                        f"{self.address}: shard {shard} unpacks to more than max_unpacked_mb ({most_mb:,} MB); "
                        "where the data set is yours, raise that in the settings"
                    )
                file.write(block)

    @contextmanager
    def _said_of(self, shard: str) -> Iterator[None]:
        """Turn whatever goes wrong with a shard that was damaged, or that is none of ours, into a sentence."""
        try:
            yield
        except (
            OSError,
            EOFError,
            zlib.error,
            LookupError,
            AttributeError,
            TypeError,
            ValueError,
            RecursionError,
        ) as error:
            raise self.damaged(shard, error) from None

    def damaged(self, shard: str, error: Exception) -> UsageError:
        """Say that a shard can't be read, and what to do."""
        why = str(error) or type(error).__name__
        note = f"{self.address}/{SHARDS}/{shard}.json"
        return UsageError(f"{self.address}: shard {shard} is damaged, or not ours ({why}); remove {note} and run again")

    def remove(self, shard: str) -> None:
        """Remove a shard, its note first, so that at no time half of it counts."""
        self._remove(SHARDS, f"{shard}.json")
        for folder, ending in _FOLDERS:
            self._remove(folder, shard + ending)

    def remove_unfinished(self) -> None:
        """Remove the files of shards that were begun some time ago and are not whole."""
        whole, now = self.committed(), datetime.now(UTC)
        if self._local:
            for name in (SHARDS, *(folder for folder, _ in _FOLDERS)):
                remove_partials(Path(self._at(name, "")))
        for folder, ending in _FOLDERS:
            for shard in self._shards(folder, ending):
                if shard not in whole and now - self._system.modified(self._at(folder, shard + ending)) > _LEFT:
                    self._remove(folder, shard + ending)

    def write_manifest(self, manifest: dict[str, Any], folder: Path) -> None:
        """Write what the data set holds, and what made it."""
        path = folder / MANIFEST
        path.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", "utf-8")
        self._put(path, "", MANIFEST)

    def _at(self, folder: str, name: str) -> str:
        return "/".join(part for part in (self._root, folder, name) if part)

    def _shards(self, folder: str, ending: str) -> Iterator[str]:
        """List the shards that a folder has a file of."""
        with reached(self.address):
            try:
                found = self._system.ls(self._at(folder, ""), detail=False, refresh=True)
            except (FileNotFoundError, NotADirectoryError):
                return
        for name in sorted(path.rstrip("/").rpartition("/")[2] for path in found):
            if name.endswith(ending) and _SHARD.fullmatch(name.removesuffix(ending)):
                yield name.removesuffix(ending)

    def _put(self, path: Path, folder: str, name: str) -> None:
        """Write a file: it is there whole or not at all, as object stores have it by themselves."""
        try:
            if self._local:
                with path.open("rb") as source, write_atomically(Path(self._at(folder, name)), "wb") as file:
                    shutil.copyfileobj(source, file)
            else:
                self._system.put_file(str(path), self._at(folder, name))
        except OSError as error:
            raise UsageError(f"{self.address}: can't be written to: {error.strerror or error}") from None

    def _remove(self, folder: str, name: str) -> None:
        with suppress(FileNotFoundError):
            self._system.rm_file(self._at(folder, name))
