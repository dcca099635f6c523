"""Pages as sites write them to their articles: the whole text, no furniture, the headline, this page's date."""

import json
from datetime import date
from pathlib import Path

import pytest

from pipeline.errors import InputUnusable
from pipeline.ingest import read_articles
from pipeline.ingest.documents import RawArticle
from pipeline.ingest.readers.html.page import article_of_page
from pipeline.records import Article, InputWarning

TITLE = "Kasoa Terminals orders a third crane for Tema"
FIRST = (
    "TEMA, Ghana - Kasoa Terminals Ltd said on Monday that it had ordered a third crane for $11.4 million, half of"
    " what the first one cost in 2016."
)
SECOND = "Sales rose 8 per cent to $41 million last year, the company said in a statement to the exchange in Accra."
THIRD = "“We unload a ship in a day now,” said Ama Serwaa Boateng, chief executive of Kasoa Terminals, on Monday."
BODY = (FIRST, SECOND, THIRD)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in BODY)
NAV = '<div class="nav"><a href="/">Home</a> <a href="/news">News</a> <a href="/ir">Investors</a></div>'
FOOT = '<div class="footer">Copyright 2026 Kasoa Terminals. <a href="/p">Privacy</a></div>'
WHOLE = "\n\n".join(BODY)


def page(body: str, head: str = f"<title>{TITLE} | Kasoa Terminals</title>") -> str:
    """Write a page of a site."""
    return f"<!DOCTYPE html><html><head>{head}</head><body>{NAV}{body}{FOOT}</body></html>"


def read(body: str, head: str = f"<title>{TITLE} | Kasoa Terminals</title>", **how: bool) -> RawArticle:
    """Read a page of a site."""
    return article_of_page(page(body, head), **how)


def linked(*nodes: object) -> str:
    """Write JSON-LD."""
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


H1 = f"<h1>{TITLE}</h1>"
BODIES = {
    "paragraphs": f"<article>{H1}{PARAGRAPHS}</article>",
    "a layout table": f"<table><tr><td>{H1}</td></tr><tr><td>{PARAGRAPHS}</td></tr></table>",
    "columns of a layout table": f"<table><tr><td width=200>{NAV}</td><td>{H1}{PARAGRAPHS}</td></tr></table>",
    "a point of a list": f"<ul class=stories><li>{H1}{PARAGRAPHS}</li></ul>",
    "breaks": f"<div>{H1}<div>{FIRST}<br><br>{SECOND}<br>{THIRD}</div></div>",
    "empty spans as breaks": f"<div>{H1}<div>{FIRST}<span class=x></span>{SECOND}<i></i>{THIRD}</div></div>",
    "two containers": f"{H1}<div class=a><p>{FIRST}</p></div><div>advert</div><div class=b><p>{SECOND}</p>"
    f"<p>{THIRD}</p></div>",
    "divs": f"<div>{H1}<div>{FIRST}</div><div>{SECOND}</div><div>{THIRD}</div></div>",
    "a hidden copy": f"<article>{H1}{PARAGRAPHS}<div style='display:none'>{PARAGRAPHS}</div></article>",
    "a second copy": f"<article>{H1}<div class=wide>{PARAGRAPHS}</div><div class=narrow>{PARAGRAPHS}</div></article>",
    "related stories": f"<article>{H1}{PARAGRAPHS}</article><div class='related-news'><h3>Related</h3><p>Port of"
    " Takoradi closes two of its four berths for repairs until the summer, say its managers.</p></div>",
    "a line to another story": f"<article>{H1}<p>{FIRST}</p><p>ALSO READ: Port of Takoradi closes</p><p>{SECOND}</p>"
    f"<p>{THIRD}</p></article>",
    "a notice of cookies": f"<div id=cookie-consent role=dialog>{'<p>We and our partners use cookies.</p>' * 30}"
    f"</div><main>{H1}{PARAGRAPHS}</main>",
    "a pull quote": f"<article>{H1}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article><aside><h4>Most read</h4>"
    "<a href=/x>Other</a></aside>",
}  # fmt: skip


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_the_whole_article_and_nothing_else(body: str) -> None:
    found = read(body)
    assert found.title == TITLE
    text = found.text.removeprefix(TITLE).strip().replace("\n\nadvert\n", "\n")
    assert text == WHOLE


def test_preformatted_text_is_joined_to_paragraphs() -> None:
    lines = (
        "TEMA, Ghana - Kasoa Terminals Ltd said on Monday that it had ordered a third\n"
        "crane for $11.4 million, half of what the first one cost, and that the ma-\n"
        "chine would come by sea.\n\n"
        "   Sales      2025     41.2\n   Profit     2025      6.1\n"
    )
    text = read(f"{H1}<pre>{lines}</pre>").text
    assert "a third crane for" in text and "the machine would come by sea." in text
    assert "Sales | 2025 | 41.2\n\nProfit | 2025 | 6.1" in text


def test_a_table_of_figures_gives_rows_with_sign_number_and_unit_together() -> None:
    rows = (
        "<tr><th></th><th colspan=2>2025</th><th colspan=2>2024</th></tr>"
        "<tr><td>Sales</td><td>$</td><td>53,437</td><td>$</td><td>49,417</td></tr>"
        "<tr><td>Loss</td><td>$</td><td>(4,118</td><td>)</td><td>$</td><td>(3,907</td><td>)</td></tr>"
        "<tr><td>Margin</td><td>12.5</td><td>%</td><td>11.0</td><td>%</td></tr>"
    )
    text = read(f"<article>{H1}<p>{FIRST}</p><table>{rows}</table><p>{SECOND}</p></article>").text
    assert (
        "2025 | 2024\nSales | $53,437 | $49,417\nLoss | $(4,118) | $(3,907)\nMargin | 12.5% | 11.0%\n\nSales rose"
        in text
    )


def test_points_terms_and_superscripts() -> None:
    text = read(
        f"<article>{H1}<p>{FIRST}</p><ul><li><p>Sales: $41 million</p></li><li>Profit: $6 million<sup>1</sup></li></ul>"
        f"<dl><dt>Price</dt><dd>$11.4 million</dd></dl><p>On the 12<sup>th</sup>, CO<sub>2</sub> fell in"
        f" 2024<sup>2,3</sup> on 40 km<sup>2</sup>.</p><p>{SECOND}</p></article>"
    ).text
    assert "- Sales: $41 million\n- Profit: $6 million [1]\n\nPrice: $11.4 million" in text
    assert "On the 12th, CO2 fell in 2024 [2,3] on 40 km²." in text


HEADLINES: list[tuple[str, str, str]] = [
    (f"<h2>{TITLE}</h2>", "<title>Press Releases - Kasoa Terminals Investor Relations</title>", "the section in title"),
    (f"<h1>Press Releases</h1><h2>{TITLE}</h2>", "<title>Press Releases | Kasoa</title>", "the section in h1"),
    (f"<h3><a href=/1>{TITLE}</a></h3>", f"<title>{TITLE} - Kasoa Terminals</title>", "a linked h3"),
    (H1, "<meta property='og:title' content='Kasoa Terminals'><meta property='og:site_name' content='Kasoa Terminals'>",
     "the site in og:title"),
    (H1, f"<title>{TITLE[:30]}… | Kasoa</title>", "a title cut short"),
    ("", f"<title>{TITLE} | Kasoa Terminals</title>", "no heading"),
    (H1, "<title>story_20250303_2.html</title>", "a file's name as title"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "head", "why"), HEADLINES, ids=[why for _, _, why in HEADLINES])
def test_the_headline(heading: str, head: str, why: str) -> None:
    assert read(f"<div>{heading}{PARAGRAPHS}</div>", head).title == TITLE, why


ARTICLE = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2025-03-03T09:00:00Z",
           "publisher": {"@id": "#us"}, "author": [{"name": "Juno Akira"}, {"name": "Lena Fisk"}]}  # fmt: skip
US = {"@type": "Organization", "@id": "#us", "name": "Kasoa Terminals"}
OTHER = {"@type": "NewsArticle", "headline": "Takoradi closes two berths", "datePublished": "2019-05-05",
         "publisher": {"name": "Other"}, "description": "x"}  # fmt: skip


@pytest.mark.parametrize(
    "nodes",
    [
        (ARTICLE, US),
        ({"@graph": [OTHER, US, ARTICLE]},),
        (OTHER, ARTICLE, US),
        ({"@type": "WebPage", "name": "Newsroom", "mainEntity": ARTICLE}, US),
        ({"@type": "ItemList", "itemListElement": [{"item": OTHER}]}, ARTICLE, US),
    ],
)
def test_linked_data_of_this_article(nodes: tuple[object, ...]) -> None:
    found = read(f"{H1}{PARAGRAPHS}", linked(*nodes))
    assert (found.title, found.published, found.publisher) == (TITLE, "2025-03-03T09:00:00Z", "Kasoa Terminals")
    assert found.author == "Juno Akira, Lena Fisk"


DATES: list[tuple[str, str, str | None]] = [
    (
        "<time datetime=2025-03-03>3 March</time>{}<aside><time datetime=2023-01-02>2 January</time></aside>",
        "",
        "2025-03-03",
    ),
    ("<time datetime=2025-03-03>3 March</time> Updated <time datetime=2025-03-09>9 March</time>{}", "", "2025-03-03"),
    ("<div class=date>March 3, 2025</div>{}<div class=related><b>January 2, 2023</b></div>", "", "2025-03-03"),
    ("<div>3 March 2025</div>{}<div><b>April 9, 2025</b> New</div>", "", "2025-03-03"),
    ("<div>3 March 2025</div>{}", "<meta property='article:modified_time' content='2025-04-01'>", "2025-03-03"),
    ("{}", "<link rel=canonical href='https://k.example/2025/03/03/crane/'>", "2025-03-03"),
    ("<div>Posted On: 03 MAR 2025 11:33AM by PIB</div>{}", "", "2025-03-03"),
    ("<div>03/04/2025</div>{}", "", None),
    ("<div>03/04/2025</div>{}<div>03/28/2025</div>", "", "2025-03-04"),
    ("<div>25/04/2025</div>{}", "", "2025-04-25"),
    ("{}<p>The call will be on 14 June 2025 at 9 a.m.</p>", "", None),
    ("{}<footer>Founded 12 May 1984</footer>", "", None),
    ("{}", "<meta name='DC.date.issued' content='2025-03-03'>", "2025-03-03"),
]


@pytest.mark.parametrize(("body", "head", "day"), DATES)
def test_the_date_of_this_article(body: str, head: str, day: str | None) -> None:
    assert read(f"<article>{H1}{body.format(PARAGRAPHS)}</article>", head).published == day


def test_the_user_says_which_number_is_the_day() -> None:
    assert read(f"{H1}<div>03/04/2025</div>{PARAGRAPHS}", day_first=True).published == "2025-04-03"


def test_a_page_that_a_script_fills_is_an_error_unless_its_text_is_in_it() -> None:
    shell = "<div id=__next><div>Loading...</div></div>"
    with pytest.raises(InputUnusable, match="script has run"):
        read(shell)
    found = read(shell, linked({**ARTICLE, "articleBody": WHOLE}))
    assert found.text == WHOLE and found.title == TITLE


def test_deep_and_broken_pages_are_no_crash() -> None:
    deep = "<div>" * 1000 + PARAGRAPHS
    assert SECOND in read(deep).text
    assert (
        date(2025, 3, 3).isoformat()
        == read(f"<time datetime=2025-03-03>x</time>{H1}<p>{FIRST}<p>{SECOND}<p>{THIRD}").published
    )


def test_a_list_of_stories_gives_each_with_its_day_and_address(tmp_path: Path) -> None:
    item = "<div class=item><span>{} March 2025</span> <a href='https://k.example/{}'>{}</a><p>{}</p></div>"
    stories = [
        (3, 1, TITLE, FIRST),
        (2, 2, "Takoradi closes two berths", SECOND),
        (1, 3, "Sekondi opens a dock", THIRD),
    ]
    (tmp_path / "a.html").write_text(
        page("<h1>Press releases</h1>" + "".join(item.format(*story) for story in stories))
    )
    warned, *found = read_articles([tmp_path / "a.html"], today=date(2026, 1, 1))
    assert isinstance(warned, InputWarning) and warned.warning == "list of stories"
    assert [(a.title, a.published.day, a.url) for a in found if isinstance(a, Article) and a.published] == [
        (title, day, f"https://k.example/{number}") for day, number, title, _ in stories
    ]
    (tmp_path / "b.html").write_text(page(f"<article>{H1}{PARAGRAPHS}</article>" + item.format(*stories[1]) * 3))
    assert len(list(read_articles([tmp_path / "b.html"], today=date(2026, 1, 1)))) == 1


def test_a_day_above_the_headline_is_of_another_story() -> None:
    found = read(
        f"<div><b>April 9, 2025</b><a href=/n>New</a></div><article>{H1}<p>3 March 2025</p>{PARAGRAPHS}</article>"
    )
    assert found.published == "2025-03-03" and "April" not in found.text


def test_headline_and_day_above_a_text_that_was_found_alone() -> None:
    links = "<div><a href=/p>Download PDF</a> <a>Print</a></div>"
    body = f"<h2>{TITLE}</h2><span>25/03/2025</span>{links}<div>{PARAGRAPHS}</div>"
    found = read(body, "<title>Kasoa - Investor Relations - Press Release Details</title>")
    assert (found.title, found.published) == (TITLE, "2025-03-25")


def test_contacts_apart_from_the_text_and_bars_above_the_page() -> None:
    contacts = "<div><h2>Contacts</h2><p>Media:<br>Juno Akira<br>+233 30 255 0101</p></div>"
    bar = "<div class=announcement-bar><p>Our annual report of last year is out now, read it here</p></div>"
    found = read(f"{bar}<article><div itemprop=articleBody>{H1}{PARAGRAPHS}</div></article>{contacts}")
    assert found.text.endswith("Contacts\n\nMedia:\n\nJuno Akira\n\n+233 30 255 0101")
    assert "annual report" not in found.text


@pytest.mark.parametrize(
    "frame",
    [
        '<div class="dialog-off-canvas-main-canvas"><main><h1>{0}</h1>{1}</main><p>Privacy and cookies</p></div>',
        '<h1>{0}</h1><div class="elementor-widget elementor-widget-text-editor">{1}</div>',
        '<h1>{0}</h1>{1}<div class="rel"><h3>Related stories</h3><a href="/x">Port grows</a><p>By a third.</p></div>',
        '<h1>{0}</h1>{1}<h3>Weitere Meldungen</h3><ul><li><a href="/x">Hafen wächst weiter</a></li></ul>',
        "<h1>{0}</h1>{1}<p>Wir verwenden Cookies, um Inhalte und Anzeigen zu personalisieren und zu messen.</p>",
        '<amp-ad><div fallback="">Ad blocked</div></amp-ad><h1>{0}</h1>{1}<p>PDF (182 KB)</p><p>Teilen Drucken</p>',
    ],
)
def test_frames_other_stories_and_notices_of_all_kinds_of_sites(frame: str) -> None:
    article = read(frame.format(TITLE, PARAGRAPHS))
    assert article.title == TITLE
    assert article.text.removeprefix(TITLE).strip() == WHOLE


def test_a_day_between_headline_and_text_stays_whatever_it_stands_in() -> None:
    head = (
        f'<h1>{TITLE}</h1><div class="d">Wednesday, September 17, 2025</div><div class="l">For Immediate Release</div>'
    )
    body = f'{head}<div class="b">{PARAGRAPHS}</div><p>Updated September 18, 2025</p>'
    assert read(body).published == "2025-09-17"
    changed = f"<h1>{TITLE}</h1><p>Publié le 4 mars 2025 à 10h12, modifié le 6 mars 2025</p>{PARAGRAPHS}"
    assert read(changed).published == "2025-03-04"


def test_a_letterhead_in_bold_and_a_section_as_title_are_no_headlines() -> None:
    bold = f"<p><b>MINISTRY OF TRANSPORT</b></p><p><b>PRESS RELEASE</b></p><p><b>{TITLE}</b></p>{PARAGRAPHS}"
    assert read(bold, "<title>PRESS RELEASE</title>").title == TITLE
    details = f"<h1>Press Release Details</h1><h2>{TITLE}</h2><p>01/21/2025</p>{PARAGRAPHS}"
    assert read(details, "<title>Kasoa Terminals, Inc. - Press Release Details</title>").title == TITLE


def test_who_the_press_may_ask_stays_in_whatever_box() -> None:
    box = '<div class="teaser"><h4>Press contact</h4><p>Juno Akira<br>press@kasoa.example</p></div>'
    assert "Juno Akira" in read(f"<h1>{TITLE}</h1><div>{PARAGRAPHS}{box}</div>").text


def test_a_stub_for_subscribers_is_said(tmp_path: Path) -> None:
    node = linked({"@type": "NewsArticle", "headline": TITLE, "isAccessibleForFree": False})
    (tmp_path / "a.html").write_text(page(f"<h1>{TITLE}</h1>{PARAGRAPHS}", node), encoding="utf-8")
    kinds = [
        item.warning for item in read_articles([tmp_path], today=date(2026, 1, 1)) if isinstance(item, InputWarning)
    ]
    assert kinds == ["text cut short"]
