"""Shards to the workers of a dask cluster, a few at a time, so that the scheduler never holds the archive."""

import importlib
import logging
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from pipeline.cluster.shards import Shard
from pipeline.cluster.work import Done, Failed, Job, attempt
from pipeline.engines.cores import usable_cores
from pipeline.errors import PressfactsError, UsageError
from pipeline.settings import Settings

AHEAD = 2
"""Shards that are handed out for each thread of the cluster: enough that none waits, too few to fill the scheduler."""

TRIES = 3
"""Times that a shard is worked on before it is given up until the next run: an object store may be out of reach."""

WAIT = 20
"""Seconds in which a scheduler must answer."""

ALONE = 300
"""Seconds without any worker after which a run is given up: one that is killed while it starts is not started again."""
_LOOK = 2.0
"""Seconds from one look for workers to the next."""
_GO_ON = "shards that are done are kept, and the same command goes on from there"


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
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # that a scheduler has gone, we say
        try:
            client = distributed.Client(settings.scheduler, timeout=WAIT)
        except (OSError, ValueError) as error:
            raise UsageError(f"{settings.scheduler}: no scheduler answers there ({error})") from None
        with client, _said_gone(client):
            yield client
        return
    workers = settings.workers or usable_cores()
    quietly = {"dashboard_address": None, "silence_logs": logging.CRITICAL}
    cluster = distributed.LocalCluster(n_workers=workers, threads_per_worker=1, host="127.0.0.1", **quietly)
    with cluster, distributed.Client(cluster) as client, _said_gone(client):
        yield client


@contextmanager
def _said_gone(client: Any) -> Iterator[None]:
    """Turn whatever dask raises where its scheduler has gone into a sentence."""
    try:
        yield
    except PressfactsError:
        raise
    except Exception:
        if client.status == "running":
            raise
        raise UsageError(f"the scheduler has gone; {_GO_ON}") from None


def _wait(client: Any, waiting: Any) -> None:
    """Wait until a shard is finished; raises UsageError where there is no worker who could finish one."""
    seen = looked = time.monotonic()
    while not waiting.has_ready():
        time.sleep(0.02)
        if (now := time.monotonic()) - looked < min(_LOOK, ALONE):
            continue
        looked = now
        if client.scheduler_info()["workers"]:
            seen = now
        elif now - seen > ALONE:
            raise UsageError(f"the cluster has had no worker for {ALONE} seconds; start some and run again: {_GO_ON}")


def done_by(client: Any, shards: Iterable[Shard], job: Job) -> Iterator[tuple[Shard, Done | Failed]]:
    """Give what came of each shard, as they are finished; what fails is tried again.

    What an input does to the process that reads it is a row of `errors` long before a worker dies of it; a shard on
    which workers die all the same has failed. Raises UsageError where the workers can't do what the run
    needs, where there are none, or the scheduler goes.
    """
    distributed = importlib.import_module("distributed")
    waiting, of = distributed.as_completed(), dict[str, tuple[Shard, int]]()

    def hand_out(shard: Shard, tries: int) -> None:
        future = client.submit(attempt, shard, job, pure=False)
        of[future.key] = shard, tries
        waiting.add(future)

    def finished() -> Iterator[tuple[Shard, Done | Failed]]:
        _wait(client, waiting)
        future = next(waiting)
        shard, tries = of.pop(future.key)
        if future.status in ("cancelled", "lost"):
            raise UsageError(f"the scheduler has gone; {_GO_ON}")
        found = Failed(why="workers died on it, again and again") if future.status == "error" else future.result()
        if isinstance(found, Failed) and found.for_all:
            raise UsageError(found.why)
        if isinstance(found, Failed) and tries > 1:
            hand_out(shard, tries - 1)
        else:
            yield shard, found

    for shard in shards:
        while len(of) >= AHEAD * max(sum(client.nthreads().values()), 1):
            yield from finished()
        hand_out(shard, TRIES)
    while of:
        yield from finished()
