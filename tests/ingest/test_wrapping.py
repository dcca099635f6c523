"""Lines as programs wrap them, to paragraphs; lines that aren't wrapped stay by themselves."""

import pytest

from pipeline.ingest.wrapping import join_wrapped, run_on

WRAPPED = [
    "Orrin Foods said on Monday that it would buy Tallow Bakery for 40",
    "million pounds, a third less than it had offered in the autumn of",
    "last year.",
]


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        (WRAPPED, [" ".join(WRAPPED)]),
        ([*WRAPPED, "", "Juno Akira", "Head of Press"], [" ".join(WRAPPED), "Juno Akira", "Head of Press"]),
        ([*WRAPPED, "- One thing", "- Another"], [" ".join(WRAPPED), "- One thing", "- Another"]),
        (["Juno Akira", "Head of Press", "Orrin Foods"], ["Juno Akira", "Head of Press", "Orrin Foods"]),
        (["A sentence. " * 20, "another one, not wrapped " * 9],
         [("A sentence. " * 20).strip(), ("another one, not wrapped " * 9).strip()]),
        ([*WRAPPED, "Sales      12.1      11.4", "Profit      2.0       1.8"],
         [" ".join(WRAPPED), "Sales | 12.1 | 11.4", "Profit | 2.0 | 1.8"]),
        ([], []),
    ],
)  # fmt: skip
def test_paragraphs(lines: list[str], paragraphs: list[str]) -> None:
    assert join_wrapped(lines) == paragraphs


@pytest.mark.parametrize(
    ("text", "following", "whole"),
    [("Amara Tan-", "doh said", "Amara Tandoh said"), ("a well-", "known firm", "a well-known firm"),
     ("form 10-", "K", "form 10-K"), ("it rose -", "and fell", "it rose - and fell")],
)  # fmt: skip
def test_words_that_a_line_end_broke(text: str, following: str, whole: str) -> None:
    assert run_on(text, following) == whole


def test_one_long_line_under_a_letter_and_fields_of_a_header() -> None:
    letter = [
        "Orrin Foods said on Monday that it would buy Tallow",
        "bakery for £40 million, its chief executive said on",
        "Monday in Leeds.",
        "",
        "x" * 300,
        "",
        "From: Orrin Foods Press Office <press@orrin.example>",
        "Date: 3 March 2025",
    ]
    joined = join_wrapped(letter)
    assert joined[0].endswith("said on Monday in Leeds.") and joined[-1] == "Date: 3 March 2025"
