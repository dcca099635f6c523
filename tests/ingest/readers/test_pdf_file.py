"""Lines at places of a page to running text."""

from datetime import date
from pathlib import Path

from pipeline.ingest import read_articles
from pipeline.records import Article
from tests.ingest.samples import pdf

LEFT = ["Orrin Foods will buy a bakery in York for", "forty million pounds, it said on Monday, and",
        "would keep all of its ovens and its robo-", "tics plant, which bakes for co-operative",
        "shops in the north of England and sells"]  # fmt: skip
RIGHT = ["The bakers were glad to hear of it, they", "told the paper, for they had been waiting",
         "for a buyer since the autumn of last year", "when the former owner died and left his",
         "house to a nephew who doesn't eat bread."]  # fmt: skip


def text_of(folder: Path, pages: list[list[tuple[float, float, str]]]) -> str:
    """Read the text of a PDF made of lines at places."""
    path = folder / "a.pdf"
    path.write_bytes(pdf(pages))
    (found,) = read_articles([path], today=date(2026, 1, 1))
    assert isinstance(found, Article), found
    return found.text


def column(lines: list[str], left: float, top: float) -> list[tuple[float, float, str]]:
    """Put lines under each other."""
    return [(left, top - 12 * n, line) for n, line in enumerate(lines)]


def test_columns_on_shared_baselines_are_read_one_after_the_other(tmp_path: Path) -> None:
    head = [
        (50.0, 740.0, "A bakery changes hands in the north and nobody at all in the whole town is sorry about that")
    ]
    text = text_of(tmp_path, [head + column(LEFT, 50, 700) + column(RIGHT, 320, 700)])
    assert text.startswith("A bakery changes hands")
    assert text.index("sells") < text.index("The bakers were glad")
    assert "its robotics plant, which bakes for co-operative shops in the north of England" in text


def test_rows_of_a_table_keep_their_cells_together(tmp_path: Path) -> None:
    rows = [(50.0, 600.0, "Sales"), (250.0, 600.0, "12.1"), (350.0, 600.0, "11.4"),
            (50.0, 586.0, "Profit"), (250.0, 586.0, "2.0"), (350.0, 586.0, "1.8")]  # fmt: skip
    text = text_of(tmp_path, [column(LEFT, 50, 700) + rows])
    assert text.endswith("Sales | 12.1 | 11.4\nProfit | 2.0 | 1.8")


def test_heads_and_page_numbers_that_repeat_are_left_out(tmp_path: Path) -> None:
    pages = [
        [(50.0, 780.0, "Orrin Foods plc"), *column(LEFT, 50, 700), (300.0, 20.0, f"Page {n} of 4")] for n in range(1, 5)
    ]
    text = text_of(tmp_path, pages)
    assert "Page" not in text and "Orrin Foods plc" not in text
