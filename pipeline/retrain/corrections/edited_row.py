"""What the cells of an edited row say of any table: which article, and whether a person rejected the row."""

from pipeline.retrain.corrections.edited_table import EditedRow
from pipeline.retrain.runs.exported import Exported

YES = {"x", "yes", "y", "1", "true", "reject", "rejected", "wrong", "delete", "deleted", "no entity", "none", "ja"}
NO = {"", "no", "n", "0", "false", "accept", "accepted", "ok", "keep", "right"}
"""What people write into a column `reject`."""


class Unusable(Exception):
    """A row that can't be used; the message says why and what to do."""


def article_of(row: EditedRow, exported: Exported) -> str:
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
    """Say whether a person rejected a row, in a column `reject` or in the label's cell."""
    said = row.get("reject").lower()
    if said not in YES | NO:
        raise Unusable(f"reject: write x or leave it empty, not {said!r}")
    return said in YES or row.get("label").lower() in {"x", "-", "reject", "rejected", "none", "delete"}
