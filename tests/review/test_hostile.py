"""Whatever a browser is made to ask or to send: a page, or a sentence with its code, never a failure of ours."""

import sqlite3
from itertools import cycle, islice
from urllib.parse import quote

import pytest

HERE = "http://127.0.0.1:8000"
NASTY = [
    "",
    "x",
    "-1",
    "0",
    "1e9",
    "999999999999999999999999",
    "9" * 4_400,
    "9" * 4_400 + "-5",
    "٣",
    "²",
    "1-2",
    "2-1",
    "0-99999999",
    "-5--1",
    "1-",
    "NaN",
    "a\x00b",
    "\ud83d",
    "%00",
    "../../etc/passwd",
    "<script>alert(1)</script>",
    "'\"><img src=x onerror=alert(1)>",
    "' OR 1=1 --",
    "mentions; DROP TABLE mentions",
    "{{7*7}}",
    "{% raw %}",
    "a" * 2_000,
    "*",
    '"',
    "NEAR(a b",
    "a AND",
    "=1+1",
    "javascript:alert(1)",
]
NASTY = [value.encode("utf-8", "replace").decode() for value in NASTY]
QUERY = (
    "at",
    "q",
    "said",
    "show",
    "table",
    "key",
    "page",
    "sort",
    "f.label",
    "f.low",
    "f.published",
    "f.no_such",
    "since",
    "until",
    "publisher",
    "kind",
    "organisation",
    "person",
    "article",
    "more",
)
FORM = (
    "action",
    "at",
    "start",
    "end",
    "label",
    "table",
    "key",
    "all",
    "ids",
    "back",
    "other",
    "alias",
    "article_id",
    "version",
    "text",
    "low",
    "title",
    "reason",
)
PAGES = (
    "",
    "tables",
    "tables/{n}",
    "tables/mentions",
    "tables/money",
    "tables/mentions/download/csv",
    "tables/{n}/download/csv",
    "tables/mentions/download/{n}",
    "article/{n}",
    "article/{a}",
    "article/{a}/mention",
    "article/{a}/why",
    "article/{a}/row",
    "entity/{n}",
    "entity/{e}",
    "entity/{n}/candidates",
    "entity/{e}/candidates",
    "queue",
    "decisions",
    "retrain",
    "retrain/state",
    "static/{n}",
    "{n}",
)
POSTS = (
    "article/{a}/judge",
    "article/{n}/judge",
    "article/{a}/correct",
    "entity/{e}/merge",
    "entity/{n}/merge",
    "entity/{e}/split",
    "decisions/undo",
    "retrain/{n}",
)


@pytest.fixture
def named(page, desk):
    with sqlite3.connect(desk.run / "pressfacts.sqlite") as found:
        (article,) = found.execute("SELECT article_id FROM articles LIMIT 1").fetchone()
        (entity,) = found.execute("SELECT entity_id FROM entities LIMIT 1").fetchone()
    return {"a": article, "e": entity}


def some(path: str) -> list[str]:
    """Give a part of what is nasty, of each path another."""
    return NASTY[len(path) % 5 :: 5]


def assert_harmless(answer) -> None:
    assert answer.status_code < 500, answer.request.url
    if "html" in answer.headers.get("content-type", ""):
        assert "<script>alert" not in answer.text and "<img src=x" not in answer.text
        assert answer.text.strip() != "49" and 'href="javascript:' not in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_nasty_addresses_give_a_page_or_a_sentence(page, named, path) -> None:
    for value in some(path) if "{n}" in path else NASTY[:1]:
        address = path.format(n=quote(value, safe=""), **named)
        assert_harmless(page.client.get(f"/secret/{address}"))
    for number, value in enumerate(some(path)[: 1 if path.endswith("why") else None]):
        names = islice(cycle(QUERY), number, number + 9)
        address = path.format(n="mentions", **named)
        assert_harmless(page.client.get(f"/secret/{address}", params=dict.fromkeys(names, value)))


@pytest.mark.parametrize("path", POSTS)
def test_nasty_forms_give_a_page_or_a_sentence(page, named, desk, path) -> None:
    address = f"/secret/{path.format(n='x', **named)}"
    good = {"action": "reject", "at": "0-5", "start": "0", "end": "5", "label": "ORG", "table": "mentions"}
    for number, value in enumerate(some(path)):
        name, action = FORM[number % len(FORM)], ("move", "add", "relabel", "set", "keep")[number % 5]
        forms = ({name: value}, good | {name: value}, {"action": action, "start": value, "end": value})
        for form in (*forms, dict.fromkeys(FORM, value)):
            assert_harmless(page.client.post(address, data=form, headers={"origin": HERE}))
    for body in (b"", b"\xff\xfe\x00", b"=" * 900_000, b"a=" + b"&a=" * 200_000):
        assert_harmless(page.client.post(address, content=body, headers={"origin": HERE}))


def test_a_form_in_pieces_of_no_stated_length_is_refused(page) -> None:
    pieces = (b"a" * 1000 for _ in range(10))
    answer = page.client.post("/secret/decisions/undo", content=pieces, headers={"origin": HERE})
    assert answer.status_code == 413


@pytest.mark.parametrize("length", ["abc", "-1", "1e3", "9" * 50, "+5", "1_0"])
def test_a_length_that_is_none_is_refused(page, length) -> None:
    answer = page.client.post(
        "/secret/decisions/undo", content=b"ids=x", headers={"origin": HERE, "content-length": length}
    )
    assert answer.status_code in (400, 413)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "POST"])
def test_other_methods_change_nothing(page, method) -> None:
    assert page.client.request(method, "/secret/decisions", headers={"origin": HERE}).status_code in (
        403,
        404,
        405,
        413,
    )
