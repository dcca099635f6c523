"""Tried candidates to the few rules that are kept: greedily, the most useful first, until nothing more helps."""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.evaluation.gold import Span
from pipeline.extract.user_rules.engine import EditIndex, Match, add_all, edit_all
from pipeline.extract.user_rules.rule_set import EditRule, PatternRule
from pipeline.retrain.learning.acceptance import Standards, is_proven
from pipeline.retrain.learning.evidence import Evidence, places_of_names
from pipeline.retrain.learning.trials import Trial

LOOKS = 4000
"""Most candidates that are looked at in the greedy choice, the most useful first."""


@dataclass
class Chosen:
    """The rules that were kept so far, and what each annotated article looks like after them."""

    evidence: Sequence[Evidence]
    edits: list[EditRule] = field(default_factory=list)
    matches: dict[int, list[Match]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Count the errors before any rule."""
        self.wrong = [article.wrong(article.base) for article in self.evidence]

    def after(self, number: int, edits: Sequence[EditRule], matches: Sequence[Match]) -> frozenset[Span]:
        """Give the names of an article after some rules."""
        article = self.evidence[number]
        named = edit_all(article.words, article.base, EditIndex(edits), article.asked)
        return places_of_names(add_all(article.words, named, matches))

    def gains(self, trial: Trial) -> dict[int, int]:
        """Give how many errors a rule would mend, on top of those kept, in each article that it changes."""
        gains = {}
        for number in trial.articles:
            edits = [*self.edits, trial.rule] if isinstance(trial.rule, EditRule) else self.edits
            found = [*self.matches[number], *trial.matches.get(number, ())]
            names = self.after(number, edits, found)
            gains[number] = self.wrong[number] - len(names ^ self.evidence[number].truth)
        return gains

    def keep(self, trial: Trial, gains: Mapping[int, int]) -> None:
        """Keep a rule."""
        if isinstance(trial.rule, EditRule):
            self.edits.append(trial.rule)
        for number, found in trial.matches.items():
            self.matches[number] += found
        for number, gain in gains.items():
            self.wrong[number] -= gain


def choose_trials(trials: Sequence[Trial], evidence: Sequence[Evidence], standards: Standards) -> list[Trial]:
    """Keep the trials that are proven and still help on top of those kept before them."""
    proven = [trial for trial in trials if is_proven(trial, standards)]
    proven = sorted(proven, key=lambda trial: _order(trial, trial.gain))[:LOOKS]
    chosen, kept = Chosen(evidence), []
    heap = [(*_order(trial, trial.gain), number) for number, trial in enumerate(proven)]
    heapq.heapify(heap)
    while heap:
        number = heapq.heappop(heap)[-1]
        trial = proven[number]
        gains = chosen.gains(trial)
        gain = sum(gains.values())
        if gain < 1 or min(gains.values()) < 0:
            continue
        if heap and _order(trial, gain) > heap[0][:-1]:
            heapq.heappush(heap, (*_order(trial, gain), number))
            continue
        chosen.keep(trial, gains)
        kept.append(trial)
    return kept


def _order(trial: Trial, gain: int) -> tuple[int, int, int, str]:
    """Sort the greater gain first, then what holds in more articles, then the simpler, then by the rule itself."""
    return -gain, -len(trial.mended), count_conditions(trial.rule), repr(trial.rule)


def count_conditions(rule: EditRule | PatternRule) -> int:
    """Count what a rule asks for."""
    if isinstance(rule, EditRule):
        return len(rule.when)
    return len(rule.pattern.split() if isinstance(rule.pattern, str) else rule.pattern) + len(rule.left + rule.right)
