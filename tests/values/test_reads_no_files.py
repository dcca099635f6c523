"""What is in values/ gets its rules passed in, so that the rows of a user's rule set reach it."""

import ast
from pathlib import Path

VALUES = Path(__file__).parents[2] / "pipeline" / "values"


def test_values_load_no_rules_and_open_no_files() -> None:
    names = {"load_rulebook", "rulebook_with", "applied_rulebook", "read_rules", "open", "Path"}
    loading = []
    for path in VALUES.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        used = {node.id for node in nodes if isinstance(node, ast.Name)}
        imported = {one.name for node in nodes if isinstance(node, ast.ImportFrom) for one in node.names}
        if names & (used | imported):
            loading.append(path.relative_to(VALUES).as_posix())
    assert loading == []
