"""Who is who among people of one family name, by the rules that come with pressfacts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.store.linking.choosing import MOST_DOUBTS
from pipeline.store.linking.evidence import Profile, Sighting, evidence_between
from pipeline.store.linking.linker import Linker, knowledge
from tests.store.linked import link


def person(article, name, title=None, country="KE", *, aliases=(), introduced=None, calling=None):
    return Sighting(
        article_id=article, local_id=f"p:{name}", label="PERSON", name=name, title=title, country=country,
        aliases=aliases, introduced=introduced, calling=calling,
    )  # fmt: skip


ADA = person("a", "Ada Temwa", "Finance Minister")
CASES = [
    ("a minister needs no first name at home", ADA, person("b", "Temwa"), True),
    ("nor any title of its own", ADA, person("b", "Temwa", "Minister of Finance"), True),
    ("whom nobody knows is another", ADA, person("b", "Temwa", introduced="stranger"), False),
    ("whom the article describes needs more", ADA, person("b", "Temwa", introduced="described"), False),
    ("no office, no fame", person("a", "Ada Temwa", "geologist"), person("b", "Temwa"), False),
    ("posts change", ADA, person("b", "Ada Temwa", "governor"), True),
    ("trades don't", ADA, person("b", "Ada Temwa", "geologist"), False),
    ("nor trades without a title", ADA, person("b", "Ada Temwa", calling="ropemaker"), False),
    ("of whom nothing else is known", person("a", "Ada Lee", "baker"), person("b", "Ada Lee", calling="diver"), False),
    ("one trade", person("a", "Ada Lee", "baker"), person("b", "Ada Lee", calling="baker"), True),
    ("a title says it better", ADA, person("b", "Ada Temwa", "minister", calling="baker"), True),
    ("who is said to share a name", ADA, person("b", "Ada Temwa", introduced="namesake"), False),
    ("a part in the story is no title", ADA, person("b", "Ada Temwa", "host"), True),
    ("two family names", person("a", "Ada Temwa"), person("b", "Ada Luz Temwa Quispe"), True),
    (
        "which its article shortens",
        person("a", "Ada Temwa Luz", "Minister", aliases=("Temwa",)),
        person("b", "Temwa"),
        True,
    ),
    ("the family name first", person("a", "Mensik Ada"), person("b", "Ada Mensik"), True),
    ("an initial", person("a", "A. B. Temwa"), person("b", "Ada Temwa"), True),
    ("romanised otherwise", person("a", "Adda Temva"), person("b", "Ada Temwa"), True),
    ("brother and sister", person("a", "Mario Temwa"), person("b", "Maria Temwa"), False),
    ("a particle is no first name", ADA, person("b", "al-Temwa"), True),
]


@pytest.mark.parametrize(("one", "other", "same"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_who_is_who(one, other, same):
    links = link([one, other], known=knowledge())
    assert (links[one.place].entity_id == links[other.place].entity_id) is same


def test_two_names_in_one_article_that_are_each_others_inversion_stay_two() -> None:
    one, other = person("a", "Lin Hao", "chairman"), person("a", "Hao Lin", "lawyer")
    later = person("b", "Hao Lin", "lawyer")
    links = link([one, other, later], known=knowledge())
    assert links[one.place].entity_id != links[other.place].entity_id == links[later.place].entity_id


def test_two_names_in_two_articles_may_be_inverted() -> None:
    one, other = person("a", "Mensik Ada", "chairman"), person("b", "Ada Mensik", "chairman")
    links = link([one, other], known=knowledge())
    assert links[one.place].entity_id == links[other.place].entity_id


def test_what_joins_them_is_said_once() -> None:
    found = link([ADA, person("b", "A. Temwa", "Finance Minister")], known=knowledge())
    assert found[ADA.place].why == "same name, same country, same title"


@pytest.mark.parametrize(
    ("one", "other", "speaks"),
    [
        ("A. B. Temwa", "Ada Beth Temwa", True),
        ("A. Temwa", "Ada Temwa", False),
        ("A. B. Temwa", "Ada Zoe Temwa", False),
        ("Ada Beth Temwa", "Ada Beth Temwa", False),
    ],
)
def test_two_initials_speak_for_whom_they_shorten(one: str, other: str, speaks: bool) -> None:
    assert ("same initials" in evidence_between(Profile(names={one}), Profile(names={other}))) is speaks


def test_namesakes_of_one_country_have_ids_of_their_own():
    people = [
        person(article, "John Kamau", title) for article, title in zip("abc", ("poet", "judge", "cook"), strict=True)
    ]
    assert len({found.entity_id for found in link(people, known=knowledge()).values()}) == 3


def test_a_frequent_name_is_in_doubt_about_few() -> None:
    known = knowledge()
    people = [person(f"a{n}", "Ada Lee", f"head of room {n}", country=f"C{n}") for n in range(30)]
    linker = Linker(known)
    links, doubts = linker.link_people([*people, person("b", "Lee")])
    assert len(links) == 31
    assert len(doubts) <= MOST_DOUBTS * len(links)


def test_a_person_is_taken_over_once(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Profile] = []
    take = Profile.take
    monkeypatch.setattr(Profile, "take", lambda mine, other, why=(): (taken.append(other), take(mine, other, why)))
    people = [
        person("a", "Joe Temwa", "judge", country=""),
        person("b", "William Temwa", "judge"),
        person("c", "Joseph R. Temwa", country="UG"),
        person("d", "Joseph Robert Temwa", country="UG"),
        person("e", "Joe Temwa", "governor", country="UG"),
    ]
    link(people, known=knowledge())
    assert taken and len({id(profile) for profile in taken}) == len(taken)


def test_who_is_who_is_the_same_in_every_process() -> None:
    program = (
        "from pipeline.store.linking.evidence import Sighting\n"
        "from pipeline.store.linking.linker import knowledge\n"
        "from tests.store.linked import link\n"
        "named = [('a', 'J. R. Temwa', ''), ('b', 'Joseph R. Temwa', 'UG'), ('c', 'Joe Temwa', 'KE')]\n"
        "people = [Sighting(article_id=a, local_id='p', label='PERSON', name=n, title=None, country=c, aliases=(),"
        " introduced=None) for a, n, c in named]\n"
        "found = link(people, known=knowledge())\n"
        "print([found[one.place].entity_id for one in people])\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": str(seed)}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in range(4)
    }  # fmt: skip
    assert len(said) == 1
