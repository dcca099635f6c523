"""A blob to articles and errors: sniffed, read, unpacked where it holds others, and built."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pipeline.errors import InputUnusable, PressfactsError
from pipeline.ingest.building import build_article
from pipeline.ingest.documents import NOTHING, Blob, Item, RawArticle
from pipeline.ingest.exports import documents_in
from pipeline.ingest.formats import FORMATS, reader_of
from pipeline.ingest.sniffing import format_of
from pipeline.records import InputError, InputWarning, Read
from pipeline.settings import Settings
from pipeline.time_limits import OutOfTime, time_limit


def read_blob(blob: Blob, settings: Settings, *, today: date) -> Iterator[Read]:
    """Read all articles of a blob; what can't be read becomes an error with the reason, and the rest goes on.

    A file whose next article takes longer than the settings allow is given up, and keeps what was read of it.
    """
    items = _read(blob, settings, today=today, depth=0)
    silent = True
    while True:
        try:
            with time_limit(settings.seconds_an_article):
                item = next(items, None)
        except OutOfTime:
            yield _error(blob, "too slow", f"reading took more than {settings.seconds_an_article} seconds an article")
            return
        if item is None:
            break
        silent = silent and isinstance(item, InputWarning)
        yield item
    if silent:
        yield _error(blob, "empty", "nothing in it is an article")


def _read(blob: Blob, settings: Settings, *, today: date, depth: int) -> Iterator[Read]:
    for item in _items(blob, settings):
        if isinstance(item, InputError | InputWarning):
            yield item
        elif isinstance(item, Blob):
            if depth >= settings.max_depth:
                yield _error(
                    item, "too deep", f"more than {settings.max_depth} archives in each other; unpack it first"
                )
            else:
                inner = replace(item, given=blob.given) if item.given == NOTHING else item
                yield from _read(inner, settings, today=today, depth=depth + 1)
        else:
            source = blob.source if item.key is None else f"{blob.source}#{item.key}"
            yield build_article(item, source=source, blob=blob, settings=settings, today=today)


def _items(blob: Blob, settings: Settings) -> Iterator[Item]:
    what = "this file"
    try:
        form = format_of(blob)
        what = FORMATS[form].what
        for item in reader_of(form)(blob, settings):
            yield from documents_in(item) if isinstance(item, RawArticle) else (item,)
    except InputUnusable as error:
        yield _error(blob, error.kind, str(error))
    except PressfactsError:
        raise
    except OSError as error:
        yield _error(blob, "unreadable", error.strerror or str(error))
    except Exception as error:
        yield _error(blob, "unreadable", f"{what} that can't be read: {type(error).__name__}: {error}"[:300])


def _error(blob: Blob, kind: str, message: str) -> InputError:
    return InputError(source=blob.source, stage="ingest", error=kind, message=" ".join(message.split()))
