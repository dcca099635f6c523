"""The files of a run to what the store keeps of them: new and changed ones are read, the others are as they were."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from pipeline.engines.fingerprint import read_by
from pipeline.ingest import blob_of, read_blob
from pipeline.ingest.documents import Blob
from pipeline.records import Article, InputError
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.summary import RunSummary


def read_inputs(
    store: Store,
    files: list[str],
    settings: Settings,
    summary: RunSummary,
    *,
    today: date,
    report: Callable[[str, int, int | None], None],
) -> None:
    """Read what is new or changed into the store; with `prune`, forget what is not among the files any more."""
    reader = f"{read_by()} {settings.any_language} {settings.text_column} {settings.title_column} " \
             f"{settings.id_column} {settings.published_column} {settings.max_article_chars}"  # fmt: skip
    summary.inputs = len(files)
    changed = False
    for at, file in enumerate(files):
        report("read", at, len(files))
        blob = blob_of(file)
        fingerprint = fingerprint_of(blob, reader)
        if fingerprint and is_known(store, blob.source, fingerprint, settings):
            summary.unchanged += 1
            continue
        changed = True
        items = read_blob(blob, settings, today=today)
        store.keep_input(blob.source, fingerprint or "", counted(items, summary))
    report("read", len(files), len(files))
    if settings.prune:
        gone = sorted(set(store.input_names()) - {"stdin" if file == "-" else file for file in files})
        store.forget_inputs(gone)
        summary.pruned, changed = len(gone), changed or bool(gone)
    if changed:
        store.forget_unused()


def is_known(store: Store, source: str, fingerprint: str, settings: Settings) -> bool:
    """Say whether an input needs no reading: the same bytes were read before, in the same way."""
    known = store.state_of(source)
    if known is None or known[0] != fingerprint or settings.force:
        return False
    return not (known[1] == "failed" and settings.retry_failed)


def fingerprint_of(blob: Blob, reader: str) -> str | None:
    """Name the bytes of a file and the way that they are read; None where the file can't be opened."""
    try:
        with blob.open() as file:
            return hashlib.file_digest(file, lambda: hashlib.sha256(reader.encode())).hexdigest()
    except OSError:
        return None


def counted(items: Iterable[Article | InputError], summary: RunSummary) -> Iterator[Article | InputError]:
    """Count what goes by."""
    for item in items:
        summary.documents += 1
        yield item
