import pytest
from openpyxl import Workbook

from pipeline.errors import UsageError
from pipeline.retrain.corrections.compare import compare_tables
from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.corrections.edited_table import read_edited
from pipeline.retrain.corrections.merges import links, merge_decision
from tests.retrain.exporting import ID, TEXT, csv_text, exported, mention, place, rows


def decided(tmp_path, changed, *, encoding="utf-8", delimiter=",", name="mentions.csv", run=None):
    path = tmp_path / name
    path.write_bytes(csv_text(changed, delimiter).encode(encoding, errors="replace"))
    return compare_tables(read_edited(path), run or exported()).decisions


def edit(words, **cells):
    return [{**row, **cells} if row["text"] == words else row for row in rows()]


def test_an_unchanged_table_holds_no_decision(tmp_path):
    assert decided(tmp_path, rows()) == ()


def test_a_row_is_rejected(tmp_path):
    for mark in ("x", "yes", "REJECT"):
        (one,) = decided(tmp_path, edit("Ferry Act", reject=mark))
        assert (one.action, one.anchor.words, one.before["label"], one.after) == ("reject", "Ferry Act", "ORG", {})


def test_a_label_cell_may_say_reject(tmp_path):
    (one,) = decided(tmp_path, edit("Ferry Act", label="reject"))
    assert one.action == "reject"


def test_a_label_is_changed(tmp_path):
    (one,) = decided(tmp_path, edit("Ferry Act", label="loc"))
    assert (one.action, one.after["label"]) == ("relabel", "LOC")


def test_words_are_changed_and_found_where_they_overlap(tmp_path):
    (one,) = decided(tmp_path, edit("Ferry Act", text="Ferry"))
    assert one.action == "move" and (one.to.start, one.to.words) == (place("Ferry Act")[0], "Ferry")


def test_an_added_row_needs_only_article_and_words(tmp_path):
    added = {"article_id": ID, "text": "Accra Herald", "label": "ORG"}
    (one,) = decided(tmp_path, [*rows(), added])
    assert one.action == "add" and TEXT[one.anchor.start : one.anchor.end] == "Accra Herald"


def test_an_added_row_may_name_its_source(tmp_path):
    added = {"source": "release.txt", "text": "Accra Herald", "label": "ORG"}
    (one,) = decided(tmp_path, [*rows(), added])
    assert one.article_id == ID


def test_every_place_of_added_words_counts_but_inside_longer_mentions(tmp_path):
    one, other = decided(tmp_path, [*rows(), {"article_id": ID, "text": "Volta Foods Ltd", "label": "ORG"}]), None
    assert [d.anchor.start for d in one] == [TEXT.rindex("Volta Foods Ltd")] and other is None
    (only,) = decided(tmp_path, [*rows(), {"article_id": ID, "text": "Obi", "label": "PERSON"}])
    assert only.anchor.start == TEXT.rindex("Obi")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_how_a_spreadsheet_saved_it_does_not_matter(tmp_path, encoding, delimiter):
    (one,) = decided(tmp_path, edit("Ferry Act", label="LOC"), encoding=encoding, delimiter=delimiter)
    assert one.action == "relabel"


def test_columns_may_be_moved_and_renamed(tmp_path):
    names = {"article_id": "Article", "label": "Type", "start_char": "start", "end_char": "end"}
    moved = [{names.get(k, k): row[k] for k in reversed(row)} for row in edit("Ferry Act", label="LOC")]
    (one,) = decided(tmp_path, moved)
    assert one.action == "relabel"


def test_what_the_spreadsheet_did_by_itself_is_no_decision(tmp_path):
    changed = [{**row, "text": {"10 March": "10-Mar", "5.0%": "5.00%"}.get(row["text"], row["text"])} for row in rows()]
    changed = [{**row, "start_char": row["start_char"] + ".0"} for row in changed]
    assert decided(tmp_path, changed) == ()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (edit("Ferry Act", label="COMPANY"), r"row 8: label: 'COMPANY' is none of PERSON"),
        (edit("Ferry Act", text="Ferry Bill"), r"row 8: text: 'Ferry Bill' is not in the article"),
        (edit("Ferry Act", reject="perhaps"), r"row 8: reject: write x or leave it empty"),
        (edit("Ferry Act", article_id="beef"), r"row 8: article_id: 'beef' is no article"),
        (edit("Ferry Act", start_char="ten"), r"row 8: start_char: 'ten' is no whole number"),
        ([*rows(), {"article_id": ID, "text": "Nobody", "label": "ORG"}], r"row 9: text: 'Nobody' is not in"),
        ([*rows(), {"source": "other.txt", "text": "Obi", "label": "PERSON"}], r"row 9: source: 'other.txt' is no"),
        ([*rows(), {"article_id": ID, "text": "", "label": "ORG"}], r"row 9: text: an added row needs"),
        ([*rows(), {**mention("Accra", "LOC"), "reject": "x"}], r"row 9: this row isn't in what was exported"),
        ([{k: v for k, v in row.items() if k != "label"} for row in rows()], r"row 1: the column 'label' is missing"),
    ],
)
def test_what_cannot_be_used_is_said_with_row_and_column(tmp_path, changed, said):
    with pytest.raises(UsageError, match=said) as raised:
        decided(tmp_path, changed)
    assert "othing was applied" in str(raised.value)


def test_contradictions_are_refused(tmp_path):
    (ferry,) = (row for row in rows() if row["text"] == "Ferry Act")
    with pytest.raises(UsageError, match=r"row 9 contradicts mentions.csv, row 8.*Nothing was applied"):
        decided(tmp_path, [*edit("Ferry Act", label="LOC"), {**ferry, "reject": "x"}])


def workbook(path, **sheets):
    book = Workbook()
    book.remove(book.active)
    for name, changed in sheets.items():
        sheet = book.create_sheet(name)
        columns = list(dict.fromkeys(column for row in changed for column in row))
        sheet.append(columns)
        for row in changed:
            sheet.append([int(v) if (v := row.get(c, "")).isdigit() else v or None for c in columns])
    book.save(path)
    return path


def test_a_workbook_is_read_by_the_sheet_that_has_the_tables_name(tmp_path):
    path = workbook(tmp_path / "mentions.xlsx", entities=[{"entity_id": "o-1"}], mentions=edit("Ferry Act", reject="x"))
    (one,) = compare_tables(read_edited(path), exported()).decisions
    assert (one.action, one.anchor.words) == ("reject", "Ferry Act")
    assert compare_tables(read_edited(workbook(tmp_path / "mentions.xlsx", any=rows())), exported()).decisions == ()


def test_a_workbook_that_cant_be_read_is_refused(tmp_path):
    path = workbook(tmp_path / "corrected.xlsx", one=rows(), two=rows())
    with pytest.raises(UsageError, match="say by --table"):
        read_edited(path)
    (tmp_path / "mentions.csv").write_bytes(path.read_bytes())
    with pytest.raises(UsageError, match="is a workbook, not CSV"):
        read_edited(tmp_path / "mentions.csv")
    path.write_text("no workbook")
    with pytest.raises(UsageError, match="can't be read as a workbook"):
        read_edited(path)


def test_a_table_that_cannot_be_told_is_refused(tmp_path):
    path = tmp_path / "edited.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(UsageError, match="which table is this"):
        read_edited(path)


def test_an_id_that_became_a_number_is_still_found():
    from pipeline.retrain.runs.exported import Exported

    run = Exported({"1234567890123456": "x", "ab12": "y"})
    assert run.article("1.23457E+15") == "1234567890123456" and run.article("9.9E+15") is None


MONEY = {
    "article_id": ID,
    "start_char": str(place("$12 million")[0]),
    "end_char": str(place("$12 million")[1]),
    "text": "$12 million",
    "low": "12000000",
    "high": "12000000",
    "currency": "",
    "qualifier": "exact",
}


def money(tmp_path, **cells):
    return decided(tmp_path, [{**MONEY, **cells}], name="money.csv", run=exported(money=[MONEY]))


def test_a_value_is_corrected(tmp_path):
    (one,) = money(tmp_path, currency="GHS", low="13,000,000")
    assert one.action == "set" and one.after == {"currency": "GHS", "low": "13000000", "high": "13000000"}
    assert one.anchor.words == "$12 million"


def test_a_figure_is_given_to_an_organisation_of_its_article(tmp_path):
    bodies = [{"article_id": ID, "organisation_id": "o-1", "name": "Volta Foods Ltd", "aliases": "Volta"}]
    run = exported(money=[{**MONEY, "organisation": ""}], organisations=bodies)
    (one,) = decided(tmp_path, [{**MONEY, "organisation": "Volta"}], name="money.csv", run=run)
    assert one.after == {"organisation": "Volta"}
    with pytest.raises(UsageError, match="'Xu' is no organisation of this article; it has Volta Foods Ltd, Volta"):
        decided(tmp_path, [{**MONEY, "organisation": "Xu"}], name="money.csv", run=run)


@pytest.mark.parametrize("cell", ["1.2E+07", "12000000.00", "12,000,000"])
def test_a_number_in_another_form_is_no_correction(tmp_path, cell):
    assert money(tmp_path, low=cell) == ()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"currency": "cedi"}, r"money.csv, row 2: currency: 'cedi' is no ISO 4217 code"),
        ({"low": "12 mio"}, r"row 2: low: '12 mio' is no number"),
        ({"qualifier": "maybe"}, r"row 2: qualifier: 'maybe' is none of approx"),
    ],
)
def test_a_wrong_value_is_said(tmp_path, cells, said):
    with pytest.raises(UsageError, match=said):
        money(tmp_path, **cells)


ENTITIES = [
    {"entity_id": "p-1", "label": "PERSON", "name": "Ada Obi", "aliases": ""},
    {"entity_id": "p-2", "label": "PERSON", "name": "Obi", "aliases": ""},
    {"entity_id": "o-1", "label": "ORG", "name": "Volta Foods Ltd", "aliases": ""},
]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"entity_id": "p-9"}, "'p-9' is no entity of this run"),
        ({"entity_id": "o-1"}, "they can't be one"),
        ({"name": "Ada"}, "change them there"),
        ({"reject": "x"}, "change them there"),
    ],
)
def test_entities_can_only_be_merged_with_their_like(tmp_path, change, message):
    edited = [{**row, **(change if row["entity_id"] == "p-2" else {})} for row in ENTITIES]
    with pytest.raises(UsageError, match=message):
        decided(tmp_path, edited, name="entities.csv", run=exported(entities=ENTITIES))


def test_a_name_is_corrected_and_two_are_merged(tmp_path):
    people = [
        {"article_id": ID, "person_id": "p-1", "name": "Ada Obi", "title": "treasurer"},
        {"article_id": ID, "person_id": "p-2", "name": "Obi", "title": ""},
    ]
    run = exported(people=people, entities=ENTITIES)
    (one,) = decided(tmp_path, [{**people[0], "title": "chief treasurer"}, people[1]], name="people.csv", run=run)
    assert (one.action, one.before["name"], one.after) == ("set", "Ada Obi", {"title": "chief treasurer"})
    (merge,) = decided(tmp_path, [people[0], {**people[1], "person_id": "p-1"}], name="people.csv", run=run)
    assert (merge.action, merge.before["entity_id"], merge.after["entity_id"]) == ("merge", "p-2", "p-1")


def test_two_of_one_name_are_merged_by_the_id_of_the_other(tmp_path):
    entities = [{**ENTITIES[0], "entity_id": f"p-{n}", "aliases": f"{n}. Obi"} for n in range(1, 4)]
    edited = [{**row, "entity_id": "p-1" if row["entity_id"] == "p-3" else row["entity_id"]} for row in entities]
    for table in (edited, edited[::-1]):
        (merged,) = decided(tmp_path, table, name="entities.csv", run=exported(entities=entities))
        assert (merged.action, merged.before["entity_id"], merged.after["entity_id"]) == ("merge", "p-3", "p-1")


def test_an_emptied_id_parts_a_row_from_its_entity(tmp_path):
    people = [{"article_id": ID, "person_id": "p-1", "name": "Ada Obi", "title": "", "found_by": "press_people"}]
    run = exported(people=people, entities=ENTITIES)
    (parted,) = decided(tmp_path, [{**people[0], "person_id": ""}], name="people.csv", run=run)
    assert (parted.action, parted.article_id, parted.before["name"]) == ("split", ID, "Ada Obi")
    assert parted.after == {"other_name": "Ada Obi"}


def test_an_alias_taken_out_is_somebody_else(tmp_path):
    entities = [{**ENTITIES[0], "aliases": "A. Obi; Obi"}, *ENTITIES[1:]]
    edited = [{**entities[0], "aliases": "A. Obi"}, *entities[1:]]
    (parted,) = decided(tmp_path, edited, name="entities.csv", run=exported(entities=entities))
    assert (parted.action, parted.before["name"], parted.after) == ("split", "Ada Obi", {"other_name": "Obi"})


def taken_out(tmp_path, alias):
    """Take an alias out of the row of Ada Grace Obi, who is named in five articles."""
    names = ("Ada Grace Obi", "Ada Obi", "A. G. Obi", "Obi", "Obi")
    people = [
        {"article_id": f"a{n}", "person_id": "p-1", "name": name, "aliases": "Addie Obi" if n == 1 else ""}
        for n, name in enumerate(names, 1)
    ]
    entity = {**ENTITIES[0], "name": names[0], "aliases": "A. G. Obi; Ada Obi; Addie Obi; Obi"}
    kept = "; ".join(one for one in entity["aliases"].split("; ") if one != alias)
    run = exported(people=people, entities=[entity])
    (parted,) = decided(tmp_path, [{**entity, "aliases": kept}], name="entities.csv", run=run)
    return [(row.name, row.article_id, row.other_name) for row in links([parted], run)]


def test_an_alias_is_parted_from_every_name_in_full(tmp_path):
    assert taken_out(tmp_path, "Ada Obi") == [("Ada Grace Obi", "", "Ada Obi"), ("A. G. Obi", "", "Ada Obi")]


def test_a_family_name_alone_is_parted_where_it_stands(tmp_path):
    assert taken_out(tmp_path, "Obi") == [("Obi", "a4", "Obi"), ("Obi", "a5", "Obi")]


def test_what_an_article_calls_a_person_is_corrected_in_the_article(tmp_path):
    with pytest.raises(UsageError, match="the article a1 calls Ada Grace Obi"):
        taken_out(tmp_path, "Addie Obi")


def test_two_aliases_of_one_entity_are_two_decisions():
    parted = [
        Decision(
            article_id="", table="entities", action="split", before={"entity_id": "p-1"}, after={"other_name": name}
        )
        for name in ("Obi", "A. Obi")
    ]
    assert len({one.subject for one in parted}) == 2


def test_a_merge_of_namesakes_names_the_article():
    entities = [*ENTITIES, {**ENTITIES[0], "entity_id": "p-3"}]
    people = [{"article_id": ID, "person_id": "p-3", "name": "Ada Obi"}]
    run = exported(people=people, entities=entities)
    (row,) = links([merge_decision(run, "p-3", "p-2", "people.csv, row 2")], run)
    assert {(row.name, row.article_id), (row.other_name, row.other_article_id)} == {("Ada Obi", ID), ("Obi", "")}


QUOTE = {"article_id": ID, "start_char": "95", "end_char": "100", "text": "spoke", "speaker": "", "cue": ""}


def test_a_speaker_is_set_and_a_quotation_added_or_rejected(tmp_path):
    run = exported(quotes=[QUOTE])
    (said,) = decided(tmp_path, [{**QUOTE, "speaker": "Ada Obi"}], name="quotes.csv", run=run)
    assert (said.action, said.anchor.start, said.after) == ("set", 95, {"speaker": "Ada Obi"})
    (gone,) = decided(tmp_path, [{**QUOTE, "reject": "x"}], name="quotes.csv", run=run)
    assert (gone.action, gone.anchor.words) == ("reject", TEXT[95:100])
    new = {"article_id": ID, "text": "The Ferry Act helped,", "speaker": "Ada Obi"}
    (added,) = decided(tmp_path, [QUOTE, new], name="quotes.csv", run=run)
    assert (added.action, added.after) == ("add", {"speaker": "Ada Obi"})


def test_words_of_a_row_are_not_changed_and_unknown_rows_not_rejected(tmp_path):
    run = exported(quotes=[QUOTE])
    with pytest.raises(UsageError, match="'spoke' can't be changed here"):
        decided(tmp_path, [{**QUOTE, "text": "spoke to"}], name="quotes.csv", run=run)
    with pytest.raises(UsageError, match="it can't be rejected"):
        decided(tmp_path, [{**QUOTE, "start_char": "1", "reject": "x"}], name="quotes.csv", run=run)


def test_offsets_tell_words_apart_and_may_be_decimals(tmp_path):
    run = exported(quotes=[QUOTE])
    assert decided(tmp_path, [{**QUOTE, "start_char": "95.0", "end_char": "100.0"}], name="quotes.csv", run=run) == ()
    at = TEXT.rindex("Obi")
    twice = {"article_id": ID, "start_char": str(at), "end_char": str(at + 3), "text": "Obi", "speaker": "Ada Obi"}
    (one,) = decided(tmp_path, [QUOTE, twice], name="quotes.csv", run=run)
    assert one.anchor.start == at
