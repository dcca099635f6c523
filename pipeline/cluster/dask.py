"""Shards to the workers of a dask cluster, a few more than there are workers; a shard that kills them is searched."""

import importlib
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from pipeline.cluster.shards import Shard
from pipeline.cluster.work import Done, Job, read_alone, work_on
from pipeline.errors import PressfactsError, UsageError
from pipeline.settings import Settings

AHEAD = 2
"""Shards that are handed out for each thread of the cluster: enough that none waits, too few to fill the scheduler."""


@contextmanager
def connected(settings: Settings) -> Iterator[Any]:
    """Give a client of the scheduler that the settings name; where none is named, of one with workers on this machine.

    Raises UsageError where dask is not installed, or the scheduler can't be reached.
    """
    try:
        distributed = importlib.import_module("distributed")
    except ImportError:
        raise UsageError("the engine dask needs distributed: pip install 'pressfacts[dask]'") from None
    if settings.scheduler:
        try:
            client = distributed.Client(settings.scheduler, timeout="20s")
        except (OSError, ValueError) as error:
            raise UsageError(f"{settings.scheduler}: no scheduler answers there ({error})") from None
        with client:
            yield client
        return
    workers = max(settings.workers, 1)
    quietly = {"dashboard_address": None, "silence_logs": logging.CRITICAL}
    cluster = distributed.LocalCluster(n_workers=workers, threads_per_worker=1, host="127.0.0.1", **quietly)
    with cluster, distributed.Client(cluster) as client:
        yield client


def done_by(client: Any, shards: Iterable[Shard], job: Job) -> Iterator[Done | tuple[Shard, Exception]]:
    """Give what came of each shard, as they are finished, or the error that it ended with.

    A shard on which workers die again and again is looked at input by input, and done without those that kill.
    Raises UsageError where the workers can't do what the run needs.
    """
    distributed = importlib.import_module("distributed")
    waiting, of = distributed.as_completed(), dict[str, Shard]()

    def hand_out(shard: Shard, lost: tuple[str, ...] = ()) -> None:
        future = client.submit(work_on, shard, job, lost, pure=False, retries=2)
        of[future.key] = shard
        waiting.add(future)

    def finished() -> Iterator[Done | tuple[Shard, Exception]]:
        future = next(waiting)
        shard, error = of.pop(future.key), future.exception()
        if error is None:
            yield future.result()
        elif isinstance(error, distributed.KilledWorker):
            hand_out(shard, tuple(path for path in shard.inputs if _kills(client, path, job)))
        elif isinstance(error, PressfactsError):
            raise error
        else:
            yield shard, error

    for shard in shards:
        while len(of) >= AHEAD * max(sum(client.nthreads().values()), 1):
            yield from finished()
        hand_out(shard)
    while of:
        yield from finished()


def _kills(client: Any, path: str, job: Job) -> bool:
    """Say whether workers die on an input, by having it read alone."""
    error = client.submit(read_alone, path, job, pure=False).exception()
    return error is not None
