"""A run and the decisions about it to a model whose links model has learned from them, as `pressfacts train` makes."""

from pathlib import Path

import numpy as np

from pipeline.evaluation.gold import read_gold
from pipeline.extract.assemble import load
from pipeline.extract.links.model import WEIGHTS
from pipeline.extract.links.weighing import Weights
from pipeline.retrain.corrections.decisions import read_decision_log, standing
from pipeline.retrain.links.proof import Taught, taught_by_decisions
from pipeline.retrain.rule_rows.reruns import Reruns
from pipeline.retrain.runs.exported import read_exported
from pipeline.rulebook.user_rows import rulebook_with


def carry_on_links(model: Path, run: Path, log: Path, annotated: Path | None) -> Taught | None:
    """Teach the links model of a model's folder what was decided about a run, where that is proven; seals nothing."""
    reruns = Reruns(lambda: load(model), rulebook_with(None))
    articles = read_gold(annotated) if annotated else []
    result = taught_by_decisions(reruns, read_exported(run).texts, standing(read_decision_log(log)), articles)
    if result and result.is_used:
        write_changed(result.folder, result.changes)
    return result


def write_changed(folder: Path, changes: Weights) -> None:
    """Write the weights of a links model with changes of its last layers."""
    with np.load(folder / WEIGHTS, allow_pickle=False) as stored:
        weights = {name: stored[name] for name in stored.files}
    for name, rows in changes.items():
        weights[name] = (weights[name] + rows).astype(np.float16)
    np.savez_compressed(folder / WEIGHTS, **weights)
