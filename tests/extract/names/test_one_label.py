"""Acronyms that an article defines for words that are no name."""

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.one_label import no_names
from pipeline.values.organisations.short_forms import definitions
from pipeline.values.text.sentences import Sentences


def test_an_acronym_of_no_name_is_none_within_a_longer_name() -> None:
    text = "the Volta Tax Credit (VTC) helps, says the VTC Coalition, and the Tema Grain Board (TGB)"
    found = [
        Candidate(text.index(name), text.index(name) + len(name), "ORG")
        for name in ("VTC Coalition", "Tema Grain Board")
    ]
    shorts = list(definitions(text, Sentences()))
    assert no_names(text, found, shorts) == {"VTC"}
    at = text.index("VTC")
    assert no_names(text, [*found, Candidate(at, at + 3, "ORG")], shorts) == frozenset()
