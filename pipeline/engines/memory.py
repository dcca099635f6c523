"""A block of work to the same block with a limit on the memory that it adds."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import resource
except ImportError:  # not on Windows
    resource = None  # type: ignore[assignment]

_HELD = Path("/proc/self/statm")
"""Where Linux says how many pages a process has; other systems don't hold programs to such limits anyway."""


@contextmanager
def memory_limit(megabytes: int) -> Iterator[None]:
    """Refuse memory to a block that takes more than so many MB beyond what the process has; 0 is no limit.

    Python raises MemoryError then; other code fails, or ends the process.
    """
    if resource is None or not _HELD.exists() or not megabytes:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    held = int(_HELD.read_text("ascii").split()[0]) * resource.getpagesize()
    wanted = held + megabytes * 1_000_000
    known = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([wanted, *known]), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
