"""Runs on a cluster of which somebody is killed, and finished: `python -m tests.cluster.kills 50` says what was lost.

A worker of the cluster, the process in which it reads, the run, or the scheduler with all its workers is killed at
random moments of the run's usual length, in up to three runs. Then the same command finishes, and the shards as well
as the tables merged of them must be those of an undisturbed run, byte by byte.
"""

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import distributed

from pipeline.cluster import dask
from pipeline.cluster.merge import merge_shards
from pipeline.cluster.run import run_on_cluster
from pipeline.errors import UsageError
from pipeline.settings import Settings
from pipeline.store.lock import NAME as LOCK
from tests.kills import Place, children_of, faults, finish, in_a_copy, make_place
from tests.small_runs import TODAY, run_on, tables

ARTICLES, WORKERS = 8, 2
LONGEST = 900
"""Seconds after which a run that was disturbed is taken to wait for ever."""


class Cluster:
    """A scheduler and two workers, in processes of their own; started anew where they were killed."""

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Start it, and wait for its address."""
        reads, writes = os.pipe()
        self.number = in_a_copy(lambda: self._serve(writes), Path(os.devnull))
        os.close(writes)
        with os.fdopen(reads, encoding="ascii") as said:
            self.address = said.readline().strip()

    @staticmethod
    def _serve(writes: int) -> None:
        os.setpgid(0, 0)
        with distributed.LocalCluster(
            n_workers=WORKERS, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as cluster:
            os.write(writes, f"{cluster.scheduler_address}\n".encode())
            signal.pause()

    def mend(self) -> None:
        """Start it anew where it has lost workers for good, as it does that are killed while they start."""
        if len(self.workers()) < WORKERS:
            self.end()
            self.start()

    def workers(self) -> list[int]:
        """List the workers' processes."""
        return [child for child in children_of(self.number) if b"spawn_main" in _command(child)]

    def readers(self) -> list[int]:
        """List the processes in which the workers read."""
        return [child for worker in self.workers() for child in children_of(worker)]

    def end(self) -> None:
        """Kill all of it."""
        with suppress(ProcessLookupError):
            os.killpg(self.number, signal.SIGKILL)
        os.waitpid(self.number, 0)


def _command(process: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{process}/cmdline").read_bytes()
    return b""


def start(place: Place, dataset: Path, cluster: Cluster) -> int:
    """Start a run into a data set in a copy of this process; give its number."""
    settings = Settings(output=str(dataset), model=place.model, engine="dask", scheduler=cluster.address, shard=4)

    def work() -> None:
        with suppress(UsageError):  # that the scheduler has gone is said in a sentence
            run_on_cluster([str(place.folder)], settings, today=TODAY)

    return in_a_copy(work, dataset.with_suffix(".log"))


def ended(run: int, dataset: Path) -> str:
    """Wait for a run, though not for ever; give what it said of a failure."""
    until = time.monotonic() + LONGEST
    while os.waitid(os.P_PID, run, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        if time.monotonic() > until:
            os.kill(run, signal.SIGKILL)
            os.waitpid(run, 0)
            return "waits for ever"
        time.sleep(0.1)
    return finish(run, dataset)


def disturb(place: Place, dataset: Path, cluster: Cluster, length: float, chance: random.Random) -> Iterator[str]:
    """Kill somebody in up to three runs behind each other; say who was killed, and what came of it."""
    for _ in range(chance.randint(1, 3)):
        yield from disturb_once(place, dataset, cluster, length, chance)
        cluster.mend()


def disturb_once(place: Place, dataset: Path, cluster: Cluster, length: float, chance: random.Random) -> Iterator[str]:
    """Kill one or two at random moments of a run."""
    run, begun = start(place, dataset, cluster), time.monotonic()
    for moment in sorted(chance.uniform(0, 1) * length for _ in range(chance.randint(1, 2))):
        time.sleep(max(0.0, moment - (time.monotonic() - begun)))
        kind = chance.choices(["worker", "reader", "run", "scheduler"], [3, 4, 6, 0.5])[0]
        if kind == "run":
            os.kill(run, signal.SIGKILL)
            yield "run" if os.WIFSIGNALED(os.waitpid(run, 0)[1]) else "nobody: the run had ended"
            return
        if kind == "scheduler":
            cluster.end()
            cluster.start()
        elif victims := cluster.workers() if kind == "worker" else cluster.readers():
            with suppress(ProcessLookupError):
                os.kill(chance.choice(victims), signal.SIGKILL)
        else:
            kind = f"nobody: no {kind} had started"
        yield kind
        if kind == "scheduler":
            break
    if said := ended(run, dataset):
        yield f"failed: {said}"


def shards_of(dataset: Path) -> dict[str, bytes]:
    """Give the files of a data set, but for what is packed with the time of its packing, or names a process."""
    files = (path for path in dataset.rglob("*") if path.is_file() and path.suffix != ".gz")
    others = ("manifest.json", LOCK)
    return {str(path.relative_to(dataset)): path.read_bytes() for path in files if path.name not in others}


def differences(place: Place, dataset: Path, shards: dict[str, bytes], expected: dict[str, bytes]) -> Iterator[str]:
    """Say what differs from an undisturbed data set, and from the tables of one machine."""
    found = shards_of(dataset)
    yield from sorted(name for name in shards.keys() | found.keys() if shards.get(name) != found.get(name))
    merged = dataset.with_suffix(".merged")
    shutil.rmtree(merged, ignore_errors=True)
    merge_shards(str(dataset), Settings(output=str(merged), model=place.model))
    yield from faults(merged, expected)


def main(count: int, seed: int = 1) -> int:
    """Disturb so many runs; print what came of each, and give 1 where one of them differs."""
    chance, killed, wrong = random.Random(seed), Counter[str](), 0
    dask.ALONE = 30
    with tempfile.TemporaryDirectory() as folder:
        place, cluster = make_place(Path(folder), ARTICLES), Cluster()
        try:
            run_on(place.folder, Path(folder) / "alone", place.model)
            expected, whole, begun = tables(Path(folder) / "alone"), Path(folder) / "whole", time.monotonic()
            if said := ended(start(place, whole, cluster), whole):
                raise RuntimeError(said)
            shards, length = shards_of(whole), time.monotonic() - begun
            print(f"a run of {length:.1f} s, disturbed from now on:", flush=True)
            dataset = Path(folder) / "set"  # of one name, so that a worker who lives goes on with what it has loaded
            for number in range(count):
                shutil.rmtree(dataset, ignore_errors=True)
                kills = list(disturb(place, dataset, cluster, length, chance))
                said = ended(start(place, dataset, cluster), dataset)
                found = [said] if said else list(differences(place, dataset, shards, expected))
                found += [kill for kill in kills if kill.startswith("failed")]
                wrong += bool(found)
                killed.update(kill for kill in kills if not kill.startswith("failed"))
                print(f"{number + 1}: killed {kills}: {found or 'the same shards and tables'}", flush=True)
        finally:
            cluster.end()
    total = sum(many for kind, many in killed.items() if not kind.startswith("nobody"))
    print(f"{count} runs of {length:.1f} s, {total} kills: {dict(killed)}; {wrong} runs differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
