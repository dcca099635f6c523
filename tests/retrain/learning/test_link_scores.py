"""What learned rules are worth for links: counted on what is annotated and what was decided, fair to each article."""

from dataclasses import replace

import pytest

from pipeline.evaluation.gold import GoldArticle, Span
from pipeline.extract.assemble import load
from pipeline.extract.document.finds import records_on
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.learning.learn import LearnedRules
from pipeline.retrain.learning.link_scores import link_scores
from pipeline.retrain.rule_rows.propose import row_candidates
from pipeline.retrain.rule_rows.reruns import Reruns
from pipeline.retrain.rule_rows.trials import Learned, RowProof
from pipeline.retrain.runs.exported import Exported
from pipeline.rulebook.reading import load_rulebook
from pipeline.values.text.anchors import anchor

TEXTS = {
    "ferry": "Ravi Lodh, the wharfreeve, said on Monday that the ferry would sail again. It had stopped in March.",
    "toll": "The toll will rise, Mei Tan, the wharfreeve, told reporters on Friday. Traders were not pleased with it.",
    "price": "Volta Foods Ltd said that the factory in Accra had cost $3 million. Kofi Mensah had asked for less.",
}
GOLD = "A new pier opened. Joao Pires, the wharfreeve, cut the ribbon on Sunday, and a band played."


@pytest.fixture(scope="module")
def reruns():
    return Reruns(load, load_rulebook())


def titled(article, name, title="wharfreeve"):
    return Decision(article_id=article, table="people", action="set", before={"name": name}, after={"title": title})


def scores(reruns, decisions, *, annotated=(), learning=True, **tables):
    exported = Exported(TEXTS, {}, tables)
    candidates = row_candidates(decisions, exported, load_rulebook()) if learning else []
    proof = RowProof(reruns, TEXTS, decisions, ())
    learned = Learned(proof, proof.choose(candidates))
    return {one.name: (one.before, one.after, one.judged)
            for one in link_scores(learned, LearnedRules((), (), ()), exported, annotated)}  # fmt: skip


def test_titles_count_by_what_the_other_articles_prove(reruns):
    one, other = titled("ferry", "Ravi Lodh"), titled("toll", "Mei Tan")
    assert scores(reruns, [one, other]) == {"title": (0, 2, 2)}
    assert scores(reruns, [one]) == {"title": (0, 0, 1)}, "what an article teaches is not counted there"


def test_annotated_articles_count_with_what_was_decided(reruns):
    start = GOLD.index("Joao")
    facts = {"people": {"p": {"name": "Joao Pires", "title": "wharfreeve"}}}
    gold = GoldArticle("pier", GOLD, mentions=(Span(start, start + 10, "PERSON", "p"),), facts=facts)
    found = records_on(reruns.nlp(GOLD))
    counted = scores(reruns, [titled("ferry", "Ravi Lodh")], annotated=[(gold, found)])
    assert counted["title"] == (0, 1, 2)


def test_measures_owners_and_merges_are_counted(reruns):
    start = TEXTS["price"].index("$3 million")
    place = anchor(TEXTS["price"], start, start + 10)
    after = {"measure": "a thing that is not there", "organisation": "Accra Ltd"}
    figure = Decision(article_id="price", table="money", action="set", anchor=place, after=after)
    entities = [{"entity_id": "o-1", "name": "Volta Foods Ltd", "label": "ORG"},
                {"entity_id": "o-2", "name": "Accra", "label": "ORG"}]  # fmt: skip
    merge = Decision(
        article_id="", table="entities", action="merge", before={"entity_id": "o-1"}, after={"entity_id": "o-2"}
    )
    counted = scores(reruns, [figure, merge], learning=False, entities=entities)
    assert counted == {"measure": (0, 0, 1), "owner": (0, 0, 1), "merges": (0, 0, 1)}
    (row,) = records_on(reruns.run(TEXTS["price"]))["money"]
    owned = replace(figure, after={"organisation": "Volta Foods Ltd" if row.organisation_id else None})
    assert scores(reruns, [owned], learning=False) == {"owner": (1, 1, 1)}
