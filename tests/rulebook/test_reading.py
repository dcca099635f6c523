from decimal import Decimal

import pytest

from pipeline.errors import RulesError
from pipeline.rulebook import kinds
from pipeline.rulebook.reading import read_rules
from pipeline.rulebook.rows import BodyKind, Currency, LinkPattern, Scale, WordList
from pipeline.rulebook.user_rows import read_user_rows, rulebook_with
from pipeline.rulebook.writing import write_rows

TITLES = WordList[kinds.TitleKind]


def written(folder, text, name="titles.csv"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_gathers_the_words_of_an_id_one_a_row(tmp_path):
    text = "id,kind,word\n# Keepers.\nkeepers,head,toll keeper\nranks,rank,Capt\nkeepers,head,gatekeeper\n"
    assert read_rules(written(tmp_path, text), TITLES) == (
        WordList("keepers", "head", ("toll keeper", "gatekeeper")),
        WordList("ranks", "rank", ("Capt",)),
    )


def test_reads_the_older_form_with_bars_between_words(tmp_path):
    path = written(tmp_path, 'id,kind,words\nkeepers,head,"toll keeper|gatekeeper"\n')
    assert read_rules(path, TITLES) == (WordList("keepers", "head", ("toll keeper", "gatekeeper")),)


def test_reads_several_lists_by_the_kind_of_each_word(tmp_path):
    path = written(tmp_path, "id,code,sign,kind,word\nzed,ZED,,before,Z$\nzed,ZED,,after,zeds\nnone,,,before,\n")
    assert read_rules(path, Currency) == (
        Currency("zed", "ZED", "", ("Z$",), ("zeds",), ()),
        Currency("none", "", "", (), (), ()),
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("id,kind,word\na,haed,gaffa\n", "line 2: kind must be one of head, rank, modifier, .*, not 'haed'"),
        ("id,kind,words\na,haed,gaffa\n", "line 2: kind must be one of head, .*, not 'haed'"),
        (
            "id,kind,word\na,head,gaffa\n\n# once more\na,head,gaffa\n",
            "line 5: 'gaffa' stands in an earlier row of 'a'",
        ),
        ("id,kind,word\na,head,gaffa\na,rank,Gaffa\n", "line 3: 'a,rank' must be 'a,head', as in"),
        ("id,kind,word\na,head\n", "line 2: 3 cells are needed, not 2"),
        ("id,word\na,gaffa\n", "line 1: the columns must be id,kind,word, not id,word"),
        ("", "line 1: the columns must be id,kind,word, not "),
        ("id,kind,words\na,head,gaffa\na,rank,Gaffa\n", "line 3: id 'a' is used in line 2 already; ids are unique"),
    ],
)
def test_an_error_names_the_place_and_the_remedy(tmp_path, text, says):
    with pytest.raises(RulesError, match=f"titles.csv, {says}"):
        read_rules(written(tmp_path, text), TITLES)


def test_an_unknown_list_and_a_number_in_words_are_errors(tmp_path):
    with pytest.raises(RulesError, match="line 2: kind must be one of nouns, marks, exact, own, not 'mark'"):
        read_rules(written(tmp_path, "id,kind,word\nport,mark,Port\n"), BodyKind)
    with pytest.raises(RulesError, match="line 2: factor must be a number, not 'ten'"):
        read_rules(written(tmp_path, "id,factor,word\nten,ten,tens\n"), Scale)


def test_a_pattern_may_come_without_examples(tmp_path):
    path = written(tmp_path, "id,kind,pattern\nnear,org,{person} near {org}\n")
    assert read_rules(path, LinkPattern[kinds.PersonLinkKind]) == (LinkPattern("near", "org", "{person} near {org}"),)


def test_what_is_written_is_read_again(tmp_path):
    rows = {
        "titles": (WordList("mine", "head", ("gaffa", "boat, and shed keeper")), WordList("ranks", "rank", ("#1",))),
        "scales": (Scale("k", Decimal("1000"), ("kilo",)),),
        "currencies": (Currency("zed", "ZED", "", (), ("zed",), ("zedling",)), Currency("bare", "BAR", "", (), (), ())),
        "zone_marks": (LinkPattern("end", "end", r"\* \* \*$", "* * *", "a * b"),),
    }
    write_rows(rows, tmp_path)
    assert read_user_rows(tmp_path) == rows


def test_a_file_that_no_rule_reads_is_an_error(tmp_path):
    written(tmp_path, "id,kind,word\n", "titels.csv")
    with pytest.raises(RulesError, match=r"titels.csv: no rules are read .*; was titles.csv meant\?"):
        rulebook_with(str(tmp_path))


def test_a_file_that_no_rule_set_may_hold_is_an_error(tmp_path):
    written(tmp_path, "id,kind,pattern\n", "input_patterns.csv")
    with pytest.raises(RulesError, match=r"input_patterns.csv: a rule set can't hold it"):
        read_user_rows(tmp_path)
