"""A run to one HTML file to mail to a colleague: charts, names, figures with their sentences, quotations, errors."""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from pipeline.export.look.templates import HERE as LOOK
from pipeline.export.look.templates import environment, value_in_words
from pipeline.files import write_atomically
from pipeline.store.reading.article import rows_where
from pipeline.store.reading.opening import reading as reading_run
from pipeline.store.reading.overview import Choice, read_overview
from pipeline.version import __version__

NAME = "report.html"

MOST = 2_000
"""Rows of a kind that a report holds; a browser opens no page of a million."""

KINDS = {"money": "Amounts", "percentages": "Percentages"}


def write_report(run: Path, path: Path, *, title: str = "Facts from press articles") -> Path:
    """Write the report of a run's folder: one file, with no script and nothing to fetch.

    Raises UsageError where no run has written there.
    """
    with reading_run(run, seconds=600) as connection:
        overview = read_overview(connection, Choice())
        figures = {name: rows_where(connection, name, "1", limit=MOST) for name in KINDS}
        quotes = rows_where(connection, "quotes", "1", limit=MOST)
        errors = rows_where(connection, "errors", "1", limit=MOST)
        first, last = connection.execute("SELECT min(published), max(published) FROM articles").fetchone()
    values: dict[str, Any] = {
        "title": title, "overview": overview, "figures": figures, "kinds": KINDS, "quotes": quotes, "errors": errors,
        "first": first, "last": last, "reading": value_in_words, "most": MOST, "version": __version__,
        "style": Markup((LOOK / "style.css").read_text("utf-8")), "url": None,
    }  # fmt: skip
    page = environment().get_template("report.html").render(values)
    with write_atomically(path) as file:
        file.write(page)
    return path
