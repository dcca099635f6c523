"""Corrections to a new rule set, with proof: decisions are logged, rules learned, measured, and put to use if safe."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

import spacy

from pipeline.errors import UsageError
from pipeline.extract.links.taught import write_taught
from pipeline.extract.user_rules.rule_set import DecidedCells, RuleSet
from pipeline.retrain.corrections.annotations import annotation_decisions
from pipeline.retrain.corrections.compare import compare_tables
from pipeline.retrain.corrections.decisions import (
    Decision,
    append_decisions,
    read_decision_log,
    refuse_contradictions,
    standing,
)
from pipeline.retrain.corrections.edited_table import read_all_edited
from pipeline.retrain.corrections.merges import FILE as MERGES
from pipeline.retrain.corrections.merges import keep_merges
from pipeline.retrain.interchange.formats import SUFFIXES, read_annotated
from pipeline.retrain.learning.corrected import decided_places, evidence_of
from pipeline.retrain.learning.evidence import Evidence
from pipeline.retrain.learning.impact import Changes, changes_in
from pipeline.retrain.learning.kept_evidence import rule_evidence
from pipeline.retrain.learning.learn import LearnedRules, after_rules_of_others, f1_by_label, learn, losses
from pipeline.retrain.learning.link_scores import LinkScore, link_scores
from pipeline.retrain.learning.propose_edits import same_edit
from pipeline.retrain.learning.propose_patterns import same_pattern
from pipeline.retrain.learning.test_bed import Proof
from pipeline.retrain.links.proof import Taught, taught_by_decisions
from pipeline.retrain.rule_rows.amounts import value_rows
from pipeline.retrain.rule_rows.propose import row_candidates
from pipeline.retrain.rule_rows.reruns import Reruns
from pipeline.retrain.rule_rows.trials import Learned, RowProof, RowTrial, rows_of_candidate
from pipeline.retrain.rule_rows.writing import decided_rows, joined_rows, write_decided_rows
from pipeline.retrain.runs.exported import Exported, read_exported
from pipeline.retrain.stages import QUIET, Stages
from pipeline.retrain.versions.history import RuleSets
from pipeline.rulebook.user_rows import Rows, read_user_rows, rulebook_with
from pipeline.rulebook.writing import write_rows
from pipeline.store.lock import held

TOLERANCE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrainPlan:
    """What to retrain from: corrected files, the run that they correct, the log, and the folder of rule sets."""

    corrected: Sequence[Path]
    run: Path
    log: Path
    rules: Path
    table: str | None = None
    who: str = ""
    when: str = ""


@dataclass(slots=True)
class Outcome:
    """What came of a retraining: decisions, rules with their evidence, figures before and after, and what was done."""

    version: str
    rules: RuleSet
    lesson: LearnedRules
    before: dict[str, float]
    after: dict[str, float]
    changes: Changes
    fresh: Sequence[Decision] = ()
    notes: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    links: Sequence[LinkScore] = ()
    taught: Taught | None = None
    """What corrections of titles, organisations, speakers and figures taught the links model."""
    value_rows: Rows = field(default_factory=dict)
    row_trials: Sequence[RowTrial] = ()
    rows_refused: Sequence[RowTrial] = ()
    decided: Sequence[DecidedCells] = ()
    """What was decided about rows, beside the places of `rules`."""
    written: Path | None = None
    used: bool = False


def new_decisions(
    plan: RetrainPlan, exported: Exported, decided: Sequence[Decision] = ()
) -> tuple[list[Decision], list[str]]:
    """Read every corrected file against the run. Raises UsageError before anything is written, where one is wrong."""
    decisions: list[Decision] = []
    notes: list[str] = []
    for path in plan.corrected:
        if path.suffix in SUFFIXES:
            texts = read_annotated(path)
            found = annotation_decisions(texts, exported, file=path.name, who=plan.who, when=plan.when)
            notes.append(f"{path.name}: {len(texts)} annotated texts, {len(found)} decisions")
        else:
            found = []
            for edited in read_all_edited(path, plan.table):
                comparison = compare_tables(edited, exported, who=plan.who, when=plan.when, decided=decided)
                found, notes = [*found, *comparison.decisions], [*notes, *comparison.notes]
        decisions += found
    refuse_contradictions(decisions)
    return decisions, notes


def retrain(
    plan: RetrainPlan,
    proof: Proof,
    *,
    tolerance: float = TOLERANCE,
    write: bool = True,
    apply: bool | None = None,
    say: Stages = QUIET,
) -> Outcome:
    """Learn from corrections; write a new rule set; put it to use where no label loses more than the tolerance.

    `proof` has the annotated articles and the pipeline that rules are proved with. `write=False` only shows what would
    come of it; `apply` puts the rules to use in any case (True) or in none (False); `say` is told each stage. Where
    another retraining writes to the same rule sets, it is waited for. Raises UsageError, before anything is written,
    where a file isn't there or nothing was ever decided.
    """
    if missing := next((path for path in plan.corrected if not path.exists()), None):
        raise UsageError(f"{missing}: no such file; give the corrected table, as CSV or XLSX, or annotations")
    # Beside the rule sets: a retraining that is refused leaves no folder behind.
    with held(plan.rules.with_name(f".{plan.rules.name}.lock")) if write else nullcontext():
        return _retrained(plan, proof, tolerance=tolerance, write=write, apply=apply, say=say)


def _retrained(
    plan: RetrainPlan, proof: Proof, *, tolerance: float, write: bool, apply: bool | None, say: Stages
) -> Outcome:
    say.begin("reading the run and what was corrected")
    exported, sets = read_exported(plan.run), RuleSets(plan.rules)
    logged = read_decision_log(plan.log)
    fresh, notes = new_decisions(plan, exported, standing(logged))
    if not logged and not fresh:
        raise UsageError("; ".join([*notes, f"there is nothing to learn: no decision is new, and {plan.log} has none"]))
    decisions = standing([*logged, *fresh])
    current, version = sets.current(), sets.next()
    rulebook = rulebook_with(str(plan.rules / current) if current else None)
    reruns = Reruns(lambda: proof.pipeline(current), rulebook)
    parent = sets.read(current)
    rows = RowProof(reruns, exported.texts, decisions, proof.articles, parent)
    say.begin("proving rows of rule files")
    kept = rows.choose(row_candidates(decisions, exported, rulebook))
    say.begin("reading annotated articles" if proof.gold else "no annotated articles: proving on corrections alone")
    found = [*evidence_of(decisions, exported, spacy.blank("en")), *proof.evidence(current)]
    learned = Learned(rows, kept)
    say.begin("proving rules")
    outcome = _learned(found, learned, exported, version)
    say.begin("counting links that are right")
    outcome.links = link_scores(learned, outcome.lesson, exported, proof.found(current))
    outcome.taught = taught_by_decisions(reruns, exported.texts, decisions, proof.articles, say)
    outcome.rules = _together(parent, outcome.lesson.rules, decisions)
    outcome.fresh, outcome.notes = fresh, notes
    outcome.value_rows, outcome.row_trials = value_rows(decisions, rulebook), kept
    outcome.rows_refused, outcome.decided = rows.refused, decided_rows(decisions)
    outcome.lost = losses(outcome.before, outcome.after, tolerance)
    if write:
        undone = {decision.decision_id for decision in logged} - {decision.decision_id for decision in decisions}
        keep_merges(decisions, exported, plan.log.parent / MERGES, undone=undone)
        _write(outcome, plan, exported, tolerance)
        outcome.used = not outcome.lost if apply is None else apply
        if outcome.used:
            sets.use(version, when=plan.when)
    return outcome


def _write(outcome: Outcome, plan: RetrainPlan, exported: Exported, tolerance: float) -> None:
    """Write the new rule set, which isn't in use yet, and append the new decisions to the log.

    The log comes after the rows were read back, so that nothing is decided where a row can't be read.
    """
    sets = RuleSets(plan.rules)
    current, folder = sets.current(), plan.rules / outcome.version
    old = read_user_rows(plan.rules / current) if current else {}
    new = [rows_of_candidate(trial.candidate) for trial in outcome.row_trials]
    write_rows(joined_rows(old, outcome.value_rows, *new), folder)
    read_user_rows(folder)
    write_decided_rows(outcome.decided, folder)
    if outcome.taught and outcome.taught.is_used:
        write_taught(folder, outcome.taught.changes, outcome.taught.folder)
    outcome.fresh = append_decisions(plan.log, outcome.fresh)
    about = {"version": outcome.version, "after": current, "when": plan.when, "who": plan.who, "tolerance": tolerance,
             "f1_before": outcome.before, "f1_after": outcome.after, "lost": outcome.lost,
             "links": outcome.taught.summary if outcome.taught else None}  # fmt: skip
    outcome.written = sets.write(
        outcome.version,
        outcome.rules,
        about,
        rule_evidence(outcome.lesson, outcome.row_trials, outcome.changes, sets.evidence(current) if current else {}),
    )


def _learned(found: Sequence[Evidence], rows: Learned, exported: Exported, version: str) -> Outcome:
    """Learn rules, and measure them and the kept rows on articles that didn't teach them."""
    nlp = spacy.blank("en")
    lesson = learn(found, nlp, version=version)
    fair = replace(lesson, evidence=tuple(map(rows.added_to, found)))
    before = f1_by_label(found, [article.base for article in found])
    changes = changes_in(exported, lesson.rules, nlp)
    return Outcome(version, lesson.rules, lesson, before, f1_by_label(found, after_rules_of_others(fair)), changes)


def _together(parent: RuleSet, new: RuleSet, decisions: Sequence[Decision]) -> RuleSet:
    """Give the rules of the version before with those that are new, and every decided place."""
    patterns, edits = set(map(same_pattern, parent.patterns)), set(map(same_edit, parent.edits))
    return RuleSet(
        patterns=(*parent.patterns, *(rule for rule in new.patterns if same_pattern(rule) not in patterns)),
        edits=(*parent.edits, *(rule for rule in new.edits if same_edit(rule) not in edits)),
        decided=tuple(decided_places(decisions)),
    )
