"""Proposed rows on the articles that have their words, with the pipeline that runs: what each mends, what it breaks."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.articles import found_in
from pipeline.extract.names import PressNames
from pipeline.extract.organisations import PressOrganisations
from pipeline.extract.people import PressPeople
from pipeline.extract.quotes import PressQuotes
from pipeline.extract.roles import PressRoles
from pipeline.extract.rule_set import NAMES
from pipeline.extract.user_rows import Rows, with_rows
from pipeline.extract.user_rules import named_of
from pipeline.retrain.decisions import Decision
from pipeline.retrain.evidence import Evidence
from pipeline.retrain.gold import GoldArticle
from pipeline.retrain.holds import holds
from pipeline.retrain.row_candidates import LEAST, RowCandidate
from pipeline.retrain.rows import joined
from pipeline.retrain.scoring import Found, score
from pipeline.rulebook import Rulebook

REBUILT: Mapping[str, Callable[[Rulebook], Callable[[Doc], Doc]]] = {
    "press_names": PressNames,
    "press_roles": PressRoles,
    "press_organisations": PressOrganisations,
    "press_people": PressPeople,
    "press_quotes": PressQuotes,
}
"""Components that read the rows that are tried here; what runs before the first of them runs once an article."""

MOST_CANDIDATES, MOST_ARTICLES, SAMPLE = 40, 40, 8
"""Candidates that are tried; articles with decisions, and of the archive, on which each is."""


@dataclass(slots=True)
class RowTrial:
    """A proposed row and what it does: decisions and annotations mended and broken, by article; changes in the run."""

    candidate: RowCandidate
    mended: dict[str, int] = field(default_factory=dict)
    broken: dict[str, int] = field(default_factory=dict)
    archive: int = 0

    @property
    def gain(self) -> int:
        """Give the mended less the broken."""
        return sum(self.mended.values()) - sum(self.broken.values())

    def is_proven(self, *, without: str = "") -> bool:
        """Say whether the row mends enough and breaks nothing; `without` leaves an article out."""
        mended = sum(count for article, count in self.mended.items() if article != without)
        return mended >= LEAST[self.candidate.file] and not self.broken

    def count(self, article: str, mended: int, broken: int) -> None:
        """Note what the row does in an article."""
        for counts, number in ((self.mended, mended), (self.broken, broken)):
            if number:
                counts[article] = number


class Articles:
    """Runs the pipeline over articles with more rows in its rule files; what no row changes runs once an article."""

    def __init__(self, pipeline: Callable[[], Language], rulebook: Rulebook) -> None:
        """Take what loads the pipeline when it is needed, and the rulebook that it reads with."""
        self.pipeline, self.rulebook = pipeline, rulebook
        self.docs: dict[str, Doc] = {}

    @cached_property
    def nlp(self) -> Language:
        """Load the pipeline."""
        return self.pipeline()

    @property
    def split(self) -> int:
        """Give the number of the first component that rows change."""
        return self.nlp.pipe_names.index("press_names")

    def found(self, text: str, rows: Sequence[Rows] = ()) -> Found:
        """Give what is found in an article with more rows."""
        return found_in(self._run(text, self._components(rows)))

    def _components(self, rows: Sequence[Rows]) -> list[Callable[[Doc], Doc]]:
        rulebook = with_rows(self.rulebook, joined(*rows))
        built = (
            REBUILT[name](rulebook) if name in REBUILT else self.nlp.get_pipe(name)
            for name in self.nlp.pipe_names[self.split :]
        )
        return list(built)

    def _run(self, text: str, components: Iterable[Callable[[Doc], Doc]]) -> Doc:
        if text not in self.docs:
            doc = self.nlp.make_doc(text)
            for name in self.nlp.pipe_names[: self.split]:
                doc = self.nlp.get_pipe(name)(doc)
            self.docs[text] = doc
        doc = self.docs[text].copy()
        for component in components:
            doc = component(doc)
        return doc


@dataclass
class RowProof:
    """What rows are tried on: articles with decisions, annotated articles, and the archive."""

    articles: Articles
    texts: Mapping[str, str]
    decisions: Sequence[Decision]
    gold: Sequence[GoldArticle]

    def __post_init__(self) -> None:
        """Sort the decisions by article."""
        self.decided: dict[str, list[Decision]] = defaultdict(list)
        for decision in self.decisions:
            if (
                decision.table in ("mentions", "people", "organisations", "quotes")
                and decision.article_id in self.texts
            ):
                self.decided[decision.article_id].append(decision)

    def choose(self, candidates: Sequence[RowCandidate]) -> list[RowTrial]:
        """Keep the rows that are proven on top of those kept before them."""
        kept: list[RowTrial] = []
        for candidate in candidates[:MOST_CANDIDATES]:
            trial = self._tried(candidate, [rows_of(one.candidate) for one in kept])
            if trial.is_proven():
                trial.archive = self._archive(candidate)
                kept.append(trial)
        return kept

    def _tried(self, candidate: RowCandidate, before: Sequence[Rows]) -> RowTrial:
        trial, more = RowTrial(candidate), [*before, rows_of(candidate)]
        asked = defaultdict(list)
        for decision in candidate.asked:
            asked[decision.article_id].append(decision)
        others = (a for a in self.decided if a not in asked and candidate.may_matter(self.texts[a]))
        for article in [*asked, *others][:MOST_ARTICLES]:
            decisions = {d.decision_id: d for d in (*self.decided.get(article, ()), *asked[article])}.values()
            old, new = (self.articles.found(self.texts[article], rows) for rows in (before, more))
            held = [(holds(decision, old), holds(decision, new)) for decision in decisions]
            trial.count(article, held.count((False, True)), held.count((True, False)))
        for gold in self.gold:
            if candidate.may_matter(gold.text):
                old, new = (self.articles.found(gold.text, rows) for rows in (before, more))
                less = _errors(gold, old) - _errors(gold, new)
                trial.count(gold.id, max(less, 0), max(-less, 0))
        return trial

    def _archive(self, candidate: RowCandidate) -> int:
        """Estimate in how many articles of the run the row changes something, from some of those with its words."""
        there = [article for article, text in self.texts.items() if candidate.may_matter(text)]
        some = there[:: max(1, len(there) // SAMPLE)]
        changed = sum(self._changes(candidate, self.texts[article]) for article in some)
        return round(len(there) * changed / len(some)) if some else 0

    def _changes(self, candidate: RowCandidate, text: str) -> bool:
        return self.articles.found(text) != self.articles.found(text, [rows_of(candidate)])


@dataclass(frozen=True, slots=True)
class Learned:
    """The rows that were kept, and the articles on which they were tried."""

    proof: RowProof
    kept: Sequence[RowTrial]

    def added_to(self, article: Evidence, *, fair: bool = False) -> Evidence:
        """Give an article with the names and roles that the rows add; `fair`: those that it didn't prove itself."""
        text = article.words.text
        kept = [t for t in self.kept if t.candidate.may_matter(text)]
        kept = [t for t in kept if t.is_proven(without=article.article_id)] if fair else kept
        if not kept:
            return article
        rows = [rows_of(trial.candidate) for trial in kept]
        old, new = ({named_of(m) for m in self.proof.articles.found(text, more)["mentions"]} for more in ([], rows))
        added = [one for one in new - old if one.label in NAMES]
        left = [one for one in article.base if not any(one.start < a.end and a.start < one.end for a in added)]
        return replace(article, base=tuple(sorted([*left, *added])))


def rows_of(candidate: RowCandidate) -> dict[str, tuple[Any, ...]]:
    """Give a candidate as rows to add."""
    return {candidate.file: (candidate.row,)}


def _errors(gold: GoldArticle, found: Found) -> int:
    return sum(one.wrong + one.missed for one in score([(gold, found)]))
