"""Settings to the pipeline that a run with them uses: every command and function opens it here."""

from functools import cache
from pathlib import Path

from spacy.language import Language

from pipeline.extract.assemble import load
from pipeline.rulebook.versions import applied_rules
from pipeline.settings import Settings


def open_pipeline(settings: Settings) -> Language:
    """Give the pipeline with the model and the user's rules of some settings; one that is open already is used again.

    Raises ModelError where the model is missing or was changed, RulesError for a rule set that can't be used.
    """
    return _opened(settings.model, applied_rules(settings.rules), settings.least_confidence)


@cache
def _opened(model: str | None, rules: Path | None, least: float | None) -> Language:
    return load(model, rules=rules, least=least)


def close_pipelines() -> int:
    """Forget the pipelines that are open, so that their memory can be given back; say how many there were."""
    count = _opened.cache_info().currsize
    _opened.cache_clear()
    return count
