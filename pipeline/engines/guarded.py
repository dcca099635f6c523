"""Paths to the articles in them, read as a run reads them: what a file does to its reader costs that file alone."""

import os
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.engines.serial import Serial
from pipeline.engines.tasks import InputAsked, Part
from pipeline.ingest import Blob, find_files, open_input, source_name
from pipeline.ingest.paths import STDIN
from pipeline.records import InputError, Read
from pipeline.settings import Settings


def read_guarded(paths: Iterable[str | os.PathLike[str]], settings: Settings, *, today: date) -> Iterator[Read]:
    """Read all articles of files, folders, globs, web addresses and `-`; what can't be used comes as an InputError.

    Raises UsageError where a path does not exist.
    """
    engine = Serial(settings, maker="", today=today)
    try:
        for event in engine.read(_asked(file, settings) for file in find_files(paths)):
            if isinstance(event, Part):
                yield from event.items
    finally:
        engine.close()


def _asked(file: str, settings: Settings) -> InputAsked:
    if "://" in file:  # whoever reads it fetches it, too
        return InputAsked(name=source_name(file), path=file)
    opened = open_input(file, settings)
    data = held_inputs(file, opened)
    # Nobody compares the fingerprint; that there is one says that the file is at hand.
    return InputAsked(name=opened.source, path=file, fingerprint="unasked", data=data, size=size_of(file, data))


def held_inputs(file: str, opened: Blob | InputError) -> tuple[str, str, bytes] | None:
    """Give source, name and bytes of what only this process can read: the standard input."""
    if file != STDIN or isinstance(opened, InputError):
        return None
    with opened.open() as data:
        return opened.source, opened.name, data.read()


def size_of(file: str, data: tuple[str, str, bytes] | None) -> int:
    """Give the bytes of a file, or of what is held; none where it is no file, or gone."""
    try:
        return len(data[2]) if data else os.path.getsize(file)
    except OSError:
        return 0
