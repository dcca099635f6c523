"""Annotated and corrected articles to rules, and to what they are worth on articles that they didn't learn from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.language import Language

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.user_rules.engine import EditIndex, add_all, edit_all
from pipeline.extract.user_rules.rule_set import NAMES, EditRule, PatternRule, RuleSet
from pipeline.retrain.learning.acceptance import Standards, is_proven
from pipeline.retrain.learning.evidence import Evidence, places_of_names
from pipeline.retrain.learning.rule_kinds import GENERAL
from pipeline.retrain.learning.selection import choose_trials
from pipeline.retrain.learning.trials import Trial, try_edits, try_patterns
from pipeline.retrain.learning.wording import rule_id

STANDARDS = Standards()


@dataclass(frozen=True)
class LearnedRules:
    """The rules that were kept, with ids, those that were refused, and what was learned from."""

    kept: tuple[Trial, ...]
    refused: tuple[Trial, ...]
    evidence: tuple[Evidence, ...]

    @property
    def rules(self) -> RuleSet:
        """Give the kept rules as a rule set."""
        return rule_set(trial.rule for trial in self.kept)


def learn(
    evidence: Sequence[Evidence], nlp: Language, *, version: str, standards: Standards = STANDARDS
) -> LearnedRules:
    """Propose rules, try them, and keep those that are proven, contradict no decision, and help together."""
    trials = [*try_edits(evidence), *try_patterns(evidence, nlp)]
    corrected = {number for number, article in enumerate(evidence) if article.corrected}
    few = len(evidence) < standards.tried_on
    proven = [t for t in trials if is_proven(t, standards) and not (few and t.kind in GENERAL)]
    refused = [trial for trial in proven if corrected & trial.broken.keys()]
    allowed = [trial for trial in proven if not corrected & trial.broken.keys()]
    kept = choose_trials(allowed, evidence, standards)
    named = (replace(trial, rule=_with_id(trial.rule, version, n)) for n, trial in enumerate(kept, 1))
    return LearnedRules(tuple(named), tuple(refused), tuple(evidence))


def _with_id(rule: EditRule | PatternRule, version: str, number: int) -> EditRule | PatternRule:
    return replace(rule, id=rule_id(version, number, rule))


def rule_set(rules: Iterable[EditRule | PatternRule]) -> RuleSet:
    """Give rules as a rule set."""
    every = list(rules)
    patterns = tuple(rule for rule in every if isinstance(rule, PatternRule))
    return RuleSet(patterns=patterns, edits=tuple(rule for rule in every if isinstance(rule, EditRule)))


def after_rules_of_others(lesson: LearnedRules, standards: Standards = STANDARDS) -> list[list[Candidate]]:
    """Give the mentions of each article after the rules that the other articles alone would have proven."""
    result = []
    for number, article in enumerate(lesson.evidence):
        fair = [trial for trial in lesson.kept if is_proven(trial, standards, without=number)]
        edits = EditIndex(rule_set(trial.rule for trial in fair).edits)
        named = edit_all(article.words, article.base, edits, article.asked)
        matches = [match for trial in fair for match in trial.matches.get(number, ())]
        result.append(add_all(article.words, named, matches))
    return result


def f1_by_label(evidence: Sequence[Evidence], named: Sequence[Iterable[Candidate]]) -> dict[str, float]:
    """Give F1, in percent, of each label's mentions over some articles; a label that nowhere occurs is left out."""
    counts = {label: [0, 0, 0] for label in NAMES}
    for article, found in zip(evidence, named, strict=True):
        have = places_of_names(found)
        for kind, some in enumerate((have & article.truth, have - article.truth, article.truth - have)):
            for place in some:
                counts[place.label][kind] += 1
    return {label: 200 * tp / (2 * tp + fp + fn) for label, (tp, fp, fn) in counts.items() if tp + fp + fn}


def losses(before: Mapping[str, float], after: Mapping[str, float], tolerance: float) -> list[str]:
    """Say which labels lost more F1 than the tolerance."""
    lost = ((label, f1 - after.get(label, 0.0)) for label, f1 in before.items())
    return [f"{label} lost {points:.1f}" for label, points in lost if points > tolerance]
