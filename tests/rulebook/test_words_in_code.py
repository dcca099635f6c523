"""Words that a person may want to change are rows: no code that reads texts holds a list of them, or asks for a row."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline

ROOT = Path(pipeline.__file__).parent
MODULES = sorted(path for room in ("values", "extract", "store/linking") for path in (ROOT / room).rglob("*.py"))
MOST = 5
"""Words that one literal may hold beside those of grammar: the parts of a pattern."""

_GRAMMAR = (
    "a an the this that these those my your his her its our their whose which who whom what where when while why "
    "how i you he she it we they me him us them of in at by for from with to on as into onto over under up down off "
    "out about against among around before after behind below between beyond during except inside like near since "
    "through till until toward towards via within without than per across along above and or but nor so yet if "
    "because although though unless whereas is are was were be been being am has have had having do does did will "
    "would shall should can could may might must not no all any each every both either neither some such more most "
    "less fewer few many much other another own same also then now only just very too there here "
)
GRAMMAR = frozenset(_GRAMMAR.split())
"""Closed classes of English, which no analyst extends."""

NAMES_OF_OURS = "names of ours: columns, labels, zones, questions or kinds, no words of a language"
ALLOWED = {
    "values/dates/named.py": "weekdays as the column `rule` of named_days.csv writes them",
    "values/dates/parts.py": "kinds of calendar_names.csv",
    "values/dates/written.py": "codes of languages that dateparser is asked to read",
    "values/names/forms.py": "an entity's id may not hang on a rule set, so what is folded away is fixed",
    "extract/links/model.py": NAMES_OF_OURS,
    "extract/links/words.py": NAMES_OF_OURS,
    "extract/model/wordpiece.py": NAMES_OF_OURS,
    "extract/names/candidates.py": NAMES_OF_OURS,
    "extract/user_rules/rule_set.py": NAMES_OF_OURS,
    "values/titles/walks.py": "titles of two runs are compared alike, whatever the rule set",
}

_ALTERNATIVES = re.compile(r"(?:[\w'’. \\?*+\[\]-]+\|)+[\w'’. \\?*+\[\]-]+")
_MARKS = re.compile(r"\\[a-zA-Z]|[\\?*+.]")


def strings(node: ast.AST) -> list[str]:
    """Give the strings of a list, tuple or set, or the alternatives of a pattern."""
    if isinstance(node, ast.Set | ast.Tuple | ast.List):
        return [one.value for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [word for found in _ALTERNATIVES.finditer(node.value) for word in found[0].split("|")]
    return []


def is_content(word: str) -> bool:
    """Say whether a string is made of letters, and has a word that is none of grammar."""
    plain = _MARKS.sub(" ", word).strip()
    letters = re.fullmatch(r"[A-Za-z][A-Za-z' -]+", plain)
    return bool(letters) and not GRAMMAR.issuperset(plain.lower().split())


def lists_of_words(source: str) -> Iterator[tuple[int, list[str]]]:
    """Find the lines with literals of more words than a pattern needs; docstrings are none."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        words = [word for word in strings(node) if is_content(word)] if id(node) not in told else []
        if len(words) > MOST:
            yield node.lineno, words


def asked_ids(source: str) -> Iterator[int]:
    """Find the lines that compare the id of something with a literal."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute) and node.left.attr == "id":
            parts = (part for one in node.comparators for part in ast.walk(one))
            yield from {node.lineno for part in parts if isinstance(part, ast.Constant)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_code_holds_a_list_of_words_or_asks_for_a_row(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    if path.relative_to(ROOT).as_posix() not in ALLOWED:
        assert list(lists_of_words(source)) == [], "make them rows of pipeline/rules/, read through the rulebook"
    assert list(asked_ids(source)) == [], "ids are for people: give the row a kind, or a column"


def test_the_checks_see_what_they_are_for() -> None:
    assert list(lists_of_words('X = r"(?:mill|quay|crane|barge|tug|ferry) of"'))
    assert list(lists_of_words('X = {"mill", "quay", "crane", "barge", "tug", "ferry"}'))
    assert not list(lists_of_words('"""mill|quay|crane|barge|tug|ferry"""\nX = "of|in|at|by|for|from|with|mill"'))
    assert list(asked_ids('row.id == "up_to"')) == list(asked_ids('row.id in ("up_to", "at_least")')) == [1]


def test_what_is_allowed_is_still_there() -> None:
    stale = [name for name in ALLOWED if not list(lists_of_words((ROOT / name).read_text(encoding="utf-8")))]
    assert stale == []
