"""A run over an archive, on a cluster: inputs to a data set of shards; the same command finishes what was stopped."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.cluster.dask import connected, done_by
from pipeline.cluster.dataset import Dataset
from pipeline.cluster.shards import Shard, list_inputs, shards_of
from pipeline.cluster.work import Done, Failed, Job
from pipeline.engines.fingerprint import made_by
from pipeline.errors import UsageError
from pipeline.ingest import covers
from pipeline.runs.inputs import way_of_reading
from pipeline.runs.remembered import kept_settings
from pipeline.runs.summary import Report
from pipeline.settings import Settings
from pipeline.tables import TABLES
from pipeline.version import __version__


@dataclass(slots=True, kw_only=True)
class ClusterSummary:
    """What a run on a cluster did."""

    started: float
    shards: int = 0
    """Shards that the inputs are."""
    unchanged: int = 0
    """Of these, how many were whole before."""
    articles: int = 0
    errors: int = 0
    words: int = 0
    removed: int = 0
    """Shards of before whose inputs have changed, or are gone."""
    failed: dict[str, str] = field(default_factory=dict)
    """What went wrong with shards that could not be written, by their name; the same command tries them again."""
    interrupted: bool = False

    @property
    def seconds(self) -> float:
        """Give the seconds since the start."""
        return time.monotonic() - self.started


def run_on_cluster(
    paths: Sequence[str], settings: Settings, *, today: date, report: Report = lambda *_: None
) -> ClusterSummary:
    """Read the inputs on a dask cluster into the data set at `settings.output`; only shards that aren't there are done.

    Raises UsageError where a path does not exist, the scheduler can't be reached, the data set not be written to, or
    where another run writes to it.
    """
    if settings.shard < 1:
        raise UsageError("shard must be at least 1: the usual number of files that are worked on together")
    maker = made_by(settings.model, settings.rules, least=settings.least_confidence)
    job = Job(address=settings.output, settings=settings, made_by=maker, today=today)
    dataset, summary = Dataset(settings.output), ClusterSummary(started=time.monotonic())
    whole, wanted = set[str](), set[str]()

    def missing() -> Any:
        reads = f"{maker}|{way_of_reading(settings)}"
        for shard in shards_of(list_inputs(paths), usual=settings.shard, made_by=reads):
            wanted.add(shard.name)
            if shard.name in whole:
                summary.unchanged += 1
            else:
                yield shard

    with dataset.held(), connected(settings) as client:
        dataset.remove_unfinished()
        whole |= dataset.committed()
        try:
            for shard, done in done_by(client, missing(), job):
                _count(summary, shard, done)
                report("shards", len(wanted) - summary.unchanged, None)
        except KeyboardInterrupt:
            summary.interrupted = True
        summary.shards = len(wanted)
        if not summary.interrupted:
            summary.removed = _remove_stale(dataset, paths, whole - wanted)
        _describe(dataset, settings, maker)
    return summary


def _count(summary: ClusterSummary, shard: Shard, done: Done | Failed) -> None:
    if isinstance(done, Done):
        summary.articles += done.articles
        summary.errors += done.errors
        summary.words += done.words
    else:
        summary.failed[shard.name] = done.why


def _remove_stale(dataset: Dataset, paths: Sequence[str], others: set[str]) -> int:
    """Remove shards whose inputs are among those of the paths: they are in another shard now, or gone."""
    stale = [name for name in sorted(others) if any(covers(paths, path) for path in dataset.facts_of(name).inputs)]
    for name in stale:
        dataset.remove(name)
    return len(stale)


def _describe(dataset: Dataset, settings: Settings, maker: str) -> None:
    """Write the manifest: the shards, the rows of each table, what made them."""
    names = sorted(dataset.committed())
    rows, words = dict.fromkeys(TABLES, 0), 0
    for name in names:
        facts = dataset.facts_of(name)
        words += facts.words
        for table in rows:
            rows[table] += facts.rows.get(table, 0)
    manifest = {
        "version": __version__, "rules_and_model": maker, "shards": len(names), "words": words, "rows": rows,
        "tables": {name: f"{name}/*.parquet" for name in TABLES}, "settings": kept_settings(settings),
    }  # fmt: skip
    with TemporaryDirectory(prefix="pressfacts-") as made:
        dataset.write_manifest(manifest, Path(made))
