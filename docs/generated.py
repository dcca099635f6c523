"""Pages of the documentation that are made of what the repository says elsewhere: README, map, tables, docstrings."""

import ast
import inspect
import pydoc
import re
import textwrap
from collections.abc import Iterable
from dataclasses import Field, fields
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

import pipeline
from pipeline import errors, records
from pipeline.export.datapackage import TYPES
from pipeline.export.readme_tables import all_tables
from pipeline.settings import Settings
from pipeline.tables import columns_of

ROOT = Path(__file__).parents[1]


def on_files(files: Files, *, config: Any) -> Files:
    """Add the generated pages to those that are written by hand."""
    pages = {
        "index.md": _page(ROOT / "README.md"),
        "map.md": _page(ROOT / "pipeline/README.md"),
        "formats.md": _page(ROOT / "docs/formats.md"),
        "changes.md": _page(ROOT / "pipeline/CHANGES.md"),
        "tables.md": f"# The tables\n\n{all_tables()}",
        "python.md": python_page(),
    }
    for name, content in pages.items():
        files.append(File.generated(config, name, content=content))
    return files


def _page(path: Path) -> str:
    """Take a page of the repository; links to files that are no page become their names."""
    text = path.read_text("utf-8") if path.is_file() else f"# {path.name}\n\nNot written yet.\n"
    return re.sub(r"\[([^\]]+)\]\((?!https?:|#)([^)]+)\)", r"\1 (`\2`)", text)


def python_page() -> str:
    """Describe what `import pipeline` offers, from its docstrings: functions, records, settings, errors."""
    parts = ["# From Python", _code(pipeline.extract.__doc__ or ""), "## `pipeline.load`"]
    parts.append(_code(f"load{inspect.signature(pipeline.load)}\n\n{_doc('pipeline.extract.assemble.load')}"))
    parts += ["## Records", "What components find is on the Doc as these: `doc._.mentions`, `doc._.money` and so on."]
    for name, record in records.ARTICLE_RECORDS.items():
        fields = ((column.name, TYPES[column.type], column.description) for column in columns_of(record))
        parts += [f"### `{record.__name__}`, in `doc._.{name}`", record.__doc__ or "", _table("field", "type", fields)]
    said = ((field.name, f"`{field.default!r}`", sentence) for field, sentence in _settings())
    parts += ["## Settings", "Keys of `pressfacts.toml`.", _table("key", "where it isn't set", said)]
    raised = (one for one in vars(errors).values() if inspect.isclass(one) and issubclass(one, errors.PressfactsError))
    parts += ["## Errors", *(f"`pipeline.errors.{one.__name__}`: {one.__doc__}" for one in raised)]
    return "\n\n".join(parts)


def _settings() -> list[tuple[Field, str]]:
    """Give each setting with the sentence that stands under it."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(Settings))).body
    sentences, names = {}, []
    for line in tree.body:
        if isinstance(line, ast.AnnAssign):
            names.append(line.target.id)
        elif isinstance(line, ast.Expr) and names:  # it speaks of all settings since the last sentence
            sentences |= dict.fromkeys(names, inspect.cleandoc(line.value.value).replace("\n", " "))
            names = []
    return [(field, sentences[field.name]) for field in fields(Settings)]


def _table(first: str, second: str, rows: Iterable[tuple[str, str, str]]) -> str:
    lines = (f"| `{name}` | {kind} | {meaning} |" for name, kind, meaning in rows)
    return "\n".join((f"| {first} | {second} | meaning |", "|---|---|---|", *lines))


def _doc(name: str) -> str:
    return inspect.getdoc(pydoc.locate(name)) or ""


def _code(text: str) -> str:
    return f"```text\n{text.strip()}\n```"
