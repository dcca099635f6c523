"""Where sentences begin: after closing marks, at paragraphs; not after abbreviations."""

import pytest
import spacy
from spacy.tokens import Doc, Span

WRAPPED = (
    "The mill in Tema is the first of three that Volta\n"
    "Foods plans to open before the next rains come. Ama\n"
    "Boateng runs it."
)

CASES = (
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ("Mr. Tan left. Dr. Lee stayed.", ["Mr. Tan left.", "Dr. Lee stayed."]),
    ("J. P. Tan left. Then he slept.", ["J. P. Tan left.", "Then he slept."]),
    ("It is in the U.S. The firm left.", ["It is in the U.S.", "The firm left."]),
    ("The U.S. Steel plant closed.", ["The U.S. Steel plant closed."]),
    ("Volta Inc. Chair Ama left.", ["Volta Inc. Chair Ama left."]),
    ("It rose on Jan. 5. No. 5 fell.", ["It rose on Jan. 5.", "No. 5 fell."]),
    ('"Go!" he said. "Stop."', ['"Go!" he said.', '"Stop."']),
    (
        WRAPPED,
        [
            "The mill in Tema is the first of three that Volta\nFoods plans to open before the next rains come.",
            "Ama\nBoateng runs it.",
        ],
    ),
    ("“We go.” Then they left.", ["“We go.”", "Then they left."]),
    ("It rose 3.5 per cent. It fell.", ["It rose 3.5 per cent.", "It fell."]),
    ("Profit rises\n\nAccra, May 3 - Profit rose.", ["Profit rises", "Accra, May 3 - Profit rose."]),
    ("Ama Boateng,\nthe chair, spoke.", ["Ama Boateng,\nthe chair, spoke."]),
    ("- First point\n- Second point", ["- First point", "- Second point"]),
    ("Really? Yes! No… Maybe.", ["Really?", "Yes!", "No…", "Maybe."]),
    ("他来了。她走了。", ["他来了。她走了。"]),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_finds_sentences(text: str, expected: list[str]) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("press_sentences")
    assert [sentence.text.strip() for sentence in nlp(text).sents] == expected


def test_replaces_what_a_parser_set() -> None:
    nlp = spacy.blank("en")
    component = nlp.add_pipe("press_sentences")
    words = ["Mr.", "Tan", "left", ".", "He", "slept", "."]
    doc = Doc(nlp.vocab, words=words, heads=[0, 1, 1, 1, 5, 5, 5], deps=["dep"] * 7)
    assert [sentence.text for sentence in component(doc).sents] == ["Mr. Tan left .", "He slept ."]


def test_takes_an_empty_doc() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("press_sentences")
    assert list(nlp("").sents) == []
    assert isinstance(nlp("One")[0:1], Span)
