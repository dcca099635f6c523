"""What a run wrote: the texts of its articles and the rows of its tables, by key."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.evaluation.gold import Span
from pipeline.export.cells import cell
from pipeline.extract.names.candidates import Candidate
from pipeline.plain import reader
from pipeline.settings import STORE
from pipeline.store import Store
from pipeline.tables import TABLES

Row = Mapping[str, str]
"""A row as it was written: the text of each cell by column."""


@dataclass(frozen=True)
class Exported:
    """A run as it was exported: texts by article_id, sources (and the inputs' own ids) by article_id, rows by table."""

    texts: Mapping[str, str]
    sources: Mapping[str, Sequence[str]] = field(default_factory=dict)
    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    @cached_property
    def by_source(self) -> dict[str, list[str]]:
        """Map a source, the last part of its path, or an input's own id to the articles that it may mean."""
        articles: dict[str, list[str]] = defaultdict(list)
        for article_id, names in self.sources.items():
            for name in {form for given in names for form in (given, given.rsplit("/", 1)[-1])}:
                articles[name].append(article_id)
        return dict(articles)

    @cached_property
    def by_number(self) -> dict[float, str]:
        """Map the number that a spreadsheet takes an all-digit id for to the article."""
        return {float(i): i for i in self.texts if _is_number(i)}

    def article(self, given: str) -> str | None:
        """Find an article by its id, also where a spreadsheet turned the id into a number (1.23457E+15)."""
        if given in self.texts:
            return given
        if not _is_number(given):
            return None
        near = [i for number, i in self.by_number.items() if abs(number - float(given)) <= abs(number) * 1e-5]
        return near[0] if len(near) == 1 else None

    @cached_property
    def named(self) -> dict[str, list[Candidate]]:
        """Give the mentions of each article as rules see them, in the order of the text."""
        named: dict[str, list[Candidate]] = defaultdict(list)
        for row in self.rows("mentions"):
            one = Candidate(int(row["start_char"]), int(row["end_char"]), row["label"], row.get("found_by", ""))
            named[row["article_id"]].append(one)
        return {article: sorted(found) for article, found in named.items()}

    @cached_property
    def spans(self) -> dict[str, tuple[Span, ...]]:
        """Give the mentions of each article, in the order of the text."""
        return {article: tuple(Span(*one[:3]) for one in found) for article, found in self.named.items()}

    def rows(self, table: str) -> Sequence[Row]:
        """Give the rows of a table; none where the run has no such table."""
        return self.tables.get(table, ())


def _is_number(text: Any) -> bool:
    try:
        return float(text) < float("inf")
    except ValueError:
        return False


def _written(kind: type) -> Callable[[Any], str]:
    """Give the function that writes a stored value of a type as its cell."""
    if kind in (str, int):
        return lambda value: "" if value is None else str(value)
    read = reader(kind)
    return lambda value: str(cell(read(value)))


class StoredTables(Mapping[str, Sequence[Row]]):
    """The tables of a store, each read when it is first asked for, its cells as they are written to CSV."""

    def __init__(self, folder: Path) -> None:
        """Take the store of a run's folder."""
        self.folder = folder
        self._read: dict[str, Sequence[Row]] = {}

    def __getitem__(self, name: str) -> Sequence[Row]:
        """Give the rows of a table."""
        if name not in self._read:
            columns = [(column.name, _written(column.type)) for column in TABLES[name].columns]
            with Store(self.folder) as store:
                self._read[name] = [
                    {column: write(value) for (column, write), value in zip(columns, row, strict=True)}
                    for row in store.rows(name)
                ]
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names of the tables."""
        return iter(TABLES)

    def __len__(self) -> int:
        """Count the tables."""
        return len(TABLES)


def read_exported(folder: Path, *, remedy: str = "give the folder of the run by --run") -> Exported:
    """Read what a run wrote to its folder. Raises UsageError, with the remedy, where no run has."""
    if not (folder / STORE).is_file():
        raise UsageError(f"{folder}: no run was written here; {remedy}")
    tables = StoredTables(folder)
    names = {row["article_id"]: [row["source"], row["source_id"]] for row in tables["articles"]}
    with Store(folder) as store:
        texts = {article.article_id: article.text for article in store.articles(names)}
    return Exported(texts, {i: [n for n in given if n] for i, given in names.items()}, tables)
