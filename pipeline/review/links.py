"""Merges and splits that stand decided: to the file that linking reads, and into the tables of the page."""

from dataclasses import replace

from pipeline.errors import UsageError
from pipeline.retrain.corrections.merges import FILE, keep_merges
from pipeline.retrain.runs.exported import Exported
from pipeline.review.desk import Desk
from pipeline.review.of_run import settings_of_run
from pipeline.review.standing import read_log
from pipeline.runs.publishing import publish_tables
from pipeline.store import Store
from pipeline.store.lock import locked
from pipeline.store.reading.opening import reading

AT_ONCE = 1_000
"""Articles of a run up to which people and bodies are linked again while one waits: about 5 ms an article."""


def keep_entity_links(desk: Desk) -> bool:
    """Write the merges and splits that stand into entities.csv beside the log, and link again; say whether it was done.

    A long run, and one that is being written, is left as it is: `link_again` does it when it is asked for.
    """
    log = read_log(desk)
    undone = {d.decision_id for d in log.decisions} - {d.decision_id for d in log.standing}
    keep_merges(log.standing, Exported({}), desk.log.parent / FILE, undone=undone)
    with reading(desk.run) as connection:
        (articles,) = connection.execute("SELECT count(*) FROM articles").fetchone()
    if articles > AT_ONCE:
        return False
    try:
        link_again(desk)
    except UsageError:  # a run is writing there, and links with these decisions at its end or when it is run again
        return False
    return True


def link_again(desk: Desk) -> list[str]:
    """Link the people and bodies of the run as is decided now; no article is read again. The files stay as they are."""
    settings = replace(settings_of_run(desk), entity_decisions=str(desk.log.parent / FILE))
    with locked(desk.run), Store(desk.run) as store:
        before = store.counts()["entities"]
        publish_tables(store, settings)
        after = store.counts()["entities"]
    return [f"people and organisations: {before:,} -> {after:,}"]
