"""A blob to articles and errors: sniffed, read, unpacked where it holds others, and built."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

from pipeline.errors import InputUnusable, PressfactsError
from pipeline.ingest.building import build_article
from pipeline.ingest.cleaning import well_formed
from pipeline.ingest.documents import NOTHING, Blob, Item, RawArticle
from pipeline.ingest.exports import documents_in
from pipeline.ingest.formats import FORMATS, reader_of
from pipeline.ingest.keys import unused
from pipeline.ingest.sniffing import format_of
from pipeline.ingest.totals import Total
from pipeline.records import InputError, InputWarning, Read
from pipeline.settings import Settings
from pipeline.time_limits import OutOfTime, time_limit


def read_blob(blob: Blob, settings: Settings, *, today: date) -> Iterator[Read]:
    """Read all articles of a blob; what can't be read becomes an error with the reason, and the rest goes on.

    A file whose next article takes longer than the settings allow is given up, and keeps what was read of it. All
    sources differ.
    """
    items = _read(blob, settings, Total(settings), today=today, depth=0)
    used: dict[str, int] = {}
    silent = True
    while True:
        try:
            with time_limit(settings.seconds_an_article):
                item = next(items, None)
        except OutOfTime:
            yield _error(
                blob,
                "too slow",
                f"reading took more than seconds_an_article ({settings.seconds_an_article}); raise it to try again",
            )
            return
        if item is None:
            break
        silent = silent and isinstance(item, InputWarning)
        yield with_own_source(as_text(item), used)
    if silent:
        yield _error(blob, "empty", "nothing in it is an article")


def as_text(item: Read) -> Read:
    """Give an item whose fields all are text that a file can hold."""
    texts = {field.name: getattr(item, field.name) for field in fields(item)}
    cleaned = {name: well_formed(text) for name, text in texts.items() if isinstance(text, str)}
    changed: dict[str, Any] = {name: text for name, text in cleaned.items() if text != texts[name]}
    return replace(item, **changed) if changed else item


def with_own_source(item: Read, used: dict[str, int]) -> Read:
    """Give an item with a source that no other of its kind has; warnings may be about the same thing."""
    if isinstance(item, InputWarning):
        return item
    # Of articles and of each kind of error there is one of a source.
    kind = f"{item.error}\0" if isinstance(item, InputError) else "\0"
    source = unused(kind + item.source, used).removeprefix(kind)
    return item if source == item.source else replace(item, source=source)


def _read(blob: Blob, settings: Settings, total: Total, *, today: date, depth: int) -> Iterator[Read]:
    for item in _items(blob, settings):
        if isinstance(item, InputError | InputWarning):
            yield item
        elif isinstance(item, Blob):
            if depth >= settings.max_depth:
                yield _error(
                    item, "too deep", f"more than {settings.max_depth} archives in each other; unpack it first"
                )
            else:
                inner = total.counted(replace(item, given=blob.given) if item.given == NOTHING else item)
                if not total.reason:
                    yield from _read(inner, settings, total, today=today, depth=depth + 1)
        else:
            source = blob.source if item.key is None else f"{blob.source}#{item.key}"
            yield build_article(item, source=source, blob=blob, settings=settings, today=today)
        if total.reason:
            # Said once, by the outermost archive; what was read of it is kept.
            if depth == 0:
                yield _error(blob, "too large", f"{total.reason}; the rest of it was left out")
            return


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
    except MemoryError:
        message = f"reading it took more memory than max_memory_mb ({settings.max_memory_mb:,}); raise it to try again"
        yield _error(blob, "too large", message)
    except Exception as error:
        yield _error(blob, "unreadable", f"{what} that can't be read: {type(error).__name__}: {error}"[:300])


def _error(blob: Blob, kind: str, message: str) -> InputError:
    return InputError(source=blob.source, stage="ingest", error=kind, message=" ".join(message.split()))
