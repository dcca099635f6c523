"""The pipeline that explains and proves, loaded once, when it is first asked for."""

from functools import cache
from pathlib import Path

from spacy.language import Language

from pipeline.extract.assemble import load
from pipeline.extract.user_rules.versions import applied_rules
from pipeline.review.desk import Desk


def opened(desk: Desk) -> Language:
    """Give the pipeline with the rules that are in use."""
    return _opened(desk.model, applied_rules(desk.rules))


@cache
def _opened(model: str | None, rules: Path | None) -> Language:
    return load(model, rules=rules)
