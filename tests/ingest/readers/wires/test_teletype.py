"""Stories as they come over the line, with control characters around them, to articles."""

from datetime import date
from pathlib import Path

from pipeline.ingest import read_articles
from pipeline.records import Article

HEADLINE = "Orrin Foods buys Tallow Bakery in Leeds"
IPTC = (
    "\x16\x16\x01NOR0412 4 f 0120 NOR /BRIT-BAKERY\r\nBRIT-BAKERY\r\n\x02" + HEADLINE + "\r\nBy Juno Akira\r\n"
    "   LEEDS, March 3 (Norland) - Orrin Foods said on Monday that it would\r\nbuy Tallow Bakery for £40 million.\r\n"
    "   The deal should close in June.\r\nja/sf\r\n\x03031802 mar 25\r\n\x04"
)
ANPA = (
    "\x16\x16\x01a0412----\r\nr f bc-Leeds-Bakery 03-03 0120\x13\r\n\x02^bc-Leeds-Bakery,0120<\r\n^"
    + HEADLINE
    + "<\r\n"
    "^By JUNO AKIRA=\r\n^Pooled Writer=\r\n\tLEEDS (UP) - Orrin Foods would buy Tallow Bakery, it said.\r\n"
    "\tThe deal should close in June.\r\n\x03\r\nUP-NY-03-03-25 1802EST<\r\n\x04"
)


def read(folder: Path, text: str) -> list[Article]:
    """Write stories to a file and read it."""
    (folder / "a.txt").write_text(text, encoding="latin-1", newline="")
    return [item for item in read_articles([folder], today=date(2026, 1, 1)) if isinstance(item, Article)]


def test_a_story_has_its_headline_byline_and_day_and_no_slug(tmp_path: Path) -> None:
    for text, author in ((IPTC, "Juno Akira"), (ANPA, "JUNO AKIRA")):
        (story,) = read(tmp_path, text)
        assert (story.title, story.author, story.published) == (HEADLINE, author, date(2025, 3, 3))
        assert len(story.text.split("\n\n")) == 3 and story.text.endswith("The deal should close in June.")
        assert "Leeds-Bakery" not in story.text and "BRIT" not in story.text


def test_several_stories_are_several_articles(tmp_path: Path) -> None:
    first, second = read(tmp_path, IPTC + IPTC.replace("0412", "0413").replace("Orrin", "Norrin"))
    assert (first.source_id, second.source_id) == ("NOR0412", "NOR0413")


def test_a_story_without_the_signs_of_the_line(tmp_path: Path) -> None:
    head = (
        "BC-EU--Leeds Bakery, 2nd Ld-Writethru,0412\n"
        + HEADLINE
        + "\nEds: UPDATES with quotes.\nBy JUNO AKIRA\nPooled Press\n"
    )
    (story,) = read(
        tmp_path, head + "\nLEEDS (UP) -- Orrin Foods would buy Tallow Bakery, it said.\n\nIt should close in June.\n"
    )
    assert (story.title, story.author) == (HEADLINE, "JUNO AKIRA")
    assert story.text.split("\n\n")[1:] == [
        "LEEDS (UP) -- Orrin Foods would buy Tallow Bakery, it said.",
        "It should close in June.",
    ]
