"""Office documents: text boxes, layout tables, heads and feet, notes; nothing that was deleted or hidden."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.ingest import read_articles
from pipeline.records import Article, InputError
from tests.ingest import samples
from tests.ingest.office_samples import p, pptx, rtf, table, word
from tests.ingest.ole import doc

TITLE, BODY = samples.TITLE, samples.BODY
PARAGRAPHS = "".join(map(p, BODY))
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'


def read(folder: Path, data: bytes, name: str = "a.docx") -> Article:
    """Write a document and read it."""
    path = folder / name
    path.write_bytes(data)
    (found,) = read_articles([path], today=date(2026, 1, 1))
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize("strict", [False, True])
def test_a_box_in_a_paragraph_is_a_part_of_its_own_and_read_once(tmp_path: Path, strict: bool) -> None:
    contact = p("Media contact") + p("Juno Akira")
    hung = f"<w:p><w:r><w:t>{BODY[1]}</w:t></w:r>{BOX.format(contact, contact)}</w:p>"
    text = read(tmp_path, word(p(TITLE, "Title") + p(BODY[0]) + hung + p(BODY[2]), strict=strict)).text
    assert text == "\n\n".join((TITLE, *BODY[:2], "Media contact", "Juno Akira", BODY[2]))


def test_a_layout_table_is_read_cell_by_cell_the_text_first(tmp_path: Path) -> None:
    side = p("Orrin Foods plc") + p("Media contact") + p("Juno Akira")
    found = read(tmp_path, word(table((side, p(TITLE) + PARAGRAPHS))))
    assert found.title == TITLE and found.published == date(2025, 3, 3)
    assert found.text == f"{samples.TEXT}\n\nOrrin Foods plc\n\nMedia contact\n\nJuno Akira"


def test_a_table_in_a_cell_gives_rows_of_its_own(tmp_path: Path) -> None:
    inner = table((p("of bread"), p("9.0")))
    rows = table((p("£ million"), p("2024")), (p("Sales") + inner, p("12.1")), (p("Profit"), p("2.0")))
    assert read(tmp_path, word(p(TITLE, "Title") + PARAGRAPHS + rows)).text.endswith(
        "£ million | 2024\nSales | 12.1\nof bread | 9.0\nProfit | 2.0"
    )


def test_heads_feet_and_notes_are_read(tmp_path: Path) -> None:
    head = "<w:p><w:r><w:t>ORRIN FOODS PLC</w:t><w:tab/><w:t>4 March 2025</w:t></w:r></w:p>"
    foot = p("Media contact: Juno Akira") + p("Page 1 of 2")
    noted = '<w:p><w:r><w:t>It rose</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
    body = p(TITLE) + p(BODY[0].removeprefix("LEEDS, 3 March 2025 - ")) + noted
    found = read(tmp_path, word(body, header1=head, footer1=foot))
    assert found.title == TITLE and found.published == date(2025, 3, 4)
    assert "It rose [1]." in found.text and found.text.endswith("Media contact: Juno Akira")


def test_marks_of_notes_points_and_hidden_text(tmp_path: Path) -> None:
    raised = f"<w:p><w:r><w:t>In 2024</w:t></w:r>{RAISED}<w:r><w:t> it grew.</w:t></w:r></w:p>"
    point = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"
    text = read(tmp_path, word(PARAGRAPHS + raised + point.format("One") + point.format("Two") + hidden)).text
    assert text.endswith("In 2024 [1] it grew.\n\n- One\n- Two")


def test_rtf_sets_marks_apart_and_drops_what_was_deleted(tmp_path: Path) -> None:
    text = read(tmp_path, rtf(TITLE, BODY), "a.rtf").text
    assert text.endswith("In 2024 [1] it grew.\n\nSales | £12m\nProfit | £2m") and "Or not" not in text


def test_slides_come_in_their_order_and_boxes_from_above_to_below(tmp_path: Path) -> None:
    assert read(tmp_path, pptx(TITLE, BODY), "a.pptx").text == samples.TEXT


def test_an_old_word_document_gives_tables_and_what_fields_show(tmp_path: Path) -> None:
    link = 'See \x13 HYPERLINK "https://o.example" \x14the site\x15.'
    data = doc("\r".join((TITLE, *BODY, link, "Sales\x07£12m\x07\x07Profit\x07£2m\x07\x07")) + "\r")
    assert read(tmp_path, data, "a.doc").text.endswith("See the site.\n\nSales | £12m\nProfit | £2m")


@pytest.mark.parametrize(("name", "data"), [("a.pptx", pptx(" ", (" ", " "))), ("a.rtf", b"{\\rtf1\\ansi }")])
def test_documents_without_text_say_so(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    (error,) = read_articles([tmp_path / name], today=date(2026, 1, 1))
    assert isinstance(error, InputError) and "without any text" in error.message


def test_the_headline_in_bold_stands_behind_the_label_and_endnotes_are_read(tmp_path: Path) -> None:
    def bold(text: str) -> str:
        return f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>"

    body = bold("MINISTRY OF TRADE") + bold("PRESS RELEASE") + bold(TITLE) + "".join(map(p, BODY))
    found = read(tmp_path, word(body, footer1=p("Orrin Foods plc") + p("Page 1 of 2")))
    assert found.title == TITLE and "Page 1" not in found.text and "Orrin Foods plc" in found.text
