"""Words that a person may want to change are rows: no code that reads texts holds a list of them, or asks for a row."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline
from tests.rulebook.words import is_content, words_in_places

ROOT = Path(pipeline.__file__).parent
NOT_READ = ("benchmarks", "training", "rulebook/kinds.py")
"""Rooms that make up or learn from texts, and the file that names the kinds of rows."""

MODULES = sorted(path for path in ROOT.rglob("*.py") if not path.relative_to(ROOT).as_posix().startswith(NOT_READ))
MOST = 5
"""Words that one literal may hold beside those of grammar: the parts of a pattern."""
FEW = 3
"""The same where language is read: in `last|previous|prior|preceding` is a list."""
READS_LANGUAGE = ("values/", "extract/")

ENDINGS = "endings of words, which are a language's grammar"
PARTICLES = "small words in names of other languages, closed classes as well"
FOR_IDS = "an entity's id may not hang on a rule set, so what is folded away is fixed"
NAMES_OF_OURS = "names of ours: columns, labels, zones, questions or kinds, no words of a language"
OF_FORMATS = "tags, keys, classes, codes and endings that a format or a program defines, no words of a language"
_OF_FORMATS = """
    html/blocks:_BLOCKS html/entries:_groups html/facts:_DATES html/facts:_AUTHORS html/furniture:_TAGS
    html/furniture:_ROLES html/headline:_FILE_NAME html/linked:_ARTICLE html/linked:_OTHERS html/page:_FILLED_BY_SCRIPT
    html/tables:_BLOCKS html/tree:_UNSEEN html/tree:_HIDDEN_STYLE html/tree:_HIDDEN_CLASS mail/articles:_READ
    mail/msg:_items feed:_SHORT_CODE office/docx:_ROMAN
    office/docx:_GONE office/docx:_HOLDERS office/opendocument:_HOLDERS office/opendocument:_GONE
    pdf/headline:_NO_TITLE sgml:_element tables/rows:_MARKUP web_archive:_PAGES wires/edgar:_NO_ARTICLE
    wires/markup:_GONE wires/markup:_HTML wires/xml_parts:_HEADLINES wires/xml_news:_NO_TEXT
"""
_OF_OURS = """
    evaluation/scoring:LABELS export/datasette:FACETS retrain/corrections/decisions:ACTIONS
    retrain/corrections/other_tables:CHANGEABLE retrain/learning/impact:needed_words retrain/links/proof:Taught
    review/retraining:_run_again review/tables:HIDDEN store/reading/overview:COUNTED store/schema:_INDEXED
    store/searching:_FEW_WORDS store/wide:_COLUMNS extract/cells:DECIDED_WITH
    extract/component_table:components_table extract/links/decide:_restated extract/links/network:KIND_TABLES
    extract/links/network:WORD_TABLES extract/links/questions:KINDS extract/links/weighing:TAUGHT
    extract/model/wordpiece:GAPS extract/quotes/other_tables:mark_quotes
    extract/user_rules/rule_set:NAMES values/dates/together:_WITHOUT_YEAR
"""
ALLOWED = {
    "values/dates/named:_WEEKDAYS": "weekdays as the column `rule` of named_days.csv writes them",
    "values/dates/parts:NAMED": "kinds of calendar_names.csv",
    "values/dates/written:LANGUAGES": "codes of languages that dateparser is asked to read",
    "ingest/decoding:_WEST": OF_FORMATS,
    "ingest/decoding:_MIDDLE": OF_FORMATS,
    "ingest/decoding:_WIDE": OF_FORMATS,
    "values/names/forms:SUFFIXES": FOR_IDS,
    "values/organisations/words:core": FOR_IDS,
    "values/organisations/words:turned": FOR_IDS,
    "values/organisations/forms:_ADJECTIVE": ENDINGS,
    "values/numbers/comparisons:_RECORD": ENDINGS,
    "extract/quotes/attribution:slots": ENDINGS,
    "values/organisations/forms:_RUN": PARTICLES,
    "values/organisations/forms:_BEFORE_SUFFIX": PARTICLES,
    "values/organisations/short_forms:_ELIDED": PARTICLES,
    "values/organisations/forms:_WORD": "participles that make of a name no name: every pattern of names is made of it",
    "values/titles/words:_STATES": "two abbreviations with and without dots, and two without",
    "values/dates/filters:_PERIOD": "the parts of one pattern: a quarter, a half, a year, as accounts print them",
    "extract/assemble:UNUSED": "components of spaCy",
    "extract/people/traced:(TITLE, BODY, NAME, ALIASES)": NAMES_OF_OURS,
    "extract/quotes/attribution:(QUOTE, PERSON, ORG, LOC, ROLE)": NAMES_OF_OURS,
    "extract/links/model:CELLS": NAMES_OF_OURS,
    "extract/links/words:LABELS": NAMES_OF_OURS,
    "extract/links/words:ZONES": NAMES_OF_OURS,
    "extract/model/wordpiece:CASES": NAMES_OF_OURS,
    "extract/names/candidates:SOURCES": NAMES_OF_OURS,
    "extract/user_rules/rule_set:TESTS": NAMES_OF_OURS,
    "ingest/readers/tables/columns:OURS": NAMES_OF_OURS,
    **dict.fromkeys(_OF_OURS.split(), NAMES_OF_OURS),
    **{f"ingest/readers/{place}": OF_FORMATS for place in _OF_FORMATS.split()},
    **{f"ingest/sniffing/markup:{name}": OF_FORMATS for name in ("_FRAGMENTS", "_HTML_TAG", "_ROOTS", "by_markup")},
    **{f"ingest/sniffing/plain:{name}": OF_FORMATS for name in ("_HEADER", "_STATEMENT", "_SUFFIXES")},
    "ingest/sniffing/containers:_MAIN_PARTS": OF_FORMATS,
}
"""Constants and functions that may hold a list: why."""


def strings(node: ast.AST) -> list[str]:
    """Give the words of a list, tuple or set, or those among which a pattern chooses, those of grammar aside."""
    if isinstance(node, ast.Set | ast.Tuple | ast.List):
        texts = [one.value for one in node.elts if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        return [text for text in texts if is_content(text)]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [word for words in words_in_places(node.value) for word in words]
    return []


def lists_of_words(source: str, most: int = MOST) -> Iterator[tuple[str, list[str]]]:
    """Find the constants and functions with a literal of more words than a pattern needs; docstrings are none."""
    for statement in ast.parse(source).body:
        told = {id(node.value) for node in ast.walk(statement) if isinstance(node, ast.Expr)}
        for node in ast.walk(statement):
            words = strings(node) if id(node) not in told else []
            if len(words) > most:
                yield name_of(statement), words


KEYS = {
    "values/dates/filters:DateFilters": "names of checks, as the column `check` of date_patterns.csv has them",
    "values/dates/named:_KINDS": "kinds of rules, as the column `rule` of named_days.csv has them",
    "values/dates/parts:_ANY": "slots of date patterns",
    "values/dates/parts:_alternatives": "kinds of calendar_names.csv",
    "values/dates/parts:slot_patterns": "slots of date patterns",
    "values/dates/days:read_days": "slots of date patterns",
    "values/dates/relative:_MONTHS": "units of a calendar",
    "values/dates/phrases:_DAYS": "units of a calendar",
    "values/dates/phrases:_MONTHS": "units of a calendar",
    "values/measures/reader:WAYS": NAMES_OF_OURS,
    "values/organisations/groups:WHY": NAMES_OF_OURS,
    "values/titles/words:_PLURALS": ENDINGS,
}
"""Dictionaries whose keys are words: why."""


def dictionaries(source: str) -> Iterator[str]:
    """Find the constants, functions and classes with a dictionary of which several keys are words."""
    for statement in ast.parse(source).body:
        for node in ast.walk(statement):
            keys = node.keys if isinstance(node, ast.Dict) else []
            if sum(isinstance(key, ast.Constant) and is_content(str(key.value)) for key in keys) > 1:
                yield name_of(statement)


def test_no_code_says_what_words_mean() -> None:
    """What a word of a row stands for, a number or a direction, is a column of the row."""
    sources = {path.relative_to(ROOT).with_suffix("").as_posix(): path.read_text("utf-8") for path in MODULES}
    found = {
        f"{module}:{name}"
        for module in sources
        if module.startswith("values/")
        for name in dictionaries(sources[module])
    }
    assert found == KEYS.keys()


def most_in(module: str) -> int:
    """Give how many words a literal of a module may hold."""
    return FEW if module.startswith(READS_LANGUAGE) else MOST


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
    found = [
        (name, words) for name, words in lists_of_words(source, most_in(module)) if f"{module}:{name}" not in ALLOWED
    ]
    assert found == [], "make them rows of pipeline/rules/, read through the rulebook"
    assert list(asked_ids(source)) == [], "ids are for people: give the row a kind, or a column"


def test_titles_have_one_reader() -> None:
    """What reads names, people and bodies asks `values/titles/` what a title is."""
    tables = "titles|title_gaps|held_within|offices"
    reads = re.compile(rf"rules\.(?:{tables})\b|\.(?:words|entries)\(\"titles\"")
    places = {path.relative_to(ROOT).parent.as_posix() for path in MODULES if reads.search(path.read_text("utf-8"))}
    assert places == {"values/titles"}


def test_the_checks_see_what_they_are_for() -> None:
    assert list(lists_of_words('X = r"(?:mill|quay|crane|barge|tug|ferry) of"'))
    assert list(lists_of_words('X = {"mill", "quay", "crane", "barge", "tug", "ferry"}'))
    assert list(dictionaries('X = {"mill": 1, "quay": 2}'))
    assert not list(lists_of_words('"""mill|quay|crane|barge|tug|ferry"""\nX = "of|in|at|by|for|from|with|mill"'))
    few = (
        'BACK = ("this past", "last", "previous", "prior", "preceding")',
        'X = r",? (?:at|to) (?:some|tug|ferry|barge|quay)"',
    )
    assert all(list(lists_of_words(one, FEW)) for one in few)
    assert list(asked_ids('row.id == "up_to"')) == list(asked_ids('row.id in ("up_to", "at_least")')) == [1]


def test_what_is_allowed_is_still_there() -> None:
    modules = {place.partition(":")[0] for place in ALLOWED}
    sources = {module: (ROOT / f"{module}.py").read_text(encoding="utf-8") for module in modules}
    found = {module: lists_of_words(source, most_in(module)) for module, source in sources.items()}
    there = {f"{module}:{name}" for module, lists in found.items() for name, _ in lists}
    assert sorted(ALLOWED.keys() - there) == []
