"""Texts to their languages; what isn't clear is no language."""

import pytest

from pipeline.ingest.language import language_name, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Orrin Foods said on Monday that it would buy the bakery.", "en"),
        ("Die Firma hat gestern mitgeteilt, dass der Umsatz stark gestiegen ist.", "de"),
        ("La société a annoncé une hausse de son chiffre d'affaires.", "fr"),
        ("政府は三日、新しい経済対策を発表した。", "ja"),
        ("Hello", None),
        ("12.5 | 13.7 | 14.1", None),
        ("ACHR, BPTH, PLUG, REGRF and Ångström-Żółć N.V.:", None),
        ("", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_the_body_counts_more_than_the_headline() -> None:
    body = "Orrin Foods said on Monday that it would buy the bakery. " * 40
    assert language_of("Die Bäckerei ist verkauft worden, sagt die Firma\n\n" + body) == "en"


def test_names_of_languages() -> None:
    assert language_name("de") == "German"
