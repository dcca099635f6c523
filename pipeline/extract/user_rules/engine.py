"""Applies a user's rules to the mentions of a Doc: edits change them, then patterns add some."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc

from pipeline.errors import RulesError
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.user_rules.features import DocWords, all_features
from pipeline.extract.user_rules.rule_set import NAMES, EditRule, PatternRule

Features = Mapping[str, str]


class Match(NamedTuple):
    """A stretch of characters that a pattern rule matches, whatever stands beside it."""

    start: int
    end: int
    rule: PatternRule


class PatternFinder:
    """Finds where pattern rules match, by spaCy's own matchers, so that rulers find the same."""

    def __init__(self, rules: Iterable[PatternRule], nlp: Language) -> None:
        """Compile the rules. Raises RulesError that names a rule whose pattern spaCy doesn't take."""
        self.rules = {nlp.vocab.strings.add(rule.id): rule for rule in rules}
        self.phrases, self.tokens = PhraseMatcher(nlp.vocab, attr="ORTH"), Matcher(nlp.vocab, validate=True)
        for rule in self.rules.values():
            if isinstance(rule.pattern, str):
                self.phrases.add(rule.id, [nlp.make_doc(rule.pattern)])
                continue
            try:
                self.tokens.add(rule.id, [rule.pattern], greedy="LONGEST")
            except (ValueError, re.error) as error:
                raise RulesError(f"rule {rule.id}: spaCy doesn't take its pattern: {error}") from None

    def matches(self, doc: Doc) -> list[Match]:
        """Give every match in a Doc."""
        found = [*self.phrases(doc), *(self.tokens(doc) if len(self.tokens) else ())]
        ends = ((key, doc[start].idx, doc[end - 1]) for key, start, end in found)
        return [Match(start, last.idx + len(last), self.rules[key]) for key, start, last in ends]


def edit_all(
    words: DocWords, named: Sequence[Candidate], index: "EditIndex", asked_of: Sequence[Features] | None = None
) -> list[Candidate]:
    """Apply the first edit whose tests a mention passes, to each mention by itself; `asked_of`: features, if known."""
    if not index:
        return list(named)
    edited = []
    for one, asked in zip(named, all_features(words, named) if asked_of is None else asked_of, strict=True):
        rule = index.first(asked) if asked else None
        result = edit(words, one, rule) if rule else one
        if result:
            edited.append(result)
    return without_overlaps(edited)


class EditIndex:
    """Edit rules, found by the label and the value of one of their tests; the most particular rule comes first."""

    def __init__(self, rules: Iterable[EditRule]) -> None:
        """Index the rules."""
        self.by_test: dict[tuple[str, str, str], list[EditRule]] = defaultdict(list)
        for rule in sorted(rules, key=_particular):
            test = next((name for name in rule.when if name != "label"), "label")
            self.by_test[rule.when["label"], test, rule.when[test]].append(rule)

    def __bool__(self) -> bool:
        """Say whether there are any rules."""
        return bool(self.by_test)

    def first(self, asked: Features) -> EditRule | None:
        """Give the most particular rule whose tests all hold."""
        rules = [r for test, value in asked.items() for r in self.by_test.get((asked["label"], test, value), ())]
        hits = [rule for rule in rules if all(asked[test] == value for test, value in rule.when.items())]
        return min(hits, key=_particular, default=None)


def _particular(rule: EditRule) -> tuple[int, bool, str]:
    """Give what the most particular rule has least of: it has the most tests, one of them the words themselves."""
    return -len(rule.when), "text" not in rule.when, rule.id


def edit(words: DocWords, named: Candidate, rule: EditRule) -> Candidate | None:
    """Do to a mention what an edit says; None is a veto, or a mention with no words left."""
    if rule.do == "veto":
        return None
    if rule.do == "relabel":
        return named._replace(label=str(rule.to), rule=rule.id)
    first, stop = words.range(named.start, named.end)
    first += {"trim_left": rule.by, "grow_left": -rule.by}.get(rule.do, 0)
    stop += {"trim_right": -rule.by, "grow_right": rule.by}.get(rule.do, 0)
    if not 0 <= first < stop <= len(words.words):
        return None
    return named._replace(start=words.starts[first], end=words.ends[stop - 1], source="", rule=rule.id)


def add_all(words: DocWords, named: Sequence[Candidate], matches: Iterable[Match]) -> list[Candidate]:
    """Add what patterns match; a match gives way to a longer mention and to any value, and takes in shorter ones."""
    taken: list[Candidate] = list(named)
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start, m.rule.id)):
        met = [one for one in taken if one.start < match.end and match.start < one.end]
        fits = all(one.label in NAMES and match.start <= one.start and one.end <= match.end for one in met)
        same = any((one.start, one.end, one.label) == (match.start, match.end, match.rule.label) for one in met)
        if fits and not same and stands_beside(words, match, taken):
            taken = [one for one in taken if one not in met]
            taken.append(Candidate(match.start, match.end, match.rule.label, rule=match.rule.id))
    return sorted(taken)


def stands_beside(words: DocWords, match: Match, named: Sequence[Candidate]) -> bool:
    """Say whether what a rule needs on its left and on its right stands there."""
    first, stop = words.range(match.start, match.end)
    return _on_left(words, first, match.rule.left, named) and _on_right(words, stop, match.rule.right, named)


def _on_left(words: DocWords, at: int, elements: Sequence[str], named: Sequence[Candidate]) -> bool:
    for element in reversed(elements):
        if element.startswith("<"):
            hit = next((n for n in named if f"<{n.label}>" == element and words.range(n.start, n.end)[1] == at), None)
            if hit is None:
                return False
            at = words.range(hit.start, hit.end)[0]
        elif words.at(at := at - 1) != element:
            return False
    return True


def _on_right(words: DocWords, at: int, elements: Sequence[str], named: Sequence[Candidate]) -> bool:
    for element in elements:
        if element.startswith("<"):
            hit = next((n for n in named if f"<{n.label}>" == element and words.range(n.start, n.end)[0] == at), None)
            if hit is None:
                return False
            at = words.range(hit.start, hit.end)[1]
        elif words.at(at) != element:
            return False
        else:
            at += 1
    return True


def without_overlaps(named: Iterable[Candidate]) -> list[Candidate]:
    """Keep the longest of mentions that overlap, in the order of the text."""
    ordered = sorted(named)
    if all(one.end <= other.start for one, other in pairwise(ordered)):
        return ordered
    taken: list[Candidate] = []
    for one in sorted(ordered, key=lambda n: (n.label in NAMES, n.start - n.end, n.start)):
        if not any(other.start < one.end and one.start < other.end for other in taken):
            taken.append(one)
    return sorted(taken)
