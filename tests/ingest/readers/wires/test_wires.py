"""Wires and archives of pages: the headline and never the slug, one article a document, no frames and scripts."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.ingest import read_articles
from pipeline.records import Article, InputError, InputWarning
from tests.ingest import samples
from tests.ingest.wire_samples import URL, edgar, mhtml, newsml, nitf, wacz, warc

TITLE, BODY = samples.TITLE, samples.BODY
LEAD = BODY[0].removeprefix("LEEDS, 3 March 2025 - ")
XML = '<?xml version="1.0"?>'


def read(folder: Path, data: bytes | str, name: str = "a.xml") -> list[Article | InputError | InputWarning]:
    """Write a file and read it."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read_articles([path], today=date(2026, 1, 1)))


def one(folder: Path, data: bytes | str, name: str = "a.xml") -> Article:
    """Read a file of one article."""
    (found,) = read(folder, data, name)
    assert isinstance(found, Article), found
    return found


def test_nitf(tmp_path: Path) -> None:
    found = one(tmp_path, nitf(TITLE, BODY))
    assert (found.publisher, found.author, found.source_id) == ("Leeds Wire", "Juno Akira", "o7")
    place = "<hedline><hl1>A</hl1><hl2>Bread costs less</hl2></hedline><dateline><location>LEEDS</location></dateline>"
    data = f"{XML}<nitf><body><body.head>{place}</body.head><body.content><p>{LEAD}</p></body.content></body></nitf>"
    found = one(tmp_path, data)
    assert found.place == "LEEDS" and "Bread costs less" in found.text and f"LEEDS - {LEAD}" in found.text


def test_newsml_of_both_kinds(tmp_path: Path) -> None:
    found = one(tmp_path, newsml(TITLE, BODY))
    assert (found.publisher, found.source_id) == ("Leeds Wire", "urn:t")
    old = (
        f'{XML}<NewsML Version="1.2"><NewsEnvelope><NewsService FormalName="Leeds Wire"/></NewsEnvelope><NewsItem>'
        "<NewsManagement><FirstCreated>20250303T090000+0000</FirstCreated></NewsManagement><NewsComponent><NewsLines>"
        f"<HeadLine>{TITLE}</HeadLine><SlugLine>x-y</SlugLine><DateLine>LEEDS</DateLine></NewsLines><ContentItem>"
        f"<DataContent><![CDATA[<p>LEEDS - {LEAD}</p><p>{BODY[1]}</p>]]></DataContent></ContentItem></NewsComponent>"
        "</NewsItem></NewsML>"
    )
    found = one(tmp_path, old)
    assert (found.title, found.published, found.publisher) == (TITLE, date(2025, 3, 3), "Leeds Wire")
    assert found.text == f"{TITLE}\n\nLEEDS - {LEAD}\n\n{BODY[1]}"


def test_xml_of_other_kinds(tmp_path: Path) -> None:
    release = "<release id='{}'><title>{}</title><date>2025-03-0{}</date><body>{}</body></release>"
    both = release.format(1, TITLE, 3, LEAD) + release.format(2, "Tallow answers", 4, BODY[2])
    data = f"{XML}<releases>{both}</releases>"
    first, second = read(tmp_path, data)
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.title, first.source_id, first.published) == (TITLE, "1", date(2025, 3, 3))
    assert second.text == f"Tallow answers\n\n{BODY[2]}"
    paragraphs = "".join(f"<para>{part}</para>" for part in BODY)
    book = f"{XML}<article><title>{TITLE}</title><sect1>{paragraphs}</sect1></article>"
    assert one(tmp_path, book).text == samples.TEXT
    (error,) = read(tmp_path, f"{XML}<settings><colour>red</colour></settings>")
    assert isinstance(error, InputError) and "without any article" in error.message


def test_a_submission_gives_each_document_that_a_person_reads(tmp_path: Path) -> None:
    report = (
        "<html><body><p>UNITED STATES</p><p>FORM 8-K</p><p>Item 7.01. Orrin Foods issued a release.</p></body></html>"
    )
    release = f"<html><body><p>Exhibit 99.1</p><p><b>{TITLE}</b></p><p>{LEAD}</p></body></html>"
    data = edgar(
        ("8-K", "a.htm", report), ("EX-99.1", "b.htm", release), ("GRAPHIC", "c.jpg", "begin 644 c.jpg\nM$40%")
    )
    found = read(tmp_path, data, "a.txt")
    cover, exhibit = [item for item in found if isinstance(item, Article)]
    assert cover.title is None and exhibit.title == TITLE and exhibit.text == f"{TITLE}\n\n{LEAD}"
    assert (exhibit.publisher, exhibit.published, exhibit.published_from) == (
        "ORRIN FOODS PLC",
        date(2025, 3, 3),
        "carrier",
    )
    assert exhibit.source.endswith("a.txt#EX-99.1")
    assert [item.warning for item in found if isinstance(item, InputWarning)] == ["part left out"]


def test_archives_of_pages_give_pages_and_their_addresses(tmp_path: Path) -> None:
    page = samples.html()
    first, second = read(
        tmp_path, warc({URL: page, f"{URL}?b": page.replace(b"Orrin Foods said", b"Orrin said")}), "a.warc"
    )
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.url, first.source) == (URL, f"{tmp_path}/a.warc#{URL}")
    for name, data in (("a.wacz", wacz(page)), ("a.mhtml", mhtml(page))):
        found = one(tmp_path, data, name)
        assert found.url == URL and found.title == TITLE and "Lucky" not in found.text
    undated = page.replace(b"2025-03-03T09:00:00Z", b"").replace(b", 3 March 2025", b"")
    assert one(tmp_path, mhtml(undated), "a.mhtml").published is None


def test_a_sitemap_is_refused_with_its_pages(tmp_path: Path) -> None:
    (error,) = read(tmp_path, f"{XML}<urlset><url><loc>{URL}</loc></url></urlset>")
    assert isinstance(error, InputError) and URL in error.message


EXPORTS = {
    "LexisNexis, of old": f"""
                 1 of 2 DOCUMENTS

            Leeds Times

      March 3, 2025 Monday

{TITLE}

BYLINE: By Juno Akira

SECTION: Business

LENGTH: 212 words

BODY:

   {LEAD}

   {BODY[2]}

LOAD-DATE: March 4, 2025

                 2 of 2 DOCUMENTS

            Hull Post

      March 5, 2025 Wednesday

Tallow answers

LENGTH: 9 words

BODY:

   {BODY[1]}

LOAD-DATE: March 6, 2025
""",
    "Nexis": f"""{TITLE}
Leeds Times
March 3, 2025 Monday

Copyright 2025 Leeds Times
Section: BUSINESS
Length: 212 words
Byline: Juno Akira
Body

{LEAD}

{BODY[2]}

Classification

Language: ENGLISH

Load-Date: March 3, 2025

End of Document

Tallow answers
Hull Post
March 5, 2025 Wednesday

Length: 9 words
Body

{BODY[1]}

Load-Date: March 5, 2025

End of Document
""",
    "Factiva": f"""{TITLE}
By Juno Akira
212 words
3 March 2025
09:00
Leeds Times
LEETIM
English
Copyright 2025 Leeds Times

{LEAD}

{BODY[2]}

Document LEETIM0020250303el3300012

Tallow answers
9 words
5 March 2025
Hull Post
HULPOS
English
(c) 2025 Hull Post

{BODY[1]}

Document HULPOS0020250305el3500001
""",
    "Factiva with codes": f"""HD
{TITLE}
BY
By Juno Akira
WC
212 words
PD
3 March 2025
SN
Leeds Times
LP
{LEAD}
TD
{BODY[2]}
CO
orrin : Orrin Foods
AN
Document LEETIM0020250303el3300012
HD
Tallow answers
WC 9 words
PD 5 March 2025
SN Hull Post
LP
{BODY[1]}
AN Document HULPOS0020250305el3500001
""",
    "ProQuest": f"""____________________

Document 1 of 2

{TITLE}

Author: Juno Akira

Publication info: Leeds Times ; Leeds [Leeds]. 03 Mar 2025: 1.

Full text: {LEAD}

{BODY[2]}

Subject: Bread

Title: {TITLE}

Publication title: Leeds Times

Publication date: Mar 3, 2025

Database: ProQuest

____________________

Document 2 of 2

Tallow answers

Publication info: Hull Post ; Hull. 05 Mar 2025: 3.

Full text: {BODY[1]}

Publication date: Mar 5, 2025
""",
}


@pytest.mark.parametrize("text", EXPORTS.values(), ids=EXPORTS)
def test_exports_of_databases_give_each_document_with_its_facts(tmp_path: Path, text: str) -> None:
    first, second = read(tmp_path, text, "a.txt")
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.title, first.published, first.publisher) == (TITLE, date(2025, 3, 3), "Leeds Times")
    assert first.author == "Juno Akira" and first.text == f"{TITLE}\n\n{LEAD}\n\n{BODY[2]}"
    assert (second.title, second.published, second.publisher) == ("Tallow answers", date(2025, 3, 5), "Hull Post")
    assert second.text == f"Tallow answers\n\n{BODY[1]}"


def test_an_export_saved_as_a_page_is_parted_too(tmp_path: Path) -> None:
    page = "".join(f"<p>{line}</p>" for line in EXPORTS["Factiva"].split("\n") if line)
    assert len(read(tmp_path, f"<html><body>{page}</body></html>", "a.html")) == 2


def test_several_releases_in_one_text_are_several_and_others_are_one(tmp_path: Path) -> None:
    second = "HULL, 4 March 2025 - Tallow Bakery opened its third shop of the year in Hull on Friday, it said."
    found = read(tmp_path, f"PRESS RELEASE 1\n\n{BODY[0]}\n\n=========\n\nPRESS RELEASE 2\n\n{second}\n", "a.txt")
    assert [item.text for item in found if isinstance(item, Article)] == [BODY[0], second]
    found = read(
        tmp_path, f"{BODY[0]}\n\n* * *\n\n{BODY[2]}\n\n-----------------\n\nAbout Orrin Foods\n\nIt bakes.", "a.txt"
    )
    assert len(found) == 1
