"""Labelled stretches before and after a pass to what it dropped, changed and added."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from pipeline.extract.document.passes import Change

CELL = "mentions.label"
"""The cell that passes over names and titles decide."""


class Labelled(Protocol):
    """A stretch of an article with a label."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def label(self) -> str: ...


L = TypeVar("L", bound=Labelled)


def changed_stretches(
    text: str, before: Sequence[L], after: Sequence[L], is_context: Callable[[L], bool]
) -> Iterator[Change]:
    """Give what was dropped, changed, borne out by another rule, and added, each with a sentence that says so.

    What `is_context` was settled by another component: that it now stands beside the others is no change.
    """
    was, now = ({(one.start, one.end, one.label): one for one in side} for side in (before, after))
    gone = [one for key, one in was.items() if key not in now]
    new = [one for key, one in now.items() if key not in was]
    for one in gone:
        instead = next((other for other in new if _meet(one, other)), None)
        name = _name(text, one)
        what = f"drops {name}" if instead is None else f"makes {_name(text, instead)} of {name}"
        yield Change(one, CELL, one.start, one.end, what)
    known = {(*key, _rule(one)) for one in before if (key := (one.start, one.end, one.label)) in now}
    for one in after:
        key, rule = (one.start, one.end, one.label), _rule(one)
        if rule and key in was and (*key, rule) not in known and not is_context(one):
            known.add((*key, rule))
            yield Change(one, CELL, one.start, one.end, f"bears out {_name(text, one)}", row=rule)
    for one in new:
        if not is_context(one) and not any(_meet(one, other) for other in gone):
            yield Change(one, CELL, one.start, one.end, f"adds {_name(text, one)}")


def _rule(one: Labelled) -> str:
    """Give the rule that a stretch is found by; a quotation has none."""
    return getattr(one, "rule", "")


def _meet(one: Labelled, other: Labelled) -> bool:
    return one.start < other.end and other.start < one.end


def _name(text: str, one: Labelled) -> str:
    return f"{one.label} {text[one.start : one.end]!r}"
