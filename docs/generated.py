"""Pages of the documentation that are made of what the repository says elsewhere: README, map, tables, docstrings."""

import inspect
import pydoc
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

import pipeline
from pipeline import records
from pipeline.export.readme_tables import all_tables
from pipeline.settings import Settings

ROOT = Path(__file__).parents[1]


def on_files(files: Files, *, config: Any) -> Files:
    """Add the generated pages to those that are written by hand."""
    pages = {
        "index.md": _page(ROOT / "README.md"),
        "map.md": _page(ROOT / "pipeline/README.md"),
        "formats.md": _page(ROOT / "docs/formats.md"),
        "changes.md": _page(ROOT / "pipeline/CHANGES.md"),
        "tables.md": f"# The tables\n\n{all_tables()}",
        "python.md": _python(),
    }
    for name, content in pages.items():
        files.append(File.generated(config, name, content=content))
    return files


def _page(path: Path) -> str:
    """Take a page of the repository; links to files that are no page become their names."""
    text = path.read_text("utf-8") if path.is_file() else f"# {path.name}\n\nNot written yet.\n"
    return re.sub(r"\[([^\]]+)\]\((?!https?:|#)([^)]+)\)", r"\1 (`\2`)", text)


def _python() -> str:
    """Describe what `import pipeline` offers, from its docstrings."""
    parts = ["# From Python", _code(pipeline.extract.__doc__ or ""), "## `pipeline.load`"]
    parts.append(_code(f"load{inspect.signature(pipeline.load)}\n\n{_doc('pipeline.extract.assemble.load')}"))
    parts += ["## Records", "What components find is on the Doc as these: `doc._.mentions`, `doc._.money` and so on."]
    for record in records.ARTICLE_RECORDS.values():
        fields = ", ".join(record.__slots__)
        parts.append(f"`{record.__name__}`: {record.__doc__} ({fields})")
    settings = ", ".join(f"`{name}`" for name in Settings.__slots__)
    return "\n\n".join([*parts, "## Settings", f"Keys of `pressfacts.toml`: {settings}."])


def _doc(name: str) -> str:
    return inspect.getdoc(pydoc.locate(name)) or ""


def _code(text: str) -> str:
    return f"```text\n{text.strip()}\n```"
