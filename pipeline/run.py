"""Articles in, tables out: ingest -> extract -> export, over any number of articles, finished by the same command."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from os import PathLike
from pathlib import Path

from pipeline.engines.choice import Engine, engine_for
from pipeline.engines.fingerprint import made_by
from pipeline.engines.tasks import Batch
from pipeline.errors import UsageError
from pipeline.export.guard import refuse_to_overwrite
from pipeline.export.run_folder import check_formats, has_tables, write_json, write_metadata
from pipeline.files import remove_partials
from pipeline.ingest import find_files, no_files_in
from pipeline.rulebook.versions import applied_rules
from pipeline.runs.inputs import keep_found, read_inputs
from pipeline.runs.publishing import publish_tables
from pipeline.runs.remembered import remember, rules_left_out
from pipeline.runs.report import NAME as REPORT
from pipeline.runs.report import write_report
from pipeline.runs.summary import Report, RunSummary, facts_of_run
from pipeline.runs.tables import files_written, workbook_writer
from pipeline.settings import STORE, Settings
from pipeline.store import Store
from pipeline.store.linking.decisions import read_entity_decisions
from pipeline.store.lock import locked

_LAST = 8
"""Part of the articles that are left that a batch has at most."""

LONG = 1000
"""Articles after which a run gives the pipeline's memory back before it makes the tables: peaks don't add up then."""


def run(
    paths: Iterable[str | PathLike[str]],
    settings: Settings,
    *,
    today: date,
    report: Report = lambda *_: None,
    awaits_files: bool = False,
) -> RunSummary:
    """Read articles, find what is in them, and write the tables; only what is new is read and worked on.

    Ctrl-C ends the work early and still writes what was finished. Raises UsageError where a path does not exist, the
    first run into a folder has no file to read (but where it `awaits_files`), the output folder can't be written to, or
    another run holds it; ModelError where the model is missing.
    """
    check_formats(settings.formats)
    paths = list(paths)
    inputs = find_files(paths)  # a path that does not exist is said before anything is done
    maker, folder = made_by(settings.model, settings.rules, least=settings.least_confidence), Path(settings.output)
    if not inputs and not awaits_files and not (folder / STORE).is_file():
        raise UsageError(f"{no_files_in(paths)}; give files, or a folder that has some")
    refuse_to_overwrite(folder, inputs, settings.formats)
    summary = RunSummary(started=time.monotonic(), rules=str(applied_rules(settings.rules) or ""))
    engine = engine_for(settings, maker=maker, today=today)
    with locked(folder), Store(folder) as store:
        remove_partials(folder)
        try:
            summary.other_rules = rules_left_out(store, settings)
            remember(store, paths, settings)
            read_inputs(store, paths, settings, summary, engine=engine, report=report)
            find_missing_facts(store, engine, maker, settings, summary, report)
        except KeyboardInterrupt:
            summary.interrupted = True
        finally:
            engine.close()
        write_outputs(store, maker, folder, settings, summary, report)
    return summary


def find_missing_facts(
    store: Store, engine: Engine, maker: str, settings: Settings, summary: RunSummary, report: Report
) -> None:
    """Work on the articles that have no facts yet, a batch at a time; each batch is kept as soon as it is done."""
    redo = settings.force or settings.refresh
    retry, limits = settings.retry_failed, settings.limits
    ids = store.pending(maker, redo=redo, every=settings.force, retry=retry, limits=limits)
    ended, begun = store.underway().intersection(ids), engine.in_hand()
    ids = [one for one in ids if one not in begun]
    total = summary.worked_on + len(ids) + len(begun)
    report("extract", summary.worked_on, total)
    alone = batches_of(store, sorted(ended - begun), 1)
    rest = batches_of(store, [one for one in ids if one not in ended], settings.batch, noted=engine.in_process)
    for found in chain(engine.extract(alone, apart=True), engine.extract(rest)):
        keep_found(store, found, summary)
        report("extract", summary.worked_on, total)
    if engine.in_process and summary.worked_on >= LONG:
        from pipeline.engines.batch import release  # spaCy, which a run whose processes do the work has not loaded

        release()


def batches_of(store: Store, ids: Sequence[str], size: int, *, noted: bool = False) -> Iterator[Batch]:
    """Give the articles with some ids in batches, each noted before it is worked on where that could end the run.

    Elsewhere the last ones are smaller and smaller, so that no process works on while others have nothing left to do.
    """
    at = 0
    while at < len(ids):
        most = size if noted else min(size, (len(ids) - at) // _LAST)
        batch = ids[at : at + max(most, 1)]
        if noted:
            store.set_underway(batch)
        yield list(store.articles(batch))
        at += len(batch)


def write_outputs(
    store: Store, maker: str, folder: Path, settings: Settings, summary: RunSummary, report: Report
) -> None:
    """Make the public tables of all that is kept, and write them in every format asked for."""
    report("export", 0, None)
    decisions = read_entity_decisions(Path(settings.entity_decisions))
    as_of = repr((maker, decisions, settings.near_duplicates, settings.bom, settings.formats, settings.extra_columns))
    is_new = not store.is_written(as_of) or not has_tables(folder, fitting(settings, store.counts()))
    articles = store.article_count() if is_new else 0
    with workbook_writer(folder, settings.formats, settings, articles=articles) as writer:
        if is_new:
            publish_tables(store, settings)
        summary.outdated, summary.rows = store.outdated(maker), store.counts()
        summary.reasons, summary.only_error = reasons_of(store)
        summary.warnings = store.warning_kinds()
        formats = fitting(settings, summary.rows)
        with files_written(store, folder, formats if is_new else (), settings, writer):
            if is_new:
                store.make_searchable()
            write_metadata(folder, store.working_tables())
            if settings.report:
                summary.report = write_report(folder, folder / REPORT)
        if is_new:
            store.set_written(as_of)
    summary.workbook = "xlsx" in formats
    write_json(folder / "run.json", facts_of_run(summary, settings, maker))
    report("export", 1, 1)


def reasons_of(store: Store) -> tuple[dict[str, int], str | None]:
    """Count the errors of each kind, and give the one that there is, if there is one."""
    reasons: dict[str, int] = {}
    for (_, kind), count in store.reasons().items():
        reasons[kind] = reasons.get(kind, 0) + count
    if sum(reasons.values()) != 1:
        return reasons, None
    error = next(store.rows("errors"), None)
    return reasons, f"{error[0]}: {error[3]}" if error else None


def fitting(settings: Settings, rows: Mapping[str, int]) -> list[str]:
    """Give the formats to write: no workbook of more rows than a spreadsheet is a tool for."""
    return [name for name in settings.formats if name != "xlsx" or max(rows.values()) <= settings.workbook_rows]
