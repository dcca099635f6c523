"""An object of JSON to a row of single cells: what lies inside is named by its path, lists of paragraphs are joined."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.ingest.readers.tables.columns import folded
from pipeline.ingest.rules import column_names, words_of_kind

_DEPTH = 4


def flat(value: Mapping[str, Any]) -> dict[str, Any]:
    """Give an object as a row of single cells.

    >>> flat({"title": {"rendered": "Volta"}, "source": {"id": 1, "name": "Times"}, "body": ["One.", "Two."]})
    {'title': 'Volta', 'source': 'Times', 'source.id': 1, 'body': 'One.\\n\\nTwo.'}
    """
    row: dict[str, Any] = {}
    for name, cell in _cells(value, "", 0):
        row.setdefault(name, cell)
    return row


def _cells(value: Mapping[str, Any], above: str, depth: int) -> Iterator[tuple[str, Any]]:
    for key, inner in value.items():
        name = above if above and key in words_of_kind("key_inner") else f"{above}.{key}" if above else str(key)
        inner = _main_of(inner)
        if isinstance(inner, Mapping) and not above and is_article(inner):
            yield from _cells(inner, "", depth + 1)
        elif isinstance(inner, Mapping):
            yield from _of_object(inner, "" if key in words_of_kind("key_wrapper") and not above else name, depth)
        elif isinstance(inner, list):
            if joined := _joined(inner):
                yield name, joined
        elif inner is not None:
            yield name, inner


def _of_object(value: Mapping[str, Any], name: str, depth: int) -> Iterator[tuple[str, Any]]:
    inner = (
        next((key for key in words_of_kind("key_value") if isinstance(value.get(key), str) and value[key]), None)
        if name
        else None
    )
    if inner:
        yield name, value[inner]
    if depth < _DEPTH:
        yield from _cells({key: cell for key, cell in value.items() if key != inner}, name, depth + 1)


def is_article(value: Mapping[str, Any]) -> bool:
    """Say whether an object has a headline and a text of its own, so that the key that it lies under only wraps it.

    >>> is_article({"title": "Volta", "body": "Sales rose."}), is_article({"text": "Volta", "type": "title"})
    (True, False)
    """
    names = {folded(key) for key, inner in value.items() if isinstance(inner, str | Mapping | list) and inner}
    usual = column_names()
    return all(names & set(usual[holds]) - {"name", "no"} for holds in ("title", "text"))


def _main_of(value: Any) -> Any:
    """Give, of forms of one thing each with its role, as ninjs lists headlines and bodies, the main one's value."""
    if not (
        isinstance(value, list) and value and all(isinstance(v, Mapping) and {"role", "value"} <= set(v) for v in value)
    ):
        return value
    return next((form["value"] for form in value if form["role"] == "main"), value[0]["value"])


def _joined(values: list[Any]) -> str | None:
    """Join a list of texts: paragraphs by a blank line, names by a comma; None where it holds other things."""
    texts = [text for value in values if (text := _text(value))]
    if not texts or len(texts) < 0.5 * len(values):
        return None
    long = any(len(text) > 80 or re.search(r"[.!?]$", text) for text in texts)
    return ("\n\n" if long else ", ").join(texts)


def _text(value: Any) -> str | None:
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, Mapping) and set(value).issubset(words_of_kind("key_paragraph")):
        held = (value[key] for key in words_of_kind("key_text") if isinstance(value.get(key), str | list))
        found = next(held, None)
        return _joined(found) if isinstance(found, list) else found if isinstance(found, str) else None
    return None
