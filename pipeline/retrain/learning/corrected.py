"""Decisions and what a run exported to evidence: what was found in each corrected article, and what is right there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.language import Language

from pipeline.evaluation.gold import Span
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.user_rules.decided_places import apply_decided
from pipeline.extract.user_rules.rule_set import NAMES, DecidedCells
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.learning.evidence import Evidence, make_evidence
from pipeline.retrain.runs.exported import Exported
from pipeline.values.text.anchors import Anchor, find_again

MENTION_ACTIONS = ("reject", "add", "relabel", "move", "keep")


def decided_place(decision: Decision) -> DecidedCells | None:
    """Give what a decision about a mention says of its place; None for decisions about other things."""
    if decision.table != "mentions" or decision.action not in MENTION_ACTIONS or decision.anchor is None:
        return None
    at, old = decision.to or decision.anchor, decision.anchor
    return _place(decision, at, decision.after, old if at != old else None)


def decided_places(decisions: Iterable[Decision]) -> list[DecidedCells]:
    """Give the places that decisions are about."""
    return [place for place in map(decided_place, decisions) if place]


def evidence_of(decisions: Sequence[Decision], exported: Exported, nlp: Language) -> Iterator[Evidence]:
    """Give the evidence of each article in which a mention was decided about; the others of it count as right.

    What was found is what was exported, less what earlier decisions had put right in it.
    """
    by_article: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.table == "mentions" and decision.article_id in exported.texts:
            by_article[decision.article_id].append(decision)
    for article_id, own in sorted(by_article.items()):
        text = exported.texts[article_id]
        found = exported.named.get(article_id, [])
        truth = apply_decided(text, found, decided_places(own))
        base = _found_by(apply_decided(text, found, undone(own, text)), own)
        right = [Span(one.start, one.end, one.label) for one in truth if one.label in NAMES]
        yield make_evidence(article_id, nlp.make_doc(text), base, right)


def _found_by(named: Iterable[Candidate], decisions: Iterable[Decision]) -> list[Candidate]:
    """Put back what had found the mentions that were decided about."""
    known = {(d.anchor.start, d.anchor.end): d.before.get("found_by") for d in decisions if d.anchor}
    return [one._replace(source=one.source or known.get((one.start, one.end)) or "") for one in named]


def undone(decisions: Iterable[Decision], text: str) -> list[DecidedCells]:
    """Give the decisions the other way round: what was found before each."""
    places = []
    for decision in decisions:
        anchor, now = decision.anchor, decision.to or decision.anchor
        where = find_again(text, anchor) if anchor else None
        if anchor and now and where:
            old = replace(anchor, start=where[0])
            moved = Anchor(now.start + where[0] - anchor.start, now.words) if decision.to else None
            places.append(_place(decision, old, decision.before, moved))
    return places


def _place(decision: Decision, at: Anchor, cells: Mapping[str, str | None], instead_of: Anchor | None) -> DecidedCells:
    return DecidedCells(
        f"decided-{decision.decision_id}", decision.article_id, decision.table, anchor=at,
        cells={"label": cells.get("label")}, instead_of=instead_of,
    )  # fmt: skip
