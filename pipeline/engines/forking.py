"""A process that loads the pipeline, reads a text with it, and is forked into those that work.

What is loaded, opened or compiled until then is so once, and in memory once.
"""

import gc
import os
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle

from pipeline.engines import child
from pipeline.engines.nursery import End, Order
from pipeline.garbage import collect_seldom


def serve(handle: int) -> None:
    """Do what the run orders, until it has ended; what was born here ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl-C is the run's, which finishes what it has
    collect_seldom()
    born = set[int]()
    with Connection(handle) as run, suppress(EOFError, BrokenPipeError, ConnectionResetError):
        settings, is_ready = run.recv(), False
        while True:
            order: Order = run.recv()
            if isinstance(order, End):
                run.send(_ended(order.number) if order.number in born else None)
                born.discard(order.number)
            else:
                theirs = recv_handle(run)
                if order.loaded and not is_ready:
                    is_ready = child.read_a_first(settings)
                    gc.freeze()  # what all have stays one in memory: nobody looks through it
                born.add(_born(run, theirs))
    for number in born:
        os.kill(number, signal.SIGKILL)
    for number in born:
        os.waitpid(number, 0)
    os._exit(0)  # nothing that was loaded is taken apart


def _born(run: Connection, theirs: int) -> int:
    number = os.fork()
    if number:
        os.close(theirs)
        return number
    try:
        run.close()
        child.serve(theirs)
    except SystemExit:
        os._exit(0)
    finally:
        os._exit(1)


def _ended(number: int) -> int:
    os.kill(number, signal.SIGKILL)  # it is ours until it is waited for, also where it has ended
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
