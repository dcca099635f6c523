"""Titles and organisations of people, in sentences of our own; and names that are one person, or two."""

import pytest

from pipeline.extract.document.finds import kept
from tests.extract.marked import found, read

AFFILIATIONS: tuple[tuple[str, str | None, str | None], ...] = (
    # after the name
    ("[P Ama Boateng], whose [O Volta Foods] builds mills, spoke.", None, "Volta Foods"),
    ("[P Ama Boateng], P.Geo., head of exploration at [O Volta Foods], spoke.", "head of exploration", "Volta Foods"),
    ("[P Ama Boateng], chair of [O Volta Foods], spoke.", "chair", "Volta Foods"),
    ("[P Ama Boateng], the chair of the [O Water Board], spoke.", "chair", "Water Board"),
    ("[P Ama Boateng], chief financial officer at [O Volta Foods], spoke.", "chief financial officer", "Volta Foods"),
    ("[P Ama Boateng], Chief Executive Officer, [O Volta Foods], spoke.", "Chief Executive Officer", "Volta Foods"),
    ("[P Ama Boateng], [O Volta Foods] CEO, spoke.", "CEO", "Volta Foods"),
    ("[P Ama Boateng], [O Volta Foods]’s chief executive, spoke.", "chief executive", "Volta Foods"),
    ("[P Ama Boateng], President and CEO of [O Volta Foods], spoke.", "President and CEO", "Volta Foods"),
    ("[P Ama Boateng], Founder, Chair and CEO of [O Volta Foods], spoke.", "Founder, Chair and CEO", "Volta Foods"),
    (
        "[P Ama Boateng], director-general of rural roads at [O Roads Kenya], spoke.",
        "director-general of rural roads",
        "Roads Kenya",
    ),
    (
        "[P Ama Boateng], Vice President, Investor Relations at [O Volta Foods], spoke.",
        "Vice President, Investor Relations",
        "Volta Foods",
    ),
    (
        "[P Ama Boateng], head of research at the [O Water Board] in [L Accra], spoke.",
        "head of research",
        "Water Board",
    ),
    ("[P Ama Boateng], director of the [L Accra]-based [O Cocoa Institute], spoke.", "director", "Cocoa Institute"),
    ("[P Ama Boateng], founder of juice maker [O Volta Foods], spoke.", "founder", "Volta Foods"),
    ("[P Ama Boateng], Ph.D., a professor at [O Tema University], spoke.", "professor", "Tema University"),
    (
        "[P Ama Boateng], M.D., MPH, chief medical officer of [O Volta Care], spoke.",
        "chief medical officer",
        "Volta Care",
    ),
    ("[P Ama Boateng], 52, chair of [O Volta Foods], spoke.", "chair", "Volta Foods"),
    ("[P Ama Boateng] (No. 3), owner of [O Volta Foods], spoke.", "owner", "Volta Foods"),
    ("[P Ama Boateng], also the treasurer of the [O Water Board], spoke.", "treasurer", "Water Board"),
    ("[P Ama Boateng], Minister of Finance, spoke.", "Minister of Finance", None),
    ("[P Ama Boateng], minister for higher education, spoke.", "minister for higher education", None),
    ("[P Ama Boateng], an economist, spoke.", "economist", None),
    (
        "[P Ama Boateng], U.S. Attorney for the District of [L Vermont], spoke.",
        "U.S. Attorney for the District of Vermont",
        None,
    ),
    (
        "[P Ama Boateng], Assistant Director in charge of the ministry's [O Roads Division], spoke.",
        "Assistant Director",
        "Roads Division",
    ),
    ("[P Ama Boateng] is chief executive of [O Volta Foods].", "chief executive", "Volta Foods"),
    ("[P Ama Boateng] was named chief executive of [O Volta Foods].", "chief executive", "Volta Foods"),
    ("[O Volta Foods] appointed [P Ama Boateng] as chief financial officer.", "chief financial officer", "Volta Foods"),
    ("[P Ama Boateng], who heads [O Volta Foods], spoke.", None, "Volta Foods"),
    ("[P Ama Boateng] leads [O Volta Foods].", None, "Volta Foods"),
    ("[P Ama Boateng] of [O Volta Foods] spoke.", None, "Volta Foods"),
    ("[P Ama Boateng] of juice maker [O Volta Foods] spoke.", None, "Volta Foods"),
    ("[P Ama Boateng] ([O Volta Foods]) spoke.", None, "Volta Foods"),
    ("[P Ama Boateng],\nthe chair of [O Volta Foods], spoke.", "chair", "Volta Foods"),
    ("[P Ama Boateng] – Head of Growth, [O Volta Foods]", "Head of Growth", "Volta Foods"),
    (
        "Sincerely,\n\n[P Ama Boateng]\nChief Executive Officer\n[O Volta Foods]",
        "Chief Executive Officer",
        "Volta Foods",
    ),
    ("[P Ama Boateng]\nDirector, [O Volta Foods]\n+233 20 000", "Director", "Volta Foods"),
    # before the name
    ("[O Volta Foods] CEO [P Ama Boateng] spoke.", "CEO", "Volta Foods"),
    ("[O Volta Foods]' chief executive [P Ama Boateng] spoke.", "chief executive", "Volta Foods"),
    ("[O Volta Foods]'s chief executive, [P Ama Boateng], spoke.", "chief executive", "Volta Foods"),
    ("[O Volta Foods] chief executive Dr. [P Ama Boateng] spoke.", "chief executive", "Volta Foods"),
    ("Chief executive of [O Volta Foods] [P Ama Boateng] spoke.", "Chief executive", "Volta Foods"),
    ("The director of the [O Water Board], [P Ama Boateng], spoke.", "director", "Water Board"),
    ("Professor [P Ama Boateng] of [O Tema University] spoke.", "Professor", "Tema University"),
    ("They met Finance Minister [P Ama Boateng] there.", "Finance Minister", None),
    ("They met Minister of Finance [P Ama Boateng] there.", "Minister of Finance", None),
    ("They met Deputy Secretary of State [P Ama Boateng] there.", "Deputy Secretary of State", None),
    ("They met Senator [P Ama Boateng] there.", "Senator", None),
    ("They met Sen. [P Ama Boateng] there.", "Sen.", None),
    ("They met [L Vermont] Attorney General [P Ama Boateng] there.", "Vermont Attorney General", None),
    ("They met Peruvian President [P Ama Boateng] there.", "President", None),
    ("They met lead study author [P Ama Boateng] there.", "lead study author", None),
    (
        "They met president and chief executive officer [P Ama Boateng] there.",
        "president and chief executive officer",
        None,
    ),
    (
        "The [O Vermont Attorney General's Office] and [L Vermont] Attorney General [P Ama Boateng] won.",
        "Vermont Attorney General",
        "Vermont Attorney General's Office",
    ),
    ("They met Mr [P Ama Boateng] there.", None, None),
    ("They met [P Ama Boateng] there.", None, None),
    # what the article makes plain
    (
        "Voting for the [O Rate Committee] were: [P Ama Boateng], Chair; [P Kofi Mensah]; and [P Mei Tan].",
        "Chair",
        "Rate Committee",
    ),
    (
        "[P Kofi Mensah], Director at [O Volta Foods], and [P Ama Boateng], Senior Manager, will help.",
        "Senior Manager",
        "Volta Foods",
    ),
    (
        "[O Volta Foods] grew. [O Volta Foods] hired. [O Volta Foods] won. Its CFO, [P Ama Boateng], spoke.",
        "CFO",
        "Volta Foods",
    ),
    ("[P Kofi Mensah] and [P Ama Boateng], the owners of [O Volta Foods], spoke.", "owners", "Volta Foods"),
    ("Senators [P Kofi Mensah] (D-VT) and [P Ama Boateng] (R-ME) spoke.", "Senators", None),
    ("Mayors [P Kofi Mensah] of [L Tema] and [P Ama Boateng] of [L Ho] spoke.", "Mayors", None),
    (
        "Two professors, [P Kofi Mensah] of [O Legon University] and [P Ama Boateng] of [O Tema University], spoke.",
        "professors",
        "Tema University",
    ),
    ("Study author [P Ama Boateng], chair of the [O Water Board], spoke.", "chair", "Water Board"),
    ("[O Volta Foods] grew. Its chair, [P Ama Boateng], spoke.", "chair", "Volta Foods"),
    ("[O Volta Foods] grew. “We did it,” said [P Ama Boateng], the company’s founder.", "founder", "Volta Foods"),
    (
        "The [O Ministry of Rural Roads] met. [P Ama Boateng], Minister of Rural Roads, spoke.",
        "Minister of Rural Roads",
        "Ministry of Rural Roads",
    ),
    (
        "The [O Bank of Volta] met. [O Bank of Volta] cut. [O Bank of Volta] sat. Governor [P Ama Boateng] spoke.",
        "Governor",
        "Bank of Volta",
    ),
    ("[O Volta Foods] chair [P Kofi Mensah] and director [P Ama Boateng] spoke.", "director", "Volta Foods"),
    # what stands for a body
    ("[O Volta Foods] sued [O Tema Mills] and its owner, [P Ama Boateng].", "owner", "Tema Mills"),
    ("[O Volta Foods] grew. [P Ama Boateng], its head of sales, spoke.", "head of sales", "Volta Foods"),
    ("[O Volta Foods] waits. “We try. It is slow,” said its chair, [P Ama Boateng].", "chair", "Volta Foods"),
    ("The [O Water Board] met [O Volta Foods]. [P Ama Boateng], the Board's chair, spoke.", "chair", "Water Board"),
    (
        "The [O Fish Agency] met [O Volta Foods]. The company's founder, [P Ama Boateng], spoke.",
        "founder",
        "Volta Foods",
    ),
    ("[P Ama Boateng], the Board's chair, met [O Volta Foods].", "chair", None),
    ("[O Volta Foods] lost. Counsel for the company, [P Ama Boateng], spoke.", "Counsel", "Volta Foods"),
    ("[O Volta Foods], whose founder, [P Ama Boateng], spoke, grew.", "founder", "Volta Foods"),
    (
        "[O Volta Foods] grew. Its [R acting head of tax], whose son is ill, is [P Ama Boateng].",
        "acting head of tax",
        "Volta Foods",
    ),
    ("[O Volta Foods] is silent. [P Ama Boateng], speaking for the firm, was not.", None, "Volta Foods"),
    ("[P Ama Boateng] has been appointed as its treasurer.", "treasurer", None),
    ("The [O Fish Panel] ([O FP]), whose spokesman, [P Ama Boateng], spoke.", "spokesman", "Fish Panel"),
    # more ways to say it
    (
        "[P Ama Boateng], an economist who left in May and teaches at [O Tema University].",
        "economist",
        "Tema University",
    ),
    ("[P Ama Boateng] (treasurer, [O Volta Foods]) spoke.", "treasurer", "Volta Foods"),
    ("[P Ama Boateng] of [O Volta Foods] (treasurer) spoke.", "treasurer", "Volta Foods"),
    ("Present: [P Ama Boateng] (Governor)", "Governor", None),
    ("[O Volta Foods] has a new treasurer, [P Ama Boateng].", "treasurer", "Volta Foods"),
    ("The [O Fish Panel] (FP), which is chaired by [P Ama Boateng], met.", None, "Fish Panel"),
    ("The chair of the [O Fish Panel] ([O FP]), [P Ama Boateng], spoke.", "chair", "Fish Panel"),
    ("[P Ama Boateng], late of the [O Fish Panel], spoke.", None, "Fish Panel"),
    ("[P Kofi Mensah] and [P Ama Boateng] handled the case for the [O Fish Panel].", None, "Fish Panel"),
    ("[P Ama Boateng], who teaches law at the [O Tema University], spoke.", None, "Tema University"),
    ("[P Ama Boateng] has stepped aside as chair of [O Volta Foods].", "chair", "Volta Foods"),
    ("[P Ama Boateng], until May in charge of sales in [L Tema], has been appointed treasurer.", "treasurer", None),
    ("Attorneys General [P Kofi Mensah] and [P Ama Boateng] sued.", "Attorneys General", None),
    ("The dock master, Capt. [P Ama Boateng], spoke.", "dock master", None),
    # whose release it is
    (
        "[O Volta Foods] grows\n\n[P Ama Boateng], president, spoke.\n\nAbout [O Volta Foods]\nIt mills.",
        "president",
        "Volta Foods",
    ),
    (
        "[O Volta Foods] (NYSE: VF) grew. [O Tema Mills] and [O Ada Salt] too. CFO [P Ama Boateng] left.",
        "CFO",
        "Volta Foods",
    ),
    ("[O Volta Foods] grew\n\n[O Tema Mills] sold it to the Company. CFO [P Ama Boateng] left.", "CFO", "Volta Foods"),
    (
        "[O Volta Foods] (NYSE: VF) named [P Kofi Mensah] chair. He succeeds [P Ama Boateng], who leaves.",
        None,
        "Volta Foods",
    ),
    (
        "[O Volta Foods] (NYSE: VF) named [P Kofi Mensah] chair. [P Mensah] succeeds [P Ama Boateng], who leaves.",
        None,
        "Volta Foods",
    ),
    ("[O Volta Foods] and [O Volta Foods] grew. Village chairman [P Ama Boateng] left.", "Village chairman", None),
    ("[P Ama Boateng] – [O Volta Foods]", None, "Volta Foods"),
    ("[O Volta Foods] has added [P Ama Boateng] to its board as treasurer.", "treasurer", "Volta Foods"),
    # offices
    (
        "The [O Central Bank of Volta] cut. [O Tema Bank] fell. Governor [P Ama Boateng] spoke.",
        "Governor",
        "Central Bank of Volta",
    ),
    ("[O Tema Bank] fell. [O Ada Salt] rose. Governor [P Ama Boateng] spoke.", "Governor", None),
    (
        "[P Ama Boateng], then the department's [R head of roads], met the [O Roads Department].",
        "head of roads",
        "Roads Department",
    ),
    ("The [O Tema High Court] met. “No,” said Judge [P Ama Boateng].", "Judge", "Tema High Court"),
    (
        "The [O Office of the Vermont Attorney General] won. Attorney General [P Ama Boateng] spoke.",
        "Attorney General",
        "Office of the Vermont Attorney General",
    ),
    (
        "The [O Office of the Vermont Attorney General] won. [L Maine] Attorney General [P Ama Boateng] spoke.",
        "Maine Attorney General",
        None,
    ),
    # roles that a model found
    ("The [R seer] [P Ama Boateng] spoke.", "seer", None),
    ("[P Ama Boateng], [R keeper of bees] at [O Volta Foods], spoke.", "keeper of bees", "Volta Foods"),
    # not hers
    ("[P Ama Boateng] led a coalition in support of [O Volta Foods].", None, None),
    ("[P Ama Boateng] joined a brief in support of [O Volta Foods].", None, None),
    ("[P Ama Boateng], [P Kofi Mensah], chair of [O Volta Foods], and others spoke.", None, None),
    ("[P Ama Boateng] met the chair of [O Volta Foods].", None, None),
    ("[P Ama Boateng] visited [O Volta Foods] in [L Accra].", None, None),
    ("President [P Ama Boateng] met [O Volta Foods]. [O Volta Foods] and [O Volta Foods] again.", "President", None),
)

ONE_PERSON = (
    ("Ama Boateng", "Boateng"),
    ("Ama Boateng", "Ama"),
    ("Ama Serwaa Boateng", "Ama Boateng"),
    ("Ama S. Boateng", "Ama Boateng"),
    ("Ama Boateng", "A. Boateng"),
    ("AMA BOATENG", "Ama Boateng"),
    ("Chen Zilei", "Chen"),
    ("Kim Min-ji", "Kim"),
    ("Nagy Éva", "Nagy"),
    ("Luís Carreño Quiñones", "Carreño"),
    ("Ngozi Okonjo-Iweala", "Okonjo-Iweala"),
    ("Jan van der Berg", "van der Berg"),
    ("Robert “Bob” Mensah", "Bob Mensah"),
    ("Robert Mensah", "Bob Mensah"),
    ("William Tan Jr.", "Tan"),
)
TWO_PERSONS = (
    ("Ama Boateng", "Kofi Boateng"),
    ("Ama Boateng", "Ama Mensah"),
    ("Ama Boateng", "Boatengs"),
    ("Jan van der Berg", "van Dijk"),
    ("J. Tan", "K. Tan"),
)


@pytest.mark.parametrize(("marked", "title", "organisation"), AFFILIATIONS)
def test_ties_title_and_organisation_to_the_person(marked: str, title: str | None, organisation: str | None) -> None:
    person = next(person for person in found(marked, "people") if person.name == "Ama Boateng")
    assert (person.title, person.organisation) == (title, organisation)


@pytest.mark.parametrize(("full", "short"), ONE_PERSON)
def test_joins_the_forms_of_a_name(full: str, short: str) -> None:
    (person,) = found(f"They met [P {full}] there. Later [P {short}] left.", "people")
    assert person.mentions == 2


@pytest.mark.parametrize(("one", "other"), TWO_PERSONS)
def test_keeps_two_persons_apart(one: str, other: str) -> None:
    assert len(found(f"They met [P {one}] there. Later [P {other}] left.", "people")) == 2


def test_takes_the_last_one_named_of_two_with_one_surname() -> None:
    doc = read("[P Ama Tan] spoke. [P Kofi Tan] spoke. [P Tan] left. [P Ama Tan] stayed. [P Tan] slept.")
    people = {person.person_id: person.name for person in kept(doc, "people")}
    named = [people[mention.entity_id] for mention in kept(doc, "mentions")]
    assert named == ["Ama Tan", "Kofi Tan", "Kofi Tan", "Ama Tan", "Ama Tan"]


def test_gives_the_same_person_the_same_id_in_all_articles() -> None:
    (one,) = found("They met [P Ama Boateng] there.", "people")
    (other,) = found("Another day, AMA BOATENG, or [P Ama Boateng], left.", "people")
    assert one.person_id == other.person_id
    assert one.article_id != other.article_id


def test_marks_former_titles() -> None:
    (person,) = found("[P Ama Boateng], former chair of [O Volta Foods], spoke.", "people")
    assert person.former and person.title == "chair"


def test_a_newswire_in_brackets_employs_nobody() -> None:
    text = "[L TEMA] -- (BUSINESS WIRE) -- [O Volta Foods] named [P Ama Boateng] [R chief executive] on Monday."
    (person,) = found(text, "people")
    assert (person.title, person.organisation) == ("chief executive", "Volta Foods")


def test_says_which_rules_it_used() -> None:
    (person,) = found("[P Ama Boateng], chair of [O Volta Foods], spoke.", "people")
    assert person.found_by == "press_people/name_role_of_org"
