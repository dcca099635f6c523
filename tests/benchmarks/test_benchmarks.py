"""The benchmarks run and read off what they say; no speed is judged here."""

from pipeline.benchmarks import (
    components,
    growth,
    memory,
    multiplied,
    pages,
    quality,
    sizes,
    speed,
    start,
    whole,
    workers,
)
from pipeline.benchmarks.contenders import CONTENDERS
from pipeline.evaluation.gold import GoldArticle, Span
from pipeline.records import Article, article_id
from pipeline.values.names.forms import entity_id

TEXTS = ["Volta Foods paid €5 million to Ada Obi.", "Profit rose 12 per cent in 2024."]


def test_a_contender_is_measured_in_a_process_of_its_own():
    for reading in speed.compare(["values", "finders"], TEXTS, rounds=1):
        assert reading.words == sum(len(text.split()) for text in TEXTS)
        assert reading.seconds > 0 and reading.peak_mb > 10


def test_every_contender_that_is_ours_can_be_built():
    assert all(CONTENDERS[name]().pipe_names for name in ("values", "pressfacts", "pressfacts-ner"))


def test_a_whole_process_is_measured(tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "Volta Foods paid €5 million to Ada Obi."}\n', encoding="utf-8")
    assert whole.seconds("pressfacts", ["run", str(path), "-o", str(tmp_path / "out"), "--quiet"]) > 0.1
    assert (tmp_path / "out" / "money.csv").is_file()


def test_a_run_tells_its_peak():
    peak = memory.peak_of_run(TEXTS)
    assert peak.articles == 2 and peak.peak_mb > 10


def test_a_plain_models_entities_are_scored_as_they_are():
    import spacy

    doc = spacy.blank("en")("Ada Obi paid.")
    doc.ents = [doc.char_span(0, 7, "PERSON")]
    article = GoldArticle("g", doc.text, mentions=(Span(0, 7, "PERSON", None),))
    (score,) = [
        s for s in quality.score([(article, quality.mentions_of_plain_model(doc))]) if s.name == "mentions PERSON"
    ]
    assert (score.right, score.wrong, score.missed) == (1, 0, 0)


def test_growth_is_measured_of_what_cuts_a_text_up():
    found = [one.piece for one in growth.measure(growth.RUNS, characters=20, times=2)]
    assert found == [piece for pieces in growth.RUNS.values() for piece in pieces]


def test_growth_is_measured_piece_by_piece():
    (one,) = growth.measure(["money"], characters=100, pieces=["$1-"])
    assert (one.reader, one.piece) == ("money", "$1-") and one.seconds > 0


def test_workers_are_measured_in_turns():
    (turn,) = workers.compare(TEXTS, workers=2, rounds=1)
    assert turn.one.own > 0.1 and turn.several.others > 0.1 and turn.expected > 0


def test_every_stage_of_a_run_is_measured():
    (size,) = sizes.measure(TEXTS, [2], formats=["csv"])
    assert size.articles == 2 and set(size.seconds) == {"read", "extract", "link", "publish", "csv"}
    assert size.megabytes["store"] > 0 and size.pages


def test_the_tables_of_many_articles_are_measured():
    found = pages.with_facts([Article(article_id=article_id(text), source=text, text=text, words=0) for text in TEXTS])
    (size,) = sizes.measure_tables(found, [5], formats=["csv"])
    assert size.articles == 5 and set(size.seconds) == {"link", "publish", "csv"} and size.pages


def test_multiplied_articles_have_other_names_and_all_else():
    people = [["a1", "p-1", "Ama Boateng", None, None, None, 1, 0, ["Boateng"], False, "x", None]]
    bodies = [["a1", "o-1", "Volta Foods", [], 1, "x"]]
    facts = {"people": people, "organisations": bodies, "mentions": [["a1", 0, 5, "Volta", "ORG", "o-1"]]}
    article = Article(article_id="a1", source="s", text="Volta Foods has Ama Boateng.", words=5)
    first, second = multiplied.multiplied([(article, facts)], 2)
    assert first[0].text.endswith("Number 0.") and first[1]["people"][0][3:8] == people[0][3:8]
    (person,), (body,), (mention,) = (second[1][name] for name in ("people", "organisations", "mentions"))
    assert person[0] == body[0] == mention[0] == second[0].article_id != first[0].article_id
    assert set(person[2].split()) <= {"Ama", "Boateng"} and set(body[2].split()) <= {"Volta", "Foods"}
    assert mention[-1] == body[1] == entity_id("ORG", body[2]) and person[1] == entity_id("PERSON", person[2])


def test_a_large_archive_has_names_that_the_given_articles_have_not():
    people = [["a1", "p-1", "Ama Boateng", None, None, None, 1, 0, ["Boateng"], False, "x", None]]
    article = Article(article_id="a1", source="s", text="Ama Boateng.", words=2)

    def names(**how):
        made = multiplied.multiplied([(article, {"people": people})], 60, **how)
        return {facts["people"][0][2] for _, facts in made}

    assert names(new_names=0) == {"Ama Boateng"} and len(names()) > 10


def test_components_share_the_time_and_a_first_article_is_read():
    assert set(components.measure(TEXTS)) > {"tokenizer", "press_ner", "press_links"}
    assert start._first() > 0.1
