from pipeline.export.page import block, page_of_articles
from pipeline.records import Mention, Person, Zone

TEXT = "Obi & Sons <named> Ada Obi\n\nAda Obi said so."
FOUND = {
    "mentions": [
        Mention(article_id="a", start_char=0, end_char=10, text="Obi & Sons", label="ORG", found_by="model"),
        Mention(article_id="a", start_char=19, end_char=26, text="Ada Obi", label="PERSON", found_by="model"),
    ],
    "people": [Person(article_id="a", person_id="p", name="Ada <Obi>", title="chair")],
}


def test_the_page_marks_mentions_and_escapes_the_text():
    shown = page_of_articles("A <title>", [block("A <title>", TEXT, FOUND)])
    assert '<mark class="ORG"' in shown and "Obi &amp; Sons" in shown and "&lt;named&gt;" in shown
    assert "<td>Ada &lt;Obi&gt;</td>" in shown and "A &lt;title&gt;" in shown


def test_the_page_needs_nothing_from_outside():
    shown = page_of_articles("title", [block("title", TEXT, FOUND)])
    assert "<script" not in shown and "http" not in shown and "url(" not in shown


def test_zones_are_named():
    zones = [Zone(start_char=0, end_char=26, zone="headline"), Zone(start_char=26, end_char=len(TEXT), zone="body")]
    shown = block("title", TEXT, FOUND, zones)
    assert '<section class="headline"><b>headline</b>' in shown and '<section class="body">' in shown


def test_no_sign_turns_a_text_around_or_commands_a_terminal():
    text = "Obi & Sons\u202e \x1b[2J\u2066 said so."
    shown = page_of_articles(
        text, [block(text, text, {"mentions": [], "people": [Person(article_id="a", person_id="p", name=text)]})]
    )
    assert not {"\u202e", "\x1b", "\u2066"} & set(shown)
