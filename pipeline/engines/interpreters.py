"""A function of ours to a process that calls it: a Python that looks for modules where this one does."""

import json
import os
import subprocess
import sys
from pathlib import Path

from pipeline.threads import ONE_THREAD

_HERE = Path(__file__).parents[2]

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[2]); "
    "from pipeline.engines.{module} import serve; serve(int(sys.argv[1]))"
)


def start_serving(module: str, handle: int) -> "subprocess.Popen[bytes]":
    """Start a process that serves whoever has the other end of a connection; it never looks into the current folder."""
    path = [*filter(os.path.isabs, sys.path), str(_HERE)]
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _START.format(module=module), str(handle), json.dumps(path)],
        pass_fds=[handle],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **ONE_THREAD},
        process_group=0,  # a terminal sends ctrl-C to the run alone
    )
