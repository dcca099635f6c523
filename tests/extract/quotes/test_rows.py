"""The cells of a quotation's row are the same, whoever says who speaks."""

import pytest

from pipeline.extract.quotes.rows import kind_of_quotation, with_speaker
from pipeline.extract.referring.referents import speaker_of
from pipeline.records import Organisation, Person, Quote
from pipeline.values.text.quotations import quotations

QUOTE = Quote(article_id="a", start_char=1, end_char=3, text="No", cue="said", speaker_id="x", speaker="X")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We will pay.” She left.", "direct"),
        ("“We will pay”, she said.", "direct"),
        ("She said: “We will pay”.", "direct"),
        ("She called it “good enough”.", "mixed"),
        ("The “Good Enough” plan is hers.", "mixed"),
    ],
)
def test_whole_sentences_are_direct(text, kind):
    (quotation,) = quotations(text)
    assert kind_of_quotation(text, quotation) == kind


def test_a_person_speaks_with_title_and_organisation_and_a_body_for_itself():
    ama = Person(article_id="a", person_id="p", name="Ama Boateng", title="chair", organisation="Volta Foods")
    body = Organisation(article_id="a", organisation_id="o", name="Sahel Bank")
    told = [with_speaker(QUOTE, speaker_of(who) if who else None) for who in (ama, body, None)]
    assert [(q.speaker_id, q.speaker, q.speaker_title, q.speaker_organisation) for q in told] == [
        ("p", "Ama Boateng", "chair", "Volta Foods"),
        ("o", "Sahel Bank", None, "Sahel Bank"),
        (None, None, None, None),
    ]
    assert {q.cue for q in told} == {"said"}
