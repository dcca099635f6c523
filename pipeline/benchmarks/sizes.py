"""Whole runs over few and over many articles: time an article should not grow with their number, nor memory."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from sqlite3 import Connection

from pipeline.benchmarks.multiplied import make_store
from pipeline.benchmarks.pages import times_of
from pipeline.benchmarks.varied import varied
from pipeline.engines.choice import engine_for
from pipeline.engines.fingerprint import made_by
from pipeline.export.run_folder import write_tables
from pipeline.garbage import collect_seldom
from pipeline.records import Article
from pipeline.run import find_missing_facts
from pipeline.runs.inputs import read_inputs
from pipeline.runs.summary import RunSummary
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.store.entities import link_entities
from pipeline.store.facts import Facts
from pipeline.store.lock import locked
from pipeline.version import __version__

FORMATS = ("csv", "xlsx", "parquet")


@dataclass(frozen=True, slots=True)
class Size:
    """What a run over some articles took, in processor seconds, megabytes and milliseconds."""

    articles: int
    seconds: dict[str, float]
    """By stage: `read`, `extract`, `link`, `publish` without linking, and each format."""
    megabytes: dict[str, float]
    """Of memory after each stage, and of the store."""
    pages: dict[str, float]
    """Milliseconds that each page of the review takes."""


def measure(texts: Sequence[str], sizes: Sequence[int], *, formats: Sequence[str] = FORMATS) -> Iterator[Size]:
    """Run over so many articles each time, in a process of its own."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="pressfacts-") as folder:
            source = Path(folder) / "articles.jsonl"
            with source.open("w", encoding="utf-8") as file:
                for number, text in enumerate(varied(texts, size)):
                    day = f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
                    file.write(json.dumps({"id": str(number), "published": day, "text": text}) + "\n")
            yield _apart([str(source), folder, *formats])


def measure_tables(
    found: Sequence[tuple[Article, Facts]], sizes: Sequence[int], *, formats: Sequence[str] = FORMATS
) -> Iterator[Size]:
    """Make the tables of so many articles each time, with what was found in a few, of other names, for their facts."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="pressfacts-") as folder:
            make_store(Path(folder), found, size)
            yield _apart(["", folder, *formats])


def _apart(arguments: Sequence[str]) -> Size:
    code = "from pipeline.benchmarks.sizes import child; child()"
    done = subprocess.run([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, check=True)
    return Size(**json.loads(done.stdout.splitlines()[-1]))


def child() -> None:
    """Work on a file, the first argument, in a folder, the second, and print what that took.

    Without a file, make the tables of what the folder's store keeps.
    """
    source, place, *formats = sys.argv[1:]
    collect_seldom()
    size = stages(source, Path(place) / "run", formats) if source else tables(Path(place), formats)
    print(json.dumps(asdict(size)))


class Spent:
    """The processor seconds of each stage of a run, and the most memory up to its end."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.megabytes: dict[str, float] = {}

    @contextmanager
    def on(self, stage: str) -> Iterator[None]:
        """Measure a stage."""
        since = time.process_time()
        yield
        self.seconds[stage] = time.process_time() - since
        self.megabytes[stage] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def stages(source: str, folder: Path, formats: Sequence[str]) -> Size:
    """Do what a run does, stage by stage in this process, and ask for the pages of its review."""
    settings, summary, spent = Settings(output=str(folder), workers=0), RunSummary(started=0), Spent()
    maker = made_by(None, settings.rules)
    engine = engine_for(settings, maker=maker, today=date.today())
    with locked(folder), Store(folder) as store:
        with spent.on("read"):
            read_inputs(store, [source], settings, summary, engine=engine, report=lambda *_: None)
        with spent.on("extract"):
            find_missing_facts(store, engine, maker, settings, summary, lambda *_: None)
        engine.close()
        return finish(store, folder, formats, spent)


def tables(folder: Path, formats: Sequence[str]) -> Size:
    """Do what a run does when all facts are found."""
    with Store(folder) as store:
        return finish(store, folder, formats, Spent())


def finish(store: Store, folder: Path, formats: Sequence[str], spent: Spent) -> Size:
    """Link, publish and write what a store keeps, and ask for the pages of its review."""
    linking = Spent()

    def link(connection: Connection) -> None:
        with linking.on("link"):
            link_entities(connection)

    with spent.on("publish"):
        store.publish(link)
        store.make_searchable()
    spent.seconds["link"] = linking.seconds["link"]
    spent.seconds["publish"] -= spent.seconds["link"]
    for name in formats:
        with spent.on(name):
            write_tables(store.rows, folder, [name], version=__version__)
    pages = {name: milliseconds for name, milliseconds, _ in times_of(folder)}
    size = sum(path.stat().st_size for path in folder.glob("pressfacts.sqlite*")) / 1e6
    return Size(store.counts()["articles"], spent.seconds, spent.megabytes | {"store": size}, pages)


SECONDS = ("read", "extract", "link", "publish", *FORMATS)


def report(sizes: Sequence[Size]) -> str:
    """Lay sizes out as a table: milliseconds of processor time an article, megabytes, and the slowest page.

    >>> print(report([Size(1000, {"read": 1.0, "extract": 20.0}, {"extract": 300.0, "store": 5.0}, {"all": 7.0})]))
    processor ms an article         1,000
    read                             1.00
    extract                         20.00
    memory, MB, after
    extract                           300
    store, kB an article              5.0
    slowest page, ms                  7.0
    """
    lines = ["processor ms an article  " + "".join(f"{one.articles:12,}" for one in sizes)]
    for name in SECONDS:
        if all(name in one.seconds for one in sizes):
            lines.append(f"{name:25}" + "".join(f"{1000 * one.seconds[name] / one.articles:12.2f}" for one in sizes))
    lines.append("memory, MB, after")
    for name in SECONDS:
        if all(name in one.megabytes for one in sizes):
            lines.append(f"{name:25}" + "".join(f"{one.megabytes[name]:12.0f}" for one in sizes))
    lines.append(f"{'store, kB an article':25}" + _cells(1000 * one.megabytes["store"] / one.articles for one in sizes))
    lines.append(f"{'slowest page, ms':25}" + _cells(max(one.pages.values()) for one in sizes))
    return "\n".join(lines)


def _cells(numbers: Iterable[float]) -> str:
    return "".join(f"{number:12.1f}" for number in numbers)
