"""How alike texts are, counted and estimated."""

from pipeline.store.similarity import BANDS, SIZE, band_numbers, bands, likeness, signature

WORDS = [f"w{n % 97}x{n}" for n in range(400)]
TEXT = " ".join(WORDS)
CORRECTED = " ".join(["CORRECTION", *WORDS[:200], "other", *WORDS[201:]])
OTHER = " ".join(reversed(WORDS))


def estimated(text: str, other: str) -> float:
    """Estimate likeness by signatures."""
    pairs = [(signature(text)[at : at + 4], signature(other)[at : at + 4]) for at in range(0, 4 * SIZE, 4)]
    return sum(a == b for a, b in pairs) / SIZE


def test_a_corrected_version_is_alike_and_another_text_is_not() -> None:
    assert likeness(TEXT, CORRECTED) > 0.95 and estimated(TEXT, CORRECTED) > 0.85
    assert likeness(TEXT, OTHER) < 0.05 and estimated(TEXT, OTHER) < 0.15


def test_the_estimate_is_near_the_count() -> None:
    for cut in range(0, 400, 40):
        other = " ".join([*WORDS[cut:], *(f"y{n}" for n in range(cut))])
        assert abs(estimated(TEXT, other) - likeness(TEXT, other)) < 0.2


def test_alike_texts_share_a_band() -> None:
    assert set(bands(signature(TEXT))) & set(bands(signature(CORRECTED)))
    assert not set(bands(signature(TEXT))) & set(bands(signature(OTHER)))


def test_bands_have_one_number_where_they_are_equal_and_stand_in_one_place():
    signed = [signature(TEXT), signature(CORRECTED), signature(OTHER), bytes(4 * SIZE)]
    numbers = band_numbers(signed)
    assert all(len(set(own)) == len(own) == BANDS for own in numbers)
    for one in range(len(signed)):
        for other in range(len(signed)):
            equal = [a == b for a, b in zip(bands(signed[one]), bands(signed[other]), strict=True)]
            assert [a == b for a, b in zip(numbers[one], numbers[other], strict=True)] == equal


def test_signatures_stay_the_same_for_ever() -> None:
    assert signature("Profit rose by a tenth")[:8].hex() == signature("profit ROSE, by a tenth!")[:8].hex() == SIGNED


def test_short_texts_have_a_signature() -> None:
    assert len(signature("")) == len(signature("One")) == 4 * SIZE
    assert likeness("", "") == 1.0


SIGNED = "518d7c22ff593773"
