"""Whole processes, start to end: `pressfacts run` from a file to its tables, and plain spaCy over the same texts."""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

CHILDREN = {
    "plain": "from pipeline.benchmarks.whole import read_plainly; read_plainly()",
    "pressfacts": "from pipeline.cli import console; console()",
}
LIMITS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
LIMITS["PYTHONDONTWRITEBYTECODE"] = ""
"""One thread, and code that is compiled once, as that of installed packages is."""


@dataclass(frozen=True, slots=True)
class Round:
    """Processor seconds of both in one turn."""

    plain: float
    pressfacts: float

    @property
    def ratio(self) -> float:
        """Give how many times as fast pressfacts was."""
        return self.plain / self.pressfacts


def read_plainly() -> None:
    """Read the texts of a JSONL file, the first argument, with the plain model: what a script with spaCy does."""
    import spacy

    from pipeline.benchmarks.contenders import PLAIN
    from pipeline.extract.model.files import model_folder

    nlp = spacy.load(model_folder(PLAIN))
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        for _ in nlp.pipe(json.loads(line)["text"] for line in file):
            pass


def compare(texts: Sequence[str], *, rounds: int) -> Iterator[Round]:
    """Measure both in turns, start-up included, each in a process of its own with one thread."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
        for number in range(rounds):
            out = Path(folder) / str(number)
            yield Round(
                seconds("plain", [str(path)]),
                seconds("pressfacts", ["run", str(path), "-o", str(out), "--quiet", "--workers", "0"]),
            )


def seconds(name: str, arguments: Sequence[str]) -> float:
    """Give the processor seconds, of user and system, that a process takes from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", CHILDREN[name], *arguments]
    subprocess.run(command, env={**os.environ, **LIMITS}, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report(rounds: Sequence[Round]) -> str:
    """Lay rounds out as a table, with the median ratio and its spread.

    >>> print(report([Round(4.0, 2.0), Round(4.4, 2.0), Round(4.0, 2.5)]))
    round    plain s  pressfacts s  ratio
    1           4.00          2.00   2.00
    2           4.40          2.00   2.20
    3           4.00          2.50   1.60
    median ratio 2.00, from 1.60 to 2.20
    """
    head = f"{'round':7} {'plain s':>8} {'pressfacts s':>13} {'ratio':>6}"
    lines = (f"{at:<7} {r.plain:8.2f} {r.pressfacts:13.2f} {r.ratio:6.2f}" for at, r in enumerate(rounds, 1))
    ratios = [one.ratio for one in rounds]
    last = f"median ratio {statistics.median(ratios):.2f}, from {min(ratios):.2f} to {max(ratios):.2f}"
    return "\n".join([head, *lines, last])
