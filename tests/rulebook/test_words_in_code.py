"""Words that a person may want to change are rows: no code that reads texts holds a list of them, or asks for a row."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline

ROOT = Path(pipeline.__file__).parent
NOT_READ = ("benchmarks", "training", "rulebook/kinds.py")
"""Rooms that make up or learn from texts, and the file that names the kinds of rows."""

MODULES = sorted(path for path in ROOT.rglob("*.py") if not path.relative_to(ROOT).as_posix().startswith(NOT_READ))
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
OF_FORMATS = "tags, keys, classes, codes and endings that a format or a program defines, no words of a language"
_OF_FORMATS = """
    html/blocks:_BLOCKS html/entries:_groups html/facts:_DATES html/facts:_AUTHORS html/furniture:_TAGS
    html/furniture:_ROLES html/headline:_FILE_NAME html/linked:_ARTICLE html/linked:_OTHERS html/page:_FILLED_BY_SCRIPT
    html/tables:_BLOCKS html/tree:_UNSEEN html/tree:_HIDDEN_STYLE html/tree:_HIDDEN_CLASS mail/articles:_READ
    mail/msg:_items office/docx:_GONE office/docx:_HOLDERS office/opendocument:_HOLDERS office/opendocument:_GONE
    pdf/headline:_NO_TITLE sgml:_element tables/rows:_MARKUP web_archive:_PAGES wires/edgar:_NO_ARTICLE
    wires/markup:_GONE wires/markup:_HTML wires/xml_parts:_HEADLINES wires/xml_news:_NO_TEXT
"""
_OF_OURS = """
    evaluation/scoring:LABELS export/datasette:FACETS retrain/corrections/decisions:ACTIONS
    retrain/corrections/other_tables:CHANGEABLE retrain/learning/impact:needed_words retrain/links/proof:Taught
    review/retraining:_run_again review/tables:HIDDEN store/reading/overview:COUNTED store/schema:_INDEXED
    store/searching:_NOT_SEARCHED store/wide:_COLUMNS
"""
ALLOWED = {
    "values/dates/named:_WEEKDAYS": "weekdays as the column `rule` of named_days.csv writes them",
    "values/dates/parts:NAMED": "kinds of calendar_names.csv",
    "values/dates/written:LANGUAGES": "codes of languages that dateparser is asked to read",
    "values/names/forms:SUFFIXES": "an entity's id may not hang on a rule set, so what is folded away is fixed",
    "extract/links/model:CELLS": NAMES_OF_OURS,
    "extract/links/words:LABELS": NAMES_OF_OURS,
    "extract/links/words:ZONES": NAMES_OF_OURS,
    "extract/model/wordpiece:CASES": NAMES_OF_OURS,
    "extract/names/candidates:SOURCES": NAMES_OF_OURS,
    "extract/user_rules/rule_set:TESTS": NAMES_OF_OURS,
    "values/titles/walks:_PREFIXES": "titles of two runs are compared alike, whatever the rule set",
    "ingest/readers/tables/columns:OURS": NAMES_OF_OURS,
    **dict.fromkeys(_OF_OURS.split(), NAMES_OF_OURS),
    **{f"ingest/readers/{place}": OF_FORMATS for place in _OF_FORMATS.split()},
    **{f"ingest/sniffing/markup:{name}": OF_FORMATS for name in ("_FRAGMENTS", "_HTML_TAG", "_ROOTS", "by_markup")},
    **{f"ingest/sniffing/plain:{name}": OF_FORMATS for name in ("_HEADER", "_STATEMENT", "_SUFFIXES")},
    "ingest/sniffing/containers:_MAIN_PARTS": OF_FORMATS,
}
"""Constants and functions that may hold a list: why."""

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


def lists_of_words(source: str) -> Iterator[tuple[str, list[str]]]:
    """Find the constants and functions with a literal of more words than a pattern needs; docstrings are none."""
    for statement in ast.parse(source).body:
        told = {id(node.value) for node in ast.walk(statement) if isinstance(node, ast.Expr)}
        for node in ast.walk(statement):
            words = [word for word in strings(node) if is_content(word)] if id(node) not in told else []
            if len(words) > MOST:
                yield name_of(statement), words


def name_of(statement: ast.stmt) -> str:
    """Give what a statement names: a constant, a function, a class."""
    if isinstance(statement, ast.Assign):
        return ast.unparse(statement.targets[0])
    if isinstance(statement, ast.AnnAssign):
        return ast.unparse(statement.target)
    return getattr(statement, "name", "")


def asked_ids(source: str) -> Iterator[int]:
    """Find the lines that compare the id of something with a literal."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute) and node.left.attr == "id":
            parts = (part for one in node.comparators for part in ast.walk(one))
            yield from {node.lineno for part in parts if isinstance(part, ast.Constant)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_code_holds_a_list_of_words_or_asks_for_a_row(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    module = path.relative_to(ROOT).with_suffix("").as_posix()
    found = [(name, words) for name, words in lists_of_words(source) if f"{module}:{name}" not in ALLOWED]
    assert found == [], "make them rows of pipeline/rules/, read through the rulebook"
    assert list(asked_ids(source)) == [], "ids are for people: give the row a kind, or a column"


def test_titles_have_one_reader() -> None:
    """What reads names, people and bodies asks `values/titles/` what a title is."""
    reads = re.compile(r"rules\.titles\b|\.(?:words|entries)\(\"titles\"")
    places = {path.relative_to(ROOT).parent.as_posix() for path in MODULES if reads.search(path.read_text("utf-8"))}
    assert places == {"values/titles"}


def test_the_checks_see_what_they_are_for() -> None:
    assert list(lists_of_words('X = r"(?:mill|quay|crane|barge|tug|ferry) of"'))
    assert list(lists_of_words('X = {"mill", "quay", "crane", "barge", "tug", "ferry"}'))
    assert not list(lists_of_words('"""mill|quay|crane|barge|tug|ferry"""\nX = "of|in|at|by|for|from|with|mill"'))
    assert list(asked_ids('row.id == "up_to"')) == list(asked_ids('row.id in ("up_to", "at_least")')) == [1]


def test_what_is_allowed_is_still_there() -> None:
    modules = {place.partition(":")[0] for place in ALLOWED}
    sources = {module: (ROOT / f"{module}.py").read_text(encoding="utf-8") for module in modules}
    there = {f"{module}:{name}" for module, source in sources.items() for name, _ in lists_of_words(source)}
    assert sorted(ALLOWED.keys() - there) == []
