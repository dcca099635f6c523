"""A process that does one task after the other for the run that started it, within limits that C code keeps too."""

import os
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from multiprocessing.connection import Connection
from typing import NamedTuple, TypeAlias

from pipeline.engines.memory import memory_limit
from pipeline.engines.tasks import Batch, FoundRows, InputAsked, Part, find, read_parts
from pipeline.errors import PressfactsError
from pipeline.garbage import collect_seldom
from pipeline.records import Article, article_id
from pipeline.settings import Settings
from pipeline.time_limits import end_with_the_block

Task: TypeAlias = InputAsked | Batch

_AT_ONCE = 0.05
"""Seconds in which a process that is started for a task hears of it; one without a task makes ready for articles."""

_TEXT = (
    "Orrin Foods buys a bakery\n\nLEEDS, 3 March 2025 – Orrin Foods Ltd. said on Monday that it would pay £2 million "
    "for a bakery. Sales rose 4 percent.\n\n“Bread is patient,” said Ann Lee, its chief executive.\n"
)
"""Something for every component to find."""


class Failure(NamedTuple):
    """What ends the run: an error that is the user's to mend, or the traceback of a bug."""

    kind: type[PressfactsError] | None
    text: str


class Started(NamedTuple):
    """The first that a process says: the number that the system knows it by."""

    number: int


class Ended(NamedTuple):
    """The end of what is read of an input; what was found in a batch is the end of that."""


Answer: TypeAlias = Part | FoundRows | Failure | Started | Ended


def serve(handle: int) -> None:
    """Do the tasks that come through a connection, until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl-C is the run's, which finishes what it has
    end_with_the_block()
    collect_seldom()
    with Connection(handle) as run:
        try:
            settings, today = run.recv()
            run.send(Started(os.getpid()))
            if not run.poll(_AT_ONCE):
                with suppress(Exception):  # what is wrong is said when there is a task
                    make_ready(settings)
            while True:
                task = run.recv()
                for answer in answers_to(task, settings, today):
                    run.send(answer)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            sys.exit()  # the run has ended


def answers_to(task: Task, settings: Settings, today: date) -> Iterator[Answer]:
    """Do a task; what goes wrong with more than one input comes as a Failure."""
    try:
        if isinstance(task, InputAsked):
            with memory_limit(settings.max_memory_mb):
                yield from read_parts(task, settings, today=today)
            yield Ended()
        else:
            make_ready(settings)
            with memory_limit(settings.max_memory_mb):
                found = find(task, settings)
            yield found
    except PressfactsError as error:
        yield Failure(type(error), str(error))
    except Exception:
        yield Failure(None, traceback.format_exc())


def read_a_first(settings: Settings) -> bool:
    """Work on a text as on any other, so that what comes with the first one is here; say whether that went well."""
    with suppress(Exception):  # who works on articles tries again, and says what is wrong
        make_ready(settings)
        find([Article(article_id=article_id(_TEXT), source="", text=_TEXT)], settings)
        return True
    return False


def make_ready(settings: Settings) -> None:
    """Load the pipeline, where it isn't yet."""
    from pipeline.engines.batch import load_once  # who only reads needs no spaCy

    load_once(settings)
