"""A glance at two names says no only where neither is a form of the other."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.store.linking.glance import Glance, likely_pairs
from pipeline.values.names.forms import is_form_of, sounds_like

NICKNAMES = {
    "william": frozenset({"bill", "liam"}),
    "elizabeth": frozenset({"beth", "liz"}),
    "joseph": frozenset({"joe"}),
}
GLANCE = Glance(NICKNAMES)
WORDS = [*NICKNAMES, "bill", "liam", "beth", "joe", "j.", "w.", "e.", "al", "bin", '"bill"', "jr."]
NAMES = {
    "william": frozenset({"bill", "liam"}),
    "elizabeth": frozenset({"beth", "liz"}),
    "joseph": frozenset({"joe"}),
}
GLANCE = Glance(NICKNAMES)
WORDS = [
    "william",
    "bill",
    "liam",
    "elizabeth",
    "beth",
    "joseph",
    "joe",
    "j.",
    "w.",
    "e.",
    "al",
    "bin",
    '"bill"',
    "jr.",
]
NAMES = st.tuples(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), st.sampled_from(["okafor", "okaffor"]))


@given(st.lists(NAMES, max_size=6))
def test_what_is_a_form_is_never_passed_over(names):
    full = [" ".join([*given, family]) for given, family in names]
    likely = likely_pairs([GLANCE.look(name) for name in full])
    assert likely == sorted(set(likely))
    for one, other in combinations(range(len(full)), 2):
        short, long = full[one], full[other]
        is_form = any(is_form_of(*pair, nicknames=NICKNAMES) for pair in ((short, long), (long, short)))
        assert (one, other) in likely or not (is_form or sounds_like(short, long))


def test_most_are_passed_over():
    names = ["joseph okafor", "ama okafor", "bill okafor", "william okafor", "b. okafor", "a. b. okafor"]
    pairs = [(names[one], names[other]) for one, other in likely_pairs([GLANCE.look(name) for name in names])]
    assert pairs == [
        ("ama okafor", "a. b. okafor"),
        ("bill okafor", "william okafor"),
        ("bill okafor", "b. okafor"),
        ("bill okafor", "a. b. okafor"),
        ("b. okafor", "a. b. okafor"),
    ]
    assert GLANCE.letters("bill okafor") >= {"b", "w"}
