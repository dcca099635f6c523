"""Every row with a pattern finds its `example`, and nothing in what is like it (`not`)."""

import re

import pytest

from pipeline.errors import RulesError
from pipeline.extract.people.links import link_slots
from pipeline.extract.people.stand_ins import StandInLinks
from pipeline.extract.quotes.attribution import slots
from pipeline.rulebook.reading import load_rulebook
from pipeline.rulebook.rows import LinkPattern, WordList
from pipeline.rulebook.slots import OWN_SLOTS, SIGNS, compile_pattern
from pipeline.rulebook.user_rows import with_rows
from pipeline.values.zones.marks import Marks
from tests.rulebook.words import words_in_places

RULES = load_rulebook()
WORDS = RULES.pattern_words
MARKS = Marks(RULES)
QUOTE_SLOTS = slots(RULES.quote_verbs, RULES.speaker_nouns)
_MARKED = re.compile(r"\[([POLRQ]) [^\]]+\]")
_LABELS = {"P": "PERSON", "O": "ORG", "L": "LOC", "R": "ROLE", "Q": "QUOTE"}


def masked(example):
    """Put a sign for each name of an example: `[P Ama Boateng], [R chair] of [O Volta Foods]`."""
    return _MARKED.sub(lambda marked: SIGNS[_LABELS[marked[1]]], example.replace("\\n", "\n"))


def of_person(row, example):
    referred = {row: found.pattern for row, found in StandInLinks(RULES).patterns}
    return (referred.get(row) or compile_pattern(row.pattern, link_slots(RULES))).search(masked(example))


def of_quote(row, example):
    text, pattern = masked(example), compile_pattern(row.pattern, QUOTE_SLOTS)
    if row.kind in ("stated", "titled"):
        return pattern.match(text)
    before, _, after = text.partition(SIGNS["QUOTE"])
    return pattern.search(before.rstrip()) if row.kind in ("before", "unnamed_before") else pattern.match(after)


def of_zone(row, example):
    anywhere = ("forward_sign", "address", "caption", "table_title")
    (pattern,) = (mark for mark in MARKS.patterns(row.kind) if mark.pattern == row.pattern)
    return pattern.search(example) if row.kind in anywhere else pattern.match(example)


def of_input(row, example):
    names = ("furniture_name", "stories_name", "notice_name")
    anywhere = (*names, "notice_text", "date_of_change", "date_of_publication", "wire_slug")
    pattern = re.compile(row.pattern, re.IGNORECASE)
    return pattern.search(example) if row.kind in anywhere else pattern.fullmatch(example)


def beside_name(row, example):
    pattern, behind = re.compile(row.pattern), row.kind in ("body_of_place", "to_body", "two_titles")
    return pattern.match(masked(example)) if behind else pattern.search(masked(example))


def beside_value(row, example):
    return re.search(row.pattern, example)


def beside_body(row, example):
    between = row.kind in ("named", "spelt", "kin")
    return re.search(row.pattern + r"(?=[A-ZÀ-Þ]|$)" if between else row.pattern, example)


ROWS = [
    *(pytest.param(of_person, row, id=f"person_links-{row.id}") for row in RULES.person_links),
    *(pytest.param(of_quote, row, id=f"quote_links-{row.id}") for row in RULES.quote_links),
    *(pytest.param(of_zone, row, id=f"zone_marks-{row.id}") for row in RULES.zone_marks),
    *(pytest.param(beside_name, row, id=f"beside_names-{row.id}") for row in RULES.beside_names),
    *(pytest.param(beside_name, row, id=f"title_gaps-{row.id}") for row in RULES.title_gaps),
    *(pytest.param(beside_value, row, id=f"beside_values-{row.id}") for row in RULES.beside_values),
    *(pytest.param(of_input, row, id=f"input_patterns-{row.id}") for row in RULES.input_patterns),
    *(pytest.param(beside_body, row, id=f"body_signs-{row.id}") for row in RULES.body_signs),
    *(pytest.param(beside_body, row, id=f"same_body-{row.id}") for row in RULES.same_body),
]


@pytest.mark.parametrize(("found", "row"), ROWS)
def test_a_pattern_finds_its_example_and_not_its_counter_example(found, row):
    assert found(row, row.example), row.example
    assert row.not_ and not found(row, row.not_), row.not_


LONGEST = 160
"""Letters of a pattern: in a longer one, lists of words become rows of `pattern_words.csv`, alternatives rows."""
TABLES = [name for name, rows in RULES.as_written.items() if any(hasattr(row, "pattern") for row in [*rows][:1])]


@pytest.mark.parametrize("table", TABLES)
def test_a_pattern_is_short_enough_to_be_read(table):
    assert [row.id for row in RULES.as_written[table] if len(row.pattern) > LONGEST] == []


def test_every_list_of_words_stands_in_a_pattern_and_is_no_other_slot():
    written = [row for table in TABLES for row in RULES.as_written[table]]
    named = {slot for row in written for slot in re.findall(r"{(\w+)}", row.pattern)}
    kinds = {row.kind for row in WORDS}
    assert kinds <= {slot.lower() for slot in named}
    assert kinds.isdisjoint({*link_slots(RULES), *QUOTE_SLOTS, *(row.id for row in RULES.comparison_times), "name"})


def test_words_of_a_rule_set_stand_in_the_patterns_too():
    rules = with_rows(RULES, {"pattern_words": [WordList("mine", "appointed", ("enthroned",))]})
    (row,) = (row for row in rules.person_links if row.id == "named_role")
    assert of_person(row, "[P Ama Boateng] was enthroned [R chair]")
    assert not of_person(next(row for row in RULES.person_links if row.id == "named_role"),
                         "[P Ama Boateng] was enthroned [R chair]")  # fmt: skip


def test_no_rulebook_keeps_the_name_of_a_list_in_a_pattern():
    """However one is made, whoever reads a pattern reads the words."""
    rows = [LinkPattern("mine", "before_place", "{meanwhile} in $")]
    rules = with_rows(
        with_rows(RULES, {"beside_names": rows}), {"pattern_words": [WordList("n", "meanwhile", ("lo",))]}
    )
    assert re.search(rules.beside_names[-1].pattern, "lo in ")
    for table in set(TABLES) - {*OWN_SLOTS, "introductions", "callings"}:
        assert [row.id for row in getattr(rules, table) if re.search(r"{[A-Za-z]\w*}", row.pattern)] == []


@pytest.mark.parametrize("name", ["meanwhiles", "person", "Whiles"])
def test_a_pattern_that_names_no_list_is_told(name):
    with pytest.raises(RulesError, match=rf"beside_names.csv: 'mine' names {{{name}}}, which is no kind of"):
        with_rows(RULES, {"beside_names": [LinkPattern("mine", "before_place", f"{{{name}}} in $")]})


def test_a_pattern_that_names_no_slot_is_told():
    with pytest.raises(RulesError, match=r"names \{persn\}, and there is no such slot"):
        compile_pattern("{persn}, {role}", link_slots(RULES))


MOST = 8
"""Words in one place of a pattern; more are a list, whose rows a person can look through and add to."""


@pytest.mark.parametrize("table", TABLES)
def test_no_pattern_holds_a_list_of_words(table):
    listed = {row.id: [found for found in words_in_places(row.pattern) if len(found) > MOST]
              for row in RULES.as_written[table]}  # fmt: skip
    assert {row: found for row, found in listed.items() if found} == {}, "make them rows of pattern_words.csv"
