"""An article and what was found in it as one HTML page, with no script and nothing to fetch."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from pipeline.export.cells import cell
from pipeline.plain import harmless
from pipeline.records import Mention, Zone
from pipeline.tables import TABLES, Table

PAGE = Template((Path(__file__).parent / "page.html").read_text(encoding="utf-8"))
HIDDEN = {"sentence", "found_by", "start_char", "end_char"}
"""Columns that the page leaves out, beside ids: they are in the tables, and in the tooltip of the mention."""


def page_of_articles(title: str, blocks: Iterable[str]) -> str:
    """Write a page of article blocks."""
    return PAGE.substitute(title=_shown(title), blocks="\n".join(blocks))


def block(title: str, text: str, found: Mapping[str, Sequence[Any]], zones: Sequence[Zone] = ()) -> str:
    """Write one article: the text with its mentions marked and its zones named, the tables under it."""
    zones = zones or [Zone(start_char=0, end_char=len(text), zone="body")]
    article = "\n".join(_zone(text, zone, found["mentions"]) for zone in zones)
    tables = "\n".join(_table(TABLES[name], rows) for name, rows in found.items() if name != "mentions" and rows)
    return f"<h1>{_shown(title)}</h1>\n<article>\n{article}\n</article>\n{tables}"


def _zone(text: str, zone: Zone, mentions: Iterable[Mention]) -> str:
    inside = [m for m in mentions if zone.start_char <= m.start_char and m.end_char <= zone.end_char]
    words = _marked(text, zone.start_char, zone.end_char, inside).strip().replace("\n", "<br>")
    return f'<section class="{zone.zone}"><b>{zone.zone.replace("_", " ")}</b>{words}</section>'


def _marked(text: str, start: int, end: int, mentions: Iterable[Mention]) -> str:
    parts, at = [], start
    for m in mentions:
        if m.start_char < at:
            continue
        why = _shown(f"{m.found_by} · {m.entity_id or m.zone}")
        parts.append(_shown(text[at : m.start_char]))
        parts.append(f'<mark class="{m.label}" title="{why}">{_shown(m.text)}<i>{m.label}</i></mark>')
        at = m.end_char
    return "".join(parts) + _shown(text[at:end])


def _table(table: Table, rows: Sequence[Any]) -> str:
    columns = [column.name for column in table.own if column.name not in HIDDEN and not column.name.endswith("_id")]
    used = [name for name in columns if any(getattr(row, name) not in (None, "", ()) for row in rows)]
    head = "".join(f"<th>{name}</th>" for name in used)
    body = "".join("<tr>" + "".join(f"<td>{_text(getattr(row, name))}</td>" for name in used) + "</tr>" for row in rows)
    return f"<h2>{table.name} <small>{len(rows)}</small></h2><table><tr>{head}</tr>{body}</table>"


def _text(value: Any) -> str:
    return _shown(str(cell(value)))


def _shown(text: str) -> str:
    return escape(harmless(text))
