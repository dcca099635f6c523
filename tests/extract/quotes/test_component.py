"""Quotations of our own writing: what is said and by whom, in any marks and order; and what is no quotation."""

import pytest
import spacy
from spacy.tokens import DocBin

from pipeline.extract.document.finds import kept
from tests.extract.marked import NAME_COMPONENTS, found, marked_doc, read

SPOKEN: tuple[tuple[str, list[tuple[str, str | None]]], ...] = (
    # speaker after
    ('"We will open the plant in May," said [P Ama Boateng].', [("We will open", "Ama Boateng")]),
    ("“We will open the plant in May,” said [P Ama Boateng], chair of [O Volta Foods].", [("We will", "Ama Boateng")]),
    ('"We will open it soon," [P Ama Boateng] said.', [("We will open", "Ama Boateng")]),
    ('"We will open it soon," [P Ama Boateng], its chair, said on Monday.', [("We will open", "Ama Boateng")]),
    ('"Will it open this year?" asked [P Ravi Menon].', [("Will it open", "Ravi Menon")]),
    ('"It will not open this year!" [P Ravi Menon] shouted.', [("It will not", "Ravi Menon")]),
    ("«The bridge is safe again,» said [P Luc Moreau].", [("The bridge", "Luc Moreau")]),
    ("„The bridge is safe again,“ said [P Jana Horák].", [("The bridge", "Jana Horák")]),
    ("``The bridge is safe again,'' said [P Luc Moreau].", [("The bridge", "Luc Moreau")]),
    ("''The bridge is safe again,'' said [P Luc Moreau].", [("The bridge", "Luc Moreau")]),
    ("‘The bridge is safe again for all traffic,’ said [P Luc Moreau].", [("The bridge", "Luc Moreau")]),
    ('"The bridge is safe again," said Dr. [P Luc Moreau].', [("The bridge", "Luc Moreau")]),
    ('"The bridge is safe again," said the engineer\'s deputy [P Luc Moreau].', [("The bridge", "Luc Moreau")]),
    ('"The bridge is safe again," remembered [P Luc Moreau].', [("The bridge", "Luc Moreau")]),
    ('"The bridge is safe again," [P Luc Moreau] beamed.', [("The bridge", "Luc Moreau")]),
    ('"Sales were flat in the quarter," according to [P Mei Tan].', [("Sales were", "Mei Tan")]),
    ('"The wells are dry this year," [O Oxfam] said in a report.', [("The wells", "Oxfam")]),
    ('"The wells are dry this year," said the [O Water Board].', [("The wells", "Water Board")]),
    ('"The wells are dry this year," according to the [O Water Board].', [("The wells", "Water Board")]),
    ('"We will open it soon,"\r continued the head of [O Volta Foods].', [("We will", None)]),
    # speaker before
    ('[P Ama Boateng] said, "We will open it soon."', [("We will", "Ama Boateng")]),
    ('[P Ama Boateng] said: "We will open it soon."', [("We will", "Ama Boateng")]),
    ('[P Ama Boateng] said "We will open it soon."', [("We will", "Ama Boateng")]),
    ("[P Ama Boateng], chair of [O Volta Foods], commented: “We will open it soon.”", [("We will", "Ama Boateng")]),
    ('[P Ama Boateng] told reporters in [L Accra] that "we will open it soon."', [("we will", "Ama Boateng")]),
    ('[P Boateng] met [P Kofi Mensah] and said: "We will open it soon."', [("We will", "Boateng")]),
    ('Better than [P Kofi Mensah], [P Ama Boateng] said, "we know the market well."', [("we know", "Ama Boateng")]),
    ('According to [P Mei Tan], "sales were flat in the quarter."', [("sales were", "Mei Tan")]),
    ('According to the [O Water Board], "the wells are dry this year."', [("the wells", "Water Board")]),
    ('[O Oxfam] warned that "the wells are dry this year".', [("the wells", "Oxfam")]),
    ('[P Mei Tan]:\n\n"Sales were flat in the quarter."', [("Sales were", "Mei Tan")]),
    ("[P Mei Tan] noted:\n\n“Sales were flat in the quarter.”", [("Sales were", "Mei Tan")]),
    (
        '[P Ama Boateng] pointed to the port, calling it "a gate to the whole region," in a speech.',
        [("a gate", "Ama Boateng")],
    ),
    # whom `as she put it` means
    (
        '[P Ama Boateng] ran it. She has sons, [P Kofi] and [P Yaw], and, as she liked to say, "a hundred sheep".',
        [("a hundred", "Ama Boateng")],
    ),
    (
        '[P Ama Boateng] left [P Kofi Mensah] with, as she once put it, "a hundred sheep".',
        [("a hundred", "Ama Boateng")],
    ),
    ('[P Ama Boateng] kept "a hundred sheep", as she liked to say.', [("a hundred", "Ama Boateng")]),
    (
        '[P Ama Boateng] ran it. "It was good," said [P James Mensah]. She had, as she once put it, "a hundred sheep".',
        [("It was", "James Mensah"), ("a hundred", "Ama Boateng")],
    ),
    # in the middle, and going on
    (
        '"We will open it soon," said [P Ama Boateng]. "The roof is done."',
        [("We will", "Ama Boateng"), ("The roof", "Ama Boateng")],
    ),
    (
        '"We will," [P Ama Boateng] said, "open it before the rains come."',
        [("open it", "Ama Boateng")],
    ),
    (
        '"We will open it soon," she hopes, said [P Ama Boateng], who called it "a very long wait".',
        [("We will", "Ama Boateng"), ("a very long", "Ama Boateng")],
    ),
    (
        '"We will open it soon," said [P Ama Boateng].\n\n"The roof was the last thing to be done."',
        [("We will", "Ama Boateng"), ("The roof", "Ama Boateng")],
    ),
    (
        '"We will open it soon," said [P Ama Boateng].\n\n[P Kofi Mensah] added: "The roof is done now."',
        [("We will", "Ama Boateng"), ("The roof", "Kofi Mensah")],
    ),
    (
        '[P Ama Boateng] said: "We will open it soon."\n\n[P Kofi Mensah] said: "The roof is done now."',
        [("We will", "Ama Boateng"), ("The roof", "Kofi Mensah")],
    ),
    (
        '"Done!" said [P Ama Boateng]. "We can open it at last, and we will."',
        [("We can", "Ama Boateng")],
    ),
    # who it is not
    (
        "[P Kofi Mensah] didn't take calls; [P Ama Boateng], speaking for the firm, said it “was never asked to pay”.",
        [("was never", "Ama Boateng")],
    ),
    (
        "The [O Green Party] described the bill as “the price of four lost years” and asked the [O Audit Office] why.",
        [("the price", "Green Party")],
    ),
    (
        "[P Ama Boateng] said that prices were “like an uninvited guest in June”. [P Kofi Mensah] stressed wages.",
        [("like an", "Ama Boateng")],
    ),
    # what stands for a speaker
    (
        "Governor [P Ama Boateng] came. [P Kofi Mensah] sat. The Governor said she agreed, but “not for that reason”.",
        [("not for", "Ama Boateng")],
    ),
    (
        "The [O Water Board] denied it. Its [R spokesperson] said that all wells were “deep enough for all”.",
        [("deep enough", "Water Board")],
    ),
    ("“The rains will come later each year,” said a [O Rain Office] report.", [("The rains", "Rain Office")]),
    (
        "“It is the usual dry month,” explains the [R head] of wells at the [O Water Board], [P Ama Boateng].",
        [("It is", "Ama Boateng")],
    ),
    (
        "[P Ama Boateng], chair, [O Water Board] said, “We applaud the engineers of the north.”",
        [("We applaud", "Ama Boateng")],
    ),
    # paragraphs
    (
        '"We will open it soon.\n\n"The roof is done," said [P Ama Boateng].',
        [("We will", "Ama Boateng")],
    ),
    (
        "[P Ama Boateng] said: “We will open it soon.\n\nThe roof is done.”",
        [("We will", "Ama Boateng")],
    ),
    # pronouns, titles, bodies
    (
        '[P Ama Boateng] spoke on Monday. "We will open it soon," she said.',
        [("We will", "Ama Boateng")],
    ),
    (
        '[P Ama Boateng] spoke on Monday.\n\nShe added: "We will open it soon."',
        [("We will", "Ama Boateng")],
    ),
    (
        '[P Ravi Menon] is the finance minister. "Taxes will not go up," said the minister.',
        [("Taxes will", "Ravi Menon")],
    ),
    (
        'Finance Minister [P Ravi Menon] spoke. "Taxes will not go up," the finance minister said.',
        [("Taxes will", "Ravi Menon")],
    ),
    (
        '[O Volta Foods] makes juice. [O Volta Foods] is from [L Ghana]. "Juice is what we do best," the company said.',
        [("Juice is", "Volta Foods")],
    ),
    ('"Taxes will not go up," an official said.', [("Taxes will", None)]),
    ('"Taxes will not go up this year," they said.', [("Taxes will", None)]),
    (
        '"We will open it soon," said [P Ama Boateng].\n\n"It is late already," one worker said.',
        [("We will", "Ama Boateng"), ("It is late", None)],
    ),
    (
        '[O Volta Foods] was asked. It said: "We do not speak of single shops."',
        [("We do not", "Volta Foods")],
    ),
    (
        'The [O Water Board] denied it. Its spokesperson said that the wells were "as full as ever".',
        [("as full", "Water Board")],
    ),
    (
        '[P Sarah Tan] met [P John Mensah]. "He was polite to me," she said.',
        [("He was", "Sarah Tan")],
    ),
    (
        "[P Ama Boateng] released the following statement:\n\n“The roof is done and the doors are open to all.”",
        [("The roof", "Ama Boateng")],
    ),
    (
        'A spokeswoman for [O Volta Foods] said: "We do not speak of single shops."',
        [("We do not", "Volta Foods")],
    ),
    (
        '"The roof is done and painted," [P Ama Boateng], a lawyer\nfor [O Volta Foods], said in Tema in April. She\n'
        "was the first to see it with the workers from the north.",
        [("The roof", "Ama Boateng")],
    ),
    # signed off, and out of the reporter's own words
    ('"Juice is what we do best." - [P Ama Boateng], chair', [("Juice is", "Ama Boateng")]),
    ("“Juice is what we do best.”\n\n— [P Ama Boateng]", [("Juice is", "Ama Boateng")]),
    ('The plant is "a dream come true" for the town, according to the [O Water Board].', [("a dream", "Water Board")]),
    # odd marks
    (
        '"We will open it soon," said [P Ama Boateng]."The roof is done."',
        [("We will", "Ama Boateng"), ("The roof", "Ama Boateng")],
    ),
    ('"We will open it soon,” said [P Ama Boateng].', [("We will", "Ama Boateng")]),
    ('“We will open it soon," said [P Ama Boateng].', [("We will", "Ama Boateng")]),
    ("“He said “no” to me twice,” said [P Ama Boateng].", [("He said", "Ama Boateng")]),
    ('The 5" pipe broke. "We will mend it soon," said [P Ama Boateng].', [("We will", "Ama Boateng")]),
    ('"We will mend it soon," said [P Ama Boateng] of the 5" pipe.', [("We will", "Ama Boateng")]),
    ('"We will open it soon," [P Ama Boateng]\u00a0said.', [("We will", "Ama Boateng")]),
    ('"We will open it soon", said [P Ama Boateng].', [("We will", "Ama Boateng")]),
    ('( "We will open it soon," said [P Ama Boateng].', [("We will", "Ama Boateng")]),
)

UNSPOKEN = (
    'He read "Things Fall Apart" at school.',
    'The so-called "shadow fleet" sailed on.',
    "[P Robert “Bob” Mensah] runs the shop.",
    "[O Volta Foods] (“Volta” or the “Company”) makes juice.",
    'The film "The Long Road Home To Accra" won.',
    'The 5" and 7" pipes are sold by the metre.',
    "They sell 'organic' juice and 'fair' cocoa.",
    "It\u2019s the players\u2019 union that the owners\u2019 club fears.",
    "'Tis the season, and the '90s are back.",
    '"',
    "“”",
    'He shouted "no.',
    'They opened a "state of the art" plant.',
    'The "Best Juice In Africa Award" went to [O Volta Foods].',
    'The report has a part "on water" and one on roads.',
)


@pytest.mark.parametrize(("marked", "expected"), SPOKEN)
def test_finds_what_was_said_and_by_whom(marked: str, expected: list[tuple[str, str | None]]) -> None:
    quotes = found(marked, "quotes")
    assert [
        (quote.text[: len(start)], quote.speaker) for quote, (start, _) in zip(quotes, expected, strict=True)
    ] == expected


@pytest.mark.parametrize("marked", UNSPOKEN)
def test_takes_nothing_else_for_a_quotation(marked: str) -> None:
    assert found(marked, "quotes") == ()


def test_gives_words_offsets_cue_title_and_kind() -> None:
    doc = read(
        '"We will open it soon," said [P Ama Boateng], [R chair] of [O Volta Foods]. It is "a long wait", she said.'
    )
    whole, part = kept(doc, "quotes")
    assert doc.text[whole.start_char : whole.end_char] == whole.text == "We will open it soon,"
    assert (whole.kind, whole.cue, whole.speaker_title, whole.speaker_organisation) == (
        "direct",
        "said",
        "chair",
        "Volta Foods",
    )
    assert (part.kind, part.text) == ("mixed", "a long wait")
    assert [person.quotes for person in kept(doc, "people")] == [2]


@pytest.mark.parametrize(
    ("said", "rule"),
    [("said a woman in the queue", "said_noun+somebody"), ("said a spokesman in the queue", "said_noun")],
)
def test_says_where_somebody_speaks_who_stays_unnamed(said: str, rule: str) -> None:
    (quote,) = found(f'[P Ama Boateng] cut the ribbon. "We saw no doctor for a month," {said}.', "quotes")
    assert (quote.speaker, quote.found_by) == (None, f"press_quotes/{rule}")


def test_marks_names_inside_direct_speech() -> None:
    mentions = found('[L Accra] grows. "We love [L Accra] and will stay," said [P Ama Boateng].', "mentions")
    assert [mention.zone for mention in mentions if mention.text == "Accra"] == ["body", "quote"]


def test_survives_saving_and_worker_processes() -> None:
    marked = '"We will open it soon," said [P Ama Boateng], chair of [O Volta Foods].'
    doc = read(marked)
    again = next(DocBin(store_user_data=True, docs=[doc]).get_docs(doc.vocab))
    assert kept(again, "quotes") == kept(doc, "quotes")
    assert kept(again, "people") == kept(doc, "people") != ()
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Ama Boateng"}, {"label": "ORG", "pattern": "Volta Foods"}])
    for name in NAME_COMPONENTS:
        nlp.add_pipe(name)
    text = marked_doc(nlp, marked).text
    docs = list(nlp.pipe([text] * 3, n_process=2, batch_size=1))
    assert [kept(one, "quotes") for one in docs] == [kept(doc, "quotes")] * 3
    assert [kept(one, "organisations") for one in docs] == [kept(doc, "organisations")] * 3


INTRO = "[P Hawa Diallo] runs the [O Delta Office]. [P Musa Keita] met her."
ASKED = 'How low is the river?\n\n"It is the lowest that I have seen."'
INTERVIEWS = (
    (f'{INTRO}\n\n{ASKED}\n\nWho pays for it?\n\n"The state pays for half of it."', ["Hawa Diallo"] * 2),
    (
        f'{INTRO}\n\n{ASKED}\n\n[P Ama Boateng] says that pumps kill.\n\n"Ama is right about the old ones."\n\n'
        'And next year?\n\n"Ask the sky for that," she said.',
        ["Hawa Diallo"] * 3,
    ),
    (f'{INTRO}\n\n"We all swam in it," said [P Musa Keita].\n\n{ASKED}', ["Musa Keita"] * 2),
    (f"{INTRO} Nobody asked.\n\n{ASKED}", [None]),  # one question makes no interview
)


@pytest.mark.parametrize(("marked", "speakers"), INTERVIEWS)
def test_who_is_asked_answers(marked: str, speakers: list[str | None]) -> None:
    assert [quote.speaker for quote in found(marked, "quotes")] == speakers


def test_a_body_that_is_named_in_a_quotation_alone_is_the_company_that_speaks() -> None:
    marked = '"Our pledge stands: [O Kasoa Terminals Ltd] will pay every docker by Friday," the company said on Monday.'
    assert [quote.speaker for quote in found(marked, "quotes")] == ["Kasoa Terminals Ltd"]
