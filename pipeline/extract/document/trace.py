"""Why each cell of a table says what it says: notes of what was decided about an article, and which row decided it.

A component that decides something adds a line:

    note(doc, "money.measure", start, end, "'revenue' stands before the verb", by="press_measures/verb_before")

Notes are taken only on a Doc that is being explained (`start_trace`); in a run `note` does nothing, so a sentence that
is costly to make belongs behind `if is_traced(doc)`. A note is kept as plain values, as finds are.

What each pattern says of persons and quotations is kept in every run (`ties`), for whoever weighs them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc

_KEY, _TIES = "press_trace", "press_ties"


class Note(NamedTuple):
    """One thing that was decided about a stretch of an article."""

    cell: str
    """Table and column that it is about: `mentions.label`, `people.title`, `money.organisation_id`."""

    start: int
    end: int

    what: str
    """What was decided and why, as a sentence."""

    by: str
    """Component, pass and row of the rules that decided it: `press_names/veto/photo`."""


def start_trace(doc: Doc) -> None:
    """Have notes be taken on a Doc from here on."""
    doc.user_data.setdefault(_KEY, [])


def is_traced(doc: Doc) -> bool:
    """Say whether notes are taken on a Doc."""
    return _KEY in doc.user_data


def note(doc: Doc, cell: str, start: int, end: int, what: str, *, by: str) -> None:
    """Note what was decided about a stretch, where notes are taken."""
    if _KEY in doc.user_data:
        doc.user_data[_KEY].append([cell, start, end, what, by])


def notes(doc: Doc) -> list[Note]:
    """Give the notes of a Doc in the order in which they were taken."""
    return [Note(*plain) for plain in doc.user_data.get(_KEY, ())]


class Tie(NamedTuple):
    """What one row of the patterns says of a person, quotation or figure; offsets count in the article, -1 is none."""

    table: str
    """`people`, `quotes` or `figures`."""

    rule: str
    """Row of `person_links.csv` or `quote_links.csv`, or the mechanism that ties the two, as for figures."""

    start: int
    """Where the mention of the person, the quotation or the figure begins."""

    title: int = -1
    """Where the title begins that a pattern ties to a person."""

    body: int = -1
    """Where an organisation begins that it ties to a person, or whose figure it is."""

    speaker: int = -1
    """Where the name or title of a quotation's speaker begins."""

    former: bool = False


def keep_ties(doc: Doc, found: Iterable[Tie]) -> None:
    """Put ties on the Doc, beside those of other components."""
    doc.user_data.setdefault(_TIES, []).extend(list(one) for one in found)


def ties(doc: Doc, table: str) -> list[Tie]:
    """Give what the patterns say of the rows of a table, in the order of the rules."""
    return [Tie(*plain) for plain in doc.user_data.get(_TIES, ()) if plain[0] == table]
