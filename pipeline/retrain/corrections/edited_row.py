"""What the cells of an edited row say of any table: which article, and whether a person rejected the row."""

from collections.abc import Iterable
from functools import cache

from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.corrections.edited_table import EditedRow
from pipeline.retrain.runs.exported import Exported
from pipeline.rulebook.kinds import InputWordKind
from pipeline.rulebook.reading import load_rulebook


@cache
def _answers() -> dict[InputWordKind, frozenset[str]]:
    """Give what people write into the column `reject`, and in place of a label, by what they mean."""
    return load_rulebook().input_words.by_kind()


class Unusable(Exception):
    """A row that can't be used; the message says why and what to do."""


class Decided:
    """What was decided before: its rows may stand in a sheet that is given again after they changed in the run."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        """Sort decisions by their rows: by place, by id and by name."""
        self._rows: set[tuple[str, str, str]] = set()
        for decision in decisions:
            self._rows.add(decision.row)
            if name := decision.before.get("name"):
                self._rows.add((decision.article_id, decision.table, name))

    def has(self, table: str, article_id: str, row: EditedRow) -> bool:
        """Say whether something was decided about a row."""
        names = (row.get("start_char").removesuffix(".0"), row.get("name"), row.get("entity_id"), row.get("person_id"),
                 row.get("organisation_id"))  # fmt: skip
        return any((article_id, table, name) in self._rows for name in names if name)


class Gone(Exception):
    """A row that an earlier run wrote, and this one has no more: what was decided about it is in the log."""


def article_of_row(row: EditedRow, exported: Exported) -> str:
    """Find the article of a row by its article_id, else by its source. Raises Unusable where there is none, or two."""
    given = row.get("article_id")
    if given:
        article_id = exported.article(given)
        if article_id is None:
            raise Unusable(f"article_id: {given!r} is no article of this run; copy the id from articles.csv")
        return article_id
    source = row.get("source") or row.get("source_id")
    found = exported.by_source.get(source, [])
    if len(found) != 1:
        which = f"{len(found)} articles" if found else "no article"
        raise Unusable(f"source: {source!r} is {which} of this run; give the article_id from articles.csv")
    return found[0]


def is_rejected(row: EditedRow) -> bool:
    """Say whether a person rejected a row, in a column `reject` or in the label's cell.

    Raises Unusable where the cell of `reject` says neither.
    """
    said, answers = row.get("reject").lower(), _answers()
    if said and said not in answers["reject"] | answers["accept"]:
        raise Unusable(f"reject: write x or leave it empty, not {said!r}")
    return said in answers["reject"] or row.get("label").lower() in answers["reject_label"]
