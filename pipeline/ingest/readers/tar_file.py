"""A tar file to its members, each bounded in size; nothing of it is ever written to a disk."""

import tarfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from pipeline.errors import InputUnusable
from pipeline.ingest.documents import Blob, Item, blob_of_bytes
from pipeline.ingest.keys import unused
from pipeline.ingest.readers.zip_file import check_size, is_wanted
from pipeline.records import InputError
from pipeline.settings import Settings


def read_tar(blob: Blob, settings: Settings) -> Iterator[Item]:
    """Give each file of an archive, in the order in which it holds them; links and devices are left out."""
    count = size = 0
    used: dict[str, int] = {}
    try:
        with blob.open() as file, tarfile.open(fileobj=file, mode="r|") as archive:
            for member in archive:
                if member.isfile() and is_wanted(member.name):
                    count, size = count + 1, size + member.size
                    check_size(count, size, settings)
                    yield _member(blob, archive, member, unused(member.name, used), settings)
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        raise InputUnusable(f"a broken tar file: {error}") from None


def _member(blob: Blob, archive: tarfile.TarFile, member: tarfile.TarInfo, key: str, settings: Settings) -> Item:
    source = f"{blob.source}#{key}"
    if member.size > settings.max_file_mb * 1_000_000:
        message = f"larger than {settings.max_file_mb} MB; raise max_file_mb to read it"
        return InputError(source=source, stage="ingest", error="too large", message=message)
    file = archive.extractfile(member)
    return blob_of_bytes(source, PurePosixPath(member.name).name, file.read() if file else b"")
