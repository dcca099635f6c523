import pytest

from pipeline.rulebook.lexicon import AS_PRINTED, Entry, Lexicon
from pipeline.rulebook.reading import load_rulebook
from pipeline.rulebook.rows import WordList
from pipeline.rulebook.user_rows import with_rows
from pipeline.values.titles.titles import titles_of

RULES = load_rulebook()
ROWS = (
    WordList("ranks", "rank", ("Capt",)),
    WordList("chiefs", "head", ("CEO", "chief executive", "chief")),
    WordList("mine", "head", ("chief", "gaffa")),
)


def test_gives_words_as_the_case_rule_of_their_kind_looks_them_up():
    titles = Lexicon("titles", ROWS)
    assert titles.words("rank") == {"Capt"}
    assert titles.words("head") == {"ceo", "chief executive", "chief", "gaffa"}
    assert titles.words() == titles.words("head", "rank") == titles.by_kind()["head"] | titles.by_kind()["rank"]
    assert titles.words("modifier") == frozenset()


def test_gives_words_as_the_rows_have_them_in_their_order():
    titles = Lexicon("titles", ROWS)
    assert titles.printed("head") == ("CEO", "chief executive", "chief", "chief", "gaffa")
    assert titles.any_of("head") == "(?:chief executive|chief|gaffa|CEO)".replace(" ", r"\ ")


def test_says_which_row_has_a_word_the_first_of_two():
    titles = Lexicon("titles", ROWS)
    assert titles.ids("head") == {"ceo": "chiefs", "chief executive": "chiefs", "chief": "chiefs", "gaffa": "mine"}
    assert titles.entries("head", "rank")["ceo"] == Entry("chiefs", "head", "CEO")


def test_a_rule_set_adds_its_words_to_those_of_the_file():
    rules = with_rows(RULES, {"titles": (WordList("mine", "head", ("gaffa",)),)})
    assert rules.titles.ids("head")["gaffa"] == "mine"
    assert rules.titles.words("head") == RULES.titles.words("head") | {"gaffa"}
    assert rules.honorifics is RULES.honorifics


def test_case_rules_are_of_files_and_kinds_that_there_are():
    listed = {(table, kind) for table, kinds in AS_PRINTED.items() for kind in kinds}
    assert [(table, kind) for table, kind in sorted(listed) if not getattr(RULES, table).printed(kind)] == []


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Chief Executive of Markets", "executive"),
        ("deputy Attorney General", "attorney general"),
        ("Capt", "Capt"),
        ("Weighbridge Tender", None),
    ],
)
def test_a_title_names_the_row_of_its_head(title, word):
    entry = titles_of(RULES).words.entry_of(title)
    assert (entry.word if entry else None) == word
