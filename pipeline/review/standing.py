"""What stands decided about a run: the log as it is now, by what it is about, and what was decided meanwhile."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.retrain.corrections.decisions import Decision, append_decisions, read_decision_log, standing
from pipeline.review.desk import Desk
from pipeline.review.web import DecidedMeanwhile
from pipeline.store.lock import held


@dataclass(frozen=True, slots=True)
class Log:
    """The decisions of a log, and those that stand."""

    decisions: Sequence[Decision]
    standing: Sequence[Decision]

    @property
    def version(self) -> int:
        """Number the state of the log: how many decisions it holds."""
        return len(self.decisions)

    def of_article(self, article_id: str) -> dict[tuple[Any, ...], Decision]:
        """Give what stands decided about an article, by what it is about."""
        return {d.subject: d for d in self.standing if d.article_id == article_id}


def read_log(desk: Desk) -> Log:
    """Read the log as it is now."""
    try:
        state = desk.log.stat()
    except FileNotFoundError:
        return Log((), ())
    return _read(desk.log, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=2)
def _read(path: Path, changed: int, size: int) -> Log:
    decisions = read_decision_log(path)
    return Log(tuple(decisions), tuple(standing(decisions)))


def keep_decisions(desk: Desk, decisions: Iterable[Decision], seen: int) -> list[Decision]:
    """Append decisions to the log, and give those that are new.

    `seen` is the version of the log that the page was made of: raises DecidedMeanwhile where something else was decided
    since about the same thing, so that two tabs don't overwrite each other.
    """
    decisions = list(decisions)
    with held(desk.log.with_name(f".{desk.log.name}.lock")):
        log = read_log(desk)
        by_id = {d.decision_id: d for d in log.decisions}
        since = {by_id.get(d.before.get("decision_id") or "", d).subject for d in log.decisions[seen:]}
        if any(d.subject in since for d in decisions):
            raise DecidedMeanwhile(
                "This was decided in another tab, or by a spreadsheet, after this page was opened. Nothing was changed;"
                " load the page again to see it."
            )
        return append_decisions(desk.log, decisions)
