import random
from dataclasses import replace

import pytest

from pipeline.rulebook.lexicon import Lexicon
from pipeline.rulebook.rows import PlaceNames, WordList
from pipeline.store.linking.bodies import Company
from pipeline.store.linking.evidence import EntityDecision, Sighting
from pipeline.store.linking.linker import Knowledge, Linker
from pipeline.store.linking.surroundings import Surroundings
from pipeline.values.organisations.generic import GenericNames
from pipeline.values.places import Countries
from pipeline.values.titles.walks import Walks
from tests.store.linked import link

PLAIN = [WordList("prefixes", "prefix", ("u.s.",)), WordList("senators", "same", ("senator", "sen"))]
KNOWN = Knowledge(
    nicknames={"joseph": frozenset({"joe"})},
    legal=frozenset({"ltd"}),
    generic=GenericNames(Lexicon("generic_bodies", [WordList("head", "head", ("ministry of finance",))])),
    around=Surroundings(
        Countries([PlaceNames("us", "US", "country", ("U.S.",)), PlaceNames("gh", "GH", "country", ("Ghana",))])
    ),
    walks=Walks(plain=Lexicon("plain_titles", PLAIN)),
)


def org(article, name, *aliases):
    return Sighting(article_id=article, local_id=f"o:{name}", label="ORG", name=name, aliases=aliases)


def person(article, name, title=None, at=None):
    place = f"o:{at}" if at else None
    return Sighting(
        article_id=article, local_id=f"p:{name}", label="PERSON", name=name, title=title, organisation_id=place
    )


def groups(sightings, *decisions):
    """Give the sets of 'article name' that became one entity, those of one member left out."""
    links = link(sightings, decisions, known=KNOWN)
    together = {}
    for (article, local), found in links.items():
        together.setdefault(found.entity_id, set()).add(f"{article} {local[2:]}")
    return sorted(sorted(members) for members in together.values() if len(members) > 1)


CASES = [
    ("one full name", [person("a", "Ada Obi"), person("b", "Ada Obi")], [["a Ada Obi", "b Ada Obi"]]),
    ("a surname alone is nobody in particular", [person("a", "Obi"), person("b", "Obi")], []),
    (
        "no title or organisation speaks against it",
        [person("a", "Ada Obi", "chair", "Tano"), org("a", "Tano"), person("b", "Ada Obi")],
        [["a Ada Obi", "b Ada Obi"]],
    ),
    (
        "two organisations, two people",
        [
            person("a", "Ada Obi", "chair", "Tano"),
            org("a", "Tano"),
            person("b", "Ada Obi", "judge", "Court"),
            org("b", "Court"),
        ],
        [],
    ),
    (
        "who is neither stays alone",
        [
            person("a", "Ada Obi", "chair", "Tano"),
            org("a", "Tano"),
            person("b", "Ada Obi", "judge", "Court"),
            org("b", "Court"),
            person("c", "Ada Obi"),
        ],
        [],
    ),
    (
        "a shared title joins",
        [
            person("a", "Ada Obi", "governor", "Tano"),
            org("a", "Tano"),
            person("b", "Ada Obi", "Governor", "Tano Bank"),
            org("b", "Tano Bank"),
        ],
        [["a Ada Obi", "b Ada Obi"]],
    ),
    ("legal suffixes are folded by the caller", [org("a", "Tano Ltd"), org("b", "Tano")], [["a Tano Ltd", "b Tano"]]),
    (
        "a title with and without its country joins",
        [
            person("a", "Ada Obi", "U.S. Senator", "Tano"),
            org("a", "Tano"),
            person("b", "Ada Obi", "Sen.", "Court"),
            org("b", "Court"),
        ],
        [["a Ada Obi", "b Ada Obi"]],
    ),
    (
        "an acronym that nearly always stands for one name",
        [
            *(org(article, "Invest Oranje", "IO") for article in "abcde"),
            org("f", "Inland Office", "IO"),
            org("g", "IO"),
        ],
        [[*(f"{article} Invest Oranje" for article in "abcde"), "g IO"]],
    ),
    (
        "a country before the name, and one acronym",
        [
            org("a", "Water Commission", "WC"),
            org("b", "U.S. Water Commission", "WC"),
            org("c", "WC"),
        ],
        [["a Water Commission", "b U.S. Water Commission", "c WC"]],
    ),
    (
        "a word of the name in capitals is no acronym",
        [org("a", "Tano Foods", "TANO"), org("b", "Tano")],
        [],
    ),
    (
        "an acronym that one name defines",
        [org("a", "Invest Oranje", "IO"), org("b", "IO")],
        [["a Invest Oranje", "b IO"]],
    ),
    (
        "an acronym that two names define",
        [org("a", "Invest Oranje", "IO"), org("c", "Inland Office", "IO"), org("b", "IO")],
        [],
    ),
    ("a short form that is a word", [org("a", "Tano Foods", "Tano"), org("b", "Tano")], []),
    ("a person and an organisation of one name", [person("a", "Ada Obi"), org("b", "Ada Obi")], []),
]


@pytest.mark.parametrize(("sightings", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_link(sightings, expected):
    assert groups(sightings) == expected


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_articles_does_not_matter(seed):
    sightings = [replace(s, article_id=f"{s.article_id}{n}") for n, case in enumerate(CASES) for s in case[1]]
    links = link(sightings, known=KNOWN)
    random.Random(seed).shuffle(sightings)
    assert link(sightings, known=KNOWN) == links


def decision(kind, label, name, other, article="", other_article=""):
    return EntityDecision("d1", kind, label, name, article, other, other_article)


def test_a_merge_wins():
    sightings = [person("a", "Ada Obi"), person("b", "Adaeze Obi"), person("c", "Adaeze Obi")]
    merge = decision("merge", "PERSON", "Ada Obi", "Adaeze Obi")
    assert groups(sightings, merge) == [["a Ada Obi", "b Adaeze Obi", "c Adaeze Obi"]]
    why = link(sightings, [merge], known=KNOWN)["a", "p:Ada Obi"].why
    assert why == "merged by a person: Ada Obi = Adaeze Obi"


def test_a_merge_of_namesakes_in_two_articles():
    sightings = [person("a", "Obi"), person("b", "Obi"), person("c", "Obi")]
    merge = decision("merge", "PERSON", "Obi", "Obi", "a", "c")
    assert groups(sightings, merge) == [["a Obi", "c Obi"]]


def test_a_split_wins_over_an_acronym():
    sightings = [org("a", "Invest Oranje", "IO"), org("b", "IO")]
    assert groups(sightings, decision("split", "ORG", "Invest Oranje", "IO")) == []


def test_a_split_parts_namesakes():
    sightings = [person("a", "Ada Obi"), person("b", "Ada Obi"), person("c", "Ada Obi")]
    split = decision("split", "PERSON", "Ada Obi", "Ada Obi", "a")
    assert groups(sightings, split) == [["b Ada Obi", "c Ada Obi"]]


def test_a_merge_says_why():
    links = link([org("a", "Invest Oranje", "IO"), org("b", "IO")], known=KNOWN)
    assert links["b", "o:IO"].why == "IO stands for Invest Oranje in a"


def test_an_acronym_of_two_bodies_is_the_one_that_is_named_with_the_same_people():
    orgs = [org("a", "Invest Oranje", "IO"), org("b", "Inland Office", "IO"), org("c", "IO"), org("d", "IO")]
    people = {"a": {"obi", "temwa"}, "b": {"obi"}, "c": {"obi", "temwa"}, "d": {"obi"}}
    linker = Linker(KNOWN, people=lambda article: frozenset(people[article]))
    linker.see(orgs)
    a, b, c, d = (linker.bodies.link(one) for one in orgs)
    assert c.entity_id == a.entity_id
    assert c.why == "IO stands for Invest Oranje in a, with the same people"
    assert d.entity_id not in (a.entity_id, b.entity_id)


def test_the_people_of_many_bodies_are_counted_by_body():
    named = {"a": {"obi", "temwa"}, "b": {"obi"}, "c": {"sika"}, "d": {"obi", "temwa", "sika"}}
    company = Company({("invest",): ["a", "b"], ("inland",): ["b"], ("io",): ["c"]}, lambda one: frozenset(named[one]))
    assert company.shared(named["d"]) == {("invest",): 2, ("inland",): 1, ("io",): 1}
    assert company.shared({"lau"}) == company.shared(()) == {}


def test_an_acronym_is_nobody_s_where_two_bodies_are_named_with_as_many_of_its_people():
    orgs = [org("a", "Invest Oranje", "IO"), org("b", "Inland Office", "IO"), org("c", "IO")]
    linker = Linker(KNOWN, people=lambda article: frozenset({"obi"}))
    linker.see(orgs)
    a, b, c = (linker.bodies.link(one) for one in orgs)
    assert c.entity_id not in (a.entity_id, b.entity_id)


def test_who_is_joined_by_two_forms_is_one():
    names = {"a": "Joe Temwa Obi", "b": "Joseph T. Obi", "c": "Joseph Temwa Obi", "d": "J. T. Obi"}
    people = [person(article, name, None, "Tano") for article, name in names.items()]
    links = link([*people, *(org(article, "Tano") for article in names)], known=KNOWN)
    assert len({links[one.place].entity_id for one in people}) == 1
