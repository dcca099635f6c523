"""Loaded by the test's workers before their work: an input named deadly.txt ends the process that reads it."""

import os
from typing import Any

from pipeline.runs import inputs

_open = inputs.open_input if inputs.open_input.__name__ != "_die" else inputs.open_input.__globals__["_open"]


def _die(path: str, *others: Any) -> Any:
    if path.endswith("deadly.txt"):
        os._exit(1)
    return _open(path, *others)


inputs.open_input = _die
