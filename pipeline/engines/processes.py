"""The engine that works in worker processes, each with a pipeline of its own."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any

from pipeline.engines.batch import extract_batch
from pipeline.engines.serial import Batch, Done
from pipeline.extract.isolation import ArticleFacts
from pipeline.records import Article, InputError
from pipeline.settings import Settings

Result = list[ArticleFacts | InputError]


def extract_in_processes(batches: Iterable[Batch], settings: Settings) -> Iterator[Done]:
    """Give each batch with its facts, in order; a worker that dies is replaced, and costs one article at most."""
    work = partial(extract_batch, settings=settings)
    waiting: deque[tuple[Batch, Future[Result]]] = deque()
    pool = _pool(settings.workers)
    try:
        for batch in batches:
            waiting.append((batch, pool.submit(work, batch)))
            if len(waiting) > 2 * settings.workers:
                done, pool = _next(waiting, pool, work, settings)
                yield done
        while waiting:
            done, pool = _next(waiting, pool, work, settings)
            yield done
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned, for a forked copy of a process with threads (BLAS, SQLite) may hang.
    with _safe_path():  # its queues start a process, too
        return ProcessPoolExecutor(workers, mp_context=_Spawning(), initializer=_depend_on_parent)


@contextmanager
def _safe_path() -> Iterator[None]:
    """Let Pythons that are started in a block look for no module in the current folder."""
    before = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONSAFEPATH"]


class _SafelySpawned(SpawnProcess):
    """A process that imports from where its parent does: a folder of articles may hold a `struct.py`."""

    @staticmethod
    def _Popen(process_obj: Any) -> Any:
        with _safe_path():
            return SpawnProcess._Popen(process_obj)  # type: ignore[attr-defined]


class _Spawning(SpawnContext):
    """Spawns such processes."""

    Process = _SafelySpawned


def _depend_on_parent() -> None:
    """Leave ctrl-C to the parent, which finishes what it has, and end where the parent is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _next(
    waiting: deque[tuple[Batch, Future[Result]]],
    pool: ProcessPoolExecutor,
    work: "partial[Result]",
    settings: Settings,
) -> tuple[Done, ProcessPoolExecutor]:
    batch, future = waiting.popleft()
    try:
        return (batch, future.result()), pool
    except BrokenProcessPool:
        pool.shutdown(wait=False, cancel_futures=True)
    done = batch, [_alone(article, work) for article in batch]
    pool = _pool(settings.workers)
    again = [(later, pool.submit(work, later)) for later, _ in waiting]
    waiting.clear()
    waiting.extend(again)
    return done, pool


def _alone(article: Article, work: "partial[Result]") -> ArticleFacts | InputError:
    """Work on one article in a process of its own, so that only the one that kills its worker is lost."""
    with _pool(1) as pool:
        try:
            return pool.submit(work, [article]).result()[0]
        except BrokenProcessPool:
            message = "the worker process died on this article (killed, or out of memory); the rest of the run went on"
            return InputError(source=article.source, stage="extract", error="worker died", message=message)
