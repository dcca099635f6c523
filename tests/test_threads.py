"""Libraries that compute are loaded with one thread, and only after that was said."""

import os
import subprocess
import sys

import numpy as np
import pytest
from threadpoolctl import ThreadpoolController

from pipeline.threads import ONE_THREAD, compute_in_one_thread, in_one_thread


def test_what_a_user_says_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "8")
    monkeypatch.delenv("MKL_NUM_THREADS", raising=False)
    compute_in_one_thread()
    assert (os.environ["OMP_NUM_THREADS"], os.environ["MKL_NUM_THREADS"]) == ("8", "1")


def test_the_command_line_says_it_before_numpy_is_loaded() -> None:
    code = "import pipeline.cli, sys; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False" and "OPENBLAS_NUM_THREADS" in ONE_THREAD


def test_a_library_that_reads_with_us_tells_nobody() -> None:
    code = "import pipeline.extract.model.encoder, os; print(os.environ['ORT_DISABLE_TELEMETRY'])"
    free = {name: value for name, value in os.environ.items() if name not in ONE_THREAD}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=free)
    assert done.stdout.strip() == "1"


def test_a_numpy_that_was_loaded_before_us_has_its_threads_back() -> None:
    assert np.__version__
    with ThreadpoolController().limit(limits=2, user_api="blas"):
        before = _threads()
        with in_one_thread():
            assert _threads() == {1}
        assert _threads() == before


def _threads() -> set[int]:
    return {one["num_threads"] for one in ThreadpoolController().info() if one["user_api"] == "blas"}
