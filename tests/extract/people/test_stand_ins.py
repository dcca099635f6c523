"""Bodies that are only referred to: there, his deputy, the archive's head, its work."""

import pytest

from tests.extract.marked import found

ROWS = (
    ("The [O Civil Air Board] will decide, said [P Ama Sika], a [R deputy director] there.", "Civil Air Board"),
    (
        "The [O Ministry of Works] pays with the [O Volta Trust].\n\n[P Ama Sika], [R deputy minister] there, spoke.",
        "Ministry of Works",
    ),
    (
        "The [O Tema Sound Archive] slept.\n\n[P Ama Sika], the archive's [R head of collections], spoke.",
        "Tema Sound Archive",
    ),
    ("The [O Kasoa Quarry Ltd] slept.\n\nThe quarry's [R manager], [P Ama Sika], spoke.", "Kasoa Quarry Ltd"),
    ("The [O Kasoa Quarry Union] slept with the [O Volta Court].\n\nThe quarry's [R cook], [P Ama Sika], spoke.", None),
    ("The [O Volta Synod] met the [O Tema Choir]. The [R clerk] of the synod, [P Ama Sika], counted.", "Volta Synod"),
    (
        "[O Tema Mills] sells to [O Kasoa Foods], a chain in [L Accra]. [P Ama Sika], its [R head of sourcing], spoke.",
        "Kasoa Foods",
    ),
    ("[O Tema Mills] sells to [O Kasoa Foods]. [P Ama Sika], its [R head of sales], spoke.", "Tema Mills"),
    ("The [O Volta Criminal Court] fined [O Tema Mills], and [P Ama Sika], its [R site manager], wept.", "Tema Mills"),
    ("[O Tema Trust] slept. [L Ghana] will pay, said [P Ama Sika], its [R social minister].", None),
    ("[O Relief Tema] sent rice. [P Ama Sika], who heads its work in the north, spoke.", "Relief Tema"),
    ("[P Ama Sika], prosecuting for the [O Tema Council], spoke.", "Tema Council"),
    ("[P Ama Sika], who negotiates for the [O Tema Union], spoke.", "Tema Union"),
    ("[P Ama Sika] runs a dive shop, [O Volta Divers], and slept.", "Volta Divers"),
    ("An archaeologist from the [O Tema Museum], [P Ama Sika], asked for weeks.", "Tema Museum"),
    ("The [O Tema Guard] sent two boats under [R Commandant] [P Ama Sika].", "Tema Guard"),
    ("The [O Tema Guard] ([O TG]) has sent [R inspector] [P Ama Sika].", "Tema Guard"),
    ("The [O Tema Theatre] opens on Friday. The theatre's prompter, [P Ama Sika], wept.", "Tema Theatre"),
    ("The [O Tema Theatre] opens on Friday. The theatre's rival, [P Ama Sika], wept.", None),
    ("The [O Tema Theatre] slept. The city thanked its gardener, [P Ama Sika], in May.", None),
    ("The [O Tema Bank] slept. It has named [P Ama Sika] [R managing director].", "Tema Bank"),
    ("The [O Tema Dry Dock] slept. The dry dock will hire, said [R spokesman] [P Ama Sika].", None),
    ("The [O Tema Water Authority] slept. The Authority pays, said [R manager] [P Ama Sika].", "Tema Water Authority"),
    ("The [O Volta Water Authority] slept. The Authority met [R manager] [P Ama Sika].", None),
    ("The [O Tema Line] skips Kasoa. [P Ama Sika], who has sailed for the line since 1999, agreed.", "Tema Line"),
    ("[P Ama Sika], who has driven buses for [O Tema Transport] for nine years, slept.", "Tema Transport"),
    ("[P Ama Sika], 44, who mapped the slope for [O Volta Surveys], slept.", "Volta Surveys"),
    ("[P Ama Sika], who played two years for [O Kasoa Stars], slept.", None),
    ("[P Ama Sika], who now runs the [L Accra] office of [O Volta Foods], slept.", "Volta Foods"),
    ("[P Ama Sika], who like many others uses one name, heads the [O Tema Guard] post.", "Tema Guard"),
    ("[P Ama Sika] of the Danish engine maker [O Volta Foods] slept.", "Volta Foods"),
    ("[P Ama Sika] of the [L Accra] grain trader [O Volta Foods] slept.", "Volta Foods"),
    ("[P Ama Sika], who leads the plant's branch of the [O Tema Dockers], slept.", "Tema Dockers"),
    ("[O Radio Volta] sings.\n\n[P Ama Sika], the station's [R programme director], spoke.", "Radio Volta"),
    ("[O Tema Herald] prints.\n\nThe sun rose.\n\n[P Ama Sika], the newspaper's [R editor], spoke.", "Tema Herald"),
    ("[P Ama Sika] slept. Her union, the [O Tema Dockers], walked out.", "Tema Dockers"),
    ("[P Ama Sika] slept. Her rival, the [O Tema Dockers], walked out.", None),
    ("The members:\n\n[P Ama Sika], loom fixer, [O Volta Mills]\n", "Volta Mills"),
)

POSTS = (
    ("[P Ama Sika] was hired as [R harbour master] by the [O Tema Port Authority].", "Tema Port Authority", False),
    (
        "[P Ama Sika] is [R harbour master] in Tema. [P Ama Sika], a former [R pilot] with [O Volta Air], slept.",
        None,
        False,
    ),
    ("[O Tema Stars] fired their [R trainer], [P Ama Sika], in May.", "Tema Stars", True),
    ("[O Tema Stars] thanked their [R trainer], [P Ama Sika], in May.", "Tema Stars", False),
    ("[P Ama Sika], a niece of Kojo, was [R treasurer] of the [O Tema Union] until March.", "Tema Union", True),
    ("[P Ama Sika] was [R treasurer] at the mill until 2011.", None, True),
    (
        "The [O Tema Union] slept. [P Ama Sika], its [R chair] and a former [R clerk] of the [O Volta Bank], wept.",
        "Tema Union",
        False,
    ),
)


@pytest.mark.parametrize(("marked", "body", "former"), POSTS)
def test_the_post_of_now_and_the_one_before(marked: str, body: str | None, former: bool) -> None:
    (person,) = found(marked, "people")
    assert (person.organisation, person.former) == (body, former)


def test_who_leaves_a_post_left_the_body_that_the_successor_joins() -> None:
    text = (
        "The [O Tema Bank] has named [P Ama Sika] [R director]. She succeeds [P Kofi Adu]. The [O Kasoa Union] slept."
    )
    assert [person.organisation for person in found(text, "people")] == ["Tema Bank", "Tema Bank"]


def test_who_joins_from_elsewhere_joins_the_body_whose_release_it_is() -> None:
    text = "[O Tema Bank]\n\n[P Ama Sika] joins from [O Volta Foods] as [R chief operating officer]."
    assert [person.organisation for person in found(text, "people")] == ["Tema Bank"]


@pytest.mark.parametrize(("marked", "body"), ROWS)
def test_the_body_that_is_referred_to(marked: str, body: str | None) -> None:
    assert [person.organisation for person in found(marked, "people")] == [body]


def test_his_deputy_works_where_he_does() -> None:
    people = found(
        "[P Kofi Adu], [R coach] of [O Tema Stars], slept. His [R assistant], [P Ama Sika], will lead. "
        "His [R lawyer], [P Yaa Obi], wept.",
        "people",
    )
    bodies = {person.name: person.organisation for person in people}
    assert bodies == {"Kofi Adu": "Tema Stars", "Ama Sika": "Tema Stars", "Yaa Obi": None}
