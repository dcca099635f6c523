"""A run and the decisions about it to annotated articles, as corpus/gold has them: what the model is trained from."""

import json
from pathlib import Path
from typing import Any

import spacy

from pipeline.errors import UsageError
from pipeline.retrain.corrections.decisions import read_decision_log, standing
from pipeline.retrain.learning.corrected import evidence_of
from pipeline.retrain.runs.exported import read_exported


def corrected_articles(run: Path, log: Path) -> list[dict[str, Any]]:
    """Give each article in which a person decided about a mention, with all names that are right in it."""
    exported, decisions = read_exported(run), standing(read_decision_log(log))
    return [
        {
            "id": article.article_id,
            "text": exported.texts[article.article_id],
            "mentions": [{"start": p.start, "end": p.end, "label": p.label} for p in sorted(article.truth)],
        }
        for article in evidence_of(decisions, exported, spacy.blank("en"))
    ]


def write_corrected_articles(run: Path, log: Path, path: Path) -> Path:
    """Write them as JSONL; raises UsageError where no mention was decided about."""
    articles = corrected_articles(run, log)
    if not articles:
        raise UsageError(f"{log} holds no decision about a mention of {run}: correct its tables by pressfacts retrain")
    path.write_text("\n".join(json.dumps(article, ensure_ascii=False) for article in articles) + "\n", encoding="utf-8")
    return path
