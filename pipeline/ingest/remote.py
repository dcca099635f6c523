"""Addresses of object stores and other file systems (`s3://`, `gs://`, `memory://`), by fsspec: listed and opened."""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, cast

from pipeline.errors import PressfactsError, UsageError

SHARDS = "_shards"
"""Folder by which a data set that a cluster wrote is known: tables are no articles, though they lie among them."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that was listed: where it is, its bytes, and a mark that changes when they do."""

    path: str
    size: int
    mark: str


def is_remote(path: str) -> bool:
    """Say whether a path is an address that fsspec opens; web addresses are fetched as pages.

    >>> is_remote("s3://archive/2024"), is_remote("https://example.org/a.html"), is_remote("releases/2024")
    (True, False, False)
    """
    return "://" in path and not path.startswith(("http://", "https://"))


def file_system(address: str) -> tuple[Any, str]:
    """Give the file system of an address and the path in it; raises UsageError where it can't be used."""
    with reached(address):
        try:
            found: tuple[Any, str] = importlib.import_module("fsspec").url_to_fs(address)
        except ImportError as error:
            raise UsageError(f"{address}: needs {error.name or 'fsspec'}: pip install 'pressfacts[dask]'") from None
    return found


@contextmanager
def reached(address: str) -> Iterator[None]:
    """Turn what goes wrong on the way to an address into a UsageError: each store has errors of its own kinds."""
    try:
        yield
    except (PressfactsError, GeneratorExit):
        raise
    except Exception as error:
        raise UsageError(f"{address}: can't be reached: {error or type(error).__name__}") from None


def list_remote(address: str) -> Iterator[Listed]:
    """List the files of an address or glob, a folder at a time, those of a folder sorted, hidden ones left out.

    Raises UsageError where there is nothing, or it can't be reached.
    """
    system, path = file_system(address)
    found = False
    with reached(address):
        for listed in _under(system, path):
            found = True
            yield listed
    if not found:
        raise UsageError(f"{address}: there is no such file or folder")


def open_remote(address: str) -> BinaryIO:
    """Open a listed file for reading its bytes; raises OSError where it can't be had."""
    try:
        system, path = file_system(address)
        with reached(address):
            return cast(BinaryIO, system.open(path, "rb"))
    except UsageError as error:  # one file of many
        raise OSError(str(error)) from None


def _under(system: Any, path: str) -> Iterator[Listed]:
    tops = sorted(system.glob(path)) if any(sign in path for sign in "*?[") else [path]
    for top in tops:
        if system.isfile(top):
            yield _listed(system, system.info(top))
            continue
        for where, folders, files in system.walk(top, detail=True):
            for name in [name for name in folders if name.startswith(".") or SHARDS in folders]:
                del folders[name]  # so that walking leaves it out
            for name in sorted(files):
                if name and not name.startswith(".") and SHARDS not in where.split("/"):
                    yield _listed(system, files[name])


def _listed(system: Any, info: dict[str, Any]) -> Listed:
    mark = next((info[key] for key in ("ETag", "mtime", "LastModified", "created") if info.get(key)), "")
    return Listed(system.unstrip_protocol(info["name"]), int(info.get("size") or 0), str(mark))
