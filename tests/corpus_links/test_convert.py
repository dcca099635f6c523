"""The marked articles for the links become the two files' records, or a sentence that says what is wrong."""

import json
from pathlib import Path

import convert  # on the path by pyproject: corpus/links is a folder of scripts
import pytest

LINKS = Path(__file__).parents[2] / "corpus" / "links"

BODY = """
<m1|Profit> at {o1|Kivu Tea} doubled to {m1 level o1|$4 million}, {c1 up o1|12%} more <c1|tea> was sold.

"<q p1|{L|Goma} helped,>" said {p1|Ann Marsh}, its {r p1 o1|chief executive}. {p2|Bo} drove on {D|Sunday}.
people: p2=o1
"""


def test_one_article_gives_both_records() -> None:
    article, links = convert.read_article("x1", "news", "2025-03-02", BODY)
    text = article["text"]
    assert text.startswith("Profit at Kivu Tea doubled to $4 million, 12% more") and text.endswith("on Sunday.")
    assert list(article["mentions"][0]) == ["start", "end", "label", "id", "text"]
    assert [(m["label"], m["id"], text[m["start"] : m["end"]]) for m in article["mentions"]] == [
        ("ORG", "o1", "Kivu Tea"),
        ("LOC", None, "Goma"),
        ("PERSON", "p1", "Ann Marsh"),
        ("ROLE", None, "chief executive"),
        ("PERSON", "p2", "Bo"),
    ]
    assert [(r["person"], r["organisation"], r["former"]) for r in links["roles"]] == [("p1", "o1", False)]
    assert links["people"] == {"p2": "o1"}
    keys = ["start", "end", "text", "label", "measure", "measure_at", "role", "direction", "organisation"]
    assert [list(value) for value in links["values"]] == [keys, keys]
    assert [(v["text"], v["measure"], v["role"], v["direction"]) for v in links["values"]] == [
        ("$4 million", "Profit", "level", None),
        ("12%", "tea", "change", "up"),
    ]
    assert all(text[slice(*value["measure_at"])] == value["measure"] for value in links["values"])
    assert [(text[q["start"] : q["end"]], q["speaker"]) for q in links["quotes"]] == [("Goma helped,", "p1")]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{o1|Kivu Tea", "not closed"),
        ("Kivu} Tea", "unmatched"),
        ("{p1|Ann <q p1|Marsh}>", "unmatched"),
        ("{o1|Kivu } Tea", "begins or ends with a space"),
        ("{x1|Kivu}", "not understood"),
        ("{o1|Bank of {L|Goma}}", "unmatched"),
        ("{r p1|chief}", "not understood"),
        ("{r p1 -|chief}", "ids that no mention has: ['p1']"),
        ("{m1 level -|$4 million}", "values and measures differ"),
        ("<m1|tea>", "values and measures differ"),
        ("<m1|tea> {m1 level -|$4} {m1 level -|$5}", "values and measures differ"),
    ],
)
def test_a_wrong_article_is_refused(body: str, said: str) -> None:
    with pytest.raises(convert.MarkupError) as refused:
        convert.read_article("x1", "news", "2025-03-02", body)
    assert str(refused.value).startswith("x1: ") and said in str(refused.value)


def test_the_files_are_what_their_sources_build() -> None:
    convert.main(["--check"])
    ids = [json.loads(line)["id"] for line in (LINKS / "links.jsonl").read_text("utf-8").splitlines()]
    assert len(ids) == len(set(ids))
