import json

import pytest
import spacy
from spacy.pipeline import EntityRuler, SpanRuler

from pipeline.errors import RulesError
from pipeline.extract.document.finds import id_of, keep, kept
from pipeline.extract.document.view import view_of
from pipeline.extract.user_rules.component import UserRules
from pipeline.extract.user_rules.files import read_rule_set, write_rule_set
from pipeline.extract.user_rules.rule_set import DecidedCells, EditRule, PatternRule, RuleSet
from pipeline.rulebook.versions import applied_rules
from pipeline.values.text.anchors import Anchor

TEXT = "Harbour Master Ada Obi said the Ferry Act helps the Marine Survey (MARS). MARS is old. Blue Lantern paid $5."
BASE = [
    ("Master", "ROLE", "press_roles/before_name"),
    ("Ada Obi", "PERSON", "press_names/model"),
    ("Ferry Act", "ORG", "press_names/model"),
    ("MARS", "ORG", "press_names/model"),
    ("$5", "MONEY", "press_money/dollar"),
]


@pytest.fixture(scope="module")
def nlp():
    return spacy.blank("en")


def doc_of(nlp, text=TEXT, base=BASE):
    doc = nlp(text)
    mentions = []
    for words, label, by in base:
        at = -1
        while (at := text.find(words, at + 1)) >= 0:
            mentions.append(view_of(doc).mention(at, at + len(words), label, by))
    keep(doc, "mentions", sorted(mentions, key=lambda m: m.start_char))
    return doc


def after(nlp, *rules, decided=(), text=TEXT, base=BASE):
    patterns = tuple(rule for rule in rules if isinstance(rule, PatternRule))
    edits = tuple(rule for rule in rules if isinstance(rule, EditRule))
    doc = UserRules(nlp, RuleSet(patterns, edits, tuple(decided)))(doc_of(nlp, text, base))
    return [(m.text, m.label) for m in kept(doc, "mentions")]


def unchanged():
    words = [(words, label) for words, label, _ in BASE]
    return [*words[:4], ("MARS", "ORG"), words[4]]


def changed(old, new):
    found = unchanged()
    at = found.index(old)
    return found[:at] + ([new] if new else []) + found[at + 1 :]


def test_without_rules_nothing_changes(nlp):
    assert after(nlp) == unchanged()


@pytest.mark.parametrize(
    ("when", "do", "more", "old", "new"),
    [
        ({"text": "Ferry Act"}, "veto", {}, ("Ferry Act", "ORG"), None),
        ({"last": "Act"}, "veto", {}, ("Ferry Act", "ORG"), None),
        ({"last": "Act", "left": "the"}, "relabel", {"to": "LOC"}, ("Ferry Act", "ORG"), ("Ferry Act", "LOC")),
        ({"last": "Act"}, "trim_right", {"by": 1}, ("Ferry Act", "ORG"), ("Ferry", "ORG")),
        ({"first": "Ferry"}, "trim_left", {"by": 1}, ("Ferry Act", "ORG"), ("Act", "ORG")),
        ({"first": "Ferry"}, "grow_right", {"by": 1}, ("Ferry Act", "ORG"), ("Ferry Act helps", "ORG")),
    ],
)
def test_edits(nlp, when, do, more, old, new):
    assert after(nlp, EditRule("1.1", {"label": "ORG", **when}, do, **more)) == changed(old, new)


def test_a_role_grows_over_a_free_word_before_a_person(nlp):
    when = {"label": "ROLE", "found_by": "press_roles/before_name", "left_shape": "title", "after": "<PERSON>"}
    rule = EditRule("1.1", when, "grow_left", by=1)
    assert after(nlp, rule)[0] == ("Harbour Master", "ROLE")
    owned = [*BASE, ("Harbour", "ORG", "x/y")]
    assert after(nlp, rule, base=owned)[:2] == [("Harbour", "ORG"), ("Master", "ROLE")]


def test_a_short_form_of_words_that_are_no_mention_is_vetoed_everywhere(nlp):
    rule = EditRule("1.1", {"label": "ORG", "defined": "words"}, "veto")
    assert ("MARS", "ORG") not in after(nlp, rule) and ("Ferry Act", "ORG") in after(nlp, rule)


def test_an_end_inside_a_word_is_widened_to_it(nlp):
    rule = EditRule("1.1", {"label": "ROLE", "cut": "."}, "whole_words")
    text = "Rep. Obi spoke."
    base = [("Rep", "ROLE", "m/model"), ("Obi", "PERSON", "m/model")]
    assert after(nlp, rule, text=text, base=base) == [("Rep.", "ROLE"), ("Obi", "PERSON")]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (PatternRule("1.1", "ORG", "Blue Lantern"), True),
        (PatternRule("1.1", "ORG", [{"ORTH": {"REGEX": "^[A-Z]"}, "OP": "+"}, {"ORTH": "Lantern"}]), True),
        (PatternRule("1.1", "ORG", "Blue Lantern", right=("paid",)), True),
        (PatternRule("1.1", "ORG", "Blue Lantern", right=("lost",)), False),
        (PatternRule("1.1", "ORG", "Blue Lantern", left=("old", ".")), True),
        (PatternRule("1.1", "ORG", "Blue Lantern", right=("paid", "<MONEY>")), True),
        (PatternRule("1.1", "ORG", "Blue Lantern", right=("<MONEY>",)), False),
    ],
)
def test_patterns(nlp, rule, found):
    assert (("Blue Lantern", "ORG") in after(nlp, rule)) is found


def test_a_pattern_gives_the_same_words_another_label_and_takes_in_shorter_ones(nlp):
    assert ("Ferry Act", "LOC") in after(nlp, PatternRule("1.1", "LOC", "Ferry Act"))
    assert after(nlp, PatternRule("1.1", "ORG", "Ferry Act helps")) == changed(
        ("Ferry Act", "ORG"), ("Ferry Act helps", "ORG")
    )
    assert after(nlp, PatternRule("1.1", "ORG", "Act")) == unchanged()


def test_values_are_never_touched(nlp):
    rules = [PatternRule("1.1", "ORG", "paid $5"), PatternRule("1.2", "ORG", "$5")]
    assert after(nlp, *rules) == unchanged()


def test_a_later_version_sees_what_an_earlier_one_did(nlp):
    rules = [EditRule("2.1", {"label": "LOC", "text": "Ferry Act"}, "veto"), PatternRule("1.1", "LOC", "Ferry Act")]
    assert ("Ferry Act", "LOC") not in after(nlp, *rules)


def test_found_by_names_the_rule(nlp):
    doc = UserRules(nlp, RuleSet((PatternRule("1.7-x", "ORG", "Blue Lantern"),)))(doc_of(nlp))
    assert [m.found_by for m in kept(doc, "mentions") if m.text == "Blue Lantern"] == ["press_rules/1.7-x"]


def test_what_was_decided_stands_above_the_rules_and_is_found_again(nlp):
    doc = doc_of(nlp)
    right = [
        (Anchor(TEXT.index("Ferry Act"), "Ferry Act", "the "), "ORG", None),
        (Anchor(TEXT.index("Ada"), "Ada"), "PERSON", Anchor(15, "Ada Obi")),
        (Anchor(999, "MARS", "Survey (", "). MARS is"), None, None),
        (Anchor(TEXT.index("$5"), "$5"), None, None),
    ]
    places = [
        DecidedCells("d", id_of(doc), "mentions", anchor=at, cells={"label": label}, instead_of=old)
        for at, label, old in right
    ]
    found = after(nlp, EditRule("1.1", {"label": "ORG", "last": "Act"}, "veto"), decided=places)
    assert found == [("Master", "ROLE"), ("Ada", "PERSON"), ("Ferry Act", "ORG"), ("MARS", "ORG")]


RULES = RuleSet(
    (
        PatternRule("1.1", "ORG", "Blue Lantern"),
        PatternRule("1.2", "ORG", [{"ORTH": "Marine"}, {"ORTH": "Survey"}]),
        PatternRule("1.3", "ROLE", "treasurer", ("<PERSON>", ",")),
    ),
    (EditRule("1.4", {"label": "ORG", "last": "Act"}, "veto"),),
    (
        DecidedCells(
            "d",
            "a",
            "mentions",
            anchor=Anchor(0, "Ferry", "", " Act"),
            cells={"label": None},
            instead_of=Anchor(0, "Ferry Act"),
        ),
    ),
)


def test_a_rule_set_is_read_as_it_was_written(tmp_path):
    write_rule_set(RULES, tmp_path / "1")
    assert read_rule_set(tmp_path / "1") == RULES


@pytest.mark.parametrize("ruler", [EntityRuler, SpanRuler])
def test_spacys_rulers_load_the_patterns(nlp, tmp_path, ruler):
    write_rule_set(RULES, tmp_path)
    loaded = ruler(nlp)
    if ruler is EntityRuler:
        loaded.from_disk(tmp_path / "patterns.jsonl")
        doc = loaded(nlp(TEXT))
        found = [(ent.text, ent.label_) for ent in doc.ents]
    else:
        loaded.add_patterns([json.loads(line) for line in (tmp_path / "patterns.jsonl").read_text().splitlines()])
        doc = loaded(nlp(TEXT))
        found = [(span.text, span.label_) for span in doc.spans["ruler"]]
    assert sorted(found) == [("Blue Lantern", "ORG"), ("Marine Survey", "ORG")]


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("patterns.jsonl", "{", "patterns.jsonl, line 1: not JSON"),
        ("patterns.jsonl", '{"label": "FIRM", "pattern": "x"}', "label must be one of PERSON"),
        ("patterns.jsonl", '{"label": "ORG"}', "pattern must be words"),
        ("edits.jsonl", '{"id": "1", "when": {"label": "ORG", "size": "2"}, "do": "veto"}', "there is no test 'size'"),
        ("edits.jsonl", '{"id": "1", "when": {"label": "ORG"}, "do": "drop"}', "do is one of veto"),
        ("edits.jsonl", '{"id": "1", "when": {"label": "ORG"}, "do": "relabel"}', "`to` must be one of"),
        ("decided.jsonl", '{"id": "1"}', "decided.jsonl, line 1: not a decided place"),
    ],
)
def test_a_bad_rule_is_named(tmp_path, name, line, said):
    (tmp_path / name).write_text(line + "\n")
    with pytest.raises(RulesError, match=said):
        read_rule_set(tmp_path)


def test_a_pattern_that_spacy_does_not_take_is_named(nlp):
    with pytest.raises(RulesError, match=r"rule 1\.9"):
        UserRules(nlp, RuleSet((PatternRule("1.9", "ORG", [{"ORTHO": "x"}]),)))


def test_the_rule_set_in_use(tmp_path):
    assert applied_rules(tmp_path / "none") is None and applied_rules(None) is None
    write_rule_set(RULES, tmp_path / "1")
    assert applied_rules(tmp_path / "1") == tmp_path / "1" and applied_rules(tmp_path) is None
    (tmp_path / "CURRENT").write_text("1\n")
    assert applied_rules(tmp_path) == tmp_path / "1"
    (tmp_path / "CURRENT").write_text("2\n")
    with pytest.raises(RulesError, match="'2'"):
        applied_rules(tmp_path)
