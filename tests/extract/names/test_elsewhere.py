"""Names found in an article to their short forms elsewhere in it."""

import pytest

from tests.extract.marked import found

ROWS = (
    ("[O Nakuru Flamingos] lost. The Flamingos slept.", ["Nakuru Flamingos", "Flamingos"]),
    ("[O Nakuru Flamingos] lost. It saw the flamingos. Flamingos slept.", ["Nakuru Flamingos"]),
    ("[O Selat Mutiara Ferries Sdn. Bhd.] lost. The line Selat Mutiara slept.", None),
)


@pytest.mark.parametrize(("marked", "names"), ROWS)
def test_short_forms_of_bodies(marked: str, names: list[str] | None) -> None:
    bodies = [mention.text for mention in found(marked, "mentions") if mention.label == "ORG"]
    assert bodies == names if names else "Selat Mutiara" in bodies


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("[P Orla Ní Bhriain] sang. The choir met Ní Bhriain.", ["Orla Ní Bhriain", "Ní Bhriain"]),
        ("[P Jan Van der Berg] sang. The choir met Van der Berg.", ["Jan Van der Berg", "Van der Berg"]),
        ("[P Ana Luz Ribas] sang. The choir met Ribas.", ["Ana Luz Ribas", "Ribas"]),
    ],
)
def test_short_forms_of_people(marked: str, names: list[str]) -> None:
    assert [mention.text for mention in found(marked, "mentions") if mention.label == "PERSON"] == names
