"""One run at a time on one output folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import UsageError

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

NAME = ".pressfacts.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the output folder; raises UsageError where another run holds it, or it is no folder.

    A run that is killed lets go of it.
    """
    if folder.is_file():
        raise UsageError(f"{folder} is a file, no folder; choose a folder by -o")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # A link in its place would be followed, and another file emptied.
        handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        file = os.fdopen(handle, "a+", encoding="ascii")
    except OSError as error:
        raise UsageError(f"{folder}: can't be written to ({error.strerror}); choose another folder by -o") from None
    with file:
        _hold(file.fileno(), folder, file)
        yield


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a lock file, and wait for whoever holds it: for a few lines that are written at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        if fcntl is not None:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        yield


def _hold(handle: int, folder: Path, file) -> None:  # type: ignore[no-untyped-def]
    if fcntl is None:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.seek(0)
        who = file.read().strip() or "unknown"
        message = f"{folder}: another run (process {who}) is writing there; wait for it, or choose another folder by -o"
        raise UsageError(message) from None
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
