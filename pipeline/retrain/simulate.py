"""A user who corrects some annotated articles by their annotation: what retraining does for the articles left over."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import mean

from spacy.language import Language

from pipeline.evaluation.gold import GoldArticle, Span
from pipeline.evaluation.scoring import Score, score
from pipeline.extract.document.finds import id_of, records_on
from pipeline.extract.user_rules.component import UserRules, named_of
from pipeline.extract.user_rules.rule_set import NAMES, RuleSet
from pipeline.retrain.corrections.annotations import differences
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.learning.corrected import decided_places
from pipeline.retrain.learning.evidence import Evidence, make_evidence
from pipeline.retrain.learning.learn import learn
from pipeline.retrain.rule_rows.propose import row_candidates
from pipeline.retrain.rule_rows.reruns import RULES, Reruns
from pipeline.retrain.rule_rows.trials import RowProof, rows_of_candidate
from pipeline.retrain.runs.exported import Exported
from pipeline.rulebook.reading import load_rulebook
from pipeline.rulebook.user_rows import Rows


@dataclass
class Curve:
    """F1 of each kind, in percent, on the articles left over: by number of corrected articles, a value a split."""

    left: dict[int, dict[str, list[float]]] = field(default_factory=dict)
    corrected: dict[int, dict[str, list[float]]] = field(default_factory=dict)
    rules: dict[int, list[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TaughtRules:
    """What a user's corrections taught: rules and decided places, rows of rule files, and how many there are."""

    rules: RuleSet
    rows: Sequence[Rows]
    count: int


class Bench:
    """Annotated articles with what the pipeline finds in them up to where a user's rules come in."""

    def __init__(self, nlp: Language, articles: Sequence[GoldArticle]) -> None:
        """Run the first part of the pipeline over the articles, once."""
        self.nlp, self.articles, self.reruns = nlp, list(articles), Reruns(lambda: nlp, load_rulebook())
        for article in self.articles:
            self.reruns.prepare(article.text, article.published.isoformat() if article.published else None)
        self.docs = [self.reruns.run(article.text, until=RULES) for article in self.articles]

    def evidence(self, number: int, *, corrected: bool = True) -> Evidence:
        """Give an article as evidence."""
        article, doc = self.articles[number], self.docs[number]
        base = [named_of(mention) for mention in doc._.mentions]
        truth = [Span(m.start, m.end, m.label) for m in article.mentions]
        return make_evidence(article.id, doc, base, truth, corrected=corrected)

    def decisions(self, number: int) -> list[Decision]:
        """Give the corrections of an article's names and roles as a user would have made them."""
        article, doc = self.articles[number], self.docs[number]
        before = [Span(m.start_char, m.end_char, m.label) for m in doc._.mentions if m.label in NAMES]
        after = [Span(m.start, m.end, m.label) for m in article.mentions if m.label in NAMES]
        return list(differences(article.text, before, after, article_id=id_of(doc), origin="simulated"))

    def lesson(self, numbers: Sequence[int], also: Sequence[Evidence]) -> TaughtRules:
        """Correct some articles, and learn rows and rules from them as `retrain` does."""
        decisions = [decision for number in numbers for decision in self.decisions(number)]
        exported = Exported({id_of(self.docs[number]): self.articles[number].text for number in numbers})
        proof = RowProof(self.reruns, exported.texts, decisions, ())
        kept = proof.choose(row_candidates(decisions, exported, self.reruns.rulebook))
        lesson = learn([*map(self.evidence, numbers), *also], self.nlp, version="1")
        rules = replace(lesson.rules, decided=tuple(decided_places(decisions)))
        return TaughtRules(rules, [rows_of_candidate(trial.candidate) for trial in kept], len(lesson.kept) + len(kept))

    def scores(self, numbers: Sequence[int], taught: TaughtRules) -> dict[str, float]:
        """Run the pipeline with what was learned, and give F1 of each kind in percent."""
        users = UserRules(self.nlp, taught.rules)
        pairs = []
        for number in numbers:
            article = self.articles[number]
            pairs.append((article, records_on(self.reruns.run(article.text, taught.rows, users=users))))
        scores = score(pairs)
        joint = Score(JOINT)
        for one in (s for s in scores if s.name in MENTIONS):
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
            taught = bench.lesson(chosen, also)
            curve.rules.setdefault(size, []).append(taught.count)
            _add(curve.left.setdefault(size, {}), bench.scores(rest, taught))
            if chosen:
                _add(curve.corrected.setdefault(size, {}), bench.scores(chosen, taught))
            yield split, size, curve


def _add(figures: dict[str, list[float]], scores: dict[str, float]) -> None:
    for name, f1 in scores.items():
        figures.setdefault(name, []).append(f1)


JOINT = "ORG PERSON ROLE"
MENTIONS = ("mentions ORG", "mentions PERSON", "mentions ROLE")
VALUES = ("money", "percentages", "dates")
FACTS = ("people", "people title", "people organisation", "organisations", "quotes speaker")
KINDS = (JOINT, *MENTIONS, "mentions LOC", *VALUES, *FACTS)
"""Kinds that the report shows, in order."""


def curve_in_words(curve: Curve) -> str:
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
    from pipeline.evaluation.gold import read_gold

    return Bench(nlp, read_gold(gold))
