"""What a run was read with: its settings, and its rules."""

from dataclasses import replace
from pathlib import Path

from pipeline.review.desk import Desk
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.versions import applied_rulebook
from pipeline.runs.remembered import settings_of
from pipeline.settings import STORE, Settings
from pipeline.store.reading.opening import reading
from pipeline.store.reading.remembered import remembered_in_store


def settings_of_run(desk: Desk) -> Settings:
    """Give the settings of the run; its rules are looked for where it was started."""
    with reading(desk.run) as connection:
        kept = remembered_in_store(connection, desk.run / STORE)
    settings = settings_of(kept.get("settings", {}), str(desk.run / STORE))
    rules = str(Path(kept.get("directory", ""), settings.rules)) if settings.rules else ""
    return replace(settings, output=str(desk.run), rules=rules)


def rulebook_of_run(desk: Desk) -> Rulebook:
    """Give the rules that the run was read with."""
    return applied_rulebook(settings_of_run(desk).rules)
