"""One article, one answer to whom `the company` and `its` mean: the tables of people, figures and quotations agree."""

import pytest

from tests.extract.marked import whole

KASOA = """Kasoa Terminals buys a second crane

TEMA, Ghana, 3 March 2025 - [O Mensah Securities Ltd] and [O Mensah Securities Ltd]'s analysts had expected a purchase \
of a crane by [O Kasoa Terminals Ltd.] The company said its [R chief executive], [P Ama Boateng], had signed on Friday.

"We now have two," said the company.

The company spent €11.4 million. Revenue at the company was €40 million.

[O Kasoa Terminals Ltd] grew. [O Kasoa Terminals Ltd] hired 30 people.

About [O Kasoa Terminals Ltd]

[O Kasoa Terminals Ltd] runs a port.
"""

ISSUER = """[O Volta Foods] opens a mill

ACCRA, 3 March 2025 - [O Ada Capital] and [O Ada Capital]'s owners lent money to [O Volta Foods]. The company said so.

Its [R chair], [P Ama Boateng], was pleased. "It grinds at last and will feed many," the company added.

It earned €3 million.

About [O Volta Foods]

[O Volta Foods] mills maize.
"""


@pytest.mark.parametrize(("marked", "name"), [(KASOA, "Kasoa Terminals Ltd"), (ISSUER, "Volta Foods")])
def test_the_tables_agree(marked, name):
    doc = whole(marked)
    ids = {org.organisation_id: org.name for org in doc._.organisations}
    assert {person.organisation for person in doc._.people} == {name}
    assert {ids.get(row.organisation_id) for row in doc._.money} == {name}
    assert {quote.speaker for quote in doc._.quotes} == {name}


def test_a_sentence_keeps_its_full_stop():
    assert {org.name for org in whole(KASOA)._.organisations} == {"Kasoa Terminals Ltd", "Mensah Securities Ltd"}
    for suffix, name in (("Ltd.", "Kasoa Terminals Ltd"), ("Inc.", "Kasoa Terminals Inc.")):
        alone = whole(f"A crane was bought by [O Kasoa Terminals {suffix}] It is blue.")
        assert [org.name for org in alone._.organisations] == [name]
    dotted = whole("[O Kasoa Ltd.] of [L Tema] sold a crane to [O Ada Ltd.] A Ltd firm is blue.")
    assert {org.name for org in dotted._.organisations} == {"Kasoa Ltd.", "Ada Ltd."}
