"""The files of a run to what the store keeps of them: new and changed ones are read, the others are as they were."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from os import PathLike

from pipeline.engines.fingerprint import read_by
from pipeline.ingest import Blob, covers, find_files, open_input, read_input, source_name
from pipeline.ingest.keys import unused
from pipeline.records import InputError, Read
from pipeline.runs.summary import RunSummary
from pipeline.settings import Settings
from pipeline.store import Store

READ_WITH = (
    "any_language", "day_first", "ocr", "text_column", "title_column", "id_column", "published_column", "max_file_mb",
    "max_article_chars", "max_members", "max_unpacked_mb", "max_depth", "seconds_an_article",
)  # fmt: skip
"""Settings that change what is read of a file."""


CHUNK = 1 << 20


def read_inputs(
    store: Store,
    paths: Sequence[str | PathLike[str]],
    settings: Settings,
    summary: RunSummary,
    *,
    today: date,
    report: Callable[[str, int, int | None], None],
) -> None:
    """Read what is new or changed into the store; with `prune`, forget what was read of the paths and is gone."""
    files = find_files(paths)
    reader = "|".join([read_by(settings.rules), *(str(getattr(settings, name)) for name in READ_WITH)])
    summary.inputs = len(files)
    changed = False
    names: dict[str, int] = {}
    for at, file in enumerate(files):
        report("read", at, len(files))
        opened = open_input(file, settings)
        name = unused(opened.source, names)  # two names of files that aren't UTF-8 may be written alike
        fingerprint = fingerprint_of(opened, reader)
        if is_known(store, name, fingerprint, settings):
            summary.unchanged += 1
            continue
        changed = True
        items = counted(read_input(opened, settings, today=today), summary)
        store.keep_input(name, fingerprint, items)
    report("read", len(files), len(files))
    if settings.prune:
        left = set(store.input_names()) - names.keys()
        given = [source_name(os.fspath(path)) for path in paths]
        gone = sorted(name for name in left if covers(given, name))
        store.forget_inputs(gone)
        summary.pruned = len(gone)
    if changed or summary.pruned:
        store.forget_unused()


def is_known(store: Store, source: str, fingerprint: str, settings: Settings) -> bool:
    """Say whether an input needs no reading: the same bytes were read before, in the same way."""
    known = store.state_of(source)
    if known is None or known[0] != fingerprint or settings.force:
        return False
    return not (known[1] == "failed" and settings.retry_failed)


def fingerprint_of(opened: Blob | InputError, reader: str) -> str:
    """Name the bytes of an input and the way that they are read; where it can't be opened, the error."""
    digest = hashlib.sha256(reader.encode())
    if isinstance(opened, InputError):
        digest.update(opened.error.encode())
        return digest.hexdigest()
    try:
        with opened.open() as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    except OSError as error:
        digest.update(str(error.strerror).encode())
    return digest.hexdigest()


def counted(items: Iterable[Read], summary: RunSummary) -> Iterator[Read]:
    """Count what goes by."""
    for item in items:
        summary.documents += 1
        yield item
