"""What rules are worth for links: titles, organisations, speakers, measures, owners, merges, before and after them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.evaluation.gold import GoldArticle
from pipeline.evaluation.scoring import FoundFacts, score
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.learning.acceptance import is_proven
from pipeline.retrain.learning.learn import STANDARDS, LearnedRules, rule_set
from pipeline.retrain.rule_rows.propose import aliases_of
from pipeline.retrain.rule_rows.trials import Learned
from pipeline.retrain.rule_rows.upheld import holds
from pipeline.retrain.runs.exported import Exported

ANNOTATED: Mapping[str, str] = {
    "people title": "title",
    "people organisation": "organisation",
    "quotes speaker": "speaker",
    "same entity": "merges",
}
"""Scores of annotated articles that are about links; a merge is there a pair of mentions of one person or body."""

DECIDED: Mapping[tuple[str, str], str] = {
    ("people", "title"): "title",
    ("people", "organisation"): "organisation",
    ("quotes", "speaker"): "speaker",
    ("money", "measure"): "measure",
    ("percentages", "measure"): "measure",
    ("money", "organisation"): "owner",
    ("percentages", "organisation"): "owner",
    ("organisations", "aliases"): "merges",
}
"""Cells that a person decides about, and the link that each is."""


@dataclass(frozen=True, slots=True)
class LinkScore:
    """How many links of a kind are right, of those that are annotated or decided, before and after the rules."""

    name: str
    judged: int
    before: int
    after: int


def link_scores(
    learned: Learned, lesson: LearnedRules, exported: Exported, annotated: Iterable[tuple[GoldArticle, FoundFacts]]
) -> list[LinkScore]:
    """Count the right links of annotated articles and of those decided about, each article by what the others prove.

    `annotated` is what the rules in use find. What was decided is looked at as if it had not been.
    """
    counts: dict[str, list[int]] = {}
    for gold, found in annotated:
        before, after = _found(learned, lesson, gold.id, gold.text) or (found, found)
        new = _annotated(gold, after)
        for name, (right, judged) in _annotated(gold, before).items():
            _add(counts, name, judged, right, new[name][0])
    for article_id, own in _decided(learned.proof.decisions, exported).items():
        text = exported.texts[article_id]
        before, after = _found(learned, lesson, article_id, text) or (learned.proof.found(text),) * 2
        for name, decision in own:
            _add(counts, name, 1, holds(decision, before), holds(decision, after))
    return [LinkScore(name, *counts[name]) for name in dict.fromkeys(DECIDED.values()) if name in counts]


def _add(counts: dict[str, list[int]], name: str, *more: int) -> None:
    counts[name] = [number + one for number, one in zip(counts.get(name, (0, 0, 0)), more, strict=True)]


def _annotated(gold: GoldArticle, found: FoundFacts) -> dict[str, tuple[int, int]]:
    """Give the right and the judged links of an annotated article, by kind."""
    return {ANNOTATED[one.name]: (one.right, one.right + one.missed) for one in score([(gold, found)])
            if one.name in ANNOTATED}  # fmt: skip


def _decided(decisions: Sequence[Decision], exported: Exported) -> dict[str, list[tuple[str, Decision]]]:
    """Give what was decided about links, a cell each, by article; a merge in each article that has both names."""
    found: dict[str, list[tuple[str, Decision]]] = {}
    merged = (one for one, _ in aliases_of(decisions, exported))
    for decision in (*(d for d in decisions if d.table != "organisations"), *merged):
        for cell, value in decision.after.items():
            name = DECIDED.get((decision.table, cell))
            if name and decision.article_id in exported.texts:
                found.setdefault(decision.article_id, []).append((name, replace(decision, after={cell: value})))
    return found


def _found(learned: Learned, lesson: LearnedRules, article_id: str, text: str) -> tuple[FoundFacts, FoundFacts] | None:
    """Give what is found in an article before and after the rules that the others prove; None where none touches it."""
    number = next((n for n, one in enumerate(lesson.evidence) if one.article_id == article_id), -1)
    rows = learned.rows_for(article_id, text)
    rules = [trial.rule for trial in lesson.kept
             if is_proven(trial, STANDARDS, without=number) and (number < 0 or number in trial.touched)]  # fmt: skip
    if not rows and not rules:
        return None
    return learned.proof.found(text), learned.proof.found(text, rows, more=rule_set(rules))
