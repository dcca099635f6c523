"""A glance at two names says no only where neither is a form of the other."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.store.linking.glance import Glance, may_be_forms
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


@given(NAMES, NAMES)
def test_what_is_a_form_is_never_passed_over(one, other):
    short, full = (" ".join([*given, family]) for given, family in (one, other))
    if is_form_of(short, full, nicknames=NICKNAMES) or sounds_like(short, full):
        assert may_be_forms(GLANCE.look(short), GLANCE.look(full))


def test_most_are_passed_over():
    assert not may_be_forms(GLANCE.look("joseph okafor"), GLANCE.look("ama okafor"))
    assert may_be_forms(GLANCE.look("bill okafor"), GLANCE.look("william okafor"))
    assert GLANCE.letters("bill okafor") >= {"b", "w"}
