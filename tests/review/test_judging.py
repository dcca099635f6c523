import json
import re

from pipeline.retrain.corrections.compare import compare_tables
from pipeline.retrain.corrections.decisions import read_decision_log, standing
from pipeline.retrain.corrections.edited_table import EditedRow, EditedTable
from pipeline.retrain.runs.exported import read_exported
from pipeline.store import Store
from pipeline.store.linking.decisions import read_entity_decisions as read_links


def decided(desk):
    return standing(read_decision_log(desk.log))


def test_a_mention_is_judged_and_the_judgement_is_shown(page, find, desk):
    article, at = find(text="Riyadh")
    shown = page.post(f"article/{article}/judge", action="reject", at=at, version="0")
    assert "Rejected" in shown and "is-reject" in shown
    (decision,) = decided(desk)
    assert (decision.action, decision.anchor.words, decision.who, decision.origin) == (
        "reject", "Riyadh", "ann", "review page")  # fmt: skip
    assert "Precision so far" in page.get("queue") and "is no LOC" in page.get("decisions")


def test_it_is_the_decision_that_a_spreadsheet_would_give(page, find, desk):
    article, at = find(text="Riyadh")
    page.post(f"article/{article}/judge", action="relabel", label="ORG", at=at, version="0")
    exported = read_exported(desk.run)
    row = next(r for r in exported.rows("mentions") if r["text"] == "Riyadh")
    edited = EditedTable("mentions", "x.csv", tuple(row), (EditedRow(2, {**row, "label": "ORG"}),))
    (same,) = compare_tables(edited, exported).decisions
    assert decided(desk)[0].decision_id == same.decision_id


def test_undo_takes_it_back_and_what_was_before_stands_again(page, find, desk):
    article, at = find(text="Riyadh")
    page.post(f"article/{article}/judge", action="relabel", label="ORG", at=at, version="0")
    page.post(f"article/{article}/judge", action="reject", at=at, version="1")
    ids = decided(desk)[0].decision_id
    page.post("decisions/undo", ids=ids)
    assert [d.action for d in decided(desk)] == ["relabel"]
    page.post("decisions/undo", ids=decided(desk)[0].decision_id)
    assert decided(desk) == [] and len(desk.log.read_text().splitlines()) == 4
    assert "taken back already" in page.post("decisions/undo", status=400, ids=ids)


def test_two_tabs_do_not_overwrite_each_other(page, find, desk):
    article, at = find(text="Riyadh")
    page.post(f"article/{article}/judge", action="reject", at=at, version="0")
    said = page.post(f"article/{article}/judge", status=409, action="keep", at=at, version="0")
    assert "decided in another tab" in said and [d.action for d in decided(desk)] == ["reject"]
    other, place = find(text="Barcelona")
    page.post(f"article/{other}/judge", action="keep", at=place, version="0")
    assert len(decided(desk)) == 2


def test_one_judgement_for_all_same_cases(page, find, desk):
    article, at = find(text="=Saif Contracting")
    panel = page.get(f"article/{article}/mention?at={at}", **{"hx-request": "true"})
    places = int(re.search(r"for all (\d+) places", panel)[1])
    said = page.post(f"article/{article}/judge", action="keep", at=at, version="0", all="yes")
    assert f"Accepted: {places} places" in said and len(decided(desk)) == places > 1


def test_selected_words_are_added_or_take_the_place_of_a_mention(page, find, desk):
    article, at = find(text="Orrin")
    start = int(at.split("-")[0])
    text = read_exported(desk.run).texts[article]
    bread = text.index("bread")
    page.post(f"article/{article}/judge", action="add", label="ORG", start=str(bread), end=str(bread + 5), version="0")
    page.post(f"article/{article}/judge", action="move", label="ORG", at=at, start=str(start), end=str(start + 11),
              version="1")  # fmt: skip
    added, moved = decided(desk)
    assert (added.action, added.anchor.words, moved.to.words) == ("add", "bread", "Orrin Foods")
    assert "is-add" in page.get(f"article/{article}")
    said = page.post(f"article/{article}/judge", status=400, action="add", label="ORG", start="3", end="3", version="2")
    assert "select the words" in said


def test_a_value_a_title_and_a_speaker_are_corrected(page, find, desk):
    article, _ = find(text="Orrin")
    form = page.get(f"article/{article}/row?table=people&key={key(page, article, 'people')}", **{"hx-request": "true"})
    assert 'name="title" value="chair"' in form
    page.post(f"article/{article}/correct", table="people", key=key(page, article, "people"), title="chief baker",
              version="0", action="set")  # fmt: skip
    page.post(f"article/{article}/correct", table="money", key=key(page, article, "money"), low="5,000,000",
              measure="price", version="1", action="set")  # fmt: skip
    person, money = decided(desk)
    assert person.after == {"title": "chief baker"}
    assert money.after == {"low": "5000000", "high": "5000000", "measure": "price"}
    assert "corrected" in page.get(f"article/{article}")
    said = page.post(f"article/{article}/correct", status=400, table="money", key=key(page, article, "money"),
                     currency="pounds", version="2", action="set")  # fmt: skip
    assert "no ISO 4217 code" in said and "row 1" not in said
    said = page.post(f"article/{article}/correct", status=400, table="money", key=key(page, article, "money"),
                     organisation="Xu", version="2", action="set")  # fmt: skip
    assert "no organisation of this article; it has" in said and "Orrin Foods Ltd" in said


def key(page, article, table):
    return re.search(rf"row\?table={table}&amp;key=([\w~-]+)", page.get(f"article/{article}"))[1]


def test_entities_are_merged_split_and_undone(page, desk):
    shown = page.get("tables/entities?f.label==ORG")
    one, other = re.findall(r"entity/(o-\w+)\">", shown)[:2]
    assert "Same as" in page.get(f"entity/{one}/candidates?q=a")
    page.post(f"entity/{one}/merge", part=False, other=other, version="0")
    links = desk.log.parent / "entities.csv"
    assert [row.decision for row in read_links(links)] == ["merge"]
    shown = [page.client.get(f"/secret/entity/{entity}") for entity in (one, other)]
    assert sorted(answer.status_code for answer in shown) == [200, 404]
    assert "Merged with" in next(answer.text for answer in shown if answer.status_code == 200)
    page.post("decisions/undo", ids=decided(desk)[0].decision_id)
    assert read_links(links) == () and page.get(f"entity/{other}"), "there are two again"
    article = re.search(r"article/(\w+)", page.get(f"entity/{one}"))[1]
    page.post(f"entity/{one}/split", part=False, article_id=article, version="2")
    (row,) = read_links(links)
    assert (row.decision, row.article_id, row.name) == ("split", article, row.other_name)


def test_what_was_merged_is_one_at_once_and_after_the_next_run(page, desk):
    from pipeline.review.retraining import STEPS

    one, other = re.findall(r"entity/(o-\w+)\">", page.get("tables/entities?f.label==ORG"))[:2]
    shown = page.post(f"entity/{one}/merge", part=False, other=other, version="0")
    assert "All tables here show it" in shown
    there = [page.client.get(f"/secret/entity/{entity}").status_code for entity in (one, other)]
    assert sorted(there) == [200, 404]
    STEPS["run"](desk)
    assert [page.client.get(f"/secret/entity/{entity}").status_code for entity in (one, other)] == there


def test_a_long_run_is_linked_again_when_asked(page, desk, monkeypatch):
    from pipeline.review import links
    from pipeline.review.retraining import STEPS

    monkeypatch.setattr(links, "AT_ONCE", 1)
    one, other = re.findall(r"entity/(o-\w+)\">", page.get("tables/entities?f.label==ORG"))[:2]
    shown = page.post(f"entity/{one}/merge", part=False, other=other, version="0")
    assert "show it yet" in shown and "retrain/link" in shown and page.get(f"entity/{other}")
    (said,) = STEPS["link"](desk)
    before, after = map(int, re.findall(r"\d+", said))
    assert after == before - 1


def test_zones_are_those_of_the_rules_of_the_run(page, find, desk):
    article, _ = find(text="Riyadh")
    assert "zone-contact" not in page.get(f"article/{article}")
    (desk.run / "mine").mkdir()
    (desk.run / "mine/zone_marks.csv").write_text(
        "id,kind,pattern,example,not\nmine,contact,Work starts,Work starts on,Work\n"
    )
    with Store(desk.run) as store:
        store.remember({"directory": str(desk.run), "settings": {"rules": "mine"}})
    assert "zone-contact" in page.get(f"article/{article}")


def test_the_log_is_the_one_of_the_spreadsheets(page, find, desk):
    article, at = find(text="Riyadh")
    page.post(f"article/{article}/judge", action="keep", at=at, version="0")
    (line,) = desk.log.read_text().splitlines()
    assert json.loads(line)["action"] == "keep"


def test_a_retraining_is_shown_and_applied(page, find, desk):
    from pipeline.retrain.versions.history import RuleSets
    from pipeline.review.retraining import STEPS

    article, at = find(text="Riyadh")
    page.post(f"article/{article}/judge", action="reject", at=at, version="0")
    assert "1 decision" in page.get("retrain")
    tried = STEPS["try"](desk)
    assert not tried.written and RuleSets(desk.rules).versions() == []
    applied = STEPS["apply"](desk)
    assert applied.used and RuleSets(desk.rules).current() == "1"
    lines = STEPS["run"](desk)
    assert any("Riyadh" in line and line.startswith("  -") for line in lines)
    assert "No rule set is in use any more" in STEPS["undo"](desk)[0]
