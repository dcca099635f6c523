"""A file that is at hand to what an engine is asked: with its size, and its bytes where only this process has them."""

import os

from pipeline.engines.tasks import InputAsked
from pipeline.ingest import Blob
from pipeline.ingest.paths import STDIN
from pipeline.records import InputError


def input_at_hand(
    file: str, opened: Blob | InputError, *, name: str, fingerprint: str = "", apart: bool = False
) -> InputAsked:
    """Ask for a file; a `fingerprint` is of use to who compares it with another."""
    data = None
    if file == STDIN and not isinstance(opened, InputError):
        with opened.open() as held:
            data = opened.source, opened.name, held.read()
    try:
        size = len(data[2]) if data else os.path.getsize(file)
    except OSError:
        size = 0  # it is no file, or gone
    return InputAsked(name=name, path=file, fingerprint=fingerprint, data=data, size=size, apart=apart)
