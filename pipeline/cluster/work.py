"""A shard's inputs to its part of the data set: the one function that a worker of a cluster runs."""

import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.cluster.dataset import Dataset
from pipeline.cluster.shards import Shard
from pipeline.engines.fingerprint import made_by
from pipeline.errors import PressfactsError, UsageError
from pipeline.export.writers import write_parquet
from pipeline.records import InputError
from pipeline.run import find_facts, publish
from pipeline.runs.inputs import read_inputs
from pipeline.runs.summary import RunSummary
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.tables import TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is the same for all shards of a run; it is sent to the workers with each."""

    address: str
    """Where the data set is."""
    settings: Settings
    made_by: str
    """Name of the program, rules and model of whoever started the run; a worker with others refuses."""
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of a shard."""

    articles: int
    errors: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """Why a shard could not be done; sent as a value, for not every exception survives the way."""

    why: str
    for_all: bool
    """Whether no other shard can be done either."""


def attempt(shard: Shard, job: Job, lost: Sequence[str] = ()) -> Done | Failed:
    """Work on a shard, and give what went wrong where something did."""
    try:
        return work_on(shard, job, lost)
    except PressfactsError as error:
        return Failed(why=str(error), for_all=True)
    except Exception as error:
        return Failed(why=f"{type(error).__name__}: {error}", for_all=False)


def work_on(shard: Shard, job: Job, lost: Iterable[str] = ()) -> Done:
    """Read a shard's inputs, find what is in them and write its part of the data set, whole or not at all.

    `lost` are inputs on which workers died: rows of `errors`, not read again. Raises UsageError where this worker has
    another program, other rules or another model than the run, or the data set can't be written to.
    """
    settings = _checked(job)
    lost = frozenset(lost)
    with TemporaryDirectory(prefix="pressfacts-") as made:
        folder = Path(made)
        with Store(folder) as store:
            for path in sorted(lost):
                store.keep_input(path, "", [_died(path)])
            summary = _find(store, [path for path in shard.inputs if path not in lost], job, settings)
            publish(store, settings)
            rows = store.counts()
            for table in TABLES.values():
                write_parquet(table, store.rows(table.name), folder)
            store.write_kept(folder / "kept.sqlite")
        facts = {"inputs": shard.inputs, "rows": rows, "words": summary.words, "made_by": job.made_by}
        Dataset(job.address).write(shard.name, folder, facts)
    return Done(articles=rows["articles"], errors=rows["errors"], words=summary.words)


def read_alone(path: str, job: Job) -> None:
    """Read one input and find what is in it, for nothing but to see whether a worker lives through it."""
    with suppress(Exception), Store(None) as store:
        _find(store, [path], job, _checked(job))


def _checked(job: Job) -> Settings:
    settings = replace(job.settings, workers=0)
    if made_by(settings.model, settings.rules, least=settings.least_confidence) != job.made_by:
        raise UsageError("a worker has another version of pressfacts, or other rules or another model, than this run")
    return settings


def _find(store: Store, paths: Sequence[str], job: Job, settings: Settings) -> RunSummary:
    summary = RunSummary(started=time.monotonic())
    read_inputs(store, paths, settings, summary, today=job.today, report=_quietly)
    find_facts(store, job.made_by, settings, summary, _quietly)
    return summary


def _died(path: str) -> InputError:
    message = "a worker of the cluster died on this input (killed, or out of memory); the rest of the run went on"
    return InputError(source=path, stage="ingest", error="worker died", message=message)


def _quietly(stage: str, done: int, total: int | None) -> None:
    """Say nothing: who started the run counts shards."""
