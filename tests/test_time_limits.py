"""A limit counts the processor's time; in a process that was told so, it holds for C code too."""

import signal
import subprocess
import sys
import time

import pytest

from pipeline.time_limits import OutOfTime, time_limit


def compute(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_computing_too_long_is_ended() -> None:
    with pytest.raises(OutOfTime), time_limit(0.2):
        compute(20)


def test_waiting_counts_a_tenth() -> None:
    with time_limit(0.1):
        time.sleep(0.3)
    with pytest.raises(OutOfTime), time_limit(0.05):
        time.sleep(20)


def test_no_limit_is_left_behind() -> None:
    with time_limit(0.1):
        pass
    compute(0.3)
    assert signal.getitimer(signal.ITIMER_PROF) == signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_code_that_python_can_not_interrupt_ends_the_process() -> None:
    code = "import pipeline.time_limits as t\nt.end_with_the_block()\nwith t.time_limit(1):\n    sum(range(10**13))\n"
    done = subprocess.run([sys.executable, "-c", code], check=False, env={"PYTHONPATH": ":".join(sys.path)})
    assert done.returncode == -signal.SIGXCPU


def test_each_part_of_a_block_can_have_the_whole_time() -> None:
    with time_limit(0.5) as begin_anew:
        for _ in range(3):
            begin_anew()
            compute(0.3)
    with pytest.raises(OutOfTime), time_limit(0.2) as begin_anew:
        begin_anew()
        compute(5)
