"""Forms of organisations' names that are one organisation in an article, and those that are two."""

import pytest

from pipeline.extract.document.finds import kept
from tests.extract.marked import found, read

ONE = (
    ("The [O Maritime Rescue Union] ([O PNO]) met. The [O PNO] left.", "Maritime Rescue Union", ("PNO",), 3),
    (
        "[O Tema Hospital] hired. The [O Tema Regional Referral Hospital] grew.",
        "Tema Regional Referral Hospital",
        ("Tema Hospital",),
        2,
    ),
    (
        "The [O Agence nationale de l'eau et de la forêt] ([O ANEF]) met.",
        "Agence nationale de l'eau et de la forêt",
        ("ANEF",),
        2,
    ),
    (
        "The [O Kasoa Tema Party] ([O Unified]) met. [O Kasoa Tema] left.",
        "Kasoa Tema Party (Unified)",
        ("Kasoa Tema",),
        2,
    ),
    ("They joined [O Invest Accra] ([O InvAccra]). [O InvAccra] grew.", "Invest Accra", ("InvAccra",), 3),
    (
        "They joined Invest Accra. [O Volta Foods Plc] (“Volta” or the “Company”) grew. Volta hired.",
        "Volta Foods Plc",
        ("Volta",),
        3,
    ),
    ("[O Volta Foods Co., Ltd.] grew. [O Volta Foods] hired.", "Volta Foods Co., Ltd.", ("Volta Foods",), 2),
    ("[O Volta Electronics Co., Ltd.] grew. [O Volta] hired.", "Volta Electronics Co., Ltd.", ("Volta",), 2),
    ("[O Volta Foods Group] grew. [O Volta Foods] hired.", "Volta Foods Group", ("Volta Foods",), 2),
    (
        "The [O World Meteorological Organization] met. The [O WMO] spoke.",
        "World Meteorological Organization",
        ("WMO",),
        2,
    ),
    (
        "The [O Department of Roads] met. The [O Roads Department] spoke.",
        "Department of Roads",
        ("Roads Department",),
        2,
    ),
    (
        "The [O U.S. Environment Agency] met. The [O Environment Agency] spoke.",
        "U.S. Environment Agency",
        ("Environment Agency",),
        2,
    ),
    ("The [O PR Newswire] and [O PRNewswire] desks.", "PR Newswire", ("PRNewswire",), 2),
    ("[O VOLTA FOODS INC.] grew. [O Volta Foods Inc.] hired.", "Volta Foods Inc.", (), 2),
    ("The [O Treasury Department] met. The [O Treasury] spoke.", "Treasury Department", ("Treasury",), 2),
    ("The [O National Shippers' Council] ([O NSC]) met.", "National Shippers' Council", ("NSC",), 2),
    ("[O SRT], the [O Shippers' Relief Trust], met.", "Shippers' Relief Trust", ("SRT",), 2),
    ("The [O Shippers' Relief Trust], or [O SRT], met.", "Shippers' Relief Trust", ("SRT",), 2),
    ("The [O Shippers' Relief Trust] [[O SRT]] met.", "Shippers' Relief Trust", ("SRT",), 2),
    ("[O SRT] ([O Shippers' Relief Trust]) met. [O SRT] grew.", "Shippers' Relief Trust", ("SRT",), 3),
    ("The [O Water Institute] ([O INAG], in Spanish) met.", "Water Institute", ("INAG",), 2),
    ("The [O Volta Mills Inc.], doing business as [O Sunny Yam], met.", "Volta Mills Inc.", ("Sunny Yam",), 2),
    ("The [O Volta Mills Inc.], formerly [O Tema Grain], met.", "Volta Mills Inc.", ("Tema Grain",), 2),
    (
        "The [O Ama Tetteh Institute of Soils] met. The [O Tetteh Institute] spoke.",
        "Ama Tetteh Institute of Soils",
        ("Tetteh Institute",),
        2,
    ),
    ("[O FC Volta Tema] lost. [O Volta] are last.", "FC Volta Tema", ("Volta",), 2),
    ("The [O Tema Philharmonic] met. The [O Philharmonic] played.", "Tema Philharmonic", ("Philharmonic",), 2),
    ("[O Volta Mills Inc.] (Nasdaq: GTMX) met. [O GTMX] grew.", "Volta Mills Inc.", ("GTMX",), 2),
    ('[O Volta Mills Inc.], a Tema company ("[O TXO]"), met.', "Volta Mills Inc.", ("TXO",), 2),
    ('[O Volta Mills Inc.] (GSE: VMI) (the "Company" or "[O Tema Red]") met.', "Volta Mills Inc.", ("Tema Red",), 2),
    ("The [O Roads Office] ([O BRK]) met.", "Roads Office", ("BRK",), 2),
    ("[O Club Real Tema Norte] met. [O Tema Norte] won.", "Club Real Tema Norte", ("Tema Norte",), 2),
)

TWO = (
    "[O Volta Mills] closed a farm. [O Volta Mills North] runs on.",
    "[O Volta Peru], a unit of [O Volta], grew.",
    "[O Volta Foods Kenya], the local subsidiary of Ghana's [O Volta Foods], will build in [L Kenya].",
    "[O Volta Foods] bought 40% of [O Volta], which was small.",
    "[O Volta Mills Ltd] owns a farm. [O Volta Mills Cocoa] runs it.",
    "Ghana's [O Ministry of Finance] met Zambia's [O Ministry of Finance].",
    "In Ghana, the [O Supreme Court] sat. In Kenya, the [O Supreme Court] rose.",
    "In [L Accra], the [O Supreme Court] sat. In [L Nairobi], the [O Supreme Court] rose.",
    "[O Volta Foods] and [O Volta Motors] fell. [O Volta] rose.",
    "The [O University of Tema] and the [O University of Tema School of Medicine] met.",
    "The [O Tema Court] and [O Accra Court] met.",
    "[O Volta Foods] and [O Volta Foods Accra] of [L Accra] met.",
    "The [O Heart Association] and the [O Stroke Association] met.",
    "The [O Research Center for Soils] at [O Tema University] met.",
    "[O Volta Foods], the [O National Shippers' Council] and a bank met.",
    "[O Volta Foods] or the [O Tema Court] met.",
    "The [O Bank of Volta Delta] met. [O Volta Delta] spoke.",
    "The [O Tema Lions] ([O GHL]), the [O Accra Stars] ([O GHB]) and the [O Volta Reds] ([O GHR]) met.",
    "[O Ford Foundation] and [O Ford Motor Company] met.",
    "The [O Ministry of Roads] and the [O Ministry of Health] met.",
)


@pytest.mark.parametrize(("marked", "name", "aliases", "mentions"), ONE)
def test_joins_the_forms_of_a_name(marked: str, name: str, aliases: tuple[str, ...], mentions: int) -> None:
    organisation = next(one for one in found(marked, "organisations") if one.name == name)
    assert (organisation.aliases, organisation.mentions) == (aliases, mentions)


@pytest.mark.parametrize("marked", TWO)
def test_keeps_organisations_apart(marked: str) -> None:
    doc = read(marked)
    assert len(kept(doc, "organisations")) == marked.count("[O ")


def test_puts_its_id_on_every_mention() -> None:
    doc = read("[O Volta Foods Plc] grew. [O Volta Foods] hired. [P Ama Boateng] left.")
    (organisation,) = kept(doc, "organisations")
    ids = [mention.entity_id for mention in kept(doc, "mentions") if mention.label == "ORG"]
    assert ids == [organisation.organisation_id] * 2
