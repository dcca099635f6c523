"""A data set of shards to one run folder: entities linked over all, tables as one machine would have made them."""

import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.cluster.dataset import Dataset
from pipeline.engines.choice import engine_for
from pipeline.engines.fingerprint import made_by
from pipeline.errors import UsageError
from pipeline.export.guard import refuse_to_overwrite
from pipeline.export.run_folder import check_formats
from pipeline.files import remove_partials
from pipeline.run import find_missing_facts, write_outputs
from pipeline.runs.summary import Report, RunSummary
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.store.carrying import NotOurs
from pipeline.store.lock import locked


def merge_shards(address: str, settings: Settings, *, report: Report = lambda *_: None) -> RunSummary:
    """Take the shards of a data set into the run folder `settings.output`, link their entities, and write the tables.

    What the folder has of the data set already is not taken again, and what the data set no longer has is dropped.
    Raises UsageError where there is no data set, or the folder can't be written to.
    """
    check_formats(settings.formats)
    dataset, folder = Dataset(address), Path(settings.output)
    shards = sorted(dataset.committed())
    if not shards:
        raise UsageError(f"{address}: no run on a cluster has written there; pressfacts run ... --engine dask does")
    refuse_to_overwrite(folder, [], settings.formats)
    maker = made_by(settings.model, settings.rules, least=settings.least_confidence)
    summary = RunSummary(started=time.monotonic())
    with locked(folder), Store(folder) as store, TemporaryDirectory(prefix="pressfacts-") as made:
        remove_partials(folder)
        gone, kept = set(store.input_names()), Path(made) / "kept.sqlite"
        for at, shard in enumerate(shards):
            report("merge", at, len(shards))
            inputs = dataset.facts_of(shard).inputs
            gone.difference_update(inputs)
            dataset.fetch_kept(shard, kept, most_mb=settings.max_unpacked_mb)
            summary.inputs += len(inputs)
            try:
                summary.unchanged += len(inputs) - store.take_in(kept)
            except NotOurs as error:
                raise dataset.damaged(shard, error) from None
        store.forget_inputs(sorted(gone))
        store.forget_unused()
        report("merge", len(shards), len(shards))
        # Articles that stand in two shards with two dates: as on one machine, the surer date counts.
        engine = engine_for(settings, maker=maker, today=date.today())
        find_missing_facts(store, engine, maker, settings, summary, report)
        engine.close()
        write_outputs(store, maker, folder, settings, summary, report)
    return summary
