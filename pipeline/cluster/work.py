"""A shard's inputs to its part of the data set: the one function that a worker of a cluster runs."""

import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.cluster.dataset import Dataset, Facts
from pipeline.cluster.shards import Shard
from pipeline.engines.choice import Engine
from pipeline.engines.fingerprint import made_by
from pipeline.engines.processes import Processes
from pipeline.errors import PressfactsError, UsageError
from pipeline.export.writers import write_parquet
from pipeline.run import find_missing_facts
from pipeline.runs.inputs import read_inputs
from pipeline.runs.publishing import publish_tables
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
    for_all: bool = False
    """Whether no other shard can be done either."""


_engines: dict[tuple[Settings, str, date], Engine] = {}
"""The guarded process of this worker: its loaded pipeline stays from shard to shard."""


def attempt(shard: Shard, job: Job) -> Done | Failed:
    """Work on a shard, and give what went wrong where something did."""
    try:
        return work_on(shard, job)
    except PressfactsError as error:
        return Failed(why=str(error), for_all=True)
    except Exception as error:
        close()  # it may be left in the middle of something
        return Failed(why=f"{type(error).__name__}: {error}")


def work_on(shard: Shard, job: Job) -> Done:
    """Read a shard's inputs, find what is in them and write its part of the data set, whole or not at all.

    Raises UsageError where this worker has another program, other rules or another model than the run, or the data set
    can't be written to.
    """
    settings = replace(job.settings, prune=False)
    with TemporaryDirectory(prefix="pressfacts-") as made:
        folder = Path(made)
        with Store(folder) as store:
            summary = RunSummary(started=time.monotonic())
            engine = _engine(settings, job)
            read_inputs(store, shard.inputs, settings, summary, engine=engine, report=_quietly)
            find_missing_facts(store, engine, job.made_by, settings, summary, _quietly)
            if made_by(settings.model, settings.rules, least=settings.least_confidence) != job.made_by:
                raise UsageError(
                    "a worker has another version of pressfacts, or other rules or another model, than this run"
                )
            publish_tables(store, settings)
            rows = store.counts()
            for table in TABLES.values():
                write_parquet(table, store.rows(table.name), folder)
            store.write_kept(folder / "kept.sqlite")
        facts = Facts(inputs=shard.inputs, rows=rows, words=summary.words)
        Dataset(job.address).write(shard.name, folder, facts)
    return Done(articles=rows["articles"], errors=rows["errors"], words=summary.words)


def close() -> None:
    """End this worker's guarded process."""
    while _engines:
        _engines.popitem()[1].close()


def _engine(settings: Settings, job: Job) -> Engine:
    key = settings, job.made_by, job.today
    if key not in _engines:
        close()
        _engines[key] = Processes(1, settings, maker=job.made_by, today=job.today)
    return _engines[key]


def _quietly(stage: str, done: int, total: int | None) -> None:
    """Say nothing: who started the run counts shards."""
