"""What a wire says of the standing of a story, withdrawn or under embargo, to a warning about it."""

import re
from collections.abc import Iterator

from pipeline.ingest.documents import Blob, warning
from pipeline.records import InputWarning

_WITHDRAWN = re.compile(r"(?:\w+:)?(?:cancel+ed|kill(?:ed)?|withdrawn|deleted)", re.IGNORECASE)
_WITHHELD = re.compile(r"(?:\w+:)?(?:withheld|embargo(?:ed)?|hold)", re.IGNORECASE)


def standing_said(
    blob: Blob, *, status: str | None, embargo: str | None, key: str | None = None
) -> Iterator[InputWarning]:
    """Warn of a story that its wire has withdrawn, or that may not be used before a time; it is read all the same."""
    if status and _WITHDRAWN.fullmatch(status.strip()):
        yield warning(
            blob, "withdrawn", "its wire has withdrawn this story, or asks to remove another; leave it out", key=key
        )
    elif embargo or (status and _WITHHELD.fullmatch(status.strip())):
        until = f" until {embargo}" if embargo else ""
        yield warning(blob, "embargo", f"its wire holds it back{until}", key=key)
