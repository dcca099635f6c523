"""Answers with their chances to the cells of rows."""

from dataclasses import replace

from pipeline.extract.links.answers import Answer, Reading
from pipeline.extract.links.decide import people, quotes, values
from pipeline.extract.links.questions import PatternAnswer, Question
from pipeline.records import Mention, Money, Organisation, Person, Quote

PLACE = {"article_id": "a1", "start_char": 0, "end_char": 5, "text": "words"}
AMA = Person(article_id="a1", person_id="p-ama", name="Ama Boateng")
KOFI = Person(article_id="a1", person_id="p-kofi", name="Kofi Mensah")
VOLTA = Organisation(article_id="a1", organisation_id="o-volta", name="Volta Foods")
SAHEL = Organisation(article_id="a1", organisation_id="o-sahel", name="Sahel Bank")
BODIES = {VOLTA.organisation_id: VOLTA, SAHEL.organisation_id: SAHEL}
NOTHING = PatternAnswer(None, "")


class Sure:
    """Takes scores as they are, and fills in what has 0.8."""

    def likely(self, cell, score, agrees):
        return score

    def sure(self, cell, row, answer, score, agrees):
        return score if score >= 0.8 else None

    def has_no_body(self, title: str) -> bool:
        return title.endswith(" of the selectors")

    def outscored(self, cell, row, score):
        pass


sure = Sure()


def answer(kind, about, *weighed, verdict=NOTHING, former=0.0):
    return Answer(Question(kind, about, ((0, 5),), verdict), weighed, 0.0, former)


def role(text="director", start=10):
    return Mention(article_id="a1", start_char=start, end_char=start + len(text), text=text, label="ROLE")


def test_what_is_sure_is_filled_in_and_the_least_sure_is_told():
    held = role()
    asked = [
        answer("holder", held, ("p-ama", 0.95)),
        answer("body", held, ("o-volta", 0.9)),
        answer("employer", AMA, ("o-volta", 0.8)),
    ]
    (row,) = people([AMA], asked, BODIES, sure)
    assert (row.title, row.organisation, str(row.confidence)) == ("director", "Volta Foods", "0.95")


def test_a_body_is_weighed_as_the_title_and_the_names_of_a_person_say_together():
    asked = [
        answer("holder", role(), ("p-ama", 0.95)),
        answer("body", role(), ("o-volta", 0.6), ("o-sahel", 0.4)),
        answer("employer", AMA, ("o-sahel", 0.9), ("o-volta", 0.1)),
    ]
    (row,) = people([AMA], asked, BODIES, sure)
    assert (row.organisation, str(row.confidence)) == ("Sahel Bank", "0.86")  # 0.4 * 0.9 beside 0.6 * 0.1


def test_a_title_held_among_people_without_a_name_is_held_in_no_body_of_the_article():
    title = role(text="chairman of the selectors")
    asked = [answer("holder", title, ("p-ama", 0.95)), answer("body", title, ("o-volta", 0.9))]
    (row,) = people([AMA], asked, BODIES, sure)
    assert (row.title, row.organisation) == ("chairman of the selectors", None)


def test_what_is_not_sure_is_empty_though_the_patterns_said_it():
    told = replace(AMA, title="director", organisation_id="o-sahel", organisation="Sahel Bank")
    asked = [
        answer("holder", role(), ("p-ama", 0.5), verdict=PatternAnswer("p-ama", "name_role")),
        answer("employer", told, ("o-sahel", 0.7)),
    ]
    (row,) = people([told], asked, BODIES, sure)
    assert (row.title, row.organisation_id, row.organisation, row.confidence) == (None, None, None, None)


def test_a_present_title_goes_before_a_past_one():
    old, new = role("treasurer", 3), role("chair", 50)
    asked = [answer("holder", old, ("p-ama", 0.99), former=0.9), answer("holder", new, ("p-ama", 0.9))]
    (row,) = people([AMA], asked, BODIES, sure)
    assert (row.title, row.former) == ("chair", False)


def test_a_title_that_two_share_stays_with_the_one_who_was_not_asked_for():
    shared = [replace(one, title="senators") for one in (AMA, KOFI)]
    asked = [answer("holder", role("senators"), ("p-ama", 0.95), verdict=PatternAnswer("p-ama", "role_name"))]
    assert [row.title for row in people(shared, asked, BODIES, sure)] == ["senators", "senators"]


def test_a_quotation_gets_its_speaker_with_title_and_organisation():
    ama = replace(AMA, title="chair", organisation_id="o-volta", organisation="Volta Foods")
    rows = [Quote(**PLACE), Quote(**{**PLACE, "start_char": 20, "end_char": 25}), Quote(**PLACE)]
    asked = [answer("speaker", rows[0], ("p-ama", 0.9)), answer("speaker", rows[1], ("o-sahel", 0.9)),
             answer("speaker", rows[2], ("p-ama", 0.4))]  # fmt: skip
    told = [(q.speaker, q.speaker_title, q.speaker_organisation) for q in quotes(rows, asked, [ama], BODIES, sure)]
    assert told == [("Ama Boateng", "chair", "Volta Foods"), ("Sahel Bank", None, "Sahel Bank"), (None, None, None)]


def test_an_amount_that_restates_another_measures_the_same():
    euros = Money(**PLACE, low=1, high=1, currency="EUR", money_id="a1:0")
    cedis = Money(**{**PLACE, "start_char": 9}, low=2, high=2, currency="GHS", money_id="a1:9", same_as="a1:0")
    asked = [answer("owner", euros, ("o-volta", 0.95)), answer("owner", cedis, ("o-sahel", 0.95))]
    read = [
        Reading(0, 7, 0.9, 0.0, {"level": 0.9, "base": 0.1}, {None: 0.4, "up": 0.5}),
        Reading(8, 12, 0.9, 0.0, {"base": 0.9}, {None: 0.9}),
    ]
    rows = list(values([euros, cedis], asked, read, "revenue cost", sure))
    assert [(r.measure, r.role, r.direction, r.organisation_id) for r in rows] == 2 * [
        ("revenue", "level", None, "o-volta")
    ]


def test_the_patterns_answer_is_taken_where_it_is_likelier_with_their_word_for_it():
    class Trusting(Sure):
        def likely(self, cell, score, agrees):
            return score + 0.5 * (agrees == 1)

        def sure(self, cell, row, answer, score, agrees):
            return self.likely(cell, score, agrees)

    quote = Quote(**PLACE, speaker_id="p-ama", speaker="Ama Boateng")
    asked = [answer("speaker", quote, ("p-kofi", 0.5), ("p-ama", 0.3))]
    (row,) = quotes([quote], asked, [AMA, KOFI], BODIES, Trusting())
    assert row.speaker == "Ama Boateng"


def test_what_the_patterns_measure_stands_where_the_likelier_answer_is_a_guess():
    class Doubting(Sure):
        def sure(self, cell, row, answer, score, agrees):
            return score if agrees == 1 or score >= 0.5 else None

    text = "With top trading partners, trade passed €5 million."
    at = text.index("top trading partners")
    row = Money(
        **{**PLACE, "start_char": 40, "end_char": 50}, low=5, high=5, currency="EUR", measure="trade", money_id="m"
    )
    reading = Reading(at, at + len("top trading partners"), 0.4, 0.3, {}, {})
    (changed,) = values([row], [answer("owner", row)], [reading], text, Doubting())
    assert changed.measure == "trade"


def test_who_overruled_a_rule_is_said_beside_it():
    row = Quote(**PLACE, speaker_id="p-kofi", found_by="press_quotes/said_name")
    (kept,) = quotes([row], [answer("speaker", row, ("p-kofi", 0.9))], [AMA, KOFI], BODIES, sure)
    (changed,) = quotes([row], [answer("speaker", row, ("p-ama", 0.9))], [AMA, KOFI], BODIES, sure)
    assert (kept.found_by, changed.found_by) == ("press_quotes/said_name", "press_quotes/said_name+press_links")
    person = replace(AMA, title="director", found_by="press_people/name_role")
    asked = [answer("employer", person, ("o-volta", 0.9))]
    (row,) = people([person], asked, BODIES, sure)
    assert row.found_by == "press_people/name_role+press_links"
