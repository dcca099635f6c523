"""The data set of a cluster's run: a folder of Parquet a table, a file a shard; what is not committed is not there.

OUT/money/<shard>.parquet    a public table of a shard, with the columns of money.csv
OUT/_kept/<shard>.sqlite.gz  what its articles say and what was found in them, for `pressfacts merge`
OUT/_shards/<shard>.json     written last: the shard is whole
"""

import gzip
import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.files import write_atomically
from pipeline.ingest.remote import SHARDS, file_system
from pipeline.tables import TABLES

KEPT = "_kept"
MANIFEST = "manifest.json"


class Dataset:
    """A data set at an address of fsspec, or in a folder; its methods may be called by several workers at once."""

    def __init__(self, address: str) -> None:
        """Open it where it is; raises UsageError where the address can't be used."""
        self.address = address.rstrip("/")
        self._system, self._root = file_system(self.address)
        self._local = "file" in self._system.protocol

    def committed(self) -> set[str]:
        """List the names of the shards that are whole."""
        return {name.removesuffix(".json") for name in self._names(SHARDS) if name.endswith(".json")}

    def facts_of(self, shard: str) -> dict[str, Any]:
        """Give what was noted of a committed shard: its `inputs`, the number of its `rows`, of its `words`."""
        return dict(json.loads(self._system.cat_file(self._at(SHARDS, f"{shard}.json"))))

    def write(self, shard: str, folder: Path, facts: dict[str, Any]) -> None:
        """Write a shard: the Parquet files and the store in a folder, then the note that it is whole."""
        for table in TABLES:
            self._put(folder / f"{table}.parquet", table, f"{shard}.parquet")
        packed = folder / "kept.sqlite.gz"
        with (folder / "kept.sqlite").open("rb") as plain, gzip.open(packed, "wb", compresslevel=1) as file:
            shutil.copyfileobj(plain, file)
        self._put(packed, KEPT, f"{shard}.sqlite.gz")
        note = folder / "note.json"
        note.write_text(json.dumps(facts, ensure_ascii=True), "utf-8")
        self._put(note, SHARDS, f"{shard}.json")

    def manifest(self) -> dict[str, Any]:
        """Give what was said of the data set when the last run on it ended; nothing where none has ended."""
        try:
            return dict(json.loads(self._system.cat_file(self._at("", MANIFEST))))
        except FileNotFoundError:
            return {}

    def fetch_kept(self, shard: str, path: Path) -> None:
        """Write the store of a committed shard to a file on this computer."""
        packed = self._system.open(self._at(KEPT, f"{shard}.sqlite.gz"), "rb")
        with packed, gzip.open(packed) as plain, path.open("wb") as file:
            shutil.copyfileobj(plain, file)

    def remove(self, shard: str) -> None:
        """Remove a shard, its note first, so that at no time half of it counts."""
        self._remove(SHARDS, f"{shard}.json")
        self._remove(KEPT, f"{shard}.sqlite.gz")
        for table in TABLES:
            self._remove(table, f"{shard}.parquet")

    def remove_unfinished(self) -> None:
        """Remove the files of shards that were not finished; nobody else may be writing."""
        whole = self.committed()
        for folder, ending in ((KEPT, ".sqlite.gz"), *((table, ".parquet") for table in TABLES)):
            for name in self._names(folder):
                if name.removesuffix(ending) not in whole:
                    self._remove(folder, name)

    def write_manifest(self, manifest: dict[str, Any], folder: Path) -> None:
        """Write what the data set holds, and what made it."""
        path = folder / MANIFEST
        path.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", "utf-8")
        self._put(path, "", MANIFEST)

    def _at(self, folder: str, name: str) -> str:
        return "/".join(part for part in (self._root, folder, name) if part)

    def _names(self, folder: str) -> Iterator[str]:
        try:
            found = self._system.ls(self._at(folder, ""), detail=False, refresh=True)
        except FileNotFoundError:
            return
        yield from sorted(path.rstrip("/").rpartition("/")[2] for path in found)

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
