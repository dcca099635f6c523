"""Names of bodies that are cut short, to what goes on behind or before them."""

import pytest

from tests.extract.marked import found

ROWS = (
    ("The [O Harbour Workers Union] No. 14 met there.", ["Harbour Workers Union No. 14"]),
    ("They joined [O Sindicato de Mineros] N° 3 there.", ["Sindicato de Mineros N° 3"]),
    ("They paid [O Volta] No. 1 there.", ["Volta"]),
    ("The [O Ports Authority] of [L Ghana] met there.", ["Ports Authority of Ghana"]),
    ("The [O Board of Pilots] of the [L Gambia] met there.", ["Board of Pilots of the Gambia"]),
    ("They paid [O Volta Marine] of [L Ghana] there.", ["Volta Marine"]),
    ("The [O Ports Authority] of [L Tema] met there.", ["Ports Authority"]),
    ("The [O Tema Labour Party] ([O Unified]) met there.", ["Tema Labour Party (Unified)"]),
    ("They left the [O Forward Bloc Party] (M) there.", ["Forward Bloc Party (M)"]),
    (
        "They met at the [O Centre for Coastal], [O Port and River Studies] there.",
        ["Centre for Coastal, Port and River Studies"],
    ),
    ("They run [O Aguas del Puerto], I.P.D., there.", ["Aguas del Puerto, I.P.D."]),
    ("The Direction des transports routiers met there.", ["Direction des transports routiers"]),
    ("They were told that the Sistema de Aguas, O.P.D., met there.", ["Sistema de Aguas, O.P.D."]),
    ("They met [O Kasoa Ginning], N.M., there.", ["Kasoa Ginning"]),
    ("[O Sika Dental] grew. ACCRA--(May 1)--Sika [O Dental Ltd] hired.", ["Sika Dental", "Sika Dental Ltd"]),
    ("They paid Danish [O Volta Marine A/S]. [O Volta Marine] grew.", ["Volta Marine A/S", "Volta Marine"]),
    ("They paid [O Danish Volta Marine A/S]. [O Volta Marine] grew.", ["Volta Marine A/S", "Volta Marine"]),
    (
        "A doctor at the [O Stroke Unit, Tema University Hospital] met them.",
        ["Stroke Unit", "Tema University Hospital"],
    ),
    ("He spent years at Thirty-[O Two Partners] there.", ["Thirty-Two Partners"]),
    ("He runs [O Sika Foods Co]-operative there.", ["Sika Foods Co-operative"]),
    ("It sells its tins under the names [O Volto] and [O QuickFlow] there.", []),
    ("The trial of Voltex™ grew. [O Voltex] works.", []),
    ("They met at the [O Tema Post Joint] Editor Ama Sika.", ["Tema Post"]),
    ("It was hired from [O Tema Lines Ltd.] They slept.", ["Tema Lines Ltd"]),
    ("It was hired from [O Tema Lines Ltd.], they said. [O Tema Lines Ltd.] They slept.", ["Tema Lines Ltd."] * 2),
    ("They paid the [O Danish Relief Council] there.", ["Danish Relief Council"]),
    ("They paid the [O Danish engineers Volta & Tema A/S] there.", ["Volta & Tema A/S"]),
    ("They paid the [O Danish football union DBF] there.", ["Danish football union DBF"]),
)


@pytest.mark.parametrize(("marked", "expected"), ROWS)
def test_bodies_are_whole(marked: str, expected: list[str]) -> None:
    assert [mention.text for mention in found(marked, "mentions") if mention.label == "ORG"] == expected
