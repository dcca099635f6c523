"""A user who corrects some annotated articles by their annotation: what retraining does for the articles left over."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import mean

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.articles import found_in
from pipeline.extract.finds import id_of
from pipeline.extract.rule_set import NAMES, RuleSet
from pipeline.extract.user_rules import UserRules, named_of
from pipeline.retrain.annotations import differences
from pipeline.retrain.evidence import Evidence, Place, make_evidence
from pipeline.retrain.gold import GoldArticle
from pipeline.retrain.interchange.annotated import Span
from pipeline.retrain.learn import learn
from pipeline.retrain.rebuilt import decided_places
from pipeline.retrain.scoring import Score, score

BEFORE_RULES = "press_rules"


@dataclass
class Curve:
    """F1 of each kind, in percent, on the articles left over: by number of corrected articles, a value a split."""

    left: dict[int, dict[str, list[float]]] = field(default_factory=dict)
    corrected: dict[int, dict[str, list[float]]] = field(default_factory=dict)
    rules: dict[int, list[int]] = field(default_factory=dict)


class Bench:
    """Annotated articles with what the pipeline finds in them up to where a user's rules come in."""

    def __init__(self, nlp: Language, articles: Sequence[GoldArticle]) -> None:
        """Run the first part of the pipeline over the articles, once."""
        names = nlp.pipe_names
        at = names.index(BEFORE_RULES)
        self.nlp, self.articles, self.rest = nlp, list(articles), [nlp.get_pipe(name) for name in names[at + 1 :]]
        self.docs = [self._first(article, names[:at]) for article in self.articles]

    def _first(self, article: GoldArticle, names: Sequence[str]) -> Doc:
        doc = self.nlp.make_doc(article.text)
        doc._.published = article.published.isoformat() if article.published else None
        for name in names:
            doc = self.nlp.get_pipe(name)(doc)
        return doc

    def evidence(self, number: int, *, corrected: bool = True) -> Evidence:
        """Give an article as evidence."""
        article, doc = self.articles[number], self.docs[number]
        base = [named_of(mention) for mention in doc._.mentions]
        truth = [Place(m.start, m.end, m.label) for m in article.mentions]
        return make_evidence(article.id, doc, base, truth, corrected=corrected)

    def decided(self, number: int) -> RuleSet:
        """Give the corrections of an article as a user would have made them, as decided places."""
        article, doc = self.articles[number], self.docs[number]
        before = [Span(m.start_char, m.end_char, m.label) for m in doc._.mentions if m.label in NAMES]
        after = [Span(m.start, m.end, m.label) for m in article.mentions if m.label in NAMES]
        decisions = differences(article.text, before, after, article_id=id_of(doc), origin="simulated")
        return RuleSet(decided=tuple(decided_places(decisions)))

    def scores(self, numbers: Sequence[int], rules: RuleSet) -> dict[str, float]:
        """Run the rest of the pipeline with a rule set, and give F1 of each kind in percent."""
        users = UserRules(self.nlp, rules)
        pairs = []
        for number in numbers:
            doc = users(self.docs[number].copy())
            for component in self.rest:
                doc = component(doc)
            pairs.append((self.articles[number], found_in(doc)))
        scores = score(pairs)
        joint = Score(JOINT)
        for one in (s for s in scores if s.name in KINDS[1:4]):
            joint.right, joint.wrong, joint.missed = (
                joint.right + one.right,
                joint.wrong + one.wrong,
                joint.missed + one.missed,
            )
        return {s.name: 100 * s.f1 for s in (joint, *scores)}


def simulate(
    bench: Bench, *, sizes: Sequence[int], splits: int, left: int, also: Sequence[Evidence] = (), seed: int = 0
) -> Iterator[tuple[int, int, Curve]]:
    """Measure every size on every random split; gives the split, the size, and the curve so far.

    The same `left` articles of a split are measured at every size; `also` is evidence that is there anyway.
    """
    curve = Curve()
    for split in range(splits):
        order = list(range(len(bench.articles)))
        random.Random(seed + split).shuffle(order)
        rest = order[-left:]
        for size in sizes:
            chosen = order[:size]
            lesson = learn([*map(bench.evidence, chosen), *also], bench.nlp, version="1")
            decided = [place for number in chosen for place in bench.decided(number).decided]
            rules = replace(lesson.rules, decided=tuple(decided))
            curve.rules.setdefault(size, []).append(len(lesson.kept))
            _add(curve.left.setdefault(size, {}), bench.scores(rest, rules))
            if chosen:
                _add(curve.corrected.setdefault(size, {}), bench.scores(chosen, rules))
            yield split, size, curve


def _add(figures: dict[str, list[float]], scores: dict[str, float]) -> None:
    for name, f1 in scores.items():
        figures.setdefault(name, []).append(f1)


JOINT = "ORG PERSON ROLE"
KINDS = (JOINT, "mentions ORG", "mentions PERSON", "mentions ROLE", "mentions LOC", "money", "percentages", "dates")
"""Kinds that the report shows, in order."""


def report(curve: Curve) -> str:
    """Lay a curve out as text: mean F1 at 0 corrections, then the mean change and the worst of a split."""
    lines = [
        f"{'articles left over':18} {'corrected':>9} {'rules':>6} {'F1':>6} {'change':>7} {'worst':>6} {'best':>6}"
    ]
    start = curve.left[min(curve.left)]
    for kind in KINDS:
        for size, figures in curve.left.items():
            changes = [now - then for now, then in zip(figures.get(kind, []), start.get(kind, []), strict=True)]
            if changes:
                rules, f1 = mean(curve.rules[size]), mean(figures[kind])
                change = f"{mean(changes):+7.2f} {min(changes):+6.2f} {max(changes):+6.2f}"
                lines.append(f"{kind:18} {size:9} {rules:6.1f} {f1:6.2f} {change}")
    lines += ["", "corrected articles, run again: the lowest F1 of a split"]
    for size, figures in curve.corrected.items():
        lines.append(f"{size:4}  " + "  ".join(f"{k} {min(figures[k]):.1f}" for k in KINDS[:5] if k in figures))
    return "\n".join(lines)


def read_bench(nlp: Language, gold: Path) -> Bench:
    """Read annotated articles and run the pipeline over them."""
    from pipeline.retrain.gold import read_gold

    return Bench(nlp, read_gold(gold))
