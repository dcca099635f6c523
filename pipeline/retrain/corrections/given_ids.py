"""Rows of an edited table of entities that were given the id of another row, to the entities that they were."""

from collections import Counter
from collections.abc import Iterable

from pipeline.retrain.corrections.edited_table import EditedRow, EditedTable
from pipeline.retrain.corrections.spreadsheet import same
from pipeline.retrain.runs.exported import Row
from pipeline.tables import TABLES

ID = "entity_id"


def given_ids(edited: EditedTable, entities: Iterable[Row]) -> dict[int, Row]:
    """Give the entity that a row was before it was given the id of another one, by the row's number.

    Most who are to be one have the same name, so a row is known by its other cells. None is, unless an id stands in two
    rows and another in none.
    """
    ids = Counter(row.get(ID) for row in edited.rows)
    rows = list(entities)
    own = {row[ID]: row for row in rows}
    left = [row for row in rows if row[ID] not in ids]
    found: dict[int, Row] = {}
    for row in (row for row in edited.rows if ids[row.get(ID)] > 1 and row.get(ID) in own):
        if _is(edited, row, own[row.get(ID)]):
            continue
        was = next((one for one in left if _is(edited, row, one)), None)
        if was is not None:
            left.remove(was)
            found[row.number] = was
    return found


def _is(edited: EditedTable, row: EditedRow, entity: Row) -> bool:
    """Say whether an edited row has the cells of an entity, its id aside."""
    columns = (column for column in TABLES["entities"].columns if column.name != ID and column.name in edited.columns)
    return all(same(entity.get(column.name, ""), row.get(column.name), column.type) for column in columns)
