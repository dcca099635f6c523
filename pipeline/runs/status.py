"""The store of an output folder to how far its runs have come."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.engines.fingerprint import made_by
from pipeline.errors import UsageError
from pipeline.settings import STORE, Settings
from pipeline.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How far the runs of an output folder have come."""

    inputs_read: int
    inputs_failed: int
    """Inputs of which something could not be used; `--retry-failed` reads them again."""
    articles: int
    pending: int
    """Articles that were read and not yet worked on: the same command finishes them."""
    outdated: int
    """Articles that were worked on with other rules or another model: `--refresh` does them again."""
    reasons: dict[tuple[str, str], int]
    """Number of errors, by stage and kind."""


def status(settings: Settings) -> Status:
    """Say how far the runs of the settings' output folder have come; raises UsageError where there was none."""
    folder = Path(settings.output)
    if not (folder / STORE).is_file():
        raise UsageError(f"{folder}: no run has written there yet")
    maker = made_by(settings.model, settings.rules, least=settings.least_confidence)
    with Store(folder, changes=False) as store:
        states = store.input_states()
        return Status(
            inputs_read=states.get("read", 0),
            inputs_failed=states.get("failed", 0),
            articles=store.article_count(),
            pending=len(store.pending(maker, limits=settings.limits)),
            outdated=store.outdated(maker),
            reasons=store.reasons(),
        )
