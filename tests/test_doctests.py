"""Every example in a docstring of the package is right."""

import doctest
import importlib
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "pipeline"
MODULES = [
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(PACKAGE.rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


def test_there_are_examples() -> None:
    assert len(MODULES) > 50


@pytest.mark.parametrize("name", MODULES)
def test_examples_are_right(name: str) -> None:
    if name.startswith("pipeline.training."):
        pytest.importorskip("torch", reason="training needs the extra `train`")
    tried = doctest.testmod(importlib.import_module(name))
    assert tried.attempted and not tried.failed
