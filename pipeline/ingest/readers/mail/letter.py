"""A letter, from whatever program: what its articles and its attachments are made of."""

from dataclasses import dataclass, field

from pipeline.ingest.documents import Blob


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter with its texts and what it carries."""

    subject: str | None = None
    sender: str | None = None
    address: str | None = None
    sent: str | None = None
    id: str | None = None
    plain: str = ""
    pages: tuple[str, ...] = ()
    """Its HTML parts."""
    attached: tuple[Blob, ...] = ()
    """Documents that it carries; the source of each begins with the letter's."""
    left_out: tuple[str, ...] = field(default=())
    """Names of pictures and the like that were attached."""
