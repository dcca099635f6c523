"""The tables of a run to files; the workbook of a large run by a process of its own, while this one writes the rest."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipeline.engines.cores import usable_cores
from pipeline.export.run_folder import write_tables
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.version import __version__

MANY = 1000
"""Articles from which on a workbook takes longer than a process to start."""

_START = (
    "import json, sys; path, folder, how = map(json.loads, sys.argv[1:]); sys.path[:] = path; "
    "from pipeline.runs.tables import write_for_a_run; write_for_a_run(folder, how)"
)


Writer = subprocess.Popen[bytes] | None
"""The process that writes the workbook, where there is one; it waits until it is told that the tables are made."""


@contextmanager
def workbook_writer(folder: Path, formats: Sequence[str], settings: Settings, *, articles: int) -> Iterator[Writer]:
    """Start a process that writes the workbook, where that is sooner: it makes ready while the tables are made."""
    processes = usable_cores() if settings.workers is None else settings.workers
    if "xlsx" not in formats or len(formats) < 2 or articles < MANY or processes < 2:
        yield None
        return
    with _started(folder, settings) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def files_written(
    store: Store, folder: Path, formats: Sequence[str], settings: Settings, writer: Writer
) -> Iterator[None]:
    """Write the tables of a store in some formats, and do the block; a process that writes the workbook, where there is
    one, does so meanwhile."""
    waits = writer if "xlsx" in formats and writer and _told(writer) else None
    here = [name for name in formats if not (waits and name == "xlsx")]
    _write(store, folder, here, settings.bom, settings.extra_columns)
    yield
    if waits and waits.wait() != 0:  # what is wrong, this process says
        _write(store, folder, ["xlsx"], settings.bom, settings.extra_columns)


def _told(writer: "subprocess.Popen[bytes]") -> bool:
    try:
        os.write(writer.stdin.fileno(), b".")  # type: ignore[union-attr]
    except OSError:  # it has died
        return False
    return True


def _write(store: Store, folder: Path, formats: Sequence[str], bom: bool, extra: Sequence[str]) -> None:
    write_tables(store.rows, folder, formats, version=__version__, bom=bom, extra=extra)


def _started(folder: Path, settings: Settings) -> "subprocess.Popen[bytes]":
    path = [*filter(os.path.isabs, sys.path), str(Path(__file__).parents[2])]
    arguments = (path, os.path.abspath(folder), [["xlsx"], settings.bom, settings.extra_columns])
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _START, *map(json.dumps, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        process_group=0,  # a terminal sends ctrl-C to the run alone
    )


def write_for_a_run(folder: str, how: list[object]) -> None:
    """Write tables of a folder's store when told that they are made, as a process that ends with the run: nothing is
    written after it."""
    if not os.read(sys.stdin.fileno(), 1):
        os._exit(1)
    threading.Thread(target=_end_with_the_run, daemon=True).start()
    with Store(Path(folder), changes=False) as store:
        _write(store, Path(folder), *how)  # type: ignore[arg-type]
    os._exit(0)


def _end_with_the_run() -> None:
    os.read(sys.stdin.fileno(), 1)
    os._exit(1)
