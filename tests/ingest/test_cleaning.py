"""What is broken is repaired, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.cleaning import plain_text, repaired

FINE = ["“Open” until 5 o’clock – or 6…", "Señor Muñoz’s café in Győr", "AT&amp;T", "ﬁnance", "x ", "Größe 1½"]


@pytest.mark.parametrize("text", FINE)
def test_what_is_fine_stays(text: str) -> None:
    assert repaired(text) == plain_text(text) == text


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("Oâ€™Neill said the cafÃ© was “open”", "O’Neill said the café was “open”"),
        ("co\xadopera\xadtive", "cooperative"),
        ("itâ\x80\x99s", "it’s"),
    ],
)
def test_what_is_broken_is_repaired(broken: str, meant: str) -> None:
    assert repaired(broken) == meant


@given(st.text())
def test_plain_text_takes_out_only_marks_nuls_and_carriage_returns(text: str) -> None:
    kept = plain_text(text)
    assert not set(kept) & {"\x00", "\r", "\ufeff"}
    assert kept == plain_text(kept)
    kept.encode()
