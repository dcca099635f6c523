"""Candidates on annotated articles, by matching: what each would mend and what it would break, article by article."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from spacy.language import Language

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.user_rules.engine import Match, add_all, edit
from pipeline.extract.user_rules.rule_set import EditRule, PatternRule
from pipeline.retrain.learning import propose_edits as candidate_edits
from pipeline.retrain.learning import propose_patterns as candidate_patterns
from pipeline.retrain.learning.evidence import Evidence, places_of_names
from pipeline.retrain.learning.matching import matches_by_trial
from pipeline.retrain.learning.propose_edits import same_edit
from pipeline.retrain.learning.propose_patterns import same_pattern
from pipeline.retrain.learning.rule_kinds import is_own_name, kind_of

Rule = EditRule | PatternRule
AnyRule = TypeVar("AnyRule", EditRule, PatternRule)

LEAST = {"word": 2, "context": 2, "ending": 3, "beside": 5}
"""Errors that must propose a rule of a kind before it is tried; fewer can't prove it."""


@dataclass(slots=True)
class Trial:
    """A candidate and what it does by itself: mended and broken mentions, by the number of the article."""

    rule: Rule
    mended: dict[int, int] = field(default_factory=dict)
    broken: dict[int, int] = field(default_factory=dict)
    words: dict[int, set[str]] = field(default_factory=dict)
    """The different words that it was right about, by the number of the article."""
    matches: dict[int, list[Match]] = field(default_factory=dict)
    """Where a pattern matches, by the number of the article."""
    kind: str = ""

    def __post_init__(self) -> None:
        """Take the rule's own kind, where none is given."""
        self.kind = self.kind or kind_of(self.rule)

    def count(self, article: int, mended: int, broken: int, words: Iterable[str]) -> None:
        """Add what the candidate does at one place, or in one article."""
        if mended > broken:
            self.words.setdefault(article, set()).update(words)
        for counts, number in ((self.mended, mended), (self.broken, broken)):
            if number:
                counts[article] = counts.get(article, 0) + number

    @property
    def gain(self) -> int:
        """Give the mended less the broken."""
        return sum(self.mended.values()) - sum(self.broken.values())

    @property
    def touched(self) -> set[int]:
        """Give the articles in which it does something, for better, for worse or neither."""
        return self.articles | self.matches.keys()

    @property
    def articles(self) -> set[int]:
        """Give the articles in which it changes something for better or worse."""
        return self.mended.keys() | self.broken.keys()


def try_edits(evidence: Sequence[Evidence]) -> list[Trial]:
    """Propose edits from the errors of corrected articles, and try each on all articles."""
    corrected = (article for article in evidence if article.corrected)
    proposed = [rule for article in corrected for rule in candidate_edits.edit_candidates(article)]
    rules = candidate_edits.distinct_edits(worth_trying(proposed, same_edit))
    where = _where({_key(rule.when) for rule in rules}, evidence)
    trials = []
    for rule in rules:
        trial = Trial(rule)
        for number, named in where[_key(rule.when)]:
            article = evidence[number]
            result = edit(article.words, named, rule)
            trial.count(number, *_effect(article, [named], [result] if result else []))
        trials.append(trial)
    return trials


def _key(when: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(when.items()))


def _where(
    wanted: set[tuple[tuple[str, str], ...]], evidence: Sequence[Evidence]
) -> dict[tuple[tuple[str, str], ...], list[tuple[int, Candidate]]]:
    """Map what edits ask to the mentions that pass, with the numbers of their articles."""
    where = defaultdict(list)
    for number, article in enumerate(evidence):
        for named, asked in article.features:
            for tests in candidate_edits.TESTS:
                key = tuple(sorted([("label", asked["label"]), *((test, asked[test]) for test in tests)]))
                if key in wanted:
                    where[key].append((number, named))
    return where


def try_patterns(evidence: Sequence[Evidence], nlp: Language) -> list[Trial]:
    """Propose patterns from the mentions missed in corrected articles, and try each on all."""
    corrected = (article for article in evidence if article.corrected)
    proposed = [rule for article in corrected for rule in candidate_patterns.pattern_candidates(article)]
    small = {word for article in evidence for word in article.words.words if word.islower()}
    tried = worth_trying(proposed, same_pattern, small)
    trials = {same_pattern(rule): Trial(rule, kind=_kind(rule, small)) for rule in tried}
    found = matches_by_trial(trials, evidence, nlp)
    for key, by_article in found.items():
        trial = trials[key]
        for number, matches in by_article.items():
            article = evidence[number]
            trial.matches[number] = matches
            result = add_all(article.words, article.base, matches)
            gone, come = set(article.base) - set(result), set(result) - set(article.base)
            trial.count(number, *_effect(article, gone, come))
    return list(trials.values())


def worth_trying(
    proposed: Sequence[AnyRule], same: Callable[[AnyRule], Hashable], small: Collection[str] = ()
) -> list[AnyRule]:
    """Drop proposals that too few errors make for their kind; `small` are words that the articles have small."""
    times = Counter(map(same, proposed))
    return [rule for rule in proposed if times[same(rule)] >= LEAST.get(_kind(rule, small), 1)]


def _kind(rule: Rule, small: Collection[str]) -> str:
    return "name" if kind_of(rule) == "word" and is_own_name(rule, small) else kind_of(rule)


def _effect(article: Evidence, gone: Iterable[Candidate], come: Iterable[Candidate]) -> tuple[int, int, set[str]]:
    """Count what a change mends and breaks; a wrong mention that stays wrong in another way is neither."""
    lost, new = places_of_names(gone), places_of_names(come) - article.found
    right_lost, wrong_lost = len(lost & article.truth), len(lost - article.truth)
    right_new, wrong_new = len(new & article.truth), len(new - article.truth)
    words = {article.words.text[place.start : place.end] for place in new or lost}
    return max(right_new, wrong_lost - wrong_new, 0), right_lost + max(wrong_new - wrong_lost, 0), words
