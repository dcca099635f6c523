"""An opened input to one short name of its bytes and of the way that they are read."""

import hashlib

from pipeline.ingest import Blob
from pipeline.records import InputError

CHUNK = 1 << 20


def fingerprint_of(opened: Blob | InputError, reader: str) -> str:
    """Name the bytes of an input and the way that they are read; where it can't be opened, the error."""
    digest = hashlib.sha256(reader.encode())
    if isinstance(opened, InputError):
        digest.update(opened.error.encode())
        return digest.hexdigest()
    try:
        with opened.open() as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    except OSError as error:
        digest.update(str(error.strerror).encode())
    return digest.hexdigest()
