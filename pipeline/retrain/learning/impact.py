"""What rules would change in the articles of a run, by matching: in how many of them, with examples."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from spacy.language import Language

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.user_rules.engine import EditIndex, PatternFinder, add_all, edit_all
from pipeline.extract.user_rules.features import DocWords
from pipeline.extract.user_rules.rule_set import EditRule, PatternRule, RuleSet
from pipeline.retrain.runs.exported import Exported

SAMPLE = 500
"""Articles that are looked at for rules which no word of the text rules out; others are looked at in all."""

EXAMPLES, CONTEXT = 3, 30


@dataclass(slots=True)
class Changes:
    """In how many articles each rule changes something, of how many that were looked at, with examples."""

    looked_at: int = 0
    articles: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def changes_in(exported: Exported, rules: RuleSet, nlp: Language) -> Changes:
    """Count the changes that each rule would make, by itself, in the articles of a run."""
    changes = Changes(looked_at=len(exported.texts))
    every = rules.rules
    needed = {rule.id: needed_words(rule) for rule in every}
    finders = {rule.id: PatternFinder([rule], nlp) for rule in rules.patterns}
    step = max(1, len(exported.texts) // SAMPLE)
    for number, (article, text) in enumerate(exported.texts.items()):
        sampled = number % step == 0
        here = [r for r in every if all(word in text for word in needed[r.id]) and (needed[r.id] or sampled)]
        if here:
            words = DocWords(nlp.make_doc(text))
            base = exported.named.get(article, [])
            for rule in here:
                _note(changes, rule.id, text, base, _alone(words, base, rule, finders))
    for rule in every:
        if not needed[rule.id]:
            changes.articles[rule.id] *= step
    return changes


def needed_words(rule: EditRule | PatternRule) -> list[str]:
    """Give words that an article must have for a rule to change anything in it."""
    if isinstance(rule, EditRule):
        return [value for test, value in rule.when.items() if test in ("text", "first", "last", "left", "right", "cut")]
    exact = [token["ORTH"] for token in rule.pattern if isinstance(token, dict) and isinstance(token.get("ORTH"), str)]
    sides = [element for element in rule.left + rule.right if not element.startswith("<")]
    return [rule.pattern, *sides] if isinstance(rule.pattern, str) else [*exact, *sides]


def _alone(
    words: DocWords, base: Sequence[Candidate], rule: EditRule | PatternRule, finders: dict[str, PatternFinder]
) -> list[Candidate]:
    if isinstance(rule, EditRule):
        return edit_all(words, base, EditIndex([rule]))
    return add_all(words, base, finders[rule.id].matches(words.doc))


def _note(changes: Changes, rule_id: str, text: str, before: Sequence[Candidate], after: Sequence[Candidate]) -> None:
    if [tuple(one[:3]) for one in before] == [tuple(one[:3]) for one in after]:
        return
    changes.articles[rule_id] += 1
    if len(changes.examples[rule_id]) < EXAMPLES:
        changes.examples[rule_id].append(next(_shown(text, before, after)))


def _shown(text: str, before: Sequence[Candidate], after: Sequence[Candidate]) -> Iterator[str]:
    old, new = ({(one.start, one.end, one.label) for one in side} for side in (before, after))
    for start, end, label in sorted(new - old) or sorted(old - new):
        around = text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
        left, words, right = (json.dumps(part, ensure_ascii=False)[1:-1] for part in around)
        yield f"{left}[{words}]{right} {'' if (start, end, label) in new else 'no '}{label}"
