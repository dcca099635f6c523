"""What corrections would teach the links model, and whether it is worth it on articles that didn't teach it."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from spacy.tokens import Doc

from pipeline.evaluation.gold import GoldArticle
from pipeline.evaluation.scoring import FoundFacts, score
from pipeline.extract.document.finds import records_on as tables_of
from pipeline.extract.links.candidates import asked
from pipeline.extract.links.component import PressLinks, links_model
from pipeline.extract.links.weighing import Weights
from pipeline.extract.links.words import found_in
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.links.lesson import lesson_of_decisions, teaches
from pipeline.retrain.links.slope import Read, scores_and_chances
from pipeline.retrain.links.teaching import teach
from pipeline.retrain.links.undecided import count_changed, undecided_cells
from pipeline.retrain.rule_rows.reruns import Reruns
from pipeline.retrain.rule_rows.upheld import holds
from pipeline.retrain.stages import QUIET, Stages

LINKS = "press_links"
FOLDS, FEWEST = 3, 2
"""Parts of the decided articles, each judged by what the others teach, and cells that must become right at least."""
FAR = (1, 2, 4)
"""How far to go where what is learned points: a model is asked to be surer than it need be before a cell is filled.

The farther, the more of what nobody decided changes with it: that counts, and where it is too much, one goes less far.
"""
OFTEN = 5
"""Cells that must become right before as many an article may change in others, which nobody looked at."""
OTHERS = 100
"""Articles of the run, and annotated ones, in which nothing was decided and nothing is to change."""
SPARED = 0.3
"""Percent of the annotated links that may be lost."""
JUDGED = ("people title", "people organisation", "quotes speaker")
Counts = tuple[int, int]
"""Decided cells that become right; and those that become wrong, with others of the article, which was read whole."""


class HeldTrial(NamedTuple):
    """What becomes of the decisions about an article by what the articles of other parts teach."""

    part: int
    counts: tuple[Counts, ...]
    """By how far one goes, as of `FAR`."""


@dataclass(slots=True)
class Taught:
    """What the links model was taught, and what that is worth on articles that didn't teach it."""

    folder: Path
    """Of the links model that learned."""
    cells: int
    articles: int
    mended: int = 0
    broken: int = 0
    """Cells that become wrong: decided ones, and all others of a corrected article that change."""
    others: int = 0
    """Articles of the run in which nothing was decided that were looked at."""
    elsewhere: int = 0
    """Cells that change in them."""
    annotated: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Right links of annotated articles before and after, by kind."""
    refused: str = ""
    """Why it isn't put to use; empty where it is."""
    changes: Weights = field(default_factory=dict)

    @property
    def is_used(self) -> bool:
        """Say whether the rule set holds it."""
        return bool(self.changes) and not self.refused

    @property
    def summary(self) -> dict[str, Any]:
        """Give what is kept of it beside the rule set."""
        names = ("cells", "articles", "mended", "broken", "others", "elsewhere", "annotated", "refused")
        return {name: getattr(self, name) for name in names}


class Classroom:
    """Reads articles once, as far as the last layers, and judges what these make of them."""

    def __init__(self, reruns: Reruns) -> None:
        self.reruns = reruns
        component = reruns.nlp.get_pipe(LINKS)
        assert isinstance(component, PressLinks)
        assert component.folder is not None
        self.folder, self.component = component.folder, component
        self.model = links_model(self.folder)
        self._docs: dict[str, Doc] = {}

    def doc(self, text: str) -> Doc:
        """Give an article as it is before its links are weighed."""
        if text not in self._docs:
            self._docs[text] = self.reruns.run(text, until=LINKS)
        return self._docs[text].copy()

    def read(self, text: str, decisions: Sequence[Decision] = ()) -> Read | None:
        """Give what the last layers weigh; None where nothing is asked."""
        doc = self.doc(text)
        given = asked(doc, found_in(doc), self.component.nouns, self.component.issuer)
        if given is None:
            return None
        known = self.model.network.features(given, self.model.rows(given.answers))
        _, before = scores_and_chances(self.model.network.weights, given, known)
        return Read(given, known, before, lesson_of_decisions(given, text, decisions) if decisions else None)

    def found(self, text: str, changes: Weights | None = None) -> FoundFacts:
        """Give what is found in an article with other last layers."""
        component = copy(self.component)
        component.model = self.model.changed(changes) if changes else self.model
        return tables_of(component(self.doc(text)))


def taught_by_decisions(
    reruns: Reruns,
    texts: Mapping[str, str],
    decisions: Sequence[Decision],
    annotated: Sequence[GoldArticle],
    say: Stages = QUIET,
) -> Taught | None:
    """Teach the links model what was decided, and judge that; None where nothing teaches it, or there is no model.

    An article in which something was decided counts as read whole: what else changes in it becomes wrong. In other
    articles of the run nobody knows whether a change is for the better, so that few may be.
    """
    by_article: dict[str, list[Decision]] = {}
    for decision in filter(teaches, decisions):
        if decision.article_id in texts:
            by_article.setdefault(decision.article_id, []).append(decision)
    if not by_article or not reruns.nlp.has_pipe(LINKS):
        return None
    room = Classroom(reruns)
    own = {name: one for name, some in by_article.items() if (one := room.read(texts[name], some))}
    cells = {name: _decided(one) for name, one in own.items()}
    own = {name: one for name, one in own.items() if cells[name]}
    result = Taught(room.folder, sum(cells.values()), len(own))
    if len(own) < 2:
        result.refused = "what was decided in one article alone can't be proven on another"
        return result
    rest = sorted(name for name in texts if name not in by_article)[:OTHERS]
    others = [texts[name] for name in rest]
    also = [*others, *(gold.text for gold in annotated[:OTHERS])]
    kept = say.each("links model: articles to leave as they are", also)
    replayed = [one for text in kept if (one := room.read(text))]
    weights = room.model.network.weights
    tried = [
        HeldTrial(part, _judged(room, texts[name], by_article[name], changes))
        for part, name, changes in say.each(
            "links model: corrected articles", _by_the_others(weights, own, replayed), len(own)
        )
    ]
    learned = teach(weights, [*own.values(), *replayed])
    for most in range(how_far(tried), -1, -1):
        result.mended, result.broken = proven(tried, most)
        result.changes, result.others = _far(learned, FAR[most]), len(others)
        result.elsewhere, result.annotated = 0, {}
        result.refused = _too_little(result) or _harm(room, result, others, annotated, say)
        if not result.refused:
            break
    return result


def _harm(room: Classroom, result: Taught, others: Sequence[str], annotated: Sequence[GoldArticle], say: Stages) -> str:
    """Count what changes in articles in which nothing was decided, and say what is wrong with that."""
    looked_at = say.each("links model: articles in which nothing was decided", others)
    result.elsewhere = sum(_changed(room, text, result.changes) for text in looked_at)
    if refused := _too_much(result):
        return refused
    result.annotated = _annotated(room, annotated, result.changes)
    return _lost(result)


def _decided(one: Read) -> int:
    """Count what was decided about an article and can be learned."""
    lesson = one.lesson
    return sum(int(part.sum()) for part in lesson.decided(one.asked.answers.question)) if lesson else 0


def _judged(room: Classroom, text: str, decisions: Sequence[Decision], changes: Weights) -> tuple[Counts, ...]:
    """Count the cells of an article that become right, and wrong, by what others teach, taken each so far."""
    before = room.found(text)
    was, others = [holds(decision, before) for decision in decisions], undecided_cells(before, decisions)
    counts = []
    for far in FAR:
        after = room.found(text, _far(changes, far))
        now = [holds(decision, after) for decision in decisions]
        pairs = list(zip(was, now, strict=True))
        changed = count_changed(others, undecided_cells(after))
        counts.append((pairs.count((False, True)), pairs.count((True, False)) + changed))
    return tuple(counts)


def _changed(room: Classroom, text: str, changes: Weights) -> int:
    """Count the cells that change in an article in which nothing was decided."""
    return count_changed(undecided_cells(room.found(text)), undecided_cells(room.found(text, changes)))


def how_far(tried: Sequence[HeldTrial]) -> int:
    """Choose how far to go, as a place in `FAR`: where most is gained."""
    gains = [sum(one.counts[at][0] - one.counts[at][1] for one in tried) for at in range(len(FAR))]
    return gains.index(max(gains))


def proven(tried: Sequence[HeldTrial], most: int = len(FAR) - 1) -> Counts:
    """Count what becomes right, and wrong, in each part, as far as is best for the other parts, and `most` at most."""
    mended = broken = 0
    for one in tried:
        far = min(most, how_far([other for other in tried if other.part != one.part]))
        mended, broken = mended + one.counts[far][0], broken + one.counts[far][1]
    return mended, broken


def _far(changes: Weights, far: float) -> Weights:
    return {name: rows * np.float32(far) for name, rows in changes.items()}


def _by_the_others(
    weights: Weights, own: Mapping[str, Read], replayed: Sequence[Read]
) -> Iterator[tuple[int, str, Weights]]:
    """Give the part and name of each article with what the articles of the other parts teach."""
    names = sorted(own)
    for part in range(min(FOLDS, len(names))):
        held = names[part::FOLDS]
        changes = teach(weights, [*(own[name] for name in names if name not in held), *replayed])
        yield from ((part, name, changes) for name in held)


def _annotated(room: Classroom, articles: Sequence[GoldArticle], changes: Weights) -> dict[str, tuple[int, int]]:
    """Count the right links of annotated articles before and after, by kind, less those that are wrong."""
    counts = []
    for now in (None, changes):
        scores = score((article, room.found(article.text, now)) for article in articles)
        counts.append({one.name: one.right - one.wrong for one in scores if one.name in JUDGED})
    return {name: (right, counts[1].get(name, 0)) for name, right in counts[0].items()}


def _too_little(result: Taught) -> str:
    """Say why what was learned isn't worth it for corrected articles; empty where it is."""
    gain = result.mended - result.broken
    return "" if gain >= FEWEST else f"articles that didn't teach it gain {gain} cells, and {FEWEST} are wanted"


def most_elsewhere(mended: int, corrected: int, others: int) -> int:
    """Give how many cells may change in articles in which nothing was decided: as many as become right.

    Where that is often, as many an article: what comes again in each article is for the better in others, too.

    >>> most_elsewhere(3, corrected=10, others=100), most_elsewhere(8, corrected=10, others=100)
    (3, 80)
    """
    return mended * max(others, corrected) // corrected if mended >= OFTEN else mended


def _too_much(result: Taught) -> str:
    """Say why too much would change that nobody decided; empty where it isn't too much."""
    if result.elsewhere <= most_elsewhere(result.mended, result.articles, result.others):
        return ""
    return (
        f"{result.elsewhere} cells that nobody decided would change in {result.others} other articles of the run, "
        f"for {result.mended} that become right"
    )


def _lost(result: Taught) -> str:
    """Say what annotated articles lose; empty where they don't."""
    lost = [name for name, (before, after) in result.annotated.items() if before - after > SPARED * before / 100]
    return f"{', '.join(lost)}: fewer are right in annotated articles" if lost else ""
