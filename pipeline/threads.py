"""Libraries that start threads to libraries that use one: processes share the cores, and are forked."""

import os
from contextlib import AbstractContextManager
from functools import cache
from typing import Any

ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS", "ORT_DISABLE_TELEMETRY"), "1"
)
"""Where such libraries look for their number of threads when they are loaded; and onnxruntime, whether it has one that
tells its maker how it is used."""


def compute_in_one_thread() -> None:
    """Have libraries that are yet to be loaded use one thread, unless the user says otherwise.

    Our matrices are small: threads wait for each other longer than they compute, and burn time while they wait.
    """
    for name, number in ONE_THREAD.items():
        os.environ.setdefault(name, number)


def in_one_thread() -> AbstractContextManager[Any]:
    """Have numpy's matrices computed in one thread for a while, where it was loaded before us and may take all cores.

    Whoever calls us from a notebook has it loaded so; elsewhere this changes nothing.
    """
    limited: AbstractContextManager[Any] = _libraries().limit(limits=1, user_api="blas")
    return limited


@cache
def _libraries() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()
