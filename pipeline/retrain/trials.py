"""Candidates on annotated articles, by matching: what each would mend and what it would break, article by article."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.language import Language

from pipeline.extract.rule_engine import Match, PatternFinder, add_all, edit
from pipeline.extract.rule_set import EditRule, PatternRule
from pipeline.extract.rule_words import Named
from pipeline.retrain import candidate_edits, candidate_patterns
from pipeline.retrain.evidence import Evidence, places

Rule = EditRule | PatternRule


@dataclass(slots=True)
class Trial:
    """A candidate and what it does by itself: mended and broken mentions, by the number of the article."""

    rule: Rule
    mended: dict[int, int] = field(default_factory=dict)
    broken: dict[int, int] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    """The different words that it was right about."""

    def count(self, article: int, mended: int, broken: int, words: Iterable[str]) -> None:
        """Add what the candidate does at one place, or in one article."""
        if mended > broken:
            self.words.update(words)
        for counts, number in ((self.mended, mended), (self.broken, broken)):
            if number:
                counts[article] = counts.get(article, 0) + number

    @property
    def gain(self) -> int:
        """Give the mended less the broken."""
        return sum(self.mended.values()) - sum(self.broken.values())

    @property
    def articles(self) -> set[int]:
        """Give the articles in which it changes something for better or worse."""
        return self.mended.keys() | self.broken.keys()


def try_edits(evidence: Sequence[Evidence]) -> list[Trial]:
    """Propose edits from the errors of corrected articles, and try each on all articles."""
    corrected = (article for article in evidence if article.corrected)
    rules = candidate_edits.distinct(rule for article in corrected for rule in candidate_edits.edit_candidates(article))
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
) -> dict[tuple[tuple[str, str], ...], list[tuple[int, Named]]]:
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
    proposed = (rule for article in corrected for rule in candidate_patterns.pattern_candidates(article))
    trials = [Trial(rule) for rule in candidate_patterns.distinct(proposed)]
    by_pattern: dict[str, list[Trial]] = defaultdict(list)
    for trial in trials:
        by_pattern[repr(trial.rule.pattern)].append(trial)  # type: ignore[union-attr]
    for number, key, matches in _matches(by_pattern, evidence, nlp):
        for trial in by_pattern[key]:
            article = evidence[number]
            own = [Match(m.start, m.end, trial.rule) for m in matches]  # type: ignore[arg-type]
            result = add_all(article.words, article.base, own)
            gone, come = set(article.base) - set(result), set(result) - set(article.base)
            trial.count(number, *_effect(article, gone, come))
    return trials


def _matches(
    by_pattern: Mapping[str, list[Trial]], evidence: Sequence[Evidence], nlp: Language
) -> Iterator[tuple[int, str, list[Match]]]:
    """Match each distinct pattern once in each article."""
    rules = [PatternRule(key, "ORG", trials[0].rule.pattern) for key, trials in by_pattern.items()]  # type: ignore[union-attr]
    finder = PatternFinder(rules, nlp)
    for number, article in enumerate(evidence):
        found = defaultdict(list)
        for match in finder.matches(article.words.doc):
            found[match.rule.id].append(match)
        for key, matches in found.items():
            yield number, key, matches


def _effect(article: Evidence, gone: Iterable[Named], come: Iterable[Named]) -> tuple[int, int, set[str]]:
    """Count what a change mends and breaks; a wrong mention that stays wrong in another way is neither."""
    lost, new = places(gone), places(come) - places(article.base)
    right_lost, wrong_lost = len(lost & article.truth), len(lost - article.truth)
    right_new, wrong_new = len(new & article.truth), len(new - article.truth)
    words = {article.words.text[place.start : place.end] for place in new or lost}
    return max(right_new, wrong_lost - wrong_new, 0), right_lost + max(wrong_new - wrong_lost, 0), words
