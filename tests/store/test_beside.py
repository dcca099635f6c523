from pipeline.store.linking.beside import NamedBeside, of_article
from pipeline.store.linking.linker import knowledge


def named(*rows, dateline="Nairobi, Kenya"):
    return [
        NamedBeside(dateline, 10 * at, text, label, text, "body", sentence)
        for at, (label, text, sentence) in enumerate(rows)
    ]


def test_an_article_is_about_the_country_of_its_places():
    about, beside = of_article(named(("PERSON", "Ada Obi", "Ada Obi spoke.")), knowledge().around)
    assert about == "KE"
    assert beside["Ada Obi"] == (None, None, None)


def test_the_country_beside_a_name_is_its_own():
    rows = [("LOC", "Peru", "Peru's Congress voted."), ("ORG", "Congress", "Peru's Congress voted.")]
    assert of_article(named(*rows), knowledge().around)[1]["Congress"].country == "PE"


def test_a_roundup_goes_from_country_to_country():
    rows = [
        ("LOC", "Ghana", "Ghana's Congress read its budget."),
        ("ORG", "Congress", "Ghana's Congress read its budget."),
        ("PERSON", "Temwa", "Temwa read it."),
        ("LOC", "Peru", "In Peru, the Senate read its own."),
        ("ORG", "Senate", "In Peru, the Senate read its own."),
        ("PERSON", "Quispe", "Quispe read it."),
    ]
    about, beside = of_article(named(*rows), knowledge().around)
    assert about is None
    assert (beside["Congress"].country, beside["Senate"].country) == ("GH", "PE")
    assert beside["Temwa"].country == beside["Quispe"].country == "GH PE"


def test_how_a_person_is_brought_in():
    rows = [("PERSON", "Obi", "The landlord, a Mr Obi, left."), ("PERSON", "Temwa", "Temwa stayed.")]
    _, beside = of_article(named(*rows), knowledge().around)
    assert (beside["Obi"].introduced, beside["Temwa"].introduced) == ("stranger", None)


def test_what_a_person_does_for_life_stands_in_any_sentence_but_once():
    rows = [
        ("PERSON", "Obi", "Obi won the race."),
        ("PERSON", "Obi", "The swimmer Obi is 18, and Obi, a baker, is not."),
        ("PERSON", "Obi", "The swimmer Obi is 18, and Obi, a baker, is not."),
        ("ORG", "Tema Pool", "The swimmer Tema Pool presented left."),
    ]
    _, beside = of_article(named(*rows), knowledge().around)
    assert (beside["Obi"].calling, beside["Tema Pool"].calling) == ("swimmer", None)
