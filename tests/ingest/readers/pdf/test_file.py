"""Characters at places of a page to running text: columns, paragraphs, rows, heads and feet, the headline."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.ingest import read_articles
from pipeline.records import Article, InputWarning
from pipeline.settings import Settings
from tests.ingest.samples import pdf

LEFT = ["Orrin Foods will buy a bakery in York for", "forty million pounds, it said on Monday, and",
        "would keep all of its ovens and its robo-", "tics plant, which bakes for co-operative",
        "shops in the north of England and sells"]  # fmt: skip
RIGHT = ["The bakers were glad to hear of it, they", "told the paper, for they had been waiting",
         "for a buyer since the autumn of last year", "when the former owner died and left his",
         "house to a nephew who doesn't eat bread."]  # fmt: skip
HEAD = "Orrin Foods buys a bakery in York"
PROSE = ["LEEDS, 3 March 2025 - Orrin Foods plc said on Monday that it would buy Tallow Bakery of York",
         "for 40 million pounds, a third less than it had offered in the autumn of last year, and that it",
         "would keep its ovens."]  # fmt: skip
MORE = ["The deal should close before the end of June, said Greta Holloway, the chief executive of Orrin",
        "Foods, who joined it in 2021 and has cut its debt by a third since then."]  # fmt: skip

Placed = tuple[float, ...]


def read(folder: Path, pages: list[list[tuple]], title: str | None = None) -> Article:
    """Read a PDF made of lines at places."""
    path = folder / "a.pdf"
    path.write_bytes(pdf(pages, title=title))
    (found,) = [item for item in read_articles([path], today=date(2026, 1, 1)) if not isinstance(item, InputWarning)]
    assert isinstance(found, Article), found
    return found


def text_of(folder: Path, pages: list[list[tuple]]) -> str:
    """Read the text of a PDF made of lines at places."""
    return read(folder, pages).text


def column(lines: list[str], left: float, top: float, leading: float = 12) -> list[tuple]:
    """Put lines under each other."""
    return [(left, top - leading * n, line) for n, line in enumerate(lines)]


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


def test_sign_number_and_unit_are_one_cell(tmp_path: Path) -> None:
    rows = [(50.0, 600.0, "Loss"), (230.0, 600.0, "$"), (250.0, 600.0, "(4,118)"), (330.0, 600.0, "$"),
            (350.0, 600.0, "(3,907)"), (50.0, 586.0, "Margin"), (250.0, 586.0, "12.5"), (280.0, 586.0, "%"),
            (350.0, 586.0, "11.0"), (380.0, 586.0, "%")]  # fmt: skip
    text = text_of(tmp_path, [column(LEFT, 50, 700) + rows])
    assert text.endswith("Loss | $(4,118) | $(3,907)\nMargin | 12.5% | 11.0%")


def test_heads_feet_numbers_and_what_says_that_it_goes_on_are_left_out(tmp_path: Path) -> None:
    pages = [
        [(50.0, 780.0, "Orrin Foods plc"), *column(LEFT, 50, 700), (300.0, 20.0, f"Page {n} of 4")] for n in range(1, 5)
    ]
    text = text_of(tmp_path, pages)
    assert "Page" not in text and "Orrin Foods plc" not in text
    two = [[(50.0, 780.0, "Orrin Foods plc - News"), *column(PROSE[:2], 50, 700), (280.0, 60.0, "- more -")],
           [(50.0, 780.0, "Orrin Foods plc - News"), *column(PROSE[2:], 50, 700), (300.0, 20.0, "2")]]  # fmt: skip
    assert text_of(tmp_path, two) == " ".join(PROSE)


@pytest.mark.parametrize("leading", [11, 12, 15, 18])
def test_the_leading_of_the_prose_decides_not_that_of_tables(tmp_path: Path, leading: float) -> None:
    rows = [(x, 400.0 - 11 * n, t) for n in range(20) for x, t in ((50.0, "Sales"), (250.0, "12.1"), (350.0, "11.4"))]
    body = column(PROSE, 50, 700, leading) + column(MORE, 50, 700 - 3 * leading - 8, leading)
    text = text_of(tmp_path, [body + rows])
    assert text.startswith(" ".join(PROSE) + "\n\n" + " ".join(MORE))


def test_a_point_with_hanging_lines_is_one_paragraph(tmp_path: Path) -> None:
    lines = [(50.0, 700.0, "•"), (65.0, 700.0, MORE[0]), (65.0, 688.0, MORE[1]), (50.0, 670.0, "•"),
             (65.0, 670.0, "It will keep its ovens.")]  # fmt: skip
    text = text_of(tmp_path, [column(PROSE, 50, 760) + lines])
    assert text.endswith(f"• {' '.join(MORE)}\n\n• It will keep its ovens.")


def test_a_headline_of_two_centred_lines_is_one(tmp_path: Path) -> None:
    head = [(150.0, 760.0, "ORRIN FOODS BUYS A BAKERY IN YORK FROM", 14), (245.0, 744.0, "TALLOW AND SONS", 14)]
    found = read(tmp_path, [head + column(PROSE, 50, 700)])
    assert found.title == "ORRIN FOODS BUYS A BAKERY IN YORK FROM TALLOW AND SONS"
    assert found.text == f"{found.title}\n\n{' '.join(PROSE)}"


def test_the_headline_is_the_largest_line_or_what_the_document_states(tmp_path: Path) -> None:
    label = [(50.0, 780.0, "PRESS RELEASE", 20)]
    large = [(50.0, 740.0, HEAD, 16)]
    assert read(tmp_path, [label + large + column(PROSE, 50, 700)]).title == HEAD
    same = [(50.0, 740.0, HEAD), (50.0, 780.0, "Exhibit 99.1")]
    assert read(tmp_path, [same + column(PROSE, 50, 700)], title=HEAD).title == HEAD
    found = read(tmp_path, [same + column(PROSE, 50, 700)], title="Microsoft Word - x.docx")
    assert found.title == HEAD and not found.text.startswith("Exhibit")


def test_marks_of_notes_are_set_apart_and_lines_go_on_behind_them(tmp_path: Path) -> None:
    width = 10 * 0.5
    first = "Orrin Foods expects an income rate"
    lines = [(50.0, 700.0, first), (50.0 + len(first) * width - 17, 704.0, "2", 6),
             (50.0 + len(first) * width - 10, 700.0, "of 3.9% to 4.1% in 2025, compared with the guidance of autumn"),
             (50.0, 688.0, "that it gave to the shareholders and to the newspapers of the north of it.")]  # fmt: skip
    text = text_of(tmp_path, [lines])
    assert text.startswith("Orrin Foods expects an income rate [2] of 3.9% to 4.1% in 2025")
    assert "autumn that it gave" in text


def test_turned_text_at_the_margin_is_left_out(tmp_path: Path) -> None:
    turned = [(20.0, 300.0, "www.orrin.example - twice a year", 10, 90)]
    assert text_of(tmp_path, [turned + column(PROSE, 50, 700)]) == " ".join(PROSE)


def test_contacts_in_columns_and_beside_the_text_are_read_each_for_itself(tmp_path: Path) -> None:
    people = [["Greta Holloway", "Head of Investor Relations", "greta@orrin.example"],
              ["Juno Akira", "Vice President Sales", "juno@tallow.example"]]  # fmt: skip
    text = text_of(tmp_path, [column(PROSE, 50, 760) + column(people[0], 50, 650) + column(people[1], 250, 650)])
    assert text.endswith("\n\n".join((*people[0], *people[1])))
    beside = ["Orrin Foods plc", "1 Mill Lane", "Leeds", "Media contact", "Juno Akira", "+44 113 496 0101"]
    text = text_of(tmp_path, [column([*PROSE, *MORE], 190, 700) + column(beside, 40, 705, 14)])
    assert text.startswith(" ".join(PROSE)) and text.endswith("Juno Akira\n\n+44 113 496 0101")


def test_pages_without_text_are_said(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([[], column(PROSE, 50, 700)]))
    warned, found = read_articles([path], today=date(2026, 1, 1))
    assert isinstance(warned, InputWarning) and warned.warning == "page without text"
    assert "page 1 of 2" in warned.message and isinstance(found, Article)


def test_pictures_are_read_by_tesseract_where_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = tmp_path / "bin" / "tesseract"
    tool.parent.mkdir()
    tool.write_text("#!/bin/sh\ncat > /dev/null\necho 'Orrin Foods said that it would buy the bakery in York.'\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tool.parent}:/usr/bin:/bin")
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([[]]))
    warned, found = read_articles([path], Settings(ocr=True), today=date(2026, 1, 1))
    assert isinstance(warned, InputWarning) and warned.warning == "read by OCR"
    assert isinstance(found, Article) and found.text == "Orrin Foods said that it would buy the bakery in York."


def test_a_letterhead_is_read_by_itself_and_dots_part_a_label_from_its_value(tmp_path: Path) -> None:
    left = [(50.0, 780.0, "PRESS RELEASE"), (50.0, 760.0, "Leeds, 3 March 2025")]
    right = column(["Orrin Foods plc", "1 Mill Lane", "Leeds", "Juno Akira", "+44 113 496 0101"], 430, 782, 11)
    rows = [(50.0, 560.0, "Sales " + "." * 40), (330.0, 560.0, "12.1"), (50.0, 546.0, "Profit " + "." * 40),
            (330.0, 546.0, "2.0")]  # fmt: skip
    text = text_of(tmp_path, [left + right + column(PROSE, 50, 680) + rows])
    assert text.startswith("PRESS RELEASE\n\nLeeds, 3 March 2025\n\nOrrin Foods plc")
    assert text.endswith(f"{' '.join(PROSE)}\n\nSales | 12.1\nProfit | 2.0")


def test_a_word_that_ends_a_sentence_at_the_beginning_of_a_line_is_no_point(tmp_path: Path) -> None:
    lines = ["Orrin Foods said that the town of York would receive 60 million pounds a year in property",
             "tax. It will keep its ovens, said Greta Holloway, the chief executive of Orrin Foods."]  # fmt: skip
    assert text_of(tmp_path, [column(lines, 50, 700)]) == " ".join(lines)
