import csv
import io
import re

import openpyxl
import pytest

from pipeline.tables import TABLES


def test_the_overview_counts_draws_and_links(page):
    shown = page.get("")
    assert "4 articles" in shown and "Articles over time" in shown and 'role="img"' in shown
    assert "/entity/" in shown and "Could not be used" in shown


def test_the_overview_of_a_part(page):
    assert "1 article chosen" in page.get("?since=2024-10-01&until=2024-10-31")
    assert "No article fits these filters" in page.get("?since=1999-01-01&until=1999-12-31")
    assert "1 article chosen" in page.get("?named=Orrin+Foods+Ltd")


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_shown_sorted_and_filtered_by_each_column(page, name):
    for column in TABLES[name].columns:
        page.get(f"tables/{name}?sort={column.name}&order=down&show={column.name}")
        page.get(f"tables/{name}?f.{column.name}=-&q=a")


def amounts(shown: str) -> list[str]:
    return re.findall(r'class="n"><div class="clip">([\d,.]+)</div>', shown)


def test_a_table_is_sorted_filtered_and_searched(page):
    numbers = [float(n.replace(",", "")) for n in amounts(page.get("tables/money?sort=low&show=low"))]
    assert numbers == sorted(numbers) and len(numbers) > 5
    big = amounts(page.get("tables/money?f.low=>100000000&f.currency=EUR&show=low"))
    assert big and all(float(n.replace(",", "")) > 1e8 for n in big)
    assert "1 row" in page.get("tables/quotes?q=like+bread")
    assert "No row fits" in page.get("tables/quotes?q=zzzz")


def test_what_cannot_be_read_of_a_filter_is_said(page):
    assert "is no number" in page.get("tables/money?f.low=many", status=400)
    assert "is no number" in page.get("tables/money?f.low=many", status=400, **{"hx-request": "true"})


def test_a_view_is_downloaded(page):
    text = page.get("tables/money/download/csv?f.currency=GBP")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["low"], row["organisation"]) == ("4000000", "Orrin Foods Ltd")
    book = openpyxl.load_workbook(io.BytesIO(page.client.get("/secret/tables/people/download/xlsx?f.name=Obi").content))
    assert [cell.value for cell in book["people"]["C"]] == ["name", "Ada Obi"]


def test_an_article_shows_what_was_found_and_escapes_the_rest(page, find):
    article, _ = find(text="Orrin")
    shown = page.get(f"article/{article}")
    assert "<script>alert" not in shown and "&lt;script&gt;alert(1)" in shown and "<b>We</b>" not in shown
    assert re.search(r'class="m MONEY[^>]*>£4 million</a>', shown)
    assert 'class="speaker"' in shown and "zone-headline" in shown


def test_the_mention_at_hand_says_what_was_read(page, find):
    article, at = find("money", text="926")
    shown = page.get(f"article/{article}/mention?at={at}", **{"hx-request": "true"})
    assert "= USD 926,000,000" in shown and "<html" not in shown
    assert "Why?" in shown


def test_why_names_the_rule(page, find):
    article, at = find("money", text="926")
    assert "press_money" in page.get(f"article/{article}/why?at={at}")


def test_the_queue_has_what_is_in_doubt(page, desk):
    import sqlite3

    assert "New names" in page.get("queue")
    with sqlite3.connect(desk.run / "pressfacts.sqlite") as connection:
        connection.execute("UPDATE facts SET confidence = 0.31 WHERE kind = 'money' AND unit = 'GBP'")
        connection.execute("INSERT INTO _doubts VALUES ('ORG', 'o-1', 'Tano', 'o-2', 'Tano Ltd', 'same words', 0.6)")
    shown = page.get("queue")
    assert "confidence 0.31" in shown and "Tano / Tano Ltd" in shown
    assert "1 amounts" not in page.get("?confidence=0.9")


def test_an_entity_has_titles_quotations_and_articles(page):
    link = re.search(r"entity/(p-\w+)\">Sandrine", page.get("tables/people?f.name=Sandrine"))
    shown = page.get(f"entity/{link[1]}")
    assert "director-general for competition" in shown and "Today they have been heard." in shown


@pytest.mark.parametrize("path", ["article/nowhere", "entity/p-0", "tables/nothing", "zzz"])
def test_what_is_not_there_is_said(page, path):
    assert "That did not work" in page.get(path, status=404)


def test_a_folder_without_a_run_is_said(desk, page):
    (desk.run / "pressfacts.sqlite").unlink()
    assert "no run was written here" in page.get("", status=400)


def test_columns_that_records_gain_appear_by_themselves(page):
    shown = page.get("tables/articles")
    for column in TABLES["articles"].columns:
        assert f'value="{column.name}"' in shown
