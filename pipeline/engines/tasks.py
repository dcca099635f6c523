"""What an engine is asked to do, and what comes of it: plain values that cross to another process and back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import TypeAlias

from pipeline.compiling import kept_patterns
from pipeline.engines.input_fingerprint import fingerprint_of
from pipeline.errors import InputUnusable, PressfactsError
from pipeline.ingest import Blob, open_input, read_input
from pipeline.ingest.documents import blob_of_bytes
from pipeline.ingest.sniffing import format_of
from pipeline.records import Article, InputError, Read
from pipeline.rulebook.versions import applied_rulebook
from pipeline.settings import Settings
from pipeline.store.facts import Kept, kept_row
from pipeline.store.linking.surroundings import surroundings
from pipeline.store.similarity import signature
from pipeline.store.told import BESIDE, tell

CHUNK = 16
"""Items of an input that come at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputAsked:
    """An input that is to be read."""

    name: str
    """Name of the input in the store."""
    path: str
    is_at_hand: bool = True
    """Whether its bytes are here; whoever reads it fetches them, and finds out whether that was needed, where not."""
    fingerprint: str = ""
    """Of its bytes, where they are at hand and somebody compares it."""
    reader: str = ""
    """How it is read, for its fingerprint."""
    known: str | None = None
    """Fingerprint with which it needs no reading."""
    data: tuple[str, str, bytes] | None = None
    """Source, name and bytes, where they are at hand (standard input)."""
    size: int = 50_000
    """Its bytes; of what is to be fetched, a guess."""
    apart: bool = False
    """Whether a run ended while it was read: so it is read by a process of its own."""
    chunk: int = CHUNK


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some of what an input gave. The first one takes the place of all that was kept of the input before."""

    name: str
    fingerprint: str
    items: list[Read] = field(default_factory=list)
    signatures: Mapping[str, bytes] = field(default_factory=dict)
    """Of the texts, by article_id."""
    first: bool = False
    last: bool = False
    unchanged: bool = False
    """Whether the input was found to need no reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRows:
    """What was found in some articles, as rows that the store keeps."""

    made_by: str
    """What the pipeline was really made of that found it."""
    rows: list[Kept]
    words: int


Batch: TypeAlias = list[Article]


def read_parts(asked: InputAsked, settings: Settings, *, today: date) -> Iterator[Part]:
    """Read an input in parts; the last is empty, so that what was read is out before what could go wrong is tried."""
    opened = _opened(asked, settings)
    fingerprint = asked.fingerprint if asked.is_at_hand else fingerprint_of(opened, asked.reader)
    if not asked.is_at_hand and fingerprint == asked.known:
        yield Part(name=asked.name, fingerprint=fingerprint, unchanged=True, first=True, last=True)
        return
    items = read_safely(opened, settings, today=today)
    part = Part(name=asked.name, fingerprint=fingerprint, first=True)
    size = 1  # an input is one article, most often; what comes after it could be where reading ends
    while chunk := list(islice(items, size)):
        signatures = {item.article_id: signature(item.text) for item in chunk if isinstance(item, Article)}
        yield replace(part, items=chunk, signatures=signatures)
        part, size = replace(part, first=False), asked.chunk
    yield replace(part, last=True)


def _opened(asked: InputAsked, settings: Settings) -> Blob | InputError:
    if asked.data:
        return blob_of_bytes(*asked.data)
    return open_input(asked.path, settings)


_OURS = frozenset({"text", "json lines", "json", "csv", "sgml"})
"""Formats that are read by code of ours and of Python alone."""
_SMALL = 20_000_000
"""Bytes up to which such a file is read in whatever process, though it may be read whole."""


def is_harmless(asked: InputAsked, settings: Settings) -> bool:
    """Say whether an input can be read in the process of the run: a plain file, for which no process is started."""
    if not asked.is_at_hand:
        return False
    opened = _opened(asked, settings)
    if isinstance(opened, InputError):
        return True
    try:
        form = format_of(opened)
    except (InputUnusable, OSError):
        return True  # reading says the same
    except Exception:
        return False
    return form == "json lines" or (form in _OURS and asked.size <= _SMALL)


def read_safely(opened: Blob | InputError, settings: Settings, *, today: date) -> Iterator[Read]:
    """Read an input; where reading it fails in a way that nobody foresaw, give that as its error."""
    try:
        yield from read_input(opened, settings, today=today)
    except PressfactsError:
        raise
    except Exception as error:
        message = f"reading it failed by a bug of ours: {type(error).__name__}: {error}"
        yield error_of(opened.source, "failed", message)


def error_of(source: str, kind: str, message: str, stage: str = "ingest") -> InputError:
    """Make the error of an input, in one short line that any file can hold."""
    line = " ".join(message.encode("utf-8", "backslashreplace").decode().split())
    return InputError(source=source, stage=stage, error=kind, message=line[:300])


def find(batch: Batch, settings: Settings, *, as_of: str | None = None) -> FoundRows:
    """Find the facts of some articles, and say by what they were found; see `batch.load_once`."""
    from pipeline.engines.batch import extract_batch, load_once  # spaCy, which takes half a second

    maker, nlp = load_once(settings, as_of=as_of)
    facts = extract_batch(batch, settings, nlp=nlp)
    kept_patterns().keep()  # also those that were first needed now
    around = surroundings(applied_rulebook(settings.rules))
    for article, found in zip(batch, facts, strict=True):
        if not isinstance(found, InputError):
            found[BESIDE] = tell(article, found.get("mentions", ()), around)
    rows = [kept_row(article, found, limits=settings.limits) for article, found in zip(batch, facts, strict=True)]
    return FoundRows(made_by=maker, rows=rows, words=sum(article.words for article in batch))
