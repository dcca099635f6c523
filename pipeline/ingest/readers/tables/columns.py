"""The names of a row's cells to what each holds: text, title, date ..., by the names that columns usually have."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any
from unicodedata import combining, normalize

from pipeline.ingest.rules import column_names, words_of_kind
from pipeline.settings import Settings

_OF = re.compile(r"(\w+) [a-z]{2,3}\b")
"""A name with what it is of behind it: Title of release, Date de publication."""
_PROSE = 150
"""Letters that the cells of a column of texts have on average, where its name doesn't say that it is one."""
OURS = ("text", "title", "id", "published", "date", "publisher", "author", "url", "source_id", "source")
"""Names that need no word about what was taken for what."""


def folded(name: str) -> str:
    """Give the letters of a column's name in lower case, without accents.

    >>> folded("Full Text"), folded("date_published"), folded("Date de création")
    ('fulltext', 'datepublished', 'datedecreation')
    """
    plain = "".join(sign for sign in normalize("NFKD", name) if not combining(sign))
    return re.sub(r"\(.*?\)|[^a-z\d]+", "", plain.lower())


def usual_name(name: str) -> str:
    """Give the letters of a column's name as usual names have them: of `Title of release` the title.

    >>> usual_name("Title of release"), usual_name("Text of the statement"), usual_name("Name of editor")
    ('title', 'text', 'nameofeditor')
    """
    whole = folded(name)
    found = _OF.match(name.strip())
    first = folded(found[1]) if found else whole
    return first if first != whole and first not in ("name", "no") and whole not in usual_names() and (
        first in usual_names()) else whole  # fmt: skip


@cache
def usual_names() -> frozenset[str]:
    """Give all usual names of columns."""
    return frozenset(name for names in column_names().values() for name in names)


@cache
def _ranks() -> dict[str, dict[str, int]]:
    """Give the place of each usual name in the list of what it may hold."""
    return {holds: {name: at for at, name in enumerate(names)} for holds, names in column_names().items()}


def choose_columns(names: Iterable[str], sample: Sequence[Mapping[str, Any]], settings: Settings) -> dict[str, str]:
    """Say which column holds what: those that the settings name, else those with a usual name.

    Of several columns of texts the one with the longest in `sample` is taken; where none is called so, one of prose.
    """
    given = {"text": settings.text_column, "title": settings.title_column, "id": settings.id_column,
             "published": settings.published_column}  # fmt: skip
    names = list(dict.fromkeys(map(str, names)))
    found: dict[str, str] = {}
    for holds, ranks in _ranks().items():
        if wanted := given.get(holds):
            candidates = [name for name in names if name.strip().lower() == wanted.lower()]
        else:
            rank = {name: _rank(usual_name(name), ranks) for name in names}
            candidates = sorted((n for n in names if rank[n] is not None), key=lambda n: rank[n] or 0)
            candidates = [n for n in candidates if holds == "text" or n not in found.values()]
        if holds == "text" and len(candidates) > 1:
            candidates.sort(key=lambda name: -_length(name, sample))
        filled = [name for name in candidates if any(row.get(name) not in (None, "") for row in sample)]
        if candidates:
            found[holds] = (filled or candidates)[0]
    if "text" not in found and not settings.text_column and (prose := _prose(names, sample, found)):
        found["text"] = prose
    return found


def _rank(name: str, ranks: Mapping[str, int]) -> int | None:
    """Give the place of a name among the usual ones, behind them all where only its first word is in the way."""
    if name in ranks:
        return ranks[name]
    prefixes = sorted(words_of_kind("column_prefix"), key=len, reverse=True)
    rest = next((name.removeprefix(prefix) for prefix in prefixes if name.startswith(prefix)), name)
    return len(ranks) + ranks[rest] if rest in ranks else None


def _length(name: str, sample: Sequence[Mapping[str, Any]]) -> float:
    texts = [re.sub(r"<[^<>]*>", "", str(row.get(name) or "")) for row in sample]
    return sum(map(len, texts)) / max(1, len(texts))


def _prose(names: Sequence[str], sample: Sequence[Mapping[str, Any]], found: Mapping[str, str]) -> str | None:
    """Give the column with the longest texts, where they are sentences."""
    free = [name for name in names if name not in found.values()]
    longest = max(free, key=lambda name: _length(name, sample), default=None)
    if longest is None or _length(longest, sample) < _PROSE:
        return None
    texts = " ".join(re.sub(r"<[^<>]*>", " ", str(row.get(longest) or "")) for row in sample)
    return longest if len(re.findall(r"[a-z]{2,}[.!?](?:\s|$)", texts)) >= len(sample) and "{" not in texts else None


def chosen_in_words(columns: Mapping[str, str], names: Iterable[str], settings: Settings) -> str | None:
    """Say what was taken for what, where names other than our own were; the rest is kept in `extra`."""
    asked = (settings.text_column, settings.title_column, settings.id_column, settings.published_column)
    if all(name in OURS or name in asked for name in columns.values()):
        return None
    taken = ", ".join(f"{holds} from {name!r}" for holds, name in columns.items())
    kept = [name for name in names if name and name not in columns.values()]
    return f"{taken}; kept in extra: {', '.join(kept[:12]) or 'nothing'}"
