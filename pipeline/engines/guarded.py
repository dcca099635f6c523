"""Paths to the articles in them, read as a run reads them: what a file does to its reader costs that file alone."""

import os
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.engines.at_hand import input_at_hand
from pipeline.engines.serial import Serial
from pipeline.engines.tasks import InputAsked, Part
from pipeline.ingest import find_files, open_input, source_name
from pipeline.records import Read
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
        return InputAsked(name=source_name(file), path=file, is_at_hand=False)
    opened = open_input(file, settings)
    return input_at_hand(file, opened, name=opened.source)
