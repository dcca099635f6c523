"""The SQLite file of a run: what was read, what was found, and the public tables made of both."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.records import Article, InputError, Read
from pipeline.settings import STORE
from pipeline.store import carrying, facts, inputs, publishing
from pipeline.store.entities import doubts, link_entities
from pipeline.store.opening import connect, connect_to_read, said_clearly, transaction
from pipeline.store.reading.remembered import PLACE, number_of_file, remembered_in_store
from pipeline.tables import TABLES

__all__ = ["Store"]


class Store:
    """The store of an output folder. What a method writes is kept whole or not at all, also where the run is killed."""

    def __init__(self, folder: Path | None, *, changes: bool = True) -> None:
        """Open the store of a folder, made new where there is none; without a folder, one that is kept in memory.

        One that is opened without `changes` is only read, also where nobody may write.
        """
        self.path = folder / STORE if folder else Path(":memory:")
        self._connection: sqlite3.Connection = connect(self.path) if changes else connect_to_read(self.path)

    def __enter__(self) -> "Store":
        """Give the open store."""
        return self

    def __exit__(self, *why: object) -> None:
        """Close it."""
        self._connection.close()

    def state_of(self, name: str) -> tuple[str, str] | None:
        """Give fingerprint and state of an input, or None where it is new."""
        return inputs.state_of(self._connection, name)

    def keep_input(self, name: str, fingerprint: str, items: Iterable[Read]) -> None:
        """Keep what an input gave, in place of what it gave before."""
        with said_clearly(self.path):
            inputs.keep_input(self._connection, name, fingerprint, items)

    def keep_part(
        self,
        name: str,
        items: list[Read],
        signatures: Mapping[str, bytes],
        *,
        first: bool,
        ends: tuple[str, str] | None,
    ) -> None:
        """Keep some of what an input gave; see `inputs.keep_part`."""
        with said_clearly(self.path):
            inputs.keep_part(self._connection, name, items, signatures, first=first, ends=ends)

    def set_underway(self, names: Iterable[str]) -> None:
        """Note what is about to be read or worked on."""
        with said_clearly(self.path):
            inputs.set_underway(self._connection, names)

    def underway(self) -> set[str]:
        """Give the inputs and the ids of articles that were being read or worked on when a run ended."""
        return inputs.underway(self._connection)

    def input_names(self) -> list[str]:
        """List the inputs that the store knows, those included that were being read when a run ended."""
        return inputs.names(self._connection)

    def forget_inputs(self, names: Iterable[str]) -> None:
        """Forget inputs, and what only they gave."""
        with said_clearly(self.path), transaction(self._connection):
            for name in names:
                inputs.forget_input(self._connection, name)

    def forget_unused(self) -> None:
        """Forget the texts and facts of articles that no input has any more."""
        with said_clearly(self.path):
            inputs.forget_unused(self._connection)

    def pending(
        self, made_by: str, *, redo: bool = False, every: bool = False, retry: bool = False, limits: int = 1
    ) -> list[str]:
        """List the ids of articles that have still to be worked on: on request also those of other rules, or failed."""
        return facts.pending(self._connection, made_by, redo=redo, every=every, retry=retry, limits=limits)

    def without_facts(self, ids: Iterable[str]) -> set[str]:
        """Give those of some articles that nothing is kept of yet."""
        return facts.without_facts(self._connection, ids)

    def outdated(self, made_by: str) -> int:
        """Count the articles that were worked on with other rules or another model."""
        return facts.outdated(self._connection, made_by)

    def articles(self, ids: Iterable[str]) -> Iterator[Article]:
        """Give the articles with these ids."""
        return facts.articles(self._connection, ids)

    def find_articles(self, named: str) -> Iterator[Article]:
        """Give the articles that have an `article_id` or a `source`."""
        return facts.find_articles(self._connection, named)

    def keep_facts(self, made_by: str, done: Iterable[tuple[Article, facts.Facts | InputError]]) -> None:
        """Keep what was found in a batch of articles."""
        with said_clearly(self.path):
            facts.keep_facts(self._connection, made_by, done)

    def keep_rows(self, made_by: str, rows: Iterable[facts.Kept]) -> None:
        """Keep what was found in some articles, as `facts.kept_row` made it."""
        with said_clearly(self.path):
            facts.keep_rows(self._connection, made_by, rows)

    def publish(
        self, link: Callable[[sqlite3.Connection], None] = link_entities, *, with_duplicates: bool = True
    ) -> None:
        """Make the public tables anew of all that is kept, with or without near-duplicates."""
        with said_clearly(self.path):
            publishing.publish(self._connection, link, with_duplicates=with_duplicates)

    def make_searchable(self) -> None:
        """Have words found in the public tables, and pages shown at once; `publish` makes tables without."""
        with said_clearly(self.path), transaction(self._connection):
            publishing.make_readable(self._connection)

    def is_written(self, as_of: str) -> bool:
        """Say whether nothing was kept or forgotten since the tables were written, as of the same."""
        return self._connection.execute("SELECT 1 FROM _written WHERE as_of = ?", (as_of,)).fetchone() is not None

    def set_written(self, as_of: str) -> None:
        """Note that the public tables were made and written, as of some rules, decisions and settings."""
        with said_clearly(self.path), transaction(self._connection):
            self._connection.execute("DELETE FROM _written")
            self._connection.execute("INSERT INTO _written VALUES (?)", (as_of,))

    def rows(self, table: str) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a public table as plain values, in the order of its key."""
        return publishing.rows(self._connection, table)

    def remember(self, what: dict[str, Any]) -> None:
        """Keep what the next run should know, in place of what was kept before."""
        with said_clearly(self.path):
            what = {**what, PLACE: number_of_file(self.path)}
            self._connection.execute("INSERT OR REPLACE INTO _remembered VALUES (1, ?)", (json.dumps(what),))

    def remembered(self) -> dict[str, Any]:
        """Give what an earlier run kept; nothing where there was none."""
        return remembered_in_store(self._connection, self.path)

    def write_kept(self, path: Path) -> None:
        """Write what is kept, without the public tables, to a file that another store can take in."""
        carrying.write_kept(self._connection, path)

    def take_in(self, path: Path) -> int:
        """Take in what another store's `write_kept` wrote; give how many of its inputs were new or changed."""
        with said_clearly(self.path):
            return carrying.take_in(self._connection, path)

    def working_tables(self) -> list[str]:
        """List the tables that the program works with, beside the public ones."""
        query = (
            "SELECT name FROM sqlite_master WHERE name LIKE '\\_%' ESCAPE '\\' AND type IN ('table', 'view') ORDER BY 1"
        )
        return [row[0] for row in self._connection.execute(query)]

    def doubts(self) -> list[tuple[Any, ...]]:
        """List the pairs of entities that may be one, the surest first; see `entities.doubts`."""
        return doubts(self._connection)

    def counts(self) -> dict[str, int]:
        """Count the rows of each public table."""
        count = self._connection.execute
        return {name: int(count(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in TABLES}

    def input_states(self) -> dict[str, int]:
        """Count the inputs in each state: `read`, `failed`."""
        return dict(self._connection.execute("SELECT state, count(*) FROM _inputs GROUP BY state ORDER BY state"))

    def reasons(self) -> dict[tuple[str, str], int]:
        """Count the errors of each stage and kind, those of articles that failed included."""
        return facts.reasons(self._connection)

    def warning_kinds(self) -> dict[str, int]:
        """Count the warnings of each kind."""
        kinds = "SELECT warning, count(*) FROM _warnings GROUP BY warning ORDER BY warning"
        return dict(self._connection.execute(kinds))

    def article_count(self) -> int:
        """Count the articles that were read."""
        (number,) = self._connection.execute("SELECT count(*) FROM _texts").fetchone()
        return int(number)
