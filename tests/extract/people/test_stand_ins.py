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
)


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
