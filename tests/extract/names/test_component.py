"""Names as a model gives them, good and bad, to the mentions that we keep."""

import pytest

from tests.extract.marked import found

EDGES = (
    ("They met [P Mr Kofi Mensah] there.", [("PERSON", "Kofi Mensah")]),
    ("They met [P Dr. Mei Tan’s] team.", [("PERSON", "Mei Tan")]),
    ("They met [P Kofi Mensah,] there.", [("PERSON", "Kofi Mensah")]),
    ("They met [P William Tan Jr.] there.", [("PERSON", "William Tan Jr.")]),
    ("They met [P Dean Otieno] there.", [("PERSON", "Dean Otieno")]),
    ("They met [P Don Otieno] there.", [("PERSON", "Don Otieno")]),
    ("They met [P Datin Seri Noraini Yusof] there.", [("PERSON", "Noraini Yusof")]),
    ("They met [P Puan Hajah Noraini] there.", [("PERSON", "Noraini")]),
    ("They met [P Daw Hla Nwe] there.", [("PERSON", "Hla Nwe")]),
    ("They met [P Mallam Sani Gusau] there.", [("PERSON", "Sani Gusau")]),
    (
        "They met [P Ato Girma Tulu] and [P W/ro Selam Tulu] there.",
        [("PERSON", "Girma Tulu"), ("PERSON", "Selam Tulu")],
    ),
    ("They met [P Mzee Juma Otieno] there.", [("PERSON", "Juma Otieno")]),
    ("They met [P Ama Tetteh] (Die Neun). Die Neun and (KAL) won.", [("PERSON", "Ama Tetteh")]),
    ("They met [P Ama Tetteh] (KAL). KAL won.", [("PERSON", "Ama Tetteh"), ("ORG", "KAL"), ("ORG", "KAL")]),
    ("They met [P Ama Tetteh] (KEN) there.", [("PERSON", "Ama Tetteh")]),
    ("They paid [O Volta] 21. The [O Volta] 21 mill grew.", [("ORG", "Volta 21"), ("ORG", "Volta 21")]),
    ("They paid [O Volta] 21. The [O Volta] mill grew.", [("ORG", "Volta"), ("ORG", "Volta")]),
    (
        "The union KNTW met. KNTW spokesman [P Ama Tetteh] spoke.",
        [("ORG", "KNTW"), ("ORG", "KNTW"), ("PERSON", "Ama Tetteh")],
    ),
    ("They met the late Ama Boateng and [P Kofi Boateng].", [("PERSON", "Ama Boateng"), ("PERSON", "Kofi Boateng")]),
    ("Shares of [P Ama Tetteh] fell.", [("PERSON", "Ama Tetteh")]),
    ("The mill of [P Tetteh Dairies] fell.", [("ORG", "Tetteh Dairies")]),
    (
        "The mine of [O Minera Ceniza Alta] shut. [P Ceniza Alta] wept.",
        [("ORG", "Minera Ceniza Alta"), ("ORG", "Ceniza Alta")],
    ),
    (
        "They paid [O Minera Sahaja Oti S.A.C.] there. [P Sahaja Oti] wept.",
        [("ORG", "Minera Sahaja Oti S.A.C."), ("ORG", "Sahaja Oti")],
    ),
    (
        "They paid [O PT Sahaja Oti Nusa] there. [P Sahaja Oti] wept.",
        [("ORG", "PT Sahaja Oti Nusa"), ("ORG", "Sahaja Oti")],
    ),
    (
        "They paid [O Minera Sahaja Oti S.A.C.] there. Mr [P Sahaja Oti] wept.",
        [("ORG", "Minera Sahaja Oti S.A.C."), ("PERSON", "Sahaja Oti")],
    ),
    (
        "[O Brewer Volta Gold] sells less. [O Volta Gold, a.s.] said so.",
        [("ORG", "Volta Gold"), ("ORG", "Volta Gold, a.s.")],
    ),
    ("[O Brewer Volta Gold] sells less.", [("ORG", "Brewer Volta Gold")]),
    (
        "[O Club Volta Gold] won. [O Volta Gold] said so.",
        [("ORG", "Club Volta Gold"), ("ORG", "Volta Gold")],
    ),
    ("Mr [P Quaye] left. [O Esi Ada Quaye] spoke.", [("PERSON", "Quaye"), ("PERSON", "Esi Ada Quaye")]),
    ("Mr [P Quaye] left. [O Ada Bank Quaye] spoke.", [("PERSON", "Quaye"), ("ORG", "Ada Bank Quaye")]),
    ("They met Prof. [P Kofi Mills] there.", [("PERSON", "Kofi Mills")]),
    (
        "They met [P Ama Ribas Tetteh]. The mill was [O Ribas Tetteh]'s.",
        [("PERSON", "Ama Ribas Tetteh"), ("PERSON", "Ribas Tetteh")],
    ),
    ("[O KAL] spoke. KAL-insured mills were sold.", [("ORG", "KAL"), ("ORG", "KAL")]),
    ("[P Ama Tetteh] met [P Tetteh]. The Tetteh-led mill grew.", [("PERSON", "Ama Tetteh"), ("PERSON", "Tetteh")]),
    (
        "[O KAL] met [P Ama Tetteh], the [R Inspector General for KAL].",
        [("ORG", "KAL"), ("PERSON", "Ama Tetteh"), ("ORG", "KAL")],
    ),
    ("It met [P Ama Tetteh], the [R Inspector General for KAL].", [("PERSON", "Ama Tetteh")]),
    ("They joined the [O 47th Engineering Battalion] there.", [("ORG", "47th Engineering Battalion")]),
    (
        "[O Sika Cycles GmbH] met [P Ama Sika]. [P Sika] sold 900 bikes. [P Sika] said it was late.",
        [("ORG", "Sika Cycles GmbH"), ("PERSON", "Ama Sika"), ("ORG", "Sika"), ("PERSON", "Sika")],
    ),
    (
        "[P Ama Tetteh], known as [O Champ], won. [O Champ] left.",
        [("PERSON", "Ama Tetteh"), ("PERSON", "Champ"), ("PERSON", "Champ")],
    ),
    (
        "[O Sika Bearing Co.] met [P Ama Sika]. It buys Sika parts. Sika left.",
        [("ORG", "Sika Bearing Co."), ("PERSON", "Ama Sika"), ("ORG", "Sika"), ("PERSON", "Sika")],
    ),
    (
        "They left [L Canada] there. [O Canada's Parliament] met.",
        [("LOC", "Canada"), ("LOC", "Canada"), ("ORG", "Parliament")],
    ),
    ("They joined [O Volta Marine of Ghana] there.", [("ORG", "Volta Marine"), ("LOC", "Ghana")]),
    ("They joined [O Bank of Ghana] there.", [("ORG", "Bank of Ghana")]),
    ("They joined [O Bank of Ghana] Thursday there.", [("ORG", "Bank of Ghana")]),
    ("They joined [L Harrow] & Pell there.", [("ORG", "Harrow & Pell")]),
    ("They left [L Brighton] & [L Hove] there.", [("LOC", "Brighton"), ("LOC", "Hove")]),
    ("[O Laurel] wreaths come back\n\nThey came by ship.", []),
    ("[O Laurel] said no\n\nThey came by ship.", [("ORG", "Laurel")]),
    ("They met [P Yaw Addo al-Tema] there. [O Al-Tema] left.", [("PERSON", "Yaw Addo al-Tema"), ("PERSON", "Al-Tema")]),
    ("They went to the Museo del Altiplano there.", [("ORG", "Museo del Altiplano")]),
    ("They saw FC Tema Norte win the first match there.", [("ORG", "FC Tema Norte")]),
    ("[O Grain] mills close\n\nThe grain came late.", []),
    ("They met [P William Tan Sr]. there.", [("PERSON", "William Tan Sr.")]),
    ("They joined [O Duna Papir Kft]. there.", [("ORG", "Duna Papir Kft.")]),
    ("They joined [O Torre Freni S.p].A. there.", [("ORG", "Torre Freni S.p.A.")]),
    ("They joined [O Hark & Pratt LLP] there.", [("ORG", "Hark & Pratt LLP")]),
    ("They joined Stoll, [O Hark & Pratt LLP] there.", [("ORG", "Stoll, Hark & Pratt LLP")]),
    (
        "They joined [O Stoll], [O Arps], [O Slate, Hark & Pratt LLP] there.",
        [("ORG", "Stoll, Arps, Slate, Hark & Pratt LLP")],
    ),
    (
        "They sold it to [O Volta Storage, L.P. Stoll], [O Hark & Pratt LLP] advised them.",
        [("ORG", "Volta Storage, L.P."), ("ORG", "Stoll, Hark & Pratt LLP")],
    ),
    ("They left [L Tema], [O Hark & Pratt LLP] there.", [("LOC", "Tema"), ("ORG", "Hark & Pratt LLP")]),
    ("They joined [P Stoll], [O Hark & Pratt LLP] there.", [("ORG", "Stoll, Hark & Pratt LLP")]),
    ("They joined [O Stoll] and Partners there.", [("ORG", "Stoll and Partners")]),
    ("They saw FC [P Tema Norte] there.", [("ORG", "FC Tema Norte")]),
    ("They met Kweku 'Champ' [P Tetteh] there.", [("PERSON", "Kweku 'Champ' Tetteh")]),
    (
        "They met [P Tetteh], [P Ruth]; and [P Boateng], [P John D.], there.",
        [("PERSON", "Tetteh, Ruth"), ("PERSON", "Boateng, John D.")],
    ),
    ("They joined [O Volta Mills], formerly Tema Grain.", [("ORG", "Volta Mills"), ("ORG", "Tema Grain")]),
    ("They met [P Tetteh], [P Ruth] and others there.", [("PERSON", "Tetteh"), ("PERSON", "Ruth")]),
    ("They met [P Kofi Mensah]-Addo there.", [("PERSON", "Kofi Mensah-Addo")]),
    ("They met [P Devi] a/p Raman there.", [("PERSON", "Devi a/p Raman")]),
    ("They met [P Lanjang] anak Sigai there.", [("PERSON", "Lanjang anak Sigai")]),
    ("They met [P Grant Otieno] there.", [("PERSON", "Grant Otieno")]),
    ("They met [P Brazilian striker Ana Souza] there.", [("PERSON", "Ana Souza")]),
    (
        "They met [O Ministry of Works S. K.] [P Ada Obi] there.",
        [("ORG", "Ministry of Works"), ("PERSON", "S. K. Ada Obi")],
    ),
    ("They met Ana (D-N.M.) in [L Tema], Ariz. there.", [("LOC", "N.M."), ("LOC", "Tema"), ("LOC", "Ariz.")]),
    (
        "They met [O Ministry of Defence Air] Vice Marshal [P Ada Obi] there.",
        [("ORG", "Ministry of Defence"), ("PERSON", "Ada Obi")],
    ),
    ("They met [O Ministry of Defence Air Vice Marshal] (Retired) there.", [("ORG", "Ministry of Defence")]),
    ("They named [P Eli Lilly] there.", [("ORG", "Eli Lilly")]),
    ("They joined [O the Water Board] there.", [("ORG", "Water Board")]),
    ("They joined [O The Water Board's] team.", [("ORG", "Water Board")]),
    ("They joined [O Shippers' Council] there.", [("ORG", "Shippers' Council")]),
    ("They joined [O Volta Foods] Inc. there.", [("ORG", "Volta Foods Inc.")]),
    ("They joined [O Volta Foods] AS there.", [("ORG", "Volta Foods AS")]),
    ("They named [O James Tetteh Group] Chief Financial Officer there.", [("PERSON", "James Tetteh")]),
    ("They joined [O Volta Foods], Ltd there.", [("ORG", "Volta Foods, Ltd")]),
    ("They joined [O Volta Foods (NYSE: VLF)] there.", [("ORG", "Volta Foods")]),
    ("They joined [O the Department’s Roads Division] there.", [("ORG", "Roads Division")]),
    ("They joined the [O WMO's Office of Water] there.", [("ORG", "WMO"), ("ORG", "Office of Water")]),
    ("They went to [L the Netherlands] there.", [("LOC", "Netherlands")]),
    ("They went to [L Springfield], [L Ill.] there.", [("LOC", "Springfield"), ("LOC", "Ill.")]),
    ("They went to [L Tema], [L Del.] there.", [("LOC", "Tema"), ("LOC", "Del.")]),
    ("They met the [L Volta] regional government there.", [("ORG", "Volta regional government")]),
    ("They paid [O Volta Savings and at Ketu] there.", [("ORG", "Volta Savings"), ("ORG", "Ketu")]),
    ("They paid [O Volta Foods]. The [O Volta Foods Board] met.", [("ORG", "Volta Foods"), ("ORG", "Volta Foods")]),
    ("They went to [L northern Ghana] there.", [("LOC", "Ghana")]),
    ("They went to [L 14 Harbour Road] there.", [("LOC", "Harbour Road")]),
    ("They met the [L Ghana] government there.", [("ORG", "Ghana government")]),
    ("They met the government of [L Ghana] there.", [("ORG", "government of Ghana")]),
)

ADDED = (
    ("They joined [O Invest Accra] (InvAccra) there.", [("ORG", "Invest Accra"), ("ORG", "InvAccra")]),
    ("They joined the Ministry of Rural Roads there.", [("ORG", "Ministry of Rural Roads")]),
    ("They joined the Tema Technical University there.", [("ORG", "Tema Technical University")]),
    ("[P Ama Boateng] left. Then Boateng came.", [("PERSON", "Ama Boateng"), ("PERSON", "Boateng")]),
    ("[O Volta Foods] left. Then Volta Foods came.", [("ORG", "Volta Foods"), ("ORG", "Volta Foods")]),
    (
        "[O Kaneshie Rice Mills] left. Then Kaneshie Rice came.",
        [("ORG", "Kaneshie Rice Mills"), ("ORG", "Kaneshie Rice")],
    ),
    ("[O Kaneshie Foods] left. Then Kaneshie came.", [("ORG", "Kaneshie Foods"), ("ORG", "Kaneshie")]),
    (
        "[P Ama Boateng Endorses] Plan\n\nThe plan pleased [P Ama Boateng] well.",
        [("PERSON", "Ama Boateng"), ("PERSON", "Ama Boateng")],
    ),
    ("The desk (GLOBE NEWSWIRE) said so.", [("ORG", "GLOBE NEWSWIRE")]),
    ("The [L Lake Volta Park] (LVP) is wet. LVP is big.", [("LOC", "Lake Volta Park"), ("LOC", "LVP"), ("LOC", "LVP")]),
)

BY_FORM = (
    ("They paid [P Kova Kommunikation] there.", [("ORG", "Kova Kommunikation")]),
    ("They paid [L Lembaga Air Sentosa] there.", [("ORG", "Lembaga Air Sentosa")]),
    ("They paid [P Nordfisk Fiskeriverket] there.", [("ORG", "Nordfisk Fiskeriverket")]),
    ("They have paid a levy to Boats for [L Tema], a club.", [("ORG", "Boats for Tema")]),
    ("They have met the Minister for [L Tema] there.", [("LOC", "Tema")]),
    ("The Port and Rail of [L Tema] (PRT) paid.", [("LOC", "Tema")]),
    ("They paid Ohene & Nephews there.", [("ORG", "Ohene & Nephews")]),
    ("They paid [P Water en Wind] there.", [("ORG", "Water en Wind")]),
    ("They paid Berg og Datter there.", [("ORG", "Berg og Datter")]),
    ("They paid [O Kova] sp. z o.o. there.", [("ORG", "Kova sp. z o.o.")]),
    ("They paid 9-Bunga Foods Sdn. Bhd. there.", [("ORG", "9-Bunga Foods Sdn. Bhd.")]),
    ("They paid Friends of Lake Bosom there.", [("ORG", "Friends of Lake Bosom")]),
    ("They read the Annals of Coastal Geology there.", [("ORG", "Annals of Coastal Geology")]),
    ("They met the [O World Food Programme] there.", [("ORG", "World Food Programme")]),
    ("They have paid the Volta Water Board for water that comes from Volta.", [("ORG", "Volta Water Board")]),
    ("The mothers and sons of Tema met there.", []),
)

BESIDE = (
    ("They paid [P Sahaja], an insurer in Tema, there.", [("ORG", "Sahaja")]),
    ("They paid [P Ama Sahaja], an insurer's lawyer in Tema, there.", [("PERSON", "Ama Sahaja")]),
    ("They paid [P Sahaja], which insures them.", [("ORG", "Sahaja")]),
    ("They paid the toolmaker [P Sahaja] there.", [("ORG", "Sahaja")]),
    ("They paid [P Sahaja] there. [P Sahaja], the fund manager, left.", [("ORG", "Sahaja"), ("ORG", "Sahaja")]),
    ("They met the [R Supreme Court Justice] [P Ama Sika].", [("ORG", "Supreme Court"), ("PERSON", "Ama Sika")]),
    (
        "They met [P Ama Sika-Oti]. Then Ama [O Sika-Oti] left.",
        [("PERSON", "Ama Sika-Oti"), ("PERSON", "Ama Sika-Oti")],
    ),
    ("They told [P Le Sahaja]. They wept.", [("ORG", "Le Sahaja")]),
    ("They told [P Sika Sahaja]. [P Sahaja] wept.", [("PERSON", "Sika Sahaja"), ("PERSON", "Sahaja")]),
    ("[P Sahaja Oti] have sold him. They wept.", [("ORG", "Sahaja Oti")]),
    ("They saw [P Sahaja Oti], who are third, there.", [("ORG", "Sahaja Oti")]),
    (
        "They saw [P Ama Sika] and [P Sahaja Oti], who are old, there.",
        [("PERSON", "Ama Sika"), ("PERSON", "Sahaja Oti")],
    ),
    ("They drew: a 2-2 draw with [P Sahaja Oti] there.", [("ORG", "Sahaja Oti")]),
    ("After a 6-3, 6-4 win over [P Sahaja Oti] they left.", [("PERSON", "Sahaja Oti")]),
    ("They met firms such as [P Sahaja Oti] there.", [("ORG", "Sahaja Oti")]),
    ("They met the opposition [P Sahaja Oti] there.", [("ORG", "Sahaja Oti")]),
    ("[O Sahaja], 68, left. They met his wife, [O Sika Oti].", [("PERSON", "Sahaja"), ("PERSON", "Sika Oti")]),
    ("They met the mill's chair, [O Sika Oti], there.", [("PERSON", "Sika Oti")]),
    ("They met spokesman [O Sika Oti] there.", [("PERSON", "Sika Oti")]),
    ("They met spokesman [O Sika Water Board] there.", [("ORG", "Sika Water Board")]),
    ("They chose [O Sika Oti], a banker, there. [O Oti] left.", [("PERSON", "Sika Oti"), ("PERSON", "Oti")]),
    ("They work for [P Sahaja Oti] there.", [("PERSON", "Sahaja Oti")]),
    ("They paid Rope and Sail, the dockers' union, there.", [("ORG", "Rope and Sail")]),
    ("They paid Friends of [L Tema], a food bank, there.", [("ORG", "Friends of Tema")]),
    ("They paid in [L Tema], the company said.", [("LOC", "Tema")]),
    ("Similarly, a partnership with others grew.", []),
    ("They boarded the ferry [L Ama Star] there. The [L Ama Star] left.", []),
    ("They saw the tugs [P Sika] and [P Sika II] there.", []),
    ("They saw HMS [L Tema] off [L Tema].", [("LOC", "Tema")]),
)

NO_NAMES = (
    "They paid the [O Underwriters] and the [O Lenders] there.",
    "They joined [O the Company] there.",
    "They joined [O the Ministry] there.",
    "They signed [O the Clean Rivers Act] there.",
    "They won [O the Best Juice Award] there.",
    "They met [P CEO] there.",
    "They met in [P March] there.",
    "They took [O COVID-19] tests.",
    "They met [P ghanaians] there.",
    "They met [P 25 Boateng 3] there.",
    "A view of the port. [P File Photo: VCG]",
    "They opened the African Water Week ([O AWW]). [O AWW] is big.",
    "They posted it on [O Facebook] there.",
    "They met [O Ghanaian] people there.",
    "They read [O www.voltafoods.example] there.",
    "They took the net profit after tax ([O NPAT]) there.",
    "They met [O HBCUs] there.",
    "The benchmark [O KOSPI] rose.",
    "The AG's lawsuit names them.",
    "The exchange ([O Tema Exchange]: VLTF) rose.",
    "They heard the [O Commission of the cartel] there.",
)


@pytest.mark.parametrize(("marked", "expected"), (*EDGES, *ADDED, *BY_FORM, *BESIDE))
def test_keeps_names_by_our_conventions(marked: str, expected: list[tuple[str, str]]) -> None:
    mentions = [m for m in found(marked, "mentions") if m.label != "ROLE"]
    assert [(mention.label, mention.text) for mention in mentions] == expected


@pytest.mark.parametrize("marked", NO_NAMES)
def test_drops_what_is_no_name(marked: str) -> None:
    assert [mention.text for mention in found(marked, "mentions") if mention.label != "LOC"] == []


def test_gives_a_name_one_label_in_an_article() -> None:
    mentions = found("[O Volta] rose. [O Volta] fell. [L Volta] slept.", "mentions")
    assert {mention.label for mention in mentions} == {"ORG"}


def test_says_zone_sentence_and_rule() -> None:
    (first, second) = found("They met [P Ama Boateng]. Then Boateng left.", "mentions")
    assert (first.sentence, first.found_by) == ("They met Ama Boateng.", "press_names/model")
    assert (second.sentence, second.found_by) == ("Then Boateng left.", "press_names/repeat")
    assert first.zone in ("body", "headline")
