from datetime import date
from decimal import Decimal

import pytest

from pipeline.evaluation.gold import GoldArticle, Span
from pipeline.evaluation.scoring import Score, as_compared, score
from pipeline.records import DateSpan, Mention, Money, Organisation, Person, Quote

TEXT = 'Tano Ltd paid $5 million to Ada Obi on Monday. "We paid in full," Obi said.'
EMPTY = {name: [] for name in ("mentions", "people", "organisations", "money", "percentages", "dates", "quotes")}


def at(words, label, id=None, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), label, id)


GOLD = GoldArticle(
    id="g",
    text=TEXT,
    mentions=(
        at("Tano Ltd", "ORG", "o1"),
        at("$5 million", "MONEY", "m1"),
        at("Ada Obi", "PERSON", "p1"),
        at("Monday", "DATE", "d1"),
        at("Obi", "PERSON", "p1", nth=1),
    ),
    facts={
        "people": {"p1": {"name": "Ada Obi", "title": "treasurer", "organisation": "o1"}},
        "organisations": {"o1": {"name": "Tano Ltd"}},
        "money": {"m1": {"low": 5e6, "high": 5e6, "currency": "USD", "qualifier": "exact"}},
        "dates": {"d1": {"start": "2025-03-03", "end": "2025-03-03"}},
        "quotes": [{"text": "We paid in full,", "speaker": "p1"}],
    },
)


def found(**changes):
    mentions = [
        Mention(article_id="a", start_char=m.start, end_char=m.end, text="", label=m.label, entity_id=m.id)
        for m in GOLD.mentions
    ]
    money, day = GOLD.mentions[1], GOLD.mentions[3]
    place = {"article_id": "a", "text": ""}
    rows = {
        **EMPTY,
        "mentions": mentions,
        "people": [
            Person(article_id="a", person_id="p", name="Ada Obi", title="the treasurer", organisation="Tano Ltd")
        ],
        "organisations": [Organisation(article_id="a", organisation_id="o", name="Tano Ltd")],
        "money": [
            Money(
                **place,
                start_char=money.start,
                end_char=money.end,
                low=Decimal(5_000_000),
                high=Decimal("5E6"),
                currency="USD",
                money_id="a:1",
            )
        ],
        "dates": [
            DateSpan(
                **place, start_char=day.start, end_char=day.end, date_from=date(2025, 3, 3), date_to=date(2025, 3, 3)
            )
        ],
        "quotes": [Quote(**place, start_char=48, end_char=64, speaker="Ada Obi")],
    }
    return {**rows, **changes}


def by_name(scores):
    return {s.name: s for s in scores}


def test_all_right_scores_full_marks():
    scores = score([(GOLD, found())])
    assert {s.name for s in scores} >= {"mentions ORG", "people", "people title", "money", "dates", "quotes speaker"}
    assert all(s.wrong == 0 and s.missed == 0 and not s.errors for s in scores)
    assert by_name(scores)["mentions PERSON"].right == 2


def test_nothing_found_is_missed_not_wrong():
    scores = by_name(score([(GOLD, EMPTY)]))
    assert scores["mentions PERSON"].missed == 2 and scores["mentions PERSON"].wrong == 0
    assert scores["money"].missed == 1 and scores["quotes"].missed == 1


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("money", "low", Decimal(5)),
        ("money", "currency", "SGD"),
        ("money", "currency", None),
        ("dates", "date_to", None),
        ("quotes", "speaker", "Tano Ltd"),
        ("people", "title", "chair"),
        ("people", "organisation", None),
    ],
)
def test_a_wrong_value_is_wrong_and_missed(kind, field, value):
    from dataclasses import replace

    rows = [replace(found()[kind][0], **{field: value})]
    scores = by_name(score([(GOLD, found(**{kind: rows}))]))
    name = {"quotes": "quotes speaker", "people": f"people {field}"}.get(kind, kind)
    assert (scores[name].right, scores[name].wrong, scores[name].missed) == (0, 1, 1)
    assert len(scores[name].errors) == 2


def test_an_annotated_currency_of_null_takes_any():
    from dataclasses import replace

    facts = {**GOLD.facts, "money": {"m1": {**GOLD.facts["money"]["m1"], "currency": None}}}
    assert by_name(score([(replace(GOLD, facts=facts), found())]))["money"].f1 == 1


def test_a_wrong_link_is_counted_by_pairs():
    from dataclasses import replace

    mentions = [replace(m, entity_id="p9") if m.start_char > 40 else m for m in found()["mentions"]]
    pairs = by_name(score([(GOLD, found(mentions=mentions))]))["same entity"]
    assert (pairs.right, pairs.wrong, pairs.missed) == (0, 0, 1)


def test_an_article_without_facts_is_scored_by_mentions_alone():
    from dataclasses import replace

    assert {s.name.split()[0] for s in score([(replace(GOLD, facts={}), found())])} == {"mentions"}


def test_figures():
    s = Score("x", right=3, wrong=1, missed=2)
    assert (s.precision, s.recall, round(s.f1, 3)) == (0.75, 0.6, 0.667)
    assert Score("none").f1 == 0


def test_fold():
    assert as_compared("The “Bank”") == "“bank”" and as_compared(None) == ""
