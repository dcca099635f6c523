"""The machine to how many processes may compute on it at once."""

import math
import os
from pathlib import Path

_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def usable_cores(quota: Path = _QUOTA) -> int:
    """Give the number of cores that this process may use: as it is bound to, and as a container allows."""
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(bound, _allowed(quota) or bound))


def _allowed(quota: Path) -> int | None:
    try:
        most, period = quota.read_text("ascii").split()
        return None if most == "max" else math.ceil(int(most) / int(period))
    except (OSError, ValueError):
        return None
