"""The files of a run to what the store keeps of them: new and changed ones are read, the others are as they were."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from os import PathLike

from pipeline.engines.at_hand import input_at_hand
from pipeline.engines.choice import Engine
from pipeline.engines.fingerprint import read_by
from pipeline.engines.input_fingerprint import fingerprint_of
from pipeline.engines.tasks import FoundRows, InputAsked, Part, error_of
from pipeline.ingest import covers, find_files, open_input, source_name
from pipeline.ingest.keys import unused
from pipeline.records import Article
from pipeline.runs.summary import Report, RunSummary
from pipeline.settings import Settings
from pipeline.store import Store

READ_WITH = (
    "any_language", "day_first", "ocr", "text_column", "title_column", "id_column", "published_column", "max_file_mb",
    "max_article_chars", "max_members", "max_unpacked_mb", "max_depth",
)  # fmt: skip
"""Settings that change what is read of a file."""


def read_inputs(
    store: Store,
    paths: Sequence[str | PathLike[str]],
    settings: Settings,
    summary: RunSummary,
    *,
    engine: Engine,
    report: Report,
) -> None:
    """Read what is new or changed into the store; with `prune`, forget what was read of the paths and is gone.

    Articles that nothing is known of yet are offered to the engine while others are read.
    """
    files = find_files(paths)
    summary.inputs = len(files)
    changed = False
    names: dict[str, int] = {}
    refused: set[str] = set()
    for event in engine.read(_asked(store, files, names, settings, summary, report)):
        if isinstance(event, FoundRows):
            keep_found(store, event, summary)
            report("extract", summary.worked_on, None)
        elif event.unchanged:
            summary.unchanged += 1
        elif event.name not in refused:
            changed = True
            summary.documents += len(event.items)
            if not _keep(store, event, settings):
                refused.add(event.name)
            elif not engine.in_process:
                articles = [item for item in event.items if isinstance(item, Article)]
                new = store.without_facts(article.article_id for article in articles)
                engine.offer(article for article in articles if article.article_id in new)
    report("read", len(files), len(files))
    if settings.prune:
        left = set(store.input_names()) - names.keys()
        given = [source_name(os.fspath(path)) for path in paths]
        gone = sorted(name for name in left if covers(given, name))
        store.forget_inputs(gone)
        summary.pruned = len(gone)
    if changed or summary.pruned:
        store.forget_unused()


def _asked(
    store: Store, files: Sequence[str], names: dict[str, int], settings: Settings, summary: RunSummary, report: Report
) -> Iterator[InputAsked]:
    """Ask for the files that need to be read, each noted before it is; `names` takes the names that they get."""
    reader = way_of_reading(settings)
    ended = store.underway()
    for at, file in enumerate(files):
        report("read", at, len(files))
        if "://" in file:  # whoever reads it fetches it, too
            name = unused(source_name(file), names)
            known = _known(store, name, settings)
            yield InputAsked(name=name, path=file, is_at_hand=False, reader=reader, known=known)
            continue
        opened = open_input(file, settings)
        name = unused(opened.source, names)  # two names of files that aren't UTF-8 may be written alike
        fingerprint = fingerprint_of(opened, reader)
        if fingerprint == _known(store, name, settings):
            summary.unchanged += 1
            continue
        store.set_underway([name])
        yield input_at_hand(file, opened, name=name, fingerprint=fingerprint, apart=name in ended)


def way_of_reading(settings: Settings) -> str:
    """Name the way that inputs are read: what reads them, and the settings that it asks."""
    return "|".join([read_by(settings.rules), *(str(getattr(settings, name)) for name in READ_WITH)])


def _known(store: Store, name: str, settings: Settings) -> str | None:
    """Give the fingerprint with which an input needs no reading: the same bytes were read before, in the same way.

    One that failed is read again where that is asked for, or the limits are other ones.
    """
    known = store.state_of(name)
    if known is None or settings.force:
        return None
    fingerprint, state = known
    if state != "failed":
        return fingerprint
    limits = _limits(settings)
    return fingerprint.removesuffix(limits) if fingerprint.endswith(limits) and not settings.retry_failed else None


def _limits(settings: Settings) -> str:
    return f"|{settings.limits}"


def _keep(store: Store, part: Part, settings: Settings) -> bool:
    """Keep some of what an input gave; where it can't be kept, that is its error. Say whether it could."""
    ends = (part.fingerprint, _limits(settings))
    try:
        store.keep_part(part.name, part.items, part.signatures, first=part.first, ends=ends if part.last else None)
    except (ValueError, OverflowError, sqlite3.ProgrammingError, sqlite3.IntegrityError) as error:
        message = f"what was read of it can't be kept, by a bug of ours: {type(error).__name__}: {error}"
        store.keep_part(part.name, [error_of(part.name, "failed", message)], {}, first=True, ends=ends)
        return False
    return True


def keep_found(store: Store, found: FoundRows, summary: RunSummary) -> None:
    """Keep what was found in some articles, and count it."""
    store.keep_rows(found.made_by, found.rows)
    summary.worked_on += len(found.rows)
    summary.words += found.words
    summary.failed += sum(failed != 0 for _, _, failed, _ in found.rows)
