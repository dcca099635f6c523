"""A saint's possessive is of the name of a church, a school or its friends where nothing that it has follows."""

import pytest

from tests.extract.marked import found

OWN = (
    ("The [O Friends of St Botolph]'s have raised £4,000.", ["Friends of St Botolph's"]),
    ("[O Friends of St Botolph]'s said on Monday that it would.", ["Friends of St Botolph's"]),
    ("The appeal of the [O Friends of St. Olave]’s in Tema ended.", ["Friends of St. Olave’s"]),
    ("[O Parish Trust of Saint Wulfric]'s, which owns it, met.", ["Parish Trust of Saint Wulfric's"]),
    ("Nurses at [O St Brannock]'s. A door of [O St Brannock]'s ward shut.", ["St Brannock's", "St Brannock's"]),
    ("A fire at [L St Piran]'s in Tema was put out.", ["St Piran's"]),
)
OTHERS = (
    ("The [O Friends of St Botolph]'s roof appeal ended.", ["Friends of St Botolph"]),
    ("The mayor is [L St Petersburg]'s.", ["St Petersburg"]),
    ("[L St Lucia]'s in debt, he said.", ["St Lucia"]),
    ("The [O Friends of St Botolph] said so.", ["Friends of St Botolph"]),
)


@pytest.mark.parametrize(("marked", "names"), (*OWN, *OTHERS))
def test_the_possessive_stays_where_it_is_of_the_name(marked: str, names: list[str]) -> None:
    mentions = found(marked, "mentions")
    assert [one.text for one in mentions if "St" in one.text or "Saint" in one.text] == names
