"""Proposed rows on the articles that have their words, with the pipeline that runs: what each mends, what it breaks."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from pipeline.evaluation.gold import GoldArticle
from pipeline.evaluation.scoring import FoundFacts, score
from pipeline.extract.document.finds import records_on
from pipeline.extract.user_rules.component import UserRules, named_of
from pipeline.extract.user_rules.rule_set import NAMES, RuleSet
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.learning.evidence import Evidence
from pipeline.retrain.learning.impact import EXAMPLES
from pipeline.retrain.rule_rows.propose import RowCandidate
from pipeline.retrain.rule_rows.reruns import Reruns
from pipeline.retrain.rule_rows.upheld import holds
from pipeline.rulebook.user_rows import Rows

TRIED = ("mentions", "people", "organisations", "quotes")
"""Tables of which decisions count."""

MOST_CANDIDATES, MOST_ARTICLES, SAMPLE = 60, 20, 8
"""Candidates that are tried; other articles with decisions, and articles of the archive, on which each is."""


@dataclass(slots=True)
class RowTrial:
    """A proposed row and what it does: decisions and annotations mended and broken, by article; changes in the run."""

    candidate: RowCandidate
    mended: dict[str, int] = field(default_factory=dict)
    broken: dict[str, int] = field(default_factory=dict)
    archive: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def helps(self) -> bool:
        """Say whether the row mends enough, whatever it breaks."""
        return len(self.mended) >= self.candidate.least

    @property
    def gain(self) -> int:
        """Give the mended less the broken."""
        return sum(self.mended.values()) - sum(self.broken.values())

    def is_proven(self, *, without: str = "") -> bool:
        """Say whether the row mends enough and breaks nothing; `without` leaves an article out."""
        return len(self.mended.keys() - {without}) >= self.candidate.least and not self.broken

    def count(self, article: str, mended: int, broken: int) -> None:
        """Note what the row does in an article."""
        for counts, number in ((self.mended, mended), (self.broken, broken)):
            if number:
                counts[article] = number


@dataclass
class RowProof:
    """What rows are tried on: articles with decisions, annotated articles, and the archive."""

    reruns: Reruns
    texts: Mapping[str, str]
    decisions: Sequence[Decision]
    gold: Sequence[GoldArticle]
    rules: RuleSet = field(default_factory=RuleSet)
    """The rules in use; what was decided about single places is left out, so that rows are seen without it."""

    def __post_init__(self) -> None:
        """Sort the decisions by article."""
        self.refused: list[RowTrial] = []
        self.decided: dict[str, list[Decision]] = defaultdict(list)
        for decision in self.decisions:
            if decision.table in TRIED and decision.article_id in self.texts:
                self.decided[decision.article_id].append(decision)

    def found(self, text: str, rows: Sequence[Rows] = (), more: RuleSet | None = None) -> FoundFacts:
        """Give what is found in an article with more rows, and more rules."""
        users = self._users_with(more) if more and more.rules else self.users
        return records_on(self.reruns.run(text, rows, users=users, until="press_decided"))

    def _users_with(self, more: RuleSet) -> UserRules:
        patterns, edits = (*self.rules.patterns, *more.patterns), (*self.rules.edits, *more.edits)
        return UserRules(self.reruns.nlp, RuleSet(patterns, edits))

    @cached_property
    def users(self) -> UserRules:
        """Compile the rules in use."""
        return UserRules(self.reruns.nlp, replace(self.rules, decided=()))

    def choose(self, candidates: Sequence[RowCandidate]) -> list[RowTrial]:
        """Keep the rows that are proven on top of those kept before them."""
        kept: list[RowTrial] = []
        for candidate in candidates[:MOST_CANDIDATES]:
            trial = self._tried(candidate, [rows_of_candidate(one.candidate) for one in kept])
            if trial.is_proven():
                self._look_in_archive(trial)
                kept.append(trial)
            elif trial.helps:
                self.refused.append(trial)
        return kept

    def _tried(self, candidate: RowCandidate, before: Sequence[Rows]) -> RowTrial:
        trial, more = RowTrial(candidate), [*before, rows_of_candidate(candidate)]
        asked = defaultdict(list)
        for decision in candidate.asked:
            asked[decision.article_id].append(decision)
        for article, decisions in asked.items():
            self._count(trial, article, decisions, before, more)
        others = [a for a in self.decided if a not in asked and candidate.may_matter(self.texts[a])]
        for article in others[:MOST_ARTICLES] if trial.is_proven() else ():
            self._count(trial, article, (), before, more)
        for gold in self.gold if trial.is_proven() else ():
            if candidate.may_matter(gold.text):
                old, new = (self.found(gold.text, rows) for rows in (before, more))
                less = _errors(gold, old) - _errors(gold, new)
                trial.count(gold.id, max(less, 0), max(-less, 0))
        return trial

    def _count(
        self,
        trial: RowTrial,
        article: str,
        asked: Iterable[Decision],
        before: Sequence[Rows],
        more: Sequence[Rows],
    ) -> None:
        """Count the decisions of an article that hold with a row, or no longer."""
        decisions = {d.decision_id: d for d in (*self.decided.get(article, ()), *asked)}.values()
        old, new = (self.found(self.texts[article], rows) for rows in (before, more))
        held = [(holds(decision, old), holds(decision, new)) for decision in decisions]
        trial.count(article, held.count((False, True)), held.count((True, False)))

    def _look_in_archive(self, trial: RowTrial) -> None:
        """Estimate in how many articles of the run the row changes something, from some of those with its words."""
        there = [article for article, text in self.texts.items() if trial.candidate.may_matter(text)]
        some = there[:: max(1, len(there) // SAMPLE)]
        for article in some:
            text = self.texts[article]
            change = _first_change(self.found(text), self.found(text, [rows_of_candidate(trial.candidate)]))
            trial.archive += change is not None
            trial.examples += [f"{article}: {change}"] if change and len(trial.examples) < EXAMPLES else []
        trial.archive = round(len(there) * trial.archive / len(some)) if some else 0


@dataclass(frozen=True, slots=True)
class Learned:
    """The rows that were kept, and the articles on which they were tried."""

    proof: RowProof
    kept: Sequence[RowTrial]

    def rows_for(self, article_id: str, text: str) -> list[Rows]:
        """Give the rows that may matter in an article and that the other articles alone prove."""
        proven = (t for t in self.kept if t.candidate.may_matter(text) and t.is_proven(without=article_id))
        return [rows_of_candidate(trial.candidate) for trial in proven]

    def added_to(self, article: Evidence) -> Evidence:
        """Give an article with the names and roles that those rows add which the other articles alone prove."""
        text = article.words.text
        rows = self.rows_for(article.article_id, text)
        if not rows:
            return article
        old, new = ({named_of(m) for m in self.proof.found(text, more)["mentions"]} for more in ([], rows))
        added = [one for one in new - old if one.label in NAMES]
        left = [one for one in article.base if not any(one.start < a.end and a.start < one.end for a in added)]
        return replace(article, base=tuple(sorted([*left, *added])))


def _first_change(old: FoundFacts, new: FoundFacts) -> str | None:
    """Say what first differs between two readings of an article; None where nothing does."""
    for table in TRIED:
        before, after = ({_shown(row): None for row in found[table]} for found in (old, new))
        if before != after:
            come = [f"+ {what}" for what in after if what not in before]
            return f"{table} " + ", ".join([*come, *(f"- {what}" for what in before if what not in after)][:2])
    return None


def _shown(row: Any) -> str:
    if hasattr(row, "label"):
        return f"{row.label} {row.text!r}"
    if hasattr(row, "cue"):
        return f"{row.text[:30]!r} by {row.speaker}"
    return " ".join(filter(None, (row.name, getattr(row, "title", None), *getattr(row, "aliases", ()))))


def rows_of_candidate(candidate: RowCandidate) -> dict[str, tuple[Any, ...]]:
    """Give a candidate as rows to add."""
    return {candidate.file: (candidate.row,)}


def _errors(gold: GoldArticle, found: FoundFacts) -> int:
    return sum(one.wrong + one.missed for one in score([(gold, found)]))
