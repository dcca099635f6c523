"""A name means one thing: no two classes, and no two functions of different files, are called alike."""

import ast
from collections import Counter, defaultdict
from pathlib import Path

import pipeline

ROOT = Path(pipeline.__file__).parent

ONE_BY_FOLDER = {
    "commands": "a command is called as it is typed, and does what the function of that name does",
    "training": "the courses of training have the same steps; nobody calls two of them in one file",
}
"""Folders whose functions count as one of a name, and none where a function elsewhere has it: why."""

ALIKE = {
    "begin": ("extract/", "each room's passes begin with a state of their own"),
    "child": ("benchmarks/", "a benchmark's part that runs in a process of its own"),
    "compare": ("benchmarks/", "what a benchmark measures in turns"),
    "measure": ("benchmarks/", "what a benchmark measures once"),
    "report": ("benchmarks/", "what a benchmark prints"),
    "serve": ("engines/", "what a process of each kind does"),
    "show": ("review/", "what a page shows"),
    "from_task": ("retrain/interchange/", "reads the task of a tool, as the other does of another"),
    "to_task": ("retrain/interchange/", "makes the task of a tool, as the other does of another"),
    "load": (
        ("__init__.py", "extract/assemble.py"),
        "`pipeline.load` is `assemble.load`, for whoever imports the package",
    ),
}
"""Names that functions of several files of a folder have, with the reason."""


def _functions() -> dict[str, set[str]]:
    """Give the files of each public function's name."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in ROOT.rglob("*.py"):
        for one in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and not one.name.startswith("_"):
                found[one.name].add(path.relative_to(ROOT).as_posix())
    return found


def test_no_two_classes_have_one_name() -> None:
    classes = Counter(
        one.name
        for path in ROOT.rglob("*.py")
        for one in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(one, ast.ClassDef) and not one.name.startswith("_")
    )
    assert [name for name, count in classes.items() if count > 1] == []


def test_no_two_functions_of_different_files_have_one_name() -> None:
    twice = {}
    for name, files in _functions().items():
        others = {file for file in files if file.partition("/")[0] not in ONE_BY_FOLDER}
        if name in ALIKE and len({file for file in others if file.startswith(ALIKE[name][0])}) > 1:
            others = {file for file in others if not file.startswith(ALIKE[name][0])}
        if len(others) > 1 and name != "main":  # `main` is what `python -m` runs
            twice[name] = sorted(others)
    assert twice == {}, "say in the name what it gives or does, or list it above with the reason"


def test_every_name_that_is_listed_as_alike_still_is() -> None:
    functions = _functions()
    of_one = {name for name, (folder, _) in ALIKE.items() if sum(f.startswith(folder) for f in functions[name]) < 2}
    assert not of_one
