"""The component `press_decided`: what a person decided about rows of the tables, but mentions, applied last."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.errors import RulesError
from pipeline.extract.document.finds import add_mentions, id_of, keep, kept
from pipeline.extract.document.view import place_of, view_of
from pipeline.extract.quotes.component import count_quotes, is_whole, mark_quotes
from pipeline.extract.user_rules.rule_set import ROWS
from pipeline.files import numbered_lines
from pipeline.plain import field_types, reader
from pipeline.records import Mention, Money, Organisation, Percentage, Person, Quote, as_article_id
from pipeline.values.text.anchors import Anchor, find_again

LABELS = {"money": "MONEY", "percentages": "PERCENT"}

IDS = {"people": "person_id", "organisations": "organisation_id"}
REFERENCES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("mentions", "entity_id", ()),
    ("people", "organisation_id", ("organisation",)),
    ("money", "organisation_id", ()),
    ("percentages", "organisation_id", ()),
    ("quotes", "speaker_id", ("speaker", "speaker_title", "speaker_organisation")),
)
"""Columns that refer to people and organisations, with those that follow from them."""


@dataclass(frozen=True, slots=True)
class DecidedRow:
    """What a person decided about a row: a value by its place, a person or organisation by its name."""

    id: str
    article_id: str
    table: str
    action: str
    name: str = ""
    anchor: Anchor | None = None
    cells: Mapping[str, str | None] = field(default_factory=dict)


class PressDecided:
    """Sets, drops and adds rows of a Doc as they were decided."""

    def __init__(self, decided: Iterable[DecidedRow]) -> None:
        """Take the decisions, by article."""
        self.decided: dict[str, list[DecidedRow]] = defaultdict(list)
        for row in decided:
            self.decided[row.article_id].append(row)

    def __call__(self, doc: Doc) -> Doc:
        """Apply what was decided about the Doc's article."""
        for decided in self.decided.get(id_of(doc), ()):
            _APPLY[decided.table](doc, decided)
        return doc


def _to_name(doc: Doc, decided: DecidedRow) -> None:
    """Set cells of a person or an organisation, or drop it."""
    rows = kept(doc, decided.table)
    hits = [row for row in rows if row.name == decided.name]
    if decided.action == "reject":
        _forget(doc, {getattr(row, IDS[decided.table]) for row in hits})
    changed = [] if decided.action == "reject" else [_with_employer(doc, _set(row, decided), decided) for row in hits]
    keep(doc, decided.table, [*(row for row in rows if row not in hits), *changed])
    if decided.table == "people" and changed:
        _tell_quotes(doc, changed[0])


def _tell_quotes(doc: Doc, person: Person) -> None:
    """Give the quotations of a person the title and the organisation that were decided."""
    title, body = person.title, person.organisation
    told = (
        replace(q, speaker=person.name, speaker_title=title, speaker_organisation=body)
        if q.speaker_id == person.person_id
        else q
        for q in kept(doc, "quotes")
    )
    keep(doc, "quotes", told)


def _forget(doc: Doc, ids: set[str]) -> None:
    """Empty the cells that refer to rows that were dropped."""
    for table, column, also in REFERENCES:
        rows = kept(doc, table)
        if any(getattr(row, column) in ids for row in rows):
            empty = dict.fromkeys((column, *also))
            keep(doc, table, [replace(row, **empty) if getattr(row, column) in ids else row for row in rows])


def _with_employer(doc: Doc, row: Any, decided: DecidedRow) -> Any:
    """Give a person whose organisation was set the id of the organisation of that name, if the article has it."""
    if "organisation" not in decided.cells:
        return row
    name = decided.cells["organisation"]
    ids = [o.organisation_id for o in kept(doc, "organisations") if name and name in (o.name, *o.aliases)]
    return replace(row, organisation_id=ids[0] if ids else None)


def _to_value(doc: Doc, decided: DecidedRow) -> None:
    """Set cells of an amount or a percentage, drop it with its mention, or add it."""
    where = find_again(view_of(doc).text, decided.anchor) if decided.anchor else None
    if where is None:
        return
    rows = kept(doc, decided.table)
    hits = [row for row in rows if (row.start_char, row.end_char) == where]
    others = [row for row in rows if row not in hits]
    if decided.action == "reject":
        left = [
            m for m in kept(doc, "mentions") if (m.start_char, m.end_char, m.label) != (*where, LABELS[decided.table])
        ]
        keep(doc, "mentions", left)
        keep(doc, decided.table, others)
        return
    changed = [_set(row, decided) for row in hits]
    if not hits and decided.action == "add":
        changed = [_new(doc, decided, where)]
    keep(doc, decided.table, sorted([*others, *changed], key=lambda row: row.start_char))


def _to_quote(doc: Doc, decided: DecidedRow) -> None:
    """Set the speaker of a quotation, drop it, or add it."""
    where = find_again(view_of(doc).text, decided.anchor) if decided.anchor else None
    if where is None:
        return
    rows = kept(doc, "quotes")
    hits = [row for row in rows if (row.start_char, row.end_char) == where]
    others = [row for row in rows if row not in hits]
    if not hits and decided.action == "add":
        hits = [_quote(doc, where)]
    changed = [] if decided.action == "reject" else [_said(doc, row, decided) for row in hits]
    quotes = sorted([*others, *changed], key=lambda row: row.start_char)
    keep(doc, "quotes", quotes)
    count_quotes(doc, quotes)
    mark_quotes(doc, quotes)


def _said(doc: Doc, row: Quote, decided: DecidedRow) -> Quote:
    """Give a quotation the speaker that was decided, with the id, title and organisation that the article has."""
    if "speaker" not in decided.cells:
        return replace(row, cue=decided.cells.get("cue"), found_by=f"press_decided/{decided.id}")
    name = decided.cells["speaker"]
    person: Person | None = next((p for p in kept(doc, "people") if name and name in (p.name, *p.aliases)), None)
    body: Organisation | None = next((o for o in kept(doc, "organisations") if name in (o.name, *o.aliases)), None)
    return replace(
        row,
        speaker=person.name if person else body.name if body else name,
        speaker_id=person.person_id if person else body.organisation_id if body else None,
        speaker_title=person.title if person else None,
        speaker_organisation=person.organisation if person else None,
        cue=decided.cells.get("cue", row.cue),
        found_by=f"press_decided/{decided.id}",
    )


def _quote(doc: Doc, where: tuple[int, int]) -> Quote:
    place = view_of(doc).mention(*where, "QUOTE", "")
    words = place.text
    kind = "direct" if is_whole(words) else "mixed"
    return Quote(
        article_id=place.article_id,
        start_char=where[0],
        end_char=where[1],
        text=words,
        kind=kind,
        sentence=place.sentence,
    )


def _set(row: Any, decided: DecidedRow) -> Any:
    return replace(row, **_typed(type(row), decided.cells), found_by=f"press_decided/{decided.id}")


def _typed(record: type, cells: Mapping[str, str | None]) -> dict[str, Any]:
    types = field_types(record)
    given = {
        name: tuple(v.split("; ")) if types[name] is tuple and v else v for name, v in cells.items() if name in types
    }
    return {name: reader(types[name])(value) for name, value in given.items()}


def _new(doc: Doc, decided: DecidedRow, where: tuple[int, int]) -> Money | Percentage:
    by, label = f"press_decided/{decided.id}", LABELS[decided.table]
    mention = view_of(doc).mention(*where, label, by)
    there: Sequence[Mention] = kept(doc, "mentions")
    if not any((m.start_char, m.end_char, m.label) == (*where, label) for m in there):
        keep(doc, "mentions", [m for m in there if not (m.start_char < where[1] and where[0] < m.end_char)])
        add_mentions(doc, [mention])
    place = place_of(mention)
    if decided.table == "percentages":
        return Percentage(**place, **_typed(Percentage, decided.cells))
    return Money(**place, **_typed(Money, decided.cells), money_id=f"{id_of(doc)}:{where[0]}")


_APPLY: Mapping[str, Callable[[Doc, DecidedRow], None]] = {
    "people": _to_name,
    "organisations": _to_name,
    "money": _to_value,
    "percentages": _to_value,
    "quotes": _to_quote,
}


def read_decided_rows(folder: Path) -> list[DecidedRow]:
    """Read the decided rows of a rule set. Raises RulesError that names the line that can't be read."""
    path = folder / ROWS
    rows = []
    for number, line in numbered_lines(path.read_text(encoding="utf-8") if path.is_file() else ""):
        try:
            record = json.loads(line)
            anchor = Anchor(**record["anchor"]) if record.get("anchor") else None
            about = {"article_id": as_article_id(record["article_id"]), "anchor": anchor}
            rows.append(DecidedRow(**{**record, **about}))
        except (ValueError, TypeError, KeyError) as error:
            raise RulesError(f"{path.name}, line {number}: not a decided row ({error})") from None
    return rows


@Language.factory("press_decided", default_config={"rules": None})
def make_press_decided(nlp: Language, name: str, rules: str | None) -> PressDecided:
    """Make the component; `rules` is the folder of a rule set."""
    return PressDecided(read_decided_rows(Path(rules)) if rules else ())
