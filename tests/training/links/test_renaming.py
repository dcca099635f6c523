"""Other names in articles: everywhere the same, and everything still stands where it is said to."""

import random

from pipeline.training.links.gold import Links
from pipeline.training.links.renaming import NewNames, renamed

TEXT = "Volta Bank (VB) rose 5% on profit.\n\nAma Boateng, head of Volta, said: 'Boateng is glad.'"
WORDS = NewNames(["Mei"], ["Tanaka"], ["Zambezi"], frozenset({"bank"}))


def at(words, start=0):
    start = TEXT.index(words, start)
    return {"start": start, "end": start + len(words)}


def links():
    names = [("Volta Bank", "o1"), ("VB", "o1"), ("Ama Boateng", "p1"), ("Boateng", "p1"), ("Volta", "o1")]
    places = [at(name, 48 if name in ("Boateng", "Volta") else 0) for name, _ in names]
    spans = [(place["start"], place["end"], identity) for place, (_, identity) in zip(places, names, strict=True)]
    percent = {**at("5%"), "measure": "profit", "measure_at": list(at("profit").values()), "organisation": "o1"}
    return Links(spans, [{**at("head"), "person": "p1"}], {}, [percent], [at("Boateng is glad.", 60)])


def test_names_change_everywhere_and_offsets_follow():
    article, found = renamed({"id": "a", "text": TEXT}, links(), WORDS, random.Random(1))
    text = article["text"]
    assert text == "Zambezi Bank (ZB) rose 5% on profit.\n\nMei Tanaka, head of Zambezi, said: 'Tanaka is glad.'"
    assert [text[start:end] for start, end, _ in found.names] == [
        "Zambezi Bank", "ZB", "Mei Tanaka", "Tanaka", "Zambezi",
    ]  # fmt: skip
    assert [text[row["start"] : row["end"]] for row in (*found.roles, *found.values, *found.quotes)] == [
        "head", "5%", "Tanaka is glad.",
    ]  # fmt: skip
    assert text[slice(*found.values[0]["measure_at"])] == "profit"
