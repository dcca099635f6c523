"""Kinds of sentence that press texts mix up: who said it, what is past, where a title is held, whose figure it is."""

import pytest

from pipeline.extract.assemble import load

HEAD = "Council backs new harbour\n\nACCRA, 3 March 2025 - "
SPEAKERS = (
    ('"We will rebuild it," said Ama Boateng, adviser to Kofi Mensah.', ["Ama Boateng"]),
    ('"We will rebuild it," said Ama Boateng, a spokeswoman for Kofi Mensah.', ["Ama Boateng"]),
    ('"We will rebuild it," said Ama Boateng, sister of Kofi Mensah.', ["Ama Boateng"]),
    ('"We will rebuild it," said Ama Boateng, who used to work for Kofi Mensah.', ["Ama Boateng"]),
    ('Jane Rowntree called it "a very bad day", while Omar Haddad called it "a very good day".',
     ["Jane Rowntree", "Omar Haddad"]),
    ('"It was late," Jane Rowntree said, and Omar Haddad said, "It was early enough for us."',
     ["Jane Rowntree", "Omar Haddad"]),
    ('Omar Haddad quoted Jane Rowntree as saying: "The mill must close by May."', ["Jane Rowntree"]),
    ('Jane Rowntree called the plan "a gift to the rich", while the mayor, Omar Haddad, described it as "a fair deal".',
     ["Jane Rowntree", "Omar Haddad"]),
    ('"It was late," Jane Rowntree said, but Omar Haddad said "It was early enough for us."',
     ["Jane Rowntree", "Omar Haddad"]),
    ('Kwame Addo said Kofi Mensah had told him: "The boats are not coming back."', ["Kofi Mensah"]),
    ('Kofi Mensah of Ada Bank left. "The port must stay open," a spokesperson for the Volta Port Authority said.',
     ["Volta Port Authority"]),
    ('Ama Boateng, chair of the Water Board, cut the ribbon. "I have seen no doctor since," said a woman in the queue.',
     [None]),
    ('"I have seen no boat since," said a man who goes by the name "Stubby."', ["Stubby"]),
    ('A woman who gave her name only as Fatima said: "We have waited for it since dawn."', ["Fatima"]),
)  # fmt: skip
PEOPLE = (
    ("Kasoa Foods has appointed Ama Boateng as chief executive. Most recently, Boateng served as CEO of Sahel Bank.",
     ("Ama Boateng", "chief executive", "Kasoa Foods", False)),
    ("Kofi Mensah resigned as finance director of Kasoa Foods in 2019.",
     ("Kofi Mensah", "finance director", "Kasoa Foods", True)),
    ("Kofi Mensah, chairman of Kasoa Foods until 2019, welcomed the sale.",
     ("Kofi Mensah", "chairman", "Kasoa Foods", True)),
    ("Omar Haddad was auditor of Kasoa Foods from 2015 to 2018.", ("Omar Haddad", "auditor", "Kasoa Foods", True)),
    ("Jane Rowntree replaced Omar Haddad as chief financial officer of Kasoa Foods.",
     ("Jane Rowntree", "chief financial officer", "Kasoa Foods", False)),
    ("Kofi Mensah works at Kasoa Foods as head of sales.", ("Kofi Mensah", "head of sales", "Kasoa Foods", False)),
    ("Kofi Mensah joined Kasoa Foods as head of sales.", ("Kofi Mensah", "head of sales", "Kasoa Foods", False)),
    ("Kasoa Foods laid the pitch. Kofi Mensah, chairman of the selectors, praised it.",
     ("Kofi Mensah", "chairman of the selectors", None, False)),
)  # fmt: skip
VALUES = (
    ("Revenue at Orvik Foods rose 12% to $4.5 million.", "Orvik Foods", ["Revenue", "Revenue"]),
    ("Orvik Foods had a hard year. It lost $4.5 million.", "Orvik Foods", None),
    ("Profit before tax at Orvik Foods was $4.5 million.", "Orvik Foods", ["Profit before tax"]),
    ("Orvik Foods sold 303,417 new vehicles, 8.4% more than a year earlier.", "Orvik Foods", ["new vehicles"]),
)


@pytest.fixture(scope="module")
def nlp():
    return load()


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS)
def test_who_said_it(nlp, text, speakers):
    assert [quote.speaker for quote in nlp(HEAD + text)._.quotes] == speakers


@pytest.mark.parametrize(("text", "row"), PEOPLE)
def test_who_is_what_where(nlp, text, row):
    person = next(one for one in nlp(HEAD + text)._.people if one.name == row[0])
    assert (person.name, person.title, person.organisation, person.former) == row


@pytest.mark.parametrize(("text", "owner", "measures"), VALUES)
def test_what_it_measures_and_whose_it_is(nlp, text, owner, measures):
    doc = nlp(HEAD + text)
    rows = sorted([*doc._.money, *doc._.percentages], key=lambda row: row.start_char)
    names = {org.organisation_id: org.name for org in doc._.organisations}
    assert {names.get(row.organisation_id) for row in rows} == {owner}
    assert measures is None or [row.measure for row in rows] == measures
