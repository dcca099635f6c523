"""Merges and splits that stand decided, to the file that linking reads."""

from pipeline.retrain.corrections.merges import FILE, keep_links
from pipeline.retrain.runs.exported import Exported
from pipeline.review.desk import Desk
from pipeline.review.standing import read_log


def keep_entity_links(desk: Desk) -> None:
    """Write the merges and splits that stand into entities.csv beside the log, and take out those that don't."""
    log = read_log(desk)
    undone = {d.decision_id for d in log.decisions} - {d.decision_id for d in log.standing}
    keep_links(log.standing, Exported({}), desk.log.parent / FILE, undone=undone)
