"""Cells that a links model would fill in, and whether a person who read the article says the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from spacy.tokens import Doc

from pipeline.extract.document.finds import kept
from pipeline.extract.links.model import CELLS
from pipeline.training.links.calibrate import Judged
from pipeline.training.links.gold import Links, meanings, overlapping
from pipeline.values.names.forms import fold

Row = tuple[str, Judged | None, bool]
"""A kind of cell, the judgement of one that is filled, and whether the reader would fill it."""
Scores = Mapping[tuple[str, Any], tuple[float, int]]
UNSCORED = (-1.0, 0)
"""Of a cell that no model scored."""
SMALL = {"the", "a", "an", "of", "in", "to", "for", "and", "with", "its", "by", "on"}
SAME = 0.5
"""Share of words from which on a measure says what the reader's says."""


def words(text: str | None) -> set[str]:
    """Give the words of a measure that count."""
    return set(re.findall(r"[\w$%]+", (text or "").casefold())) - SMALL


def alike(one: str | None, other: str | None) -> float:
    """Give how far the words of two measures are the same."""
    left, right = words(one), words(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def judged(doc: Doc, links: Links, scores: Scores) -> Iterator[Row]:
    """Give each cell that is filled, or that the reader would fill.

    `scores` has the score of each filled cell, by cell and id or place of its row.
    """
    means = meanings(doc, links)
    for person in kept(doc, "people"):
        known = means.get(person.person_id)
        if known is None or not known.startswith("p"):
            continue
        held = [role for role in links.roles if role["person"] == known]
        titles = [fold(role["text"]) for role in held]
        right = any(fold(person.title or "") in title or title in fold(person.title or "") for title in titles)
        at = [role.start_char for role in kept(doc, "mentions") if role.label == "ROLE" and role.text == person.title]
        score = max((scores.get(("title", place), UNSCORED) for place in at), default=UNSCORED)
        yield "title", Judged(*score, right) if person.title else None, bool(titles)
        bodies = {role["organisation"] for role in held if role["organisation"] and not role["former"]}
        bodies |= {links.people[known]} if links.people.get(known) else set()
        bodies = bodies or {role["organisation"] for role in held if role["organisation"]}
        right = means.get(person.organisation_id or "") in bodies
        yield _row("organisation", person.organisation_id, right, bodies, scores, person.person_id)
    for quote in kept(doc, "quotes"):
        gold = overlapping(quote, links.quotes)
        if gold:
            right = means.get(quote.speaker_id or "") == gold["speaker"]
            yield _row("speaker", quote.speaker_id, right, gold["speaker"], scores, quote.start_char)
    for value in (*kept(doc, "money"), *kept(doc, "percentages")):
        gold = overlapping(value, links.values)
        if gold:
            at = value.start_char
            right = means.get(value.organisation_id or "") == gold["organisation"]
            yield _row("owner", value.organisation_id, right, gold["organisation"], scores, at)
            right = alike(value.measure, gold["measure"]) >= SAME
            yield _row("measure", value.measure, right, gold["measure"], scores, at)
            yield _row(
                "direction", value.direction, value.direction == gold["direction"], gold["direction"], scores, at
            )
            if hasattr(value, "role"):
                yield _row("role", value.role, value.role == gold["role"], gold["role"], scores, at)


def _row(cell: str, filled: Any, right: bool, wanted: Any, scores: Scores, key: Any) -> Row:
    return cell, Judged(*scores.get((cell, key), UNSCORED), right) if filled else None, bool(wanted)


def table(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """Give precision and coverage of each kind of cell: of those filled, and of those to fill, how many are right."""
    found = {}
    for cell in CELLS:
        filled = [judgement for kind, judgement, _ in rows if kind == cell and judgement]
        wanted = sum(wants for kind, _, wants in rows if kind == cell)
        right = sum(judgement.right for judgement in filled)
        found[cell] = {
            "filled": len(filled),
            "wanted": wanted,
            "precision": round(100 * right / max(1, len(filled)), 1),
            "coverage": round(100 * right / max(1, wanted), 1),
        }
    return found
