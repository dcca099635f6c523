"""Files that appear whole or not at all, and the lines that they are written in."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

PARTIAL = ".pressfacts-partial"
"""How the name of a file ends that isn't written whole yet; other programs' files have other endings."""


@contextmanager
def write_atomically(path: Path, mode: str = "w") -> Iterator[IO[Any]]:
    """Open a file that takes the place of `path` when the block ends, and vanishes where the block fails.

    Text is UTF-8, halves of pairs (of names that aren't UTF-8) as escapes; its line ends are kept as written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}{PARTIAL}")
    try:
        with _opened(partial, mode, path) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
    finally:
        partial.unlink(missing_ok=True)


def _opened(partial: Path, mode: str, path: Path) -> IO[Any]:
    """Open a file in the place of another; an error names the one that was asked for."""
    text = {} if "b" in mode else {"encoding": "utf-8", "newline": "", "errors": "backslashreplace"}
    try:
        return partial.open(mode, **text)  # type: ignore[call-overload, no-any-return]
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


def remove_partials(folder: Path) -> None:
    """Remove what killed runs left half-written in a folder; only whoever holds the folder may do it."""
    for partial in folder.glob(f".*{PARTIAL}"):
        partial.unlink(missing_ok=True)


def numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    """Number the lines of JSONL, empty ones left out: a line feed alone ends one, not the U+2028 of a sentence.

    >>> list(numbered_lines('{"a": "x\\u2028y"}\\n\\n{}\\n'))
    [(1, '{"a": "x\\u2028y"}'), (3, '{}')]
    """
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


_QUOTED = re.compile(r'[",;|\x00-\x1f\x7f-\x9f\u2028\u2029]')
"""What a cell is quoted for, beside white space at its ends: whatever any program may take for its end, or a line's."""


def csv_line(cells: Iterable[object]) -> str:
    r"""Write cells as a line of CSV by RFC 4180.

    >>> csv_line(["a, b", 5, 'c "d" e', "plain"])
    '"a, b",5,"c ""d"" e",plain\n'
    """
    return ",".join(csv_quoted(str(cell)) for cell in cells) + "\n"


def csv_quoted(text: str) -> str:
    """Write a cell of CSV, in quotes where it needs them."""
    is_quoted = _QUOTED.search(text) is not None or text[:1].isspace() or text[-1:].isspace()
    return '"' + text.replace('"', '""') + '"' if is_quoted else text
