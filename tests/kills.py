"""Runs that are killed at random places, and finished: `python -m tests.kills 100` says whether anything was lost.

Half of them work in one process, half with two workers, of which some are killed alone, without the run. Each is killed
up to three times, then finished by the same command, and its tables must be those of an undisturbed run, byte by byte.
"""

import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.store import Store
from tests.small_runs import blank_model, run_on, tables, write_articles

ARTICLES = 40


@dataclass(frozen=True)
class Place:
    """Where runs are killed: what they read, and with which model."""

    folder: Path
    model: str


def make_place(folder: Path, articles: int = ARTICLES) -> Place:
    """Make a folder of everything that is read in another way: files, containers, an archive, what is broken."""
    source = write_articles(folder / "in", articles)
    lines = [{"id": str(n), "text": f"Volta Foods sold {n} ovens for £{n} million on 3 March 2025."} for n in range(80)]
    (source / "many.jsonl").write_text(
        "\n".join([*map(json.dumps, lines[:40]), "{broken", *map(json.dumps, lines[40:])])
    )
    page = "<html><body><h1>Bakery {0}</h1><p>{1}</p></body></html>"
    for number in range(6):
        text = f"Orrin Foods said on Monday that it had paid £{number + 3} million for bakery {number}. " * 3
        (source / f"page{number}.html").write_text(page.format(number, text))
    with zipfile.ZipFile(source / "packed.zip", "w") as archive:
        for number in range(12):
            archive.writestr(f"{number}.txt", f"Kasoa Ltd, which has {number} ports, paid €{number} million in 2024.\n")
    (source / "empty.txt").write_text("")
    (source / "twin.txt").write_bytes((source / "000.txt").read_bytes())
    return Place(source, blank_model(folder / "model"))


def start(place: Place, output: Path, workers: int) -> int:
    """Start a run in a copy of this process, which has loaded all that it needs; give its number."""
    return in_a_copy(lambda: run_on(place.folder, output, place.model, workers=workers), output.with_suffix(".log"))


def in_a_copy(work: Callable[[], object], log: Path) -> int:
    """Work in a copy of this process, and log what fails; give its number."""
    if number := os.fork():
        return number
    try:
        work()
    except BaseException:
        log.write_text(traceback.format_exc(), "utf-8")
        os._exit(1)
    os._exit(0)


def children_of(process: int) -> list[int]:
    """List the processes that a process has started, and those that these have, on Linux."""
    with suppress(OSError):
        threads = Path(f"/proc/{process}/task").iterdir()
        own = [int(child) for thread in threads for child in (thread / "children").read_text("ascii").split()]
        return [*own, *(other for child in own for other in children_of(child))]
    return []


def finish(run: int, output: Path) -> str:
    """Wait for a run; give what it said of a failure, and nothing where it went well."""
    code = os.waitstatus_to_exitcode(os.waitpid(run, 0)[1])
    log = output.with_suffix(".log")
    return "" if code == 0 else f"exit code {code}: {log.read_text('utf-8') if log.is_file() else ''}"


def disturb(place: Place, output: Path, workers: int, length: float, chance: random.Random) -> Iterator[str]:
    """Kill a run into a folder up to three times, or one of its workers; say what was killed."""
    for _ in range(chance.randint(1, 3)):
        run = start(place, output, workers)
        time.sleep(chance.uniform(0, 1) * length)
        victims = children_of(run)
        if victims and chance.random() < 0.4:
            with suppress(ProcessLookupError):
                os.kill(chance.choice(victims), signal.SIGKILL)
            yield "worker"
            if said := finish(run, output):
                yield f"failed: {said}"
            return
        os.kill(run, signal.SIGKILL)
        yield "run" if os.WIFSIGNALED(os.waitpid(run, 0)[1]) else "nothing: it had ended"


def whole(place: Place, output: Path, workers: int) -> float:
    """Run undisturbed; give the seconds that it took."""
    begun = time.monotonic()
    if said := finish(start(place, output, workers), output):
        raise RuntimeError(said)
    return time.monotonic() - begun


def faults(output: Path, expected: dict[str, bytes]) -> Iterator[str]:
    """Say what differs from an undisturbed run, or was left behind."""
    yield from (name for name, data in tables(output).items() if data != expected[name])
    yield from (path.name for path in output.glob(".*partial"))
    with Store(output) as store:
        yield from (f"still underway: {name}" for name in sorted(store.underway()))


def main(count: int, seed: int = 1) -> int:
    """Kill so many runs; print what came of each, and give 1 where one of them differs."""
    chance, killed, wrong = random.Random(seed), Counter[str](), 0
    with tempfile.TemporaryDirectory() as folder:
        place = make_place(Path(folder))
        run_on(place.folder, Path(folder) / "warm", place.model)
        lengths = {workers: whole(place, Path(folder) / f"whole{workers}", workers) for workers in (0, 2)}
        expected = tables(Path(folder) / "whole0")
        for number in range(count):
            workers, output = (0, 2)[number % 2], Path(folder) / f"out{number}"
            kills = list(disturb(place, output, workers, lengths[workers], chance))
            said = finish(start(place, output, workers), output)
            found = [said] if said else list(faults(output, expected))
            wrong += bool(found)
            killed.update(f"{kill} ({workers} workers)" for kill in kills)
            print(f"{number + 1}: {workers} workers, killed {kills}: {found or 'the same tables'}", flush=True)
    print(f"{count} runs, {sum(killed.values())} kills: {dict(killed)}; {wrong} runs differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
