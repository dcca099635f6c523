"""A name's rank in its sentence, and whom a noun beside a question may mean."""

from types import SimpleNamespace

import numpy as np
import pytest

from pipeline.extract.links.around import FITS, bodies_of_speakers, nouns_beside, order
from pipeline.extract.links.asked import Places
from pipeline.extract.links.features import meant
from pipeline.extract.links.words import Words
from pipeline.extract.referring.body_nouns import BodyNouns
from pipeline.rulebook.user_rows import rulebook_with

NOUNS = BodyNouns(rulebook_with(None).body_nouns)


def words_of(text):
    """Give the words of a text, a sentence a full stop and a line a line end."""
    starts, ends, at = [], [], 0
    for word in text.split():
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
        ends.append(at)
    sentences = [text.count(".", 0, start) for start in starts]
    lines = [text.count("\n", 0, start) for start in starts]
    nothing = np.zeros(len(starts), int)
    return Words(*map(np.array, (starts, ends, nothing, sentences, lines)), *[nothing] * 5)


def entities_of(text, words, *names):
    """Give the entities of names as the candidates have them."""
    found = []
    for label, name in names:
        start = text.index(name)
        found.append(SimpleNamespace(start_char=start, end_char=start + len(name), text=name, label=label))
    low, high = words.spans(np.array([one.start_char for one in found]), np.array([one.end_char for one in found]))
    is_org = np.array([one.label == "ORG" for one in found])
    rank = np.where(is_org, np.cumsum(is_org) - 1, np.cumsum(~is_org) - 1)
    every = [SimpleNamespace(identity=str(n), label=one.label, mentions=(one,)) for n, one in enumerate(found)]
    numbers = np.arange(len(found))
    return SimpleNamespace(all=every, at={one.identity: n for n, one in enumerate(every)}, low=low, high=high,
                           entity=numbers, is_org=is_org, rank=rank)  # fmt: skip


TEXT = "Volta Foods sued Tema Bank. It won . Dock Union and Ada Mill and Ama Boateng spoke ."


def test_a_name_is_ranked_as_a_place_sees_it():
    words = words_of(TEXT)
    names = [("ORG", one) for one in ("Volta Foods", "Tema Bank", "Dock Union", "Ada Mill")]
    entities = entities_of(TEXT, words, *names)
    place = words.span(TEXT.index("Ama"), TEXT.index("spoke"))[0]
    found = order(entities, words, np.arange(4), np.full(4, place))
    first, alone, of_line, last, before = (found // step % 2 for step in (1, 2, 4, 8, 16))
    assert first.tolist() == [1, 0, 1, 0] and not alone.any() and of_line.tolist() == [1, 0, 0, 0]
    assert last.tolist() == [0, 0, 0, 1] and before.tolist() == [1, 1, 0, 0]


CASES = (
    ("the union", "Sindicato Minero", "Volta Foods Ltd", ("shown", "against"), 0),
    ("the ministry", "Volta Foods Ltd", "Ministerio de Agua", ("against", "held"), 1),
    ("the company", "Orvik", "Tema High Court", ("silent", "against"), 0),
    ("the council", "Orvik", "Volta Foods Ltd", ("against", "against"), None),
)


@pytest.mark.parametrize(("noun", "one", "two", "fits", "means"), CASES)
def test_a_noun_beside_a_person_fits_bodies(noun, one, two, fits, means):
    text = f"{one} met {two} on Friday . For {noun} Ama Boateng spoke ."
    words = words_of(text)
    entities = entities_of(text, words, ("ORG", one), ("ORG", two), ("PERSON", "Ama Boateng"))
    low, high = words.span(text.index("Ama"), text.index(" spoke"))
    places = Places(np.array([0]), np.array([low]), np.array([high]))
    asked = [SimpleNamespace(kind="employer")]
    found = nouns_beside(SimpleNamespace(text=text), asked, places, words, entities, NOUNS)[0]
    told = meant(found)
    assert [FITS[row.argmax()] for row in told[:2, : len(FITS)]] == list(fits) and not told[2].any()
    assert told[:, -1].nonzero()[0].tolist() == ([] if means is None else [means])


def test_a_figure_may_be_of_the_body_whose_man_speaks_of_it():
    text = "Volta Foods grew . Ama Boateng said sales rose 5% ."
    words = words_of(text)
    entities = entities_of(text, words, ("ORG", "Volta Foods"), ("PERSON", "Ama Boateng"))
    person = SimpleNamespace(person_id="1", organisation_id="0")
    at = text.index("5%")
    asked = [SimpleNamespace(kind="owner", places=((at, at + 2),))]
    assert list(bodies_of_speakers(SimpleNamespace(people=[person], quotes=[]), asked, entities, words)) == [[0]]
