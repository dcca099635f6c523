"""Candidates through named passes, one after the other; on a Doc that is explained, what each pass did and why.

A table of passes is a tuple of `Pass`: its id is what notes call it, so that a wrong name or title leads to the one
function, and the one row of the rules, that made it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from spacy.tokens import Doc

from pipeline.extract.document.trace import is_traced, note


class Stretch(Protocol):
    """A labelled stretch of an article that a pass keeps, changes or drops."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def label(self) -> str: ...


class State(Protocol):
    """What a pass reads: the candidates found so far, and the article around them."""

    @property
    def doc(self) -> Doc: ...
    @property
    def text(self) -> str: ...
    @property
    def found(self) -> Sequence[Any]: ...
    def having(self, found: Sequence[Any]) -> Any: ...
    def is_context(self, one: Any) -> bool:
        """Say whether a candidate was settled by another component, and only stands beside the others."""


S = TypeVar("S", bound=State)


class Why(NamedTuple):
    """Why a pass decided as it did: the row that decided, where there is one, and a sentence."""

    row: str
    what: str


class Pass(NamedTuple, Generic[S]):
    """One pass: its name, what it does in words, and what finds the reason for one candidate that it changed."""

    id: str
    run: Callable[[S], Iterable[Any]]
    does: str
    why: Callable[[S, Any], Why | None] | None = None


def run_passes(state: S, passes: Sequence[Pass[S]], *, component: str, cell: str) -> S:
    """Run the passes in their order, and give the state after the last one."""
    traced = is_traced(state.doc)
    for one in passes:
        after: S = state.having(list(one.run(state)))
        if traced:
            _note_changes(state, after, one, component, cell)
        state = after
    return state


def _note_changes(before: S, after: S, one: Pass[S], component: str, cell: str) -> None:
    for stretch, what in _changes(before.text, before.found, after.found):
        if what.startswith("adds") and before.is_context(stretch):
            continue
        why = one.why(before, stretch) if one.why else None
        by = "/".join(part for part in (component, one.id, why.row if why else "") if part)
        note(before.doc, cell, stretch.start, stretch.end, f"{what}: {why.what if why else one.does}", by=by)


def _changes(text: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    """Give what was dropped, changed and added, each with a sentence that says so."""
    was, now = ({(one.start, one.end, one.label): one for one in side} for side in (before, after))
    gone = [one for key, one in was.items() if key not in now]
    new = [one for key, one in now.items() if key not in was]
    for one in gone:
        instead = next((other for other in new if _meet(one, other)), None)
        if instead is not None:
            yield one, f"makes {_name(text, instead)} of {_name(text, one)}"
        else:
            yield one, f"drops {_name(text, one)}"
    for one in new:
        if not any(_meet(one, other) for other in gone):
            yield one, f"adds {_name(text, one)}"


def _meet(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


def _name(text: str, one: Stretch) -> str:
    return f"{one.label} {text[one.start : one.end]!r}"
