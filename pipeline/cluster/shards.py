"""Listed files to shards: a few hundred files each, the same shards for the same files, whatever lies beside them."""

import hashlib
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.errors import UsageError
from pipeline.ingest import covers, find_files
from pipeline.ingest.paths import STDIN
from pipeline.ingest.remote import Listed, is_remote, list_remote

LONGEST = 4
"""Times its usual number of files that a shard may have at most."""

MOST_BYTES = 64_000_000
"""Bytes of files after which a shard ends, so that one of long files is not worked on for hours."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Inputs that are worked on together and kept together: whole or not at all."""

    name: str
    """Names the inputs, their state and what reads them: a shard of this name that is written needs no work."""
    inputs: tuple[str, ...]


def list_inputs(paths: Sequence[str]) -> Iterator[Listed]:
    """List the files of paths, each once where paths overlap; remote folders a folder at a time, as they are needed.

    Raises UsageError where a path does not exist, or is the standard input, which no worker can read.
    """
    for at, path in enumerate(paths):
        if path == STDIN:
            raise UsageError("- is this computer's standard input, which a worker can't read; give a file")
        for listed in list_remote(path) if is_remote(path) else map(_listed, find_files([path])):
            if not covers(paths[:at], listed.path):  # nothing is kept of a hundred million names
                yield listed


def shards_of(files: Iterable[Listed], *, usual: int, made_by: str) -> Iterator[Shard]:
    """Put listed files into shards of about `usual` files.

    Where a shard ends depends on the files' names alone, so that a file that comes or goes changes its own shard, and
    none after it.
    """
    shard: list[Listed] = []
    size = 0
    for file in files:
        shard.append(file)
        size += file.size
        is_end = zlib.crc32(file.path.encode("utf-8", "surrogateescape")) % usual == 0
        if is_end or len(shard) >= LONGEST * usual or size >= MOST_BYTES:
            yield _shard(shard, made_by)
            shard, size = [], 0
    if shard:
        yield _shard(shard, made_by)


def _shard(files: list[Listed], made_by: str) -> Shard:
    digest = hashlib.sha256(made_by.encode())
    for file in files:
        digest.update(f"\0{file.path}\0{file.size}\0{file.mark}".encode("utf-8", "surrogateescape"))
    return Shard(digest.hexdigest()[:20], tuple(file.path for file in files))


def _listed(path: str) -> Listed:
    try:
        state = os.stat(path)
    except OSError:  # gone since it was listed, or a web address: who reads it says so
        return Listed(path, 0, "")
    return Listed(path, state.st_size, str(state.st_mtime_ns))
