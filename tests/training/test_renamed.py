from pipeline.training.renamed import is_acronym, pool_of, renamed
from pipeline.training.sets import Annotated


def article(number, text, *names, unknown=()):
    spans = []
    for name, label in names:
        at = text.find(name)
        while at >= 0:
            spans.append((at, at + len(name), label))
            at = text.find(name, at + 1)
    return Annotated(str(number), "press", text, tuple(sorted(spans)), unknown)


POOL = pool_of(
    [
        article(1, "Ama Keel of Volta Foods met traders in Tema.", ("Ama Keel", "PERSON"), ("Volta Foods", "ORG")),
        article(2, "Joao Pires left traders of the KTLB.", ("Joao Pires", "PERSON"), ("KTLB", "ORG")),
        article(3, "Deal Wharves and traders went to Accra.", ("Deal Wharves", "ORG"), ("Accra", "LOC")),
    ]
)
ARTICLE = article(
    9,
    "Ravi Lodh runs Sandwich Ferries.\nThe ferry is old, Lodh says.",
    ("Ravi Lodh", "PERSON"),
    ("Sandwich Ferries", "ORG"),
)


def test_the_pool_has_names_by_label_and_length_acronyms_and_plain_words():
    assert POOL.names["PERSON", 2] == ["Ama Keel", "Joao Pires"]
    assert (POOL.acronyms, POOL.words) == (["KTLB"], ["traders"])
    assert is_acronym("KTLB") and not is_acronym("K") and not is_acronym("Volta")


def test_names_are_replaced_and_spans_move_along():
    surname = (ARTICLE.text.rindex("Lodh"), ARTICLE.text.rindex("Lodh") + 4, "PERSON")
    one = Annotated("9", "press", ARTICLE.text, (*ARTICLE.spans, surname), has_roles=True)
    seen = set()
    for seed in range(30):
        (new,) = renamed([one], POOL, seed=seed)
        words = [new.text[start:end] for start, end, _ in new.spans]
        assert [label for *_, label in new.spans] == ["PERSON", "ORG", "PERSON"]
        assert words[0].split()[-1] == words[2], "the surname goes with the name"
        assert new.text == f"{words[0]} runs {words[1]}.\nThe ferry is old, {words[2]} says."
        seen.add(words[0])
    assert seen == {"Ravi Lodh", "Ama Keel", "Joao Pires"}


def test_the_same_seed_gives_the_same_names():
    assert list(renamed([ARTICLE], POOL, seed=4)) == list(renamed([ARTICLE], POOL, seed=4))


def test_stretches_of_which_nothing_is_known_move_along():
    text = "Ravi Lodh left the Long Hall."
    one = Annotated("9", "open", text, ((0, 9, "PERSON"),), ((19, 28),))
    for seed in range(8):
        (new,) = renamed([one], POOL, seed=seed)
        assert [new.text[start:end] for start, end in new.unknown] == ["Long Hall"]
