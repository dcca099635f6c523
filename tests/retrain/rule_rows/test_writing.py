"""Rows of rule files that corrections teach: proposed, tried with the pipeline that runs, and read by it afterwards."""

from dataclasses import replace

import pytest

from pipeline.extract.assemble import load
from pipeline.extract.document.finds import records_on
from pipeline.extract.user_rules.rule_set import RuleSet
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.learning.corrected import decided_places
from pipeline.retrain.learning.evidence import make_evidence
from pipeline.retrain.learning.wording import describe_row
from pipeline.retrain.rule_rows.propose import row_candidates
from pipeline.retrain.rule_rows.reruns import Reruns
from pipeline.retrain.rule_rows.trials import Learned, RowProof, rows_of_candidate
from pipeline.retrain.rule_rows.upheld import holds
from pipeline.retrain.rule_rows.writing import joined_rows
from pipeline.retrain.runs.exported import Exported
from pipeline.rulebook.reading import load_rulebook
from pipeline.rulebook.rows import WordList
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.rulebook.writing import write_rows
from pipeline.values.text.anchors import anchor

FERRY = "Ravi Lodh, the wharfreeve, said on Monday that the ferry would sail again. It had stopped in March."
TOLL = "The toll will rise, Mei Tan, the wharfreeve, told reporters on Friday. Traders were not pleased with it."
PIER = "A new pier opened. Joao Pires, the wharfreeve, cut the ribbon on Sunday, and a band played."
SONG = '"We shall sail at dawn," croaked the harbour master, Lena Ost. Nobody in Accra believed her on the day.'
TEXTS = {"ferry": FERRY, "toll": TOLL, "pier": PIER, "song": SONG}


@pytest.fixture(scope="module")
def reruns():
    return Reruns(load, load_rulebook())


def role(article, words="wharfreeve"):
    start = TEXTS[article].index(words)
    place = anchor(TEXTS[article], start, start + len(words))
    return Decision(article_id=article, table="mentions", action="add", anchor=place, after={"label": "ROLE"})


def proposed(*decisions, **tables):
    return row_candidates(decisions, Exported(TEXTS, {}, tables), load_rulebook())


def words(candidates):
    return [(one.file, one.row.kind, *one.row.words) for one in candidates]


def test_a_missed_title_asks_for_its_noun():
    assert words(proposed(role("ferry"), role("toll"))) == [("titles", "head", "wharfreeve")]
    titled = Decision(article_id="pier", table="people", action="set", after={"title": "deputy wharfreeve of Margate"})
    assert words(proposed(titled)) == [("titles", "head", "wharfreeve"), ("titles", "head", "deputy wharfreeve")]


def test_a_word_right_before_a_name_is_a_rank_where_two_articles_say_so():
    texts = {"x": "Wharfreeve Ravi Lodh spoke.", "y": "Wharfreeve Mei Tan rose."}
    marked = [
        Decision(article_id=name, table="mentions", action="add", anchor=anchor(text, 0, 10), after={"label": "ROLE"})
        for name, text in texts.items()
    ]
    assert words(row_candidates(marked, Exported(texts), load_rulebook())) == [("titles", "rank", "Wharfreeve")]
    assert row_candidates(marked[:1], Exported(texts), load_rulebook()) == []


def test_known_titles_and_other_labels_ask_for_nothing():
    assert proposed(role("song", "harbour master")) == []
    place = role("ferry", "Lodh").anchor
    other = Decision(article_id="ferry", table="mentions", action="add", anchor=place, after={"label": "LOC"})
    assert proposed(other) == []


def test_a_speaker_that_was_set_asks_for_the_verb():
    start = SONG.index("We shall")
    said = Decision(
        article_id="song",
        table="quotes",
        action="set",
        anchor=anchor(SONG, start, SONG.index('" croaked')),
        after={"speaker": "Lena Ost"},
    )
    again = replace(said, article_id="toll", anchor=anchor(TOLL, 0, 4), after={"cue": "croaked"})
    assert words(proposed(said, again)) == [("quote_verbs", "say", "croaked")]
    assert proposed(said) == [], "one correction is too few for a verb"


def test_an_alias_and_a_merge_ask_for_names_of_one_body():
    before = {"name": "Deal Wharves Ltd", "aliases": "DW"}
    after = {"aliases": "DW; Wharves"}
    named = Decision(article_id="toll", table="organisations", action="set", before=before, after=after)
    assert words(proposed(named)) == [("aliases", "body", "Deal Wharves Ltd", "Wharves")]
    entities = [{"entity_id": f"o-{n}", "label": "ORG", "name": name} for n, name in ((1, "Deal"), (2, "Mei Tan Co"))]
    merged = Decision(
        article_id="", table="entities", action="merge", before={"entity_id": "o-1"}, after={"entity_id": "o-2"}
    )
    texts = {"x": "Mei Tan Co, or Deal, grew."}
    (one,) = row_candidates([merged], Exported(texts, {}, {"entities": entities}), load_rulebook())
    assert one.row.words == ("Mei Tan Co", "Deal") and one.asked[0].article_id == "x"


def test_a_row_is_tried_with_the_pipeline_and_read_by_it(reruns, tmp_path):
    decisions = [role("ferry"), role("toll")]
    proof = RowProof(reruns, TEXTS, decisions, ())
    (kept,) = proof.choose(proposed(*decisions))
    assert (kept.mended, kept.broken, kept.archive) == ({"ferry": 1, "toll": 1}, {}, 3)
    assert kept.is_proven(without="ferry") and kept.gain == 2
    write_rows(rows_of_candidate(kept.candidate), tmp_path)
    doc = load(rules=tmp_path)(PIER)
    assert [(p.name, p.title) for p in doc._.people] == [("Joao Pires", "wharfreeve")]
    assert [p.title for p in load()(PIER)._.people] == [None]


def test_an_article_gets_what_others_prove(reruns):
    decisions = [role("ferry")]
    proof = RowProof(reruns, TEXTS, decisions, ())
    rows = Learned(proof, proof.choose(proposed(*decisions)))
    for name, more in (("ferry", 0), ("pier", 1)):
        article = make_evidence(name, reruns.nlp.make_doc(TEXTS[name]), [], [])
        assert len(rows.added_to(article).base) == more


def test_a_row_that_breaks_a_decision_is_not_kept(reruns):
    start = PIER.index("wharfreeve")
    place = anchor(PIER, start, start + 10)
    no_role = Decision(article_id="pier", table="mentions", action="reject", anchor=place, before={"label": "ROLE"})
    decisions = [role("ferry"), role("toll"), no_role]
    assert RowProof(reruns, TEXTS, decisions, ()).choose(proposed(*decisions)) == []


def test_whether_a_decision_holds(reruns):
    found = records_on(reruns.run(SONG))
    wrong = Decision(article_id="song", table="people", action="set", before={"name": "Lena Ost"}, after={"title": "x"})
    right, gone = replace(wrong, after={"organisation": None}), replace(wrong, action="reject", after={})
    assert [holds(one, found) for one in (wrong, right, gone)] == [False, True, False]
    start = SONG.index("We shall")
    place = anchor(SONG, start, start + 5)
    said = Decision(article_id="song", table="quotes", action="set", anchor=place, after={"speaker": "Lena Ost"})
    assert holds(said, found)


def test_rows_of_two_rule_sets_are_read_after_ours(tmp_path):
    (one,) = proposed(role("ferry"))
    write_rows(rows_of_candidate(one), tmp_path)
    assert rulebook_with(str(tmp_path)).titles.rows == (*load_rulebook().titles, one.row)


def test_equal_ids_are_numbered_and_equal_rows_written_once():
    ghana, botswana = (WordList("user_body_cb", "body", (f"Bank of {land}", "CB")) for land in ("Ghana", "Botswana"))
    rows = joined_rows({"aliases": (ghana,)}, {"aliases": (botswana, replace(ghana, id="again"))})
    assert [(row.id, row.words[0]) for row in rows["aliases"]] == [
        ("user_body_cb", "Bank of Ghana"),
        ("user_body_cb_2", "Bank of Botswana"),
    ]


def test_decisions_about_other_runs_articles_ask_for_nothing():
    titled = Decision(article_id="elsewhere", table="people", action="set", after={"title": "wharfreeve"})
    assert proposed(titled) == []


def test_articles_that_were_corrected_before_count(reruns):
    decisions = [role("ferry"), role("toll")]
    rules = RuleSet(decided=tuple(decided_places(decisions[:1])))
    (kept,) = RowProof(reruns, TEXTS, decisions, (), rules).choose(proposed(*decisions))
    assert kept.mended == {"ferry": 1, "toll": 1}


def test_removed_aliases_must_be_gone(reruns):
    text = "Volta Foods Ltd (VF) grew. VF is old."
    found = records_on(reruns.run(text))
    named = {"name": "Volta Foods Ltd", "aliases": "VF"}
    apart = Decision(article_id="x", table="organisations", action="set", before=named, after={"aliases": None})
    assert not holds(apart, found) and holds(
        replace(apart, before={"name": "Volta Foods Ltd"}, after={"aliases": "VF"}), found
    )


@pytest.mark.parametrize("kind", ["head", "rank", "modifier", "stop"])
def test_rows_of_any_kind_are_put_in_words(kind):
    assert "'tidewaiter'" in describe_row("titles", WordList("mine", kind, ("tidewaiter",)))
