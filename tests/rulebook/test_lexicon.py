import pytest

from pipeline.rulebook.lexicon import AS_PRINTED, Lexicon, lexicon_of
from pipeline.rulebook.reading import load_rulebook
from pipeline.rulebook.rows import WordList
from pipeline.values.titles.titles import titles_of

WORDS = titles_of(load_rulebook()).words


def test_looks_words_up_by_the_case_rule_of_their_kind():
    rows = (WordList("ranks", "rank", ("Capt",)), WordList("chiefs", "head", ("chief executive", "chief")))
    lexicon = Lexicon([("titles", rows), ("titles", (WordList("mine", "head", ("chief", "gaffa")),))])
    assert lexicon.find("titles", "rank", "Capt").id == "ranks"
    assert lexicon.find("titles", "rank", "CAPT") is None
    assert lexicon.find("titles", "head", "Chief").id == "chiefs"
    assert lexicon.find("titles", "head", "GAFFA").id == "mine"
    assert lexicon.find("titels", "head", "chief") is None
    assert lexicon.words("titles", "head") == {"chief executive", "chief", "gaffa"}


def test_gives_the_longest_phrase_at_a_word():
    rows = (WordList("chiefs", "head", ("chief executive", "chief")), WordList("ranks", "rank", ("Capt",)))
    lexicon = Lexicon([("titles", rows)])
    words = ["The", "Chief", "Executive", "met", "Capt", "Obi"]
    found = [lexicon.longest("titles", ("head", "rank"), words, at) for at in range(len(words))]
    assert [(entry.word, width) for entry, width in filter(None, found)] == [("chief executive", 2), ("Capt", 1)]


def test_case_rules_are_of_tables_and_kinds_that_there_are():
    lexicon = lexicon_of(load_rulebook())
    assert [(table, kind) for table, kind in sorted(AS_PRINTED) if not lexicon.words(table, kind)] == []


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
    entry = WORDS.entry_of(title)
    assert (entry.word if entry else None) == word
