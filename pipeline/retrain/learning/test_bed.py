"""What rules are proved on: annotated articles, and the pipeline with a version of the rules; each read when needed."""

from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

from spacy.language import Language

from pipeline.evaluation.gold import GoldArticle, read_gold
from pipeline.evaluation.report import found_by
from pipeline.evaluation.scoring import FoundFacts
from pipeline.extract.assemble import load
from pipeline.retrain.learning.evidence import Evidence, gold_evidence


class Proof:
    """Annotated articles, and pipelines that run a user's rules."""

    def __init__(self, gold: Path | None, rules: Path, model: str | Path | None = None) -> None:
        """Take the annotated articles (None: there are none), the folder of rule sets, and the model."""
        self.gold, self.rules, self.model = gold, rules, model
        self.pipeline = cache(self._load)
        self.found = cache(self._found)

    @cached_property
    def articles(self) -> Sequence[GoldArticle]:
        """Read the annotated articles."""
        return read_gold(self.gold) if self.gold else []

    def evidence(self, version: str | None) -> list[Evidence]:
        """Give the annotated articles as evidence, found with a version of the rules; None is no rules."""
        return gold_evidence(self.pipeline(version), self.found(version)) if self.articles else []

    def _found(self, version: str | None) -> list[tuple[GoldArticle, FoundFacts]]:
        return found_by(self.pipeline(version), self.articles) if self.articles else []

    def _load(self, version: str | None) -> Language:
        return load(self.model, rules=self.rules / version if version else None)
