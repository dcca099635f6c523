"""Decisions in words, for whoever made them: what they are about, and what is so now."""

from pipeline.retrain.corrections.decisions import Decision


def subject_of(decision: Decision) -> str:
    """Name what a decision is about: the words of the article, or a name."""
    return decision.anchor.words if decision.anchor else decision.before.get("name") or ""


def decision_in_words(decision: Decision) -> str:
    """Say what a decision says of its subject.

    >>> one = Decision(article_id="", table="people", action="set", before={"title": "chair"}, after={"title": "head"})
    >>> decision_in_words(one)
    'title is head, not chair'
    """
    before, after = decision.before, decision.after
    label, new = before.get("label") or "", after.get("label") or ""
    was = {column: f", not {value or 'empty'}" for column, value in before.items()}
    cells = "; ".join(f"{column} is {value or 'not stated'}{was.get(column, '')}" for column, value in after.items())
    return {
        "keep": f"is right as {label}",
        "reject": f"is no {label}" if label else "is not so",
        "relabel": f"is {new}, not {label}",
        "add": f"was missed: {new}" if new else f"was missed: {cells}",
        "move": f"should be {decision.to.words!r}" if decision.to else "stands elsewhere",
        "set": cells,
        "merge": f"is the same as {after.get('name') or after.get('entity_id')}",
        "split": f"is not {after.get('other_name')} elsewhere",
    }.get(decision.action, decision.action)
