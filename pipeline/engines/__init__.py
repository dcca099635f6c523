"""Where work runs: in this process, in worker processes or on a cluster; the same batches in, the same facts out."""

from collections.abc import Iterable, Iterator

from pipeline.engines.processes import extract_in_processes
from pipeline.engines.serial import Batch, Done, extract_serially
from pipeline.settings import Settings


def extract_batches(batches: Iterable[Batch], settings: Settings) -> Iterator[Done]:
    """Give each batch of articles with the facts of each, by the engine that the settings choose."""
    if settings.workers > 1:
        return extract_in_processes(batches, settings)
    return extract_serially(batches, settings)
