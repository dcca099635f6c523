"""`pressfacts explain`: why a cell of a table says what it says."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from pipeline.commands.options import Model, Output, SettingsFile
from pipeline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pipeline.extract.cells import Row
    from pipeline.extract.explain import Step
    from pipeline.records import Article
    from pipeline.rulebook.reading import Rulebook
    from pipeline.settings import Settings


_READ_AS = re.compile(r"(?<= as )`\w+`(?=: )")
"""What a word is read as, in a step."""


def explain(
    article: Annotated[
        str, typer.Argument(help="File with an article, or an article_id or source of a run's tables; - reads stdin.")
    ],
    at: Annotated[str, typer.Option(help="Words of the article, as printed.")],
    nth: Annotated[int, typer.Option(help="Which occurrence of the words.", min=1)] = 1,
    cell: Annotated[
        str | None, typer.Option(help="Only what was decided about this cell or table: people.title, quotes ...")
    ] = None,
    output: Output = None,
    model: Model = None,
    settings: SettingsFile = None,
) -> None:
    """Say why a cell says what it says: each pass and row that made it, what else was considered, what was dropped.

    ```sh
    pressfacts explain release.txt --at "Volta Foods"
    pressfacts explain 4fd5e5b6b776eb8b --at "Ama Boateng" --cell people.title
    ```
    """
    from pipeline.extract.cells import rows_at
    from pipeline.extract.document.finds import make_doc
    from pipeline.extract.explain import explain as steps_of
    from pipeline.extract.opening import open_pipeline
    from pipeline.rulebook.versions import applied_rulebook
    from pipeline.settings import load_settings

    _check_cell(cell)
    chosen = load_settings(settings, model=model, output=str(output) if output else None, any_language=True)
    with Console(stderr=True).status("reading the article ..."):
        found = _article(article, at, chosen)
        start = _place(found.text, at, nth, article)
        nlp = open_pipeline(chosen)
        doc = make_doc(nlp, found)
        steps = steps_of(nlp, doc, start, start + len(at))
    rows, rules = list(rows_at(doc, start, start + len(at))), applied_rulebook(chosen.rules)
    print(f"{at!r} at {start} of {found.source}")
    for line in (*_of_rows(rows, rules, cell), *_of_cells(rows, steps, rules, cell)):
        print(line)
    if not rows and len(steps) == 1:
        print("\nNothing takes these words for a name, a title, a value or a quotation.")
    elif cell and not any(_is_asked(name, cell) for name in (*_names(rows), *(step.cell for step in steps))):
        there = ", ".join(dict.fromkeys(_names(rows))) or "no row of any table"
        print(f"\nNothing was decided here about {cell}: these words have {there}")


def _of_rows(rows: "Sequence[Row]", rules: "Rulebook", cell: str | None) -> "Iterator[str]":
    """Tell the rows that stand there, and what found each."""
    for row in rows:
        cells = {name: value for name, value in row.cells.items() if value and _is_asked(f"{row.table}.{name}", cell)}
        if cells:
            yield f"\n{row.table}: {', '.join(f'{name} {value}' for name, value in cells.items())}"
            yield _line("found by", row.found_by, rules, row.found_by)


def _of_cells(rows: "Sequence[Row]", steps: "Sequence[Step]", rules: "Rulebook", cell: str | None) -> "Iterator[str]":
    """Tell each cell about which something was decided, and what decided it."""
    for name in dict.fromkeys(step.cell for step in steps if _is_asked(step.cell, cell)):
        table, _, column = name.partition(".")
        values = dict.fromkeys(row.cells[column] for row in rows if row.table == table and column in row.cells)
        yield f"\n{name}{' = ' if values else ''}{' | '.join(value or 'empty' for value in values)}"
        yield from _lines([step for step in steps if step.cell == name], rules)


def _names(rows: "Sequence[Row]") -> "Iterator[str]":
    """Name the cells of rows that say something."""
    return (f"{row.table}.{name}" for row in rows for name, value in row.cells.items() if value)


def _check_cell(cell: str | None) -> None:
    """Raise UsageError where no table has such a cell."""
    from pipeline.extract.cells import CELLS

    table, _, column = (cell or "").partition(".")
    if cell is None or (table in CELLS and (table == cell or column in CELLS[table])):
        return
    if table in CELLS:
        raise UsageError(f"--cell {cell}: {table} has the cells {', '.join(CELLS[table])}")
    raise UsageError(f"--cell {cell}: give a table ({', '.join(CELLS)}), or one of its cells: people.title")


def _is_asked(name: str, cell: str | None) -> bool:
    """Say whether a cell is asked for; what it is decided with, and why there is no row at all, answers for it, too."""
    from pipeline.extract.cells import DECIDED_WITH

    if not cell or name == cell or name.startswith(f"{cell}.") or name == cell.partition(".")[0]:
        return True
    return name in DECIDED_WITH.get(cell, ())


def _lines(steps: "Sequence[Step]", rules: "Rulebook") -> "Iterator[str]":
    """Tell steps, a line each; of rows that read one word at one place as this and that, one line for all."""
    same: list[list[Step]] = []
    for step in steps:
        if same and _READ_AS.search(step.what) and _unread(same[-1][0]) == _unread(step):
            same[-1].append(step)
        else:
            same.append([step])
    for first, *others in same:
        also = ", ".join(f"{_READ_AS.findall(step.what)[0]} by {step.by.rpartition('/')[2]}" for step in others)
        yield _line(first.by, f"{first.what}{'; also as ' if also else ''}{also}", rules, first.by, first.cell)


def _unread(step: "Step") -> str:
    return _READ_AS.sub("", step.what)


def _line(head: str, what: str, rules: "Rulebook", by: str, cell: str = "") -> str:
    from pipeline.rulebook.where import file_of

    file = file_of(rules, by, cell)
    return f"  {head:36} {what}{f' ({file})' if file else ''}"


def _article(named: str, at: str, settings: "Settings") -> "Article":
    """Find the article in a file, else in what a run has read."""
    from pipeline.engines.guarded import read_guarded
    from pipeline.records import Article
    from pipeline.settings import STORE
    from pipeline.store import Store

    store = Path(settings.output) / STORE
    if named == "-" or Path(named).exists() or not store.is_file():
        items = read_guarded([named], settings, today=date.today())
        articles = [item for item in items if isinstance(item, Article)]
    else:
        with Store(Path(settings.output)) as kept:
            articles = list(kept.find_articles(named))
        if not articles:
            raise UsageError(f"{named} is no file, and no article_id or source in {store}")
    found = next((one for one in articles if at in one.text), None)
    if found is None:
        raise UsageError(f"{named} holds no {at!r}: give the words exactly as the article prints them")
    return found


def _place(text: str, at: str, nth: int, named: str) -> int:
    if not at.strip():
        raise UsageError("--at is empty: give words of the article, as it prints them")
    start = -1
    for _ in range(nth):
        start = text.find(at, start + 1)
        if start < 0:
            raise UsageError(f"{at!r} stands in {named} fewer than {nth} times")
    return start
