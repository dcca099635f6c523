"""Invented articles and excerpts: their links stand where they say."""

import random

from pipeline.training.links.excerpts import excerpt
from pipeline.training.links.gold import Links
from pipeline.training.links.invented import invented


def test_invented_articles_are_the_same_for_a_seed_and_their_links_stand_in_them():
    articles = list(invented(40, seed=3))
    assert [text for text, _ in articles] == [text for text, _ in invented(40, seed=3)]
    for article, links in articles:
        text, ids = article["text"], {identity for _, _, identity in links.names}
        for role in links.roles:
            assert text[role["start"] : role["end"]] == role["text"]
            assert {role["person"], role["organisation"]} <= ids | {None}
        for value in links.values:
            assert text[slice(*value["measure_at"])] == value["measure"]
        assert all(text[quote["start"] - 1] in '“"' for quote in links.quotes)


def test_an_excerpt_says_nothing_of_what_was_cut_off():
    text = "Volta Foods hired.\n\nAma Boateng is chair.\n\nShe left.\n\nIt rained.\n\nThey sang.\n\nAll went home."
    role = {"start": 35, "end": 40, "text": "chair", "person": "p1", "organisation": "o1", "former": False}
    links = Links([(0, 11, "o1"), (20, 31, "p1")], roles=[role])
    for seed in range(20):
        article, cut = excerpt({"id": "x", "text": text}, links, random.Random(seed)) or ({"text": ""}, Links([]))
        for row in cut.roles:
            assert article["text"][row["start"] : row["end"]] == "chair"
            assert row["person"] == "p1"
            assert row["organisation"] == ("o1" if "Volta" in article["text"] else None)
