import re
from pathlib import Path

import pytest

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.text.clauses import Clauses
from pipeline.values.text.sentences import sentences_of

PIPELINE = Path(__file__).parents[3] / "pipeline"
SENTENCES = sentences_of(load_rulebook())

PARTED = (
    "Sales at the Gen. Motors plant fell 5%.",
    "Its manager, Ts. Batbayar, met Yu. Kim and Kh. Salimova. | They spoke.",
    "Gov. Amina Bello met Sen. Obi. | They spoke for an hour.",
    "It pays approx. 3.5 million naira, i.e. Rs. 2 a head. | That is low.",
    "Tano Foods Inc. bought a mill in Ft. Worth. | It paid $3 million.",
    "It is owned by Tano Foods Inc. | The deal closed on Jan. 3.",
    "The port opens at 9 a.m. | It closes at 5 p.m. and reopens on Mon. morning.",
    "He was asked. | No. | He said no. | It ended.",
    "It is no. 5 of the list. | The U.S. sells rice.",
    "“We won!” | She was glad. | What now? | Nobody knew.",
    "The mill in Tema is the first of them that St. John\nBaking Co. will open before the rains of next\nyear. | So.",
)


@pytest.mark.parametrize("parted", PARTED)
def test_a_sentence_begins_where_the_one_before_ends(parted: str) -> None:
    text = parted.replace("| ", "")
    starts = SENTENCES.starts(text)
    cuts = [text[start:end].strip() for start, end in zip(starts, (*starts[1:], len(text)), strict=True)]
    assert cuts == [part.strip() for part in parted.split("|")]


def test_places_of_a_text_know_their_sentence() -> None:
    text = "Mr. Obi sold two mills. Tano bought them; it paid $3 million. Nobody else bid."
    at = text.index("paid")
    assert text[SENTENCES.begin(text, at) : SENTENCES.end(text, at)] == "Tano bought them; it paid $3 million. "
    assert SENTENCES.are_one(text, text.index("Tano"), at) and not SENTENCES.are_one(text, 0, at)
    assert Clauses(SENTENCES).lead(text, at + 5) == ["it", "paid"]
    assert Clauses(SENTENCES).tail(text, text.index("them")) == ["them"]
    assert SENTENCES.starts("") == () and SENTENCES.begin("", 0) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Volta Foods Inc.", False), ("It opens at 9 p.m.", True), ("Profit rises", False), ("It rose. More", True)],
)
def test_a_paragraph_is_a_sentence_where_it_ends_like_one(text: str, expected: bool) -> None:
    assert SENTENCES.is_sentence(text) is expected


def test_no_other_file_knows_where_a_sentence_ends() -> None:
    marks = re.compile(r"\[\.[;:,]?!\??[;:]?|\[\.\?!|\[\.;:!|\bMr\|Mrs|\bInc\|Corp|\bInc\|Ltd")
    files = [path for room in ("extract", "values") for path in (PIPELINE / room).rglob("*.py")]
    knowing = [str(path.relative_to(PIPELINE)) for path in files if marks.search(path.read_text(encoding="utf-8"))]
    assert [path for path in knowing if not path.startswith("values/text/")] == []
