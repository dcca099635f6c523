"""A zip file to its members, each bounded in size; nothing of it is ever written to a disk."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item, blob_of_bytes
from pipeline.ingest.keys import unused
from pipeline.ingest.paths import is_of_system, page_of_files
from pipeline.records import InputError
from pipeline.settings import Settings


def read_zip(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Give each file of an archive; a member that can't be read is an error of its own."""
    with blob.open() as file, opened_zip(file, settings) as archive:
        names = set(archive.namelist())
        members = [
            m
            for m in archive.infolist()
            if not m.is_dir() and is_wanted(m.filename) and not _saved_with(m.filename, names)
        ]
        used: dict[str, int] = {}
        for member in sorted(members, key=lambda m: m.filename):
            yield _member(blob, archive, member, unused(member.filename, used), settings)


def _member(blob: Blob, archive: zipfile.ZipFile, member: zipfile.ZipInfo, key: str, settings: Settings) -> Item:
    source = f"{blob.source}#{key}"
    try:
        data = read_member(archive, member, settings)
    except InputUnusable as error:
        return InputError(source=source, stage="ingest", error=error.kind, message=str(error))
    return blob_of_bytes(source, PurePosixPath(member.filename).name, data)


@contextmanager
def opened_zip(file: IO[bytes], settings: Settings) -> Iterator[zipfile.ZipFile]:
    """Open a zip file; raises InputUnusable where it is broken, or holds more than the settings allow."""
    try:
        try:
            archive = zipfile.ZipFile(file)
        except UnicodeDecodeError:
            archive = zipfile.ZipFile(_with_names_in_bytes(file, settings))
    except (zipfile.BadZipFile, ValueError, OSError, EOFError) as error:
        raise InputUnusable(f"a broken zip file, or one cut off: {error}") from None
    with archive:
        check_members(archive.infolist(), settings)
        yield archive


_UTF_8 = 0x800
"""Flag of a member whose name is said to be UTF-8."""


def _with_names_in_bytes(file: IO[bytes], settings: Settings) -> IO[bytes]:
    """Give a zip file in which names that are said to be UTF-8 and are not have no such flag: they cost nobody else.

    Raises BadZipFile where its list of members isn't found.
    """
    file.seek(0)
    data = bytearray(file.read(settings.max_unpacked_mb * 1_000_000))
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or len(data) < end + 20:
        raise zipfile.BadZipFile("its list of files is broken")
    length, place = struct.unpack_from("<II", data, end + 12)
    at, before = end - length, end - length - place  # something may stand before the archive
    while at >= 0 and data[at : at + 4] == b"PK\x01\x02" and at + 46 <= len(data):
        name, extra, comment = struct.unpack_from("<HHH", data, at + 28)
        try:
            data[at + 46 : at + 46 + name].decode("utf-8")
        except UnicodeDecodeError:
            (member,) = struct.unpack_from("<I", data, at + 42)
            for flags in (at + 8, before + member + 6):  # as the list has it, and the member itself
                if 0 <= flags < len(data) - 1:
                    data[flags + 1] &= ~(_UTF_8 >> 8)
        at += 46 + name + extra + comment
    return io.BytesIO(data)


def read_member(archive: zipfile.ZipFile, name: str | zipfile.ZipInfo, settings: Settings) -> bytes:
    """Read a member, but no more than the settings allow, whatever size the archive declares.

    Raises InputUnusable where it isn't there, is locked, broken or too large.
    """
    limit = settings.max_file_mb * 1_000_000
    try:
        with archive.open(name) as file:
            data = file.read(limit + 1)
    except KeyError:
        raise InputUnusable(f"the archive has no {name}") from None
    except RuntimeError:
        raise InputUnusable("it is locked by a password; unpack it first", kind="encrypted") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise InputUnusable(f"broken compressed data: {error}") from None
    if len(data) > limit:
        raise InputUnusable(f"unpacks to more than {settings.max_file_mb} MB; raise max_file_mb", kind="too large")
    return data


def check_members(members: Sequence[zipfile.ZipInfo], settings: Settings) -> None:
    """Raise InputUnusable where a zip file holds too much; no member gives more than the size that it declares."""
    check_size(len(members), sum(member.file_size for member in members), settings)


def check_size(count: int, size: int, settings: Settings) -> None:
    """Raise InputUnusable where an archive holds too many files, or too much in all."""
    if count > settings.max_members:
        raise InputUnusable(
            f"{count:,} files in it are more than max_members ({settings.max_members:,})", kind="too large"
        )
    if size > settings.max_unpacked_mb * 1_000_000:
        message = f"unpacks to {size // 1_000_000:,} MB, more than max_unpacked_mb ({settings.max_unpacked_mb:,})"
        raise InputUnusable(message, kind="too large")


def _saved_with(name: str, names: Set[str]) -> bool:
    """Say whether a member lies in the folder that a browser put beside a page of the archive."""
    for folder in PurePosixPath(name).parents:
        page = page_of_files(folder.name)
        if page and any(str(folder.with_name(page + suffix)) in names for suffix in (".html", ".htm", ".xhtml")):
            return True
    return False


def is_wanted(name: str) -> bool:
    """Say whether a member is a file that a person put there: not hidden, no resource fork of macOS."""
    return not any(is_of_system(part) for part in PurePosixPath(name).parts if part not in (".", ".."))
