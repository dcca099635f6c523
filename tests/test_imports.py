"""A name with an underscore is its file's own: no other file, and no test, imports it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(path for folder in ("pipeline", "tests") for path in (ROOT / folder).rglob("*.py"))


def private_imports(source: str) -> Iterator[str]:
    """Find the names of ours with one underscore that a file imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ("pipeline", "tests"):
            names = (alias.name for alias in node.names)
            yield from (f"{node.module}.{name}" for name in names if name[0] == "_" and name[:2] != "__")


def test_no_file_imports_what_is_another_files_own() -> None:
    found = [f"{path.relative_to(ROOT)}: {name}" for path in FILES for name in private_imports(path.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    ("source", "count"), [("from pipeline.a import _b", 1), ("from pipeline import __version__", 0)]
)
def test_the_check_sees_what_it_is_for(source: str, count: int) -> None:
    assert len(list(private_imports(source))) == count
