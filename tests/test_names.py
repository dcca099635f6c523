"""A name means one thing: no two classes of the package are called alike."""

import ast
from collections import Counter
from pathlib import Path

import pipeline

ROOT = Path(pipeline.__file__).parent


def test_no_two_classes_have_one_name() -> None:
    classes = Counter(
        one.name
        for path in ROOT.rglob("*.py")
        for one in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(one, ast.ClassDef) and not one.name.startswith("_")
    )
    assert [name for name, count in classes.items() if count > 1] == []
