"""A family name alone, among the persons of that name: only who may be meant is looked at, and nothing is lost."""

import random

import pytest

from pipeline.rulebook.lexicon import Lexicon
from pipeline.rulebook.rows import WordList
from pipeline.store.linking import bare_names
from pipeline.store.linking.bare_names import give_bare
from pipeline.store.linking.evidence import Profile, Sighting, profile_of
from pipeline.values.names.forms import surname
from pipeline.values.titles.walks import Walks

ROWS = [WordList("s", "state", ("minister", "mayor")), WordList("p", "post", ("chair",))]
WALKS = Walks(Lexicon("walks_of_life", ROWS))
TITLES = (None, None, "Finance Minister", "minister of finance", "mayor", "chair", "tailor")
NAMES = ("Ada Temwa", "Bo Temwa", "V. D. Temwa", "Vera Dora Temwa")


def made(chance: random.Random, at: int, name: str) -> tuple[Sighting, Profile]:
    sighting = Sighting(
        article_id=f"a{at:03}", local_id="p", label="PERSON", name=name, title=chance.choice(TITLES),
        organisation_id=chance.choice((None, None, "o-1", "o-2", "o-3")),
        country=chance.choice((None, "GH", "PE", "KE")),
        introduced=chance.choice((None, None, None, "described", "stranger")),
    )  # fmt: skip
    company = {word for word in ("obi", "li", "o-1", "o-2", "o-3", "quaye") if chance.random() < 0.15}
    return sighting, profile_of(sighting, WALKS, company)


def given(seed: int) -> tuple[object, ...]:
    """Give whom each of some sightings of a name alone was given to, and what was doubtful."""
    chance = random.Random(seed)
    persons = [made(chance, at, chance.choice(NAMES))[1] for at in range(chance.choice((1, 2, 5, 12)))]
    for at, person in enumerate(persons):
        for more in range(chance.choice((0, 0, 1, 4))):
            person.take(made(chance, 100 + 10 * at + more, "Ada Temwa")[1])
    bare = [made(chance, 500 + at, chance.choice(("Temwa", "van de Temwa"))) for at in range(12)]
    alone, doubts = give_bare(bare, persons)
    said = [(one.places, other.places, evidence, sure) for one, other, evidence, sure in doubts]
    return [one.places for one in alone], [(one.places, sorted(one.why)) for one in persons], said


@pytest.mark.parametrize("seed", range(60))
def test_who_is_not_looked_at_would_not_be_chosen(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    found = given(seed)
    monkeypatch.setattr(bare_names, "_signs", lambda profile: ["everybody"])
    assert found == given(seed)


def test_a_frequent_name_is_not_compared_with_all_who_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    persons = [
        profile_of(Sighting(article_id=f"a{at}", local_id="p", label="PERSON", name="Ada Temwa"), WALKS, {f"word{at}"})
        for at in range(300)
    ]
    bare = Sighting(article_id="b", local_id="p", label="PERSON", name="Temwa")
    seen: list[Profile] = []

    def evidence(one: Profile, other: Profile) -> list[str]:
        seen.append(other)
        return []

    monkeypatch.setattr(bare_names, "evidence_between", evidence)
    give_bare([(bare, profile_of(bare, WALKS, {"word7", surname("Obi")}))], persons)
    assert seen == [persons[7]]
