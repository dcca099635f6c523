"""Libraries that compute in as many threads as there are cores to libraries that use one: processes share the cores."""

import os

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1")
"""Where such libraries look for their number of threads when they are loaded."""


def compute_in_one_thread() -> None:
    """Have libraries that are yet to be loaded use one thread, unless the user says otherwise.

    Our matrices are small: threads wait for each other longer than they compute, and burn time while they wait.
    """
    for name, number in ONE_THREAD.items():
        os.environ.setdefault(name, number)
