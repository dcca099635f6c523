"""Every format, with content and suffix that agree or not, to its article."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.ingest import read_articles
from pipeline.records import Article, InputError, InputWarning
from pipeline.settings import Settings
from tests.ingest import samples

TODAY = date(2026, 1, 1)


def read(folder: Path, name: str, data: bytes, **settings: object) -> list[Article | InputError | InputWarning]:
    """Write a file and read it."""
    path = folder / name
    path.write_bytes(data)
    return list(read_articles([path], Settings(**settings), today=TODAY))  # type: ignore[arg-type]


def article(folder: Path, name: str, data: bytes, **settings: object) -> Article:
    """Read a file of one article."""
    (found,) = read(folder, name, data, **settings)
    assert isinstance(found, Article), found
    return found


ONE = [name for name in samples.every_format() if name not in ("a.mbox", "a.zip", "a.sgm")]


@pytest.mark.parametrize("name", ONE)
def test_one_article_in_every_format(tmp_path: Path, name: str) -> None:
    found = article(tmp_path, name, samples.every_format()[name])
    assert found.title == samples.TITLE
    assert found.text.startswith(samples.TITLE + "\n\nLEEDS, 3 March 2025 - Orrin Foods said")
    assert found.published == date(2025, 3, 3)
    assert found.place == "LEEDS"
    assert found.language == "en"
    assert "Home" not in found.text


@pytest.mark.parametrize(
    ("made", "called"),
    [("a.html", "a.txt"), ("a.pdf", "a.txt"), ("a.docx", "a.zip"), ("a.eml", "a.txt"), ("a.jsonl", "a.txt"),
     ("a.xlsx", "a.docx"), ("a.rss", "a.xml"), ("a.txt.gz", "a.txt"), ("a.txt", "a.html"), ("a.txt", "a.json")],
)  # fmt: skip
def test_the_content_counts_more_than_the_suffix(tmp_path: Path, made: str, called: str) -> None:
    assert article(tmp_path, called, samples.every_format()[made]).title == samples.TITLE


def test_a_page_gives_publisher_and_rows_of_tables(tmp_path: Path) -> None:
    found = article(tmp_path, "a.html", samples.html())
    assert found.publisher == "Orrin Foods, Inc."
    assert found.published_from == "metadata"
    assert "Sales | £12m\nProfit | £2m" in found.text
    assert "Cookies" not in found.text


def test_markdown_has_its_facts_in_front(tmp_path: Path) -> None:
    front = f'---\ntitle: "{samples.TITLE}"\ndate: 2025-03-04\nlayout: post\n---\n'
    found = article(tmp_path, "a.md", (front + "\n\n".join(samples.BODY)).encode())
    assert (found.title, found.published) == (samples.TITLE, date(2025, 3, 4))
    assert found.text == samples.TEXT
    plain = article(tmp_path, "b.md", f"# {samples.TEXT}".encode())
    assert plain.title == samples.TITLE and plain.text == samples.TEXT


def test_a_word_document_keeps_insertions_and_tables_but_no_deletions(tmp_path: Path) -> None:
    text = article(tmp_path, "a.docx", samples.docx()).text
    assert samples.BODY[2] in text
    assert "No." not in text
    assert text.endswith("Sales | £12m")


def test_a_mailbox_gives_each_message(tmp_path: Path) -> None:
    first, second = read(tmp_path, "a.mbox", samples.mbox())
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.source, second.source) == (f"{tmp_path}/a.mbox#1", f"{tmp_path}/a.mbox#2")
    assert second.title == "Tallow answers" and second.published == date(2025, 3, 4)
    assert "\nFrom here it rises." in second.text


def test_a_mail_gives_its_attachments_too(tmp_path: Path) -> None:
    data = samples.mail(("release.pdf", samples.plain_pdf()))
    sources = [found.source for found in read(tmp_path, "a.eml", data)]
    assert sources == [f"{tmp_path}/a.eml", f"{tmp_path}/a.eml#release.pdf"]


def test_sgml_gives_each_document(tmp_path: Path) -> None:
    first, second = read(tmp_path, "a.sgm", samples.sgml())
    assert isinstance(first, Article) and isinstance(second, Article)
    assert first.title == "ORRIN BUYS TALLOW" and first.published == date(1987, 3, 3) and first.source_id == "1"
    assert "LEEDS, March 3 - Orrin Foods said that it would buy Tallow & Sons" in first.text


def test_an_archive_gives_each_file_and_nothing_hidden(tmp_path: Path) -> None:
    members = {
        "../../etc/a.txt": samples.TEXT.encode(),
        "__MACOSX/._a.txt": b"x",
        ".hidden": b"x",
        "b.html": samples.html(),
    }
    found = read(tmp_path, "a.zip", samples.zipped(members))
    assert [item.source for item in found] == [f"{tmp_path}/a.zip#../../etc/a.txt", f"{tmp_path}/a.zip#b.html"]
    assert not (tmp_path.parent / "etc").exists()


def test_rows_keep_their_text_as_it_is(tmp_path: Path) -> None:
    text = " Itâ€™s broken,\xad here.\r\nAnd stays so for whoever counts in it.\x00"
    found = article(tmp_path, "a.jsonl", json.dumps({"id": 7, "text": text, "published": "2025-03-03"}).encode())
    assert found.text == " Itâ€™s broken,\xad here.\nAnd stays so for whoever counts in it."
    assert (found.source_id, found.source) == ("7", f"{tmp_path}/a.jsonl#7")


def test_columns_are_mapped_by_settings(tmp_path: Path) -> None:
    data = b"Headline;Story;When\nOrrin buys;The company said that it would buy the bakery.;2025-03-03\n"
    found = article(tmp_path, "a.csv", data, text_column="Story", title_column="Headline", published_column="When")
    assert found.text == "Orrin buys\n\nThe company said that it would buy the bakery."
    assert found.published == date(2025, 3, 3)


def test_a_table_without_a_text_says_which_columns_it_has(tmp_path: Path) -> None:
    (error,) = read(tmp_path, "a.csv", b"name,age\nAda,36\n")
    assert isinstance(error, InputError)
    assert error.error == "no text" and "--text-column: name, age" in error.message


def test_a_bad_line_is_an_error_of_its_own(tmp_path: Path) -> None:
    good = json.dumps(samples.row())
    found = read(tmp_path, "a.jsonl", f"{good}\n{{broken\n[1]\n{good}\n".encode())
    kinds = [item.error if isinstance(item, InputError) else "article" for item in found]
    assert kinds == ["article", "unreadable", "unreadable", "article"]
    assert [item.source.rpartition("#")[2] for item in found] == ["orrin-7", "2", "3", "orrin-7~2"]


@pytest.mark.parametrize(
    ("name", "data", "kind", "words"),
    [
        ("a.txt", b"", "empty", "empty"),
        ("a.txt", b" \n\t\n", "empty", "no text"),
        ("a.bin", bytes(range(256)) * 20, "binary", "not text"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"x" * 100, "unsupported", "image"),
        ("a.ppt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "unsupported", "save it as .docx"),
        ("a.txt", b"Die Firma hat gestern mitgeteilt, dass der Umsatz im letzten Jahr stark gestiegen ist.",
         "not English", "German"),
        ("a.pdf", b"%PDF-1.4 broken", "unreadable", "broken PDF"),
        ("a.pdf", samples.pdf([[]]), "no text layer", "OCR"),
        ("a.zip", b"PK\x03\x04 broken", "unreadable", "broken zip"),
        ("a.gz", b"\x1f\x8b\x08 broken", "unreadable", "broken compressed data"),
        ("a.html", b"<html><body></body></html>", "empty", "no text"),
        ("a.json", b'{"name": "Ada"}', "no text", "--text-column"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, kind: str, words: str) -> None:
    (error,) = read(tmp_path, name, data)
    assert isinstance(error, InputError), error
    assert (error.stage, error.error) == ("ingest", kind)
    assert words in error.message and "\n" not in error.message


def test_any_language_is_read_where_asked(tmp_path: Path) -> None:
    text = "Die Firma hat gestern mitgeteilt, dass der Umsatz im letzten Jahr stark gestiegen ist."
    assert article(tmp_path, "a.txt", text.encode(), any_language=True).language == "de"


def test_bombs_are_refused(tmp_path: Path) -> None:
    zeros = gzip.compress(b"a" * 3_000_000)
    (error,) = read(tmp_path, "a.txt.gz", zeros, max_unpacked_mb=1)
    assert isinstance(error, InputError) and error.error == "too large"
    (error,) = read(tmp_path, "a.zip", samples.zipped({"a.txt": b"a" * 3_000_000}), max_unpacked_mb=1)
    assert isinstance(error, InputError) and error.error == "too large"
    (error,) = read(tmp_path, "b.zip", samples.zipped({"a.txt": b"a" * 3_000_000}), max_file_mb=1)
    assert isinstance(error, InputError) and error.error == "too large"
    sheet = samples.zipped({"xl/workbook.xml": b"<x/>", "xl/sharedStrings.xml": b"a" * 3_000_000})
    (error,) = read(tmp_path, "a.xlsx", sheet, max_unpacked_mb=1)
    assert isinstance(error, InputError) and error.error == "too large"
    many = samples.zipped({f"{n}.txt": b"a" for n in range(20)})
    (error,) = read(tmp_path, "c.zip", many, max_members=10)
    assert isinstance(error, InputError) and error.error == "too large"


def test_archives_in_archives_have_a_depth(tmp_path: Path) -> None:
    data = samples.TEXT.encode()
    for _ in range(8):
        data = samples.zipped({"a.zip": data})
    (error,) = read(tmp_path, "a.zip", data)
    assert isinstance(error, InputError) and error.error == "too deep"


def test_an_article_over_the_limit_is_an_error(tmp_path: Path) -> None:
    (error,) = read(tmp_path, "a.txt", samples.TEXT.encode(), max_article_chars=100)
    assert isinstance(error, InputError) and error.error == "too large" and "max_article_chars (100)" in error.message


def test_a_guessed_encoding_is_said(tmp_path: Path) -> None:
    text = "The café’s owner said “no” to £40 million on Monday, and meant it. " * 4
    warned, found = read(tmp_path, "a.txt", text.encode("cp1252"))
    assert isinstance(warned, InputWarning) and "windows-1252" in warned.message
    assert isinstance(found, Article) and found.text == text
    assert len(read(tmp_path, "b.txt", text.encode())) == 1
