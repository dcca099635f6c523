"""Regular expressions to what Python makes of them, kept as Python keeps its own bytecode.

Long alternatives of words take half a second to compile in every process; what came of it is read in a tenth of that.
What is kept is never needed: where it can't be read or written, or another Python made it, all is compiled as ever.
"""

import hashlib
import marshal
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from pipeline.files import write_atomically

LONG = 200
"""Letters from which on a pattern is worth keeping."""

_sre: Any = import_module("_sre")
_MADE_BY = (sys.version, _sre.MAGIC, _sre.CODESIZE)

Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, number of groups, and their names in both directions: what a compiled pattern is made of."""


class KeptPatterns:
    """The compiled patterns of a file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kept = _read(path)
        self._asked: dict[bytes, Code] = {}
        self._is_new = False

    def compile(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """Give a pattern, compiled."""
        key = hashlib.sha256(f"{int(flags)} {pattern}".encode("utf-8", "surrogatepass")).digest()
        try:
            code = self._kept.get(key) or self._asked.get(key) or self._compiled(pattern, flags)
            made = _pattern_of(pattern, code)
        except Exception:  # a Python that does it otherwise, or a file that was tampered with
            return re.compile(pattern, flags)
        self._asked[key] = code
        return made

    def _compiled(self, pattern: str, flags: int) -> Code:
        self._is_new = True
        return _code_of(pattern, int(flags))

    def keep(self) -> None:
        """Write what was asked for to the file, where some of it is not there yet."""
        if not self._is_new or sys.dont_write_bytecode:
            return
        self._is_new = False
        with suppress(OSError), write_atomically(self.path, "wb") as file:
            file.write(marshal.dumps((_MADE_BY, self._asked)))


def _read(path: Path) -> dict[bytes, Code]:
    try:
        made_by, kept = marshal.loads(path.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if made_by == _MADE_BY and isinstance(kept, dict) else {}


def _code_of(pattern: str, flags: int) -> Code:
    """Compile a pattern as `re` does."""
    parsed = import_module("re._parser").parse(pattern, flags)
    code = array("I", import_module("re._compiler")._code(parsed, flags)).tobytes()
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return flags | state.flags, code, state.groups - 1, dict(state.groupdict), tuple(names)


def _pattern_of(pattern: str, code: Code) -> re.Pattern[str]:
    flags, plain, groups, numbers, names = code
    made: re.Pattern[str] = _sre.compile(pattern, flags, array("I", plain).tolist(), groups, numbers, names)
    return made


@cache
def kept_patterns() -> KeptPatterns:
    """Give the patterns that are kept beside this file's own bytecode."""
    return KeptPatterns(Path(cache_from_source(__file__)).with_suffix(".patterns"))


def compile_once(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern, or take what was compiled of it before.

    >>> compile_once("a{200}" * 50).pattern == "a{200}" * 50
    True
    """
    return kept_patterns().compile(pattern, flags) if len(pattern) >= LONG else re.compile(pattern, flags)
