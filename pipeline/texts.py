"""Texts at hand, as strings, records or a data frame, to data frames of their tables."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Any, TypeAlias

from pipeline.engines.batch import extract_batch
from pipeline.errors import UsageError
from pipeline.ingest import article_from_text
from pipeline.plain import to_plain
from pipeline.records import Article, InputError
from pipeline.runs.publishing import publish_tables
from pipeline.settings import Settings, load_settings
from pipeline.store import Store
from pipeline.tables import TABLES, Table

if TYPE_CHECKING:
    import pandas as pd

FIELDS = ("text", "title", "published", "id", "url")
"""Keys of a record, and columns of a data frame, that are read; others are left alone."""


Texts: TypeAlias = "Iterable[str | Mapping[str, Any]] | pd.Series | pd.DataFrame"
"""Strings, records, a series of strings, or a data frame with a column `text`."""


@dataclass(frozen=True, slots=True)
class _Input:
    """One text as it was given: its place in what was given, its label in an index, its fields."""

    number: int
    label: Any
    given: Mapping[str, Any]


def extract_tables(texts: Texts, *, model: str | None = None, rules: str | None = None) -> "dict[str, pd.DataFrame]":
    """Give the tables of some texts as data frames; see `pipeline.extract`.

    The settings are those of a run in the same folder (`pressfacts.toml`, its rule set); `model` and `rules` win.
    """
    from pipeline.export.frames import frame

    today = date.today()
    inputs = list(_inputs(texts))
    read = [(one, _article(one, today)) for one in inputs]
    articles = [(one, article) for one, article in read if isinstance(article, Article)]
    errors = [error for _, error in read if isinstance(error, InputError)]
    with Store(None) as store:
        _publish(store, [article for _, article in articles], errors, load_settings(model=model, rules=rules))
        rows = {name: list(store.rows(name)) for name in TABLES}
    order = {article.article_id: one.number for one, article in reversed(articles)}
    tables = {name: frame(table, _in_order(table, rows[name], order)) for name, table in TABLES.items()}
    tables["articles"] = _articles(articles, rows["articles"])
    return tables


def _inputs(texts: Any) -> Iterator[_Input]:
    """Give each text with its fields; a data frame's rows and a series' values have their labels in the index."""
    if isinstance(texts, (str, bytes, Mapping)):
        raise UsageError(
            f"pipeline.extract takes several texts, not one {type(texts).__name__}: write pipeline.extract([text])"
        )
    is_frame = hasattr(texts, "columns")
    if is_frame and "text" not in texts.columns:
        raise UsageError(f"the data frame has no column 'text'; it has {', '.join(map(str, texts.columns))}")
    labels = texts.index if is_frame or hasattr(texts, "to_list") else count()
    given = texts.to_dict("records") if is_frame else texts
    for number, (label, one) in enumerate(zip(labels, given, strict=False), 1):
        yield _Input(number, label, one if isinstance(one, Mapping) else {"text": one})


def _article(one: _Input, today: date) -> Article | InputError:
    """Make the article of a text, or say why it can't be one."""
    source, text = f"text#{one.number}", one.given.get("text")
    if not isinstance(text, str):
        message = f"there is no text in it: {text!r} is no string"
        return InputError(source=source, stage="ingest", error="no text", message=message)
    stated = {name: _stated(one.given.get(name)) for name in FIELDS[1:]}
    given = {"title": stated["title"], "published": stated["published"], "source_id": stated["id"]}
    try:
        article = article_from_text(text, today=today, source=source, **given)
    except ValueError as error:
        return InputError(source=source, stage="ingest", error="unusable", message=str(error))
    return replace(article, url=stated["url"])


def _stated(value: Any) -> str | None:
    """Give a field as text; None where it isn't stated, also as pandas has it (NaN, NaT)."""
    if value is None or value != value:
        return None
    return value.isoformat()[:10] if hasattr(value, "isoformat") else str(value).strip() or None


def _publish(store: Store, articles: list[Article], errors: list[InputError], settings: Settings) -> None:
    store.keep_input("texts", "", [*articles, *errors])
    unique = list({article.article_id: article for article in articles}.values())
    store.keep_facts("", zip(unique, extract_batch(unique, settings), strict=True))
    publish_tables(store, settings)


def _in_order(table: Table, rows: list[tuple[Any, ...]], order: Mapping[str, int]) -> list[tuple[Any, ...]]:
    """Put rows in the order in which their texts were given."""
    names = [column.name for column in table.columns]
    if "article_id" not in names:
        return rows
    at = names.index("article_id")
    return sorted(rows, key=lambda row: order[row[at]])


def _articles(articles: list[tuple[_Input, Article]], rows: list[tuple[Any, ...]]) -> "pd.DataFrame":
    """Give a row for each text that could be read, by the index that the texts had."""
    from pipeline.export.frames import frame

    table = TABLES["articles"]
    at = [column.name for column in table.columns].index("duplicate_of")
    copies = {row[0]: row[at] for row in rows}
    kept = [(one, article) for one, article in articles if article.article_id in copies]
    plain = [to_plain(replace(article, duplicate_of=copies[article.article_id])) for _, article in kept]
    data = frame(table, [cells[: len(table.columns)] for cells in plain])
    data.index = [one.label for one, _ in kept]
    return data
