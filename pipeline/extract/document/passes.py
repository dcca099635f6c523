"""Candidates through named passes, one after the other; on a Doc that is explained, what each pass did and why.

A table of passes is a tuple of `Pass`: its id is what notes call it, so that a wrong name, title, link, quotation or
figure leads to the one function, and the one row of the rules, that made it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from spacy.tokens import Doc

from pipeline.extract.document.trace import is_traced, note


class Change(NamedTuple):
    """What a pass did to one candidate: the cell that it concerns, where, and in words.

    `row` and `because` are what decided it, where that is not the same for all that the pass does.
    """

    one: Any
    cell: str
    start: int
    end: int
    what: str
    row: str = ""
    because: str = ""


class State(Protocol):
    """What a pass reads: the candidates found so far, and the article around them."""

    @property
    def doc(self) -> Doc: ...
    @property
    def found(self) -> Sequence[Any]: ...
    def having(self, found: Sequence[Any]) -> Any: ...


S = TypeVar("S", bound=State)


class Why(NamedTuple):
    """Why a pass decided as it did: the row that decided, where there is one, and a sentence."""

    row: str
    what: str


class Pass(NamedTuple, Generic[S]):
    """One pass: its name, what it does in words, and what finds the reason for one candidate that it changed.

    `changes` says what it did, where that isn't said as for all passes of its table.
    """

    id: str
    run: Callable[[S], Iterable[Any]]
    does: str
    why: Callable[[S, Any], Why | None] | None = None
    changes: Callable[[S, Sequence[Any]], Iterator[Change]] | None = None


def run_passes(
    state: S,
    passes: Sequence[Pass[S]],
    *,
    component: str,
    changes: Callable[[S, Sequence[Any]], Iterator[Change]] | None = None,
) -> S:
    """Run the passes in their order, and give the state after the last one.

    `changes` says what a pass did that made others of the candidates of a state.
    """
    traced = is_traced(state.doc)
    for one in passes:
        found = list(one.run(state))
        if traced:
            told = one.changes or changes
            _note(state, told(state, found) if told else (), one, component)
        state = state.having(found)
    return state


def _note(before: S, changes: Iterable[Change], one: Pass[S], component: str) -> None:
    for change in changes:
        why = one.why(before, change.one) if one.why else Why(change.row, change.because or one.does)
        row, because = why or ("", one.does)
        by = "/".join(filter(None, (component, one.id, row)))
        note(before.doc, change.cell, change.start, change.end, f"{change.what}: {because}", by=by)
