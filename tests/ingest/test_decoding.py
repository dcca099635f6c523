"""Bytes in many encodings, declared, mis-declared or not at all, to the same text."""

import pytest

from pipeline.ingest.decoding import decode

ENGLISH = "The café’s owner said “no” to £40 – and meant it. " * 4
JAPANESE = "政府は三日、新しい経済対策を発表した。首相は記者会見で説明した。" * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


def test_the_declared_encoding_is_used_where_it_fits() -> None:
    page = '<meta charset="shift_jis">' + JAPANESE
    assert decode(page.encode("cp932")) == page
    assert decode(JAPANESE.encode("euc-jp"), "euc-jp") == JAPANESE


def test_a_wrong_declaration_does_not_spoil_utf8() -> None:
    page = '<meta charset="iso-8859-1">' + ENGLISH
    assert decode(page.encode("utf-8")) == page


def test_a_few_lost_bytes_do_not_spoil_the_rest() -> None:
    data = ENGLISH.encode()[:-4] + b"\xe2\x80 end"
    assert decode(data).startswith("The café’s owner")


def test_unknown_encodings_are_no_error() -> None:
    assert decode(b"caf\xe9 au lait, s'il vous pla\xeet", "x-unknown") == "café au lait, s'il vous plaît"
