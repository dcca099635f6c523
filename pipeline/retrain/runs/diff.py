"""Two runs to what changed between them, on the articles that both have."""

from collections.abc import Iterator, Sequence

from pipeline.errors import UsageError
from pipeline.records import ARTICLE_RECORDS
from pipeline.retrain.runs.exported import Exported, Row
from pipeline.tables import TABLES

ALWAYS_NEW = ("found_by",)
"""Columns that don't count as a change."""


def compare_runs(a: Exported, b: Exported, *, tables: Sequence[str] | None = None, limit: int = 20) -> Iterator[str]:
    """Give a line for each table with the number of its rows gone, come and changed, then those rows up to a limit.

    Raises UsageError where a name in `tables` is none.
    """
    both = a.texts.keys() & b.texts.keys()
    unknown = sorted(set(tables or ()) - ARTICLE_RECORDS.keys())
    if unknown:
        raise UsageError(f"no table {unknown[0]!r} to compare; there are {', '.join(ARTICLE_RECORDS)}")
    first, second = len(a.texts) - len(both), len(b.texts) - len(both)
    yield f"{len(both)} articles in both, {first} only in the first, {second} only in the second"
    for table in tables or ARTICLE_RECORDS:
        old, new = _by_key(a, table, both), _by_key(b, table, both)
        gone, come = sorted(old.keys() - new.keys()), sorted(new.keys() - old.keys())
        changed = [key for key in sorted(old.keys() & new.keys()) if _changes(old[key], new[key])]
        yield f"{table}: {len(gone)} gone, {len(come)} new, {len(changed)} changed"
        lines = [f"  - {_shown(old[key])}" for key in gone] + [f"  + {_shown(new[key])}" for key in come]
        lines += [f"  ~ {_shown(new[key])}: {'; '.join(_changes(old[key], new[key]))}" for key in changed]
        yield from lines[:limit]
        if len(lines) > limit:
            yield f"  ... and {len(lines) - limit} more"


def _by_key(run: Exported, table: str, articles: set[str]) -> dict[tuple[str, ...], Row]:
    key = TABLES[table].key
    return {tuple(row[c] for c in key): row for row in run.rows(table) if row["article_id"] in articles}


def _changes(old: Row, new: Row) -> list[str]:
    return [f"{c} {old[c]!r} -> {new[c]!r}" for c in old if c in new and old[c] != new[c] and c not in ALWAYS_NEW]


def _shown(row: Row) -> str:
    what = row.get("text") or row.get("name", "")
    place = f" {row['start_char']}-{row['end_char']}" if "start_char" in row else ""
    return f"{row['article_id']}{place} {row.get('label', '')} {what!r}".replace("  ", " ")
