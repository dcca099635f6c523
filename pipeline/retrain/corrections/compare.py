"""An edited table against what was exported to decisions: every difference that a person made, with its evidence."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.errors import UsageError
from pipeline.retrain.corrections.decisions import Decision, refuse_contradictions
from pipeline.retrain.corrections.edited_row import Decided
from pipeline.retrain.corrections.edited_table import EditedTable
from pipeline.retrain.corrections.mentions import mention_decisions
from pipeline.retrain.corrections.other_tables import row_decisions
from pipeline.retrain.corrections.spreadsheet import mended
from pipeline.retrain.runs.exported import Exported

SHOWN = 10
"""Problems that are shown at a time."""


@dataclass(frozen=True, slots=True)
class TableDecisions:
    """The decisions that an edited table holds, and what a reader should know about how it was read."""

    decisions: tuple[Decision, ...]
    notes: tuple[str, ...] = ()


def compare_tables(
    edited: EditedTable, exported: Exported, *, who: str = "", when: str = "", decided: Sequence[Decision] = ()
) -> TableDecisions:
    """Turn the differences between an edited table and the exported one into decisions; `decided` stands already.

    Raises UsageError that lists every row that can't be used, with its column and the remedy; nothing is applied then.
    """
    problems: list[str] = []
    gone: list[str] = []
    read = mention_decisions if edited.table == "mentions" else row_decisions
    decisions = [replace(d, who=who, when=when) for d in read(edited, exported, problems, gone, Decided(decided))]
    if problems:
        more = f"\n... and {len(problems) - SHOWN} more" if len(problems) > SHOWN else ""
        raise UsageError("\n".join(problems[:SHOWN]) + more + "\nNothing was applied.")
    refuse_contradictions(decisions)
    unique = list({d.decision_id: d for d in decisions}.values())
    return TableDecisions(tuple(unique), tuple(_notes(edited, exported, unique, gone)))


def _notes(edited: EditedTable, exported: Exported, decisions: Iterable[Decision], old: Sequence[str]) -> Iterable[str]:
    counts = Counter(d.action for d in decisions)
    said = ", ".join(f"{count} {action}" for action, count in sorted(counts.items())) or "no difference"
    yield f"{edited.file}: {len(edited.rows)} rows of {edited.table} read as {edited.encoding}: {said}"
    damaged = [(row.number, column) for row in edited.rows for column, cell in row.cells.items()
               if mended(cell) != cell]  # fmt: skip
    if damaged:
        row, column = damaged[0]
        yield (
            f"{edited.file}, row {row}, {column}: its letters were read in another encoding ({len(damaged)} cells);"
            " they count as they were written. Save as 'CSV UTF-8', or correct the workbook"
        )
    if old:
        more = f" and {len(old) - 1} more" if len(old) > 1 else ""
        yield f"{old[0]}{more}: of an earlier run, not in this one any more; it counts as it was decided"
    gone = len(exported.rows(edited.table)) - len(edited.rows) + counts["add"] + len(old)
    if gone > 0:
        yield f"{edited.file}: {gone} rows that were exported aren't in it; they count as unchanged (mark `reject`)"
