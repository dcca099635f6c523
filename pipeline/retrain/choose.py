"""Tried candidates to the few rules that are kept: greedily, the most useful first, until nothing more helps."""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.language import Language

from pipeline.extract.rule_engine import EditIndex, Match, PatternFinder, add_all, edit_all
from pipeline.extract.rule_set import EditRule, PatternRule
from pipeline.retrain.evidence import Evidence, Place, places
from pipeline.retrain.standards import Standards, is_proven
from pipeline.retrain.trials import Trial

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

    def after(self, number: int, edits: Sequence[EditRule], matches: Sequence[Match]) -> frozenset[Place]:
        """Give the names of an article after some rules."""
        article = self.evidence[number]
        named = edit_all(article.words, article.base, EditIndex(edits))
        return places(add_all(article.words, named, matches))

    def gains(self, trial: Trial, matches: Mapping[int, list[Match]]) -> dict[int, int]:
        """Give how many errors a rule would mend, on top of those kept, in each article that it changes."""
        gains = {}
        for number in trial.articles:
            edits = [*self.edits, trial.rule] if isinstance(trial.rule, EditRule) else self.edits
            found = [*self.matches[number], *matches.get(number, ())]
            names = self.after(number, edits, found)
            gains[number] = self.wrong[number] - len(names ^ self.evidence[number].truth)
        return gains

    def keep(self, trial: Trial, matches: Mapping[int, list[Match]], gains: Mapping[int, int]) -> None:
        """Keep a rule."""
        if isinstance(trial.rule, EditRule):
            self.edits.append(trial.rule)
        for number, found in matches.items():
            self.matches[number] += found
        for number, gain in gains.items():
            self.wrong[number] -= gain


def choose(trials: Sequence[Trial], evidence: Sequence[Evidence], standards: Standards, nlp: Language) -> list[Trial]:
    """Keep the trials that are proven and still help on top of those kept before them."""
    proven = [trial for trial in trials if is_proven(trial, standards)]
    proven = sorted(proven, key=lambda trial: _order(trial, trial.gain))[:LOOKS]
    matches = pattern_matches([t for t in proven if isinstance(t.rule, PatternRule)], evidence, nlp)
    chosen, kept = Chosen(evidence), []
    heap = [(*_order(trial, trial.gain), number) for number, trial in enumerate(proven)]
    heapq.heapify(heap)
    while heap:
        number = heapq.heappop(heap)[-1]
        trial = proven[number]
        own = matches.get(id(trial), {})
        gains = chosen.gains(trial, own)
        gain = sum(gains.values())
        if gain < 1 or min(gains.values()) < 0:
            continue
        if heap and _order(trial, gain) > heap[0][:-1]:
            heapq.heappush(heap, (*_order(trial, gain), number))
            continue
        chosen.keep(trial, own, gains)
        kept.append(trial)
    return kept


def _order(trial: Trial, gain: int) -> tuple[int, int, int, str]:
    """Sort the greater gain first, then what holds in more articles, then the simpler, then by the rule itself."""
    return -gain, -len(trial.mended), conditions(trial.rule), repr(trial.rule)


def conditions(rule: EditRule | PatternRule) -> int:
    """Count what a rule asks for."""
    if isinstance(rule, EditRule):
        return len(rule.when)
    return len(rule.pattern.split() if isinstance(rule.pattern, str) else rule.pattern) + len(rule.left + rule.right)


def pattern_matches(
    trials: Sequence[Trial], evidence: Sequence[Evidence], nlp: Language
) -> dict[int, dict[int, list[Match]]]:
    """Match the patterns of trials: by the trial's identity, then by the number of the article."""
    rules = [PatternRule(str(n), t.rule.label, t.rule.pattern) for n, t in enumerate(trials)]  # type: ignore[union-attr]
    finder = PatternFinder(rules, nlp)
    found: dict[int, dict[int, list[Match]]] = defaultdict(lambda: defaultdict(list))
    for number, article in enumerate(evidence):
        for match in finder.matches(article.words.doc):
            trial = trials[int(match.rule.id)]
            rule = trial.rule
            found[id(trial)][number].append(match._replace(rule=rule))  # type: ignore[arg-type]
    return found
