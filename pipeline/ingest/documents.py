"""What flows inside ingest: a blob of bytes in a format, and the raw article that a reader makes of it."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import BinaryIO, TypeAlias

from pipeline.errors import InputUnusable
from pipeline.ingest.decoding import guessed_encoding
from pipeline.records import InputError, InputWarning
from pipeline.settings import Settings

HEAD = 8192
"""Bytes that are looked at to see which format a blob is in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the carrier of a document says of it, a mail of its attachment, an archive of its page."""

    published: str | None = None
    publisher: str | None = None
    url: str | None = None


NOTHING = Given()


@dataclass(frozen=True)
class Blob:
    """Bytes that were found somewhere: a file, a member of an archive, an attachment, the standard input."""

    source: str
    """Path, URL or file#key: what the article's `source` begins with."""
    name: str
    """File name, for its suffix and for a date in it."""
    open: Callable[[], BinaryIO]
    charset: str | None = None
    """Encoding that whoever handed it over declared."""
    given: Given = NOTHING
    size: int | None = None
    """Number of its bytes, where they are in memory."""

    @cached_property
    def head(self) -> bytes:
        """Give the first bytes."""
        with self.open() as file:
            return file.read(HEAD)

    @property
    def suffix(self) -> str:
        """Give the suffix of the name, in lower case, without the dot and without what a browser puts behind it."""
        name = self.name.lower().removesuffix(".download")
        return name.rpartition(".")[2] if "." in name else ""

    def read(self, settings: Settings) -> bytes:
        """Read all bytes; raises InputUnusable where they are more than the settings allow."""
        limit = settings.max_file_mb * 1_000_000
        with self.open() as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise InputUnusable(
                f"larger than {settings.max_file_mb} MB; raise max_file_mb to read it", kind="too large"
            )
        return data


def blob_of_bytes(source: str, name: str, data: bytes, *, charset: str | None = None, given: Given = NOTHING) -> Blob:
    """Make a blob of bytes in memory."""
    return Blob(source, name, lambda: io.BytesIO(data), charset, given, len(data))


def warning(blob: Blob, kind: str, message: str, *, key: str | None = None) -> InputWarning:
    """Make a warning about a blob, or about one of the articles that it holds."""
    return InputWarning(source=f"{blob.source}#{key}" if key else blob.source, warning=kind, message=message)


def guess_said(blob: Blob, data: bytes) -> Iterator[InputWarning]:
    """Warn where only likelihood told in which encoding a text is."""
    if name := guessed_encoding(data, blob.charset):
        yield warning(
            blob, "guessed encoding", f"read as {name}, which nothing states; save it as UTF-8 if it looks wrong"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """An article as its format states it, before cleaning."""

    text: str
    title: str | None = None
    """Headline that is given apart from the text."""
    published: str | None = None
    """Publication date as the metadata print it."""
    dated: str | None = None
    """Day that the page around it prints, where neither metadata nor a dateline state one."""
    source_id: str | None = None
    key: str | None = None
    """What tells it from the others of its file; None where the file is one article."""
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)
    """Cells of its row that none of these fields takes."""
    as_it_is: bool = False
    """Whether the text is data whose offsets others count in (JSONL, CSV), so that nothing in it is repaired."""


Item: TypeAlias = RawArticle | Blob | InputError | InputWarning
Reader: TypeAlias = Callable[[Blob, Settings], Iterator[Item]]
