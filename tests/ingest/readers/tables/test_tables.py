"""Rows of CSV, JSON and workbooks to articles, by whatever names their columns have."""

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.ingest import read_articles
from pipeline.ingest.readers.tables.flat import flat
from pipeline.records import Article, InputError, InputWarning
from pipeline.settings import Settings

TEXT = (
    "LEEDS - Orrin Foods said on Monday that it would buy Tallow Bakery for £40 million.\n\n"
    "The deal should close before the end of June, the company said in a statement."
)
TITLE = "Orrin Foods buys Tallow Bakery"
HTML = "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n"))
CELL = f'"{TEXT}"'


def read(folder: Path, name: str, data: str, **settings: object) -> list[Article | InputError | InputWarning]:
    """Write a file and read it."""
    path = folder / name
    path.write_text(data, encoding="utf-8")
    return list(read_articles([path], Settings(**settings), today=date(2026, 1, 1)))  # type: ignore[arg-type]


def articles(folder: Path, name: str, data: str, **settings: object) -> list[Article]:
    """Read the articles of a file."""
    return [item for item in read(folder, name, data, **settings) if isinstance(item, Article)]


HEADERS = [
    "title,date,text",
    "Headline,Publication Date,Full Text",
    "press_release_title,release_date,press_release_text",
    "heading,publish_date,article_text",
    "HEADLINE,Date Published,Article Body",
    "Titre,pubDate,content",
]


@pytest.mark.parametrize("header", HEADERS)
def test_usual_names_of_columns(tmp_path: Path, header: str) -> None:
    (found,) = articles(tmp_path, "a.csv", f"{header}\n{TITLE},2025-03-03,{CELL}\n")
    assert (found.title, found.published, found.text) == (TITLE, date(2025, 3, 3), f"{TITLE}\n\n{TEXT}")


def test_other_columns_are_kept_and_the_choice_is_said(tmp_path: Path) -> None:
    data = f"Topic,Reach,Headline,Story Text,Link,By\nfood,1200,{TITLE},{CELL},https://o.example/7,Juno Akira\n"
    warned, found = read(tmp_path, "a.csv", data)
    assert isinstance(warned, InputWarning) and "text from 'Story Text'" in warned.message
    assert isinstance(found, Article) and json.loads(found.extra or "") == {"Topic": "food", "Reach": "1200"}
    assert (found.url, found.author) == ("https://o.example/7", "Juno Akira")


def test_of_several_texts_the_longest_is_taken(tmp_path: Path) -> None:
    (found,) = articles(tmp_path, "a.csv", f"summary,text,ctext\nShort.,{TEXT[:50]},{CELL}\n")
    assert found.text == TEXT


def test_a_column_of_prose_is_found_without_a_usual_name(tmp_path: Path) -> None:
    (found,) = articles(tmp_path, "a.csv", f"nr;was;blah\n1;x;{CELL}\n")
    assert found.text == TEXT


def test_a_title_above_the_header_and_cells_that_commas_parted(tmp_path: Path) -> None:
    row = f"2025-03-03,{TITLE},It rose, fell, and rose again, he said.\n"
    data = f'"Export of the wire, 3 March 2025"\n\nDate,Headline,Body\n{row}'
    (found,) = articles(tmp_path, "a.csv", data)
    assert found.text == f"{TITLE}\n\nIt rose, fell, and rose again, he said."


def test_markup_in_a_cell_is_read_as_a_page(tmp_path: Path) -> None:
    (found,) = articles(tmp_path, "a.csv", f'title,text\nA &amp; B,"{HTML}"\n')
    assert found.title == "A & B" and found.text.endswith(TEXT)


@pytest.mark.parametrize(
    ("days", "settings", "expected"),
    [
        (("03/04/2025", "25/04/2025"), {}, date(2025, 4, 3)),
        (("03/04/2025", "04/25/2025"), {}, date(2025, 3, 4)),
        (("03/04/2025", "05/06/2025"), {}, None),
        (("03/04/2025", "05/06/2025"), {"day_first": True}, date(2025, 4, 3)),
        (("03/04/2025", "05/06/2025"), {"day_first": False}, date(2025, 3, 4)),
    ],
)
def test_the_whole_column_decides_which_number_is_the_day(
    tmp_path: Path, days: tuple[str, str], settings: dict[str, object], expected: date | None
) -> None:
    data = "date,text\n" + "".join(f"{day},Orrin Foods said so on Monday in Leeds. {n}\n" for n, day in enumerate(days))
    found = read(tmp_path, "a.csv", data, **settings)
    assert next(item for item in found if isinstance(item, Article)).published == expected
    assert any(isinstance(item, InputWarning) and item.warning == "ambiguous date" for item in found) == (
        expected is None
    )


OBJECTS: list[object] = [
    {"articles": [{"title": TITLE, "publishedAt": "2025-03-03T09:00:00Z", "content": TEXT, "author": "Juno Akira",
                   "source": {"id": None, "name": "Leeds Times"}, "url": "https://o.example/7"}]},
    [{"title": {"rendered": TITLE}, "content": {"rendered": HTML}, "date": "2025-03-03T09:00:00",
      "author": "Juno Akira", "site_name": "Leeds Times", "link": "https://o.example/7"}],
    {"response": {"results": [{"webTitle": TITLE, "webPublicationDate": "2025-03-03", "webUrl": "https://o.example/7",
                               "fields": {"bodyText": TEXT, "body": HTML, "byline": "Juno Akira",
                                          "publication": "Leeds Times"}}]}},
    {"version": "https://jsonfeed.org/version/1.1", "title": "Leeds Times",
     "items": [{"title": TITLE, "content_html": HTML, "date_published": "2025-03-03", "url": "https://o.example/7",
                "authors": [{"name": "Juno Akira"}]}]},
    {"headline": TITLE, "body_xhtml": HTML, "versioncreated": "2025-03-03", "provider": "Leeds Times",
     "byline": "Juno Akira", "uri": "https://o.example/7", "url": "https://o.example/7"},
    {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2025-03-03", "articleBody": TEXT,
     "publisher": {"@type": "Organization", "name": "Leeds Times"}, "author": [{"@type": "Person",
                                                                                "name": "Juno Akira"}],
     "url": "https://o.example/7"},
    {"title": TITLE, "maintext": TEXT, "date_publish": "2025-03-03 09:00:00", "date_download": "2025-04-01",
     "authors": ["Juno Akira"], "source_domain": "Leeds Times", "url": "https://o.example/7"},
    {"data": {"posts": [{"title": TITLE, "body": TEXT.split("\n\n"), "published": "2025-03-03", "source": "Leeds Times",
                         "author": {"name": "Juno Akira"}, "url": "https://o.example/7"}]}},
    {"hits": {"hits": [{"_id": "1", "_source": {"headline": TITLE, "published": "2025-03-03",
                                                "publisher": "Leeds Times",
                                                "body": [{"type": "p", "text": part} for part in TEXT.split("\n\n")],
                                                "author": "Juno Akira", "url": "https://o.example/7"}}]}},
]  # fmt: skip


@pytest.mark.parametrize("value", OBJECTS)
def test_objects_of_many_services(tmp_path: Path, value: object) -> None:
    (found,) = articles(tmp_path, "a.json", json.dumps(value))
    assert (found.title, found.text) == (TITLE, f"{TITLE}\n\n{TEXT}")
    assert (found.published, found.publisher) == (date(2025, 3, 3), "Leeds Times")
    assert (found.author, found.url) == ("Juno Akira", "https://o.example/7")


def test_what_many_lines_lack_is_said_once(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"file": f"{n}.html", "bytes": n}) + "\n" for n in range(9))
    (error,) = read(tmp_path, "a.jsonl", lines)
    assert isinstance(error, InputError) and error.error == "no text" and "in 9 rows" in error.message


def test_summaries_and_texts_cut_short_are_said(tmp_path: Path) -> None:
    rows = [{"title": TITLE, "text": "Orrin Foods said on Monday that it … [+1234 chars]"}, {"text": TEXT}]
    found = read(tmp_path, "a.json", json.dumps(rows))
    assert [item.warning for item in found if isinstance(item, InputWarning)] == ["text cut short"]
    found = read(tmp_path, "a.csv", f"title,summary\n{TITLE},{CELL}\n")
    assert {item.warning for item in found if isinstance(item, InputWarning)} == {"columns", "only a summary"}


def test_a_table_that_is_called_text_is_a_table(tmp_path: Path) -> None:
    (found,) = articles(tmp_path, "a.txt", f"title\tdate\ttext\n{TITLE}\t2025-03-03\t{CELL}\n")
    assert found.title == TITLE and found.text.endswith(TEXT)


@pytest.mark.parametrize(
    ("value", "row"),
    [
        ({"a": {"b": {"c": 1}}}, {"a.b.c": 1}),
        ({"tags": ["x", "y"]}, {"tags": "x, y"}),
        ({"related": [{"title": "x", "date": "y"}]}, {}),
        ({"metadata": {"author": "x"}}, {"author": "x"}),
    ],
)
def test_objects_are_flat_rows(value: dict[str, object], row: dict[str, object]) -> None:
    assert flat(value) == row


def test_columns_in_other_languages_and_names_with_what_they_are_of(tmp_path: Path) -> None:
    rows = f"Titel der Meldung;Veröffentlichungsdatum;Medium;Volltext\n{TITLE};45720;Leeds Echo;{CELL}\n"
    (found,) = articles(tmp_path, "a.csv", rows)
    assert (found.title, found.published, found.publisher) == (TITLE, date(2025, 3, 4), "Leeds Echo")


def test_a_table_of_articles_saved_as_a_page(tmp_path: Path) -> None:
    cells = f"<tr><td>{TITLE}</td><td>{HTML}</td></tr>"
    page = (
        f"<html><body><table><tr><th>Headline</th><th>Text</th></tr>{cells}{cells.replace('Orrin', 'Norrin')}</table>"
    )
    assert [found.title for found in articles(tmp_path, "a.xls", page)] == [TITLE, TITLE.replace("Orrin", "Norrin")]


def test_a_parquet_file(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE kept AS SELECT ? AS headline, ? AS body, DATE '2025-03-04' AS day", [TITLE, TEXT]
        )
        connection.execute(f"COPY kept TO '{tmp_path / 'a.parquet'}' (FORMAT parquet)")
    found = [item for item in read_articles([tmp_path], today=date(2026, 1, 1)) if isinstance(item, Article)]
    assert [(item.title, item.published) for item in found] == [(TITLE, date(2025, 3, 4))]
    (tmp_path / "a.parquet").write_bytes(b"PAR1" + b"x" * 99)
    (broken,) = read_articles([tmp_path], today=date(2026, 1, 1))
    assert isinstance(broken, InputError) and "Parquet" in broken.message


def test_forms_of_ninjs_by_their_role_and_objects_that_only_wrap(tmp_path: Path) -> None:
    forms = {"headlines": [{"role": "short", "value": "Short"}, {"role": "main", "value": TITLE}],
             "bodies": [{"role": "main", "contentType": "text/html", "value": HTML}],
             "pubStatus": "canceled"}  # fmt: skip
    said = read(tmp_path, "a.json", json.dumps(forms))
    assert [item.title for item in said if isinstance(item, Article)] == [TITLE]
    assert [item.warning for item in said if isinstance(item, InputWarning) and item.warning == "withdrawn"]
    wrapped = {"documents": [{"content": {"title": TITLE, "body": TEXT}, "source": {"name": "Echo"}}]}
    (found,) = articles(tmp_path, "a.json", json.dumps(wrapped))
    assert (found.title, found.publisher) == (TITLE, "Echo") and TEXT in found.text


def test_json_on_one_long_line_is_no_line_of_many(tmp_path: Path) -> None:
    many = {"data": [{"id": n, "headline": f"{TITLE} {n}", "body": TEXT} for n in range(40)]}
    assert len(articles(tmp_path, "a.json", json.dumps(many))) == 40
