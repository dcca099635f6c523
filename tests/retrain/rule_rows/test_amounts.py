from decimal import Decimal

import pytest

from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.rule_rows.amounts import value_rows
from pipeline.retrain.rule_rows.writing import joined_rows
from pipeline.rulebook.reading import load_rulebook
from pipeline.rulebook.user_rows import read_user_rows, rulebook_with
from pipeline.rulebook.writing import write_rows
from pipeline.values.money.finder import MoneyFinder
from pipeline.values.text.anchors import Anchor


def corrected(words, low, currency, action="add"):
    return Decision(
        article_id="a", table="money", action=action, anchor=Anchor(0, words), after={"low": low, "currency": currency}
    )


def rows(*amounts):
    found = value_rows([corrected(*one) for one in amounts], load_rulebook())
    return {(r.code, r.before, r.after) for r in found["currencies"]}, {(r.factor, r.words) for r in found["scales"]}


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([("Zq 5 million", "5000000", "CHF"), ("Zq 7", "7", "CHF")], ({("CHF", ("Zq",), ())}, set())),
        ([("5 zollars", "5", "NAD"), ("9 zollars", "9", "NAD")], ({("NAD", (), ("zollars",))}, set())),
        ([("€5 zillard", "5000000000", "EUR"), ("€2 zillard", "2000000000", "EUR")], (set(), {(10**9, ("zillard",))})),
        ([("Zq 5", "5", "CHF")], (set(), set())),
        ([("Zq 5", "5", "CHF"), ("Zq 6", "6", "SEK")], (set(), set())),
        ([("$5", "5", "CAD"), ("$6", "6", "CAD")], (set(), set())),
        ([("five", "5", "CAD"), ("some", "6", "CAD")], (set(), set())),
    ],
)
def test_rows_that_corrections_agree_on(amounts, expected):
    assert rows(*amounts) == expected


def test_the_rows_read_the_amounts(tmp_path):
    decisions = [corrected("Zq 5 zillard", "5000000000", "CHF"), corrected("Zq 2 zillard", "2000000000", "CHF")]
    found = value_rows(decisions, load_rulebook())
    write_rows(found, tmp_path)
    assert read_user_rows(tmp_path) == joined_rows(found)
    (money,) = MoneyFinder(rulebook_with(str(tmp_path))).find("It paid Zq 3 zillard to them.")
    assert (money.low, money.currency) == (Decimal(3_000_000_000), "CHF")
    assert list(MoneyFinder(rulebook_with(None)).find("It paid Zq 3 zillard to them.")) == []
