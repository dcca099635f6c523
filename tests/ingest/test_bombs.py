"""Small files that would take a program long, or much memory: the text is kept, or the reason is said, at once."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from pipeline.ingest import read_articles
from pipeline.records import Article
from pipeline.settings import Settings

TEXT = "Orrin Foods said on Monday that it would buy the bakery in Leeds for 5 million pounds."
HEAD = "From: a@b.example\r\nSubject: Orrin buys\r\nMIME-Version: 1.0\r\n"


def nested_mail(depth: int) -> str:
    parts = "".join(
        f"Content-Type: multipart/mixed; boundary=b{number}\r\n\r\n--b{number}\r\n" for number in range(depth)
    )
    ends = "".join(f"--b{number}--\r\n" for number in reversed(range(depth)))
    return f"{HEAD}{parts}Content-Type: text/plain\r\n\r\n{TEXT}\r\n{ends}"


def laughs(root: str) -> str:
    entities = f'<!ENTITY a0 "{TEXT}">' + "".join(f'<!ENTITY a{number} "{ten(number - 1)}">' for number in range(1, 10))
    body = f"<body><body.content><p>{TEXT}</p><p>&a9;</p></body.content></body>"
    return f'<?xml version="1.0"?><!DOCTYPE {root} [{entities}]><{root}>{body}</{root}>'


def ten(number: int) -> str:
    return f"&a{number};" * 10


BOMBS = {
    "attributes.html": f"<html><body><p {' '.join(f'a{n}=1' for n in range(50_000))}>{TEXT}</p></body></html>",
    "glued.html": "<html><body><p " + "".join(f'a{n}="{n}>"' for n in range(50_000)) + f">{TEXT}</p></body></html>",
    "single.html": f"<html><body><p {' '.join(f'a{n}' for n in range(50_000))}>{TEXT}</p></body></html>",
    "strays.html": "<html><body><p "
    + "".join(f"a{n}=1 " + '"<= = '[n % 7 :][:1] for n in range(50_000))
    + f">{TEXT}</p>",
    "parts.eml": nested_mail(1000),
    "type.eml": f"{HEAD}Content-Type: text/plain;{' a=b;' * 50_000}\r\n\r\n{TEXT}\r\n",
    "words.eml": f"{HEAD.replace('Orrin', '=?utf-8?q?' * 50_000)}\r\n{TEXT}\r\n",
    "laughs.xml": laughs("nitf"),
    "laughs.html": laughs("html"),
    "open.sgm": f"<DOC><TEXT>{TEXT}</TEXT>" + "<DOC>" * 5_000,
    "tags.sgm": f"<DOC><TEXT>{TEXT}</TEXT></DOC>" + "<DOC " * 100_000,
    "groups.rtf": "{\\rtf1 " + "{" * 50_000 + TEXT + "}" * 50_000 + "}",
    "codes.rtf": "{\\rtf1 " + TEXT + "\\u99999999999?\\u-99999999? end}",
}


MOST_CALLS = 10_000_000
"""Calls of functions; what looks at each of 50,000 parts for each of them needs thousands of millions."""


@contextmanager
def at_most(calls: int) -> Iterator[None]:
    """Fail where more functions are called in a block."""
    made = count(1)

    def look(*_: object) -> None:
        assert next(made) <= 2 * calls, "too many calls"  # each is told twice: as it begins, and as it ends

    sys.setprofile(look)
    try:
        yield
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_read_or_said_at_once(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(BOMBS[name])
    with at_most(MOST_CALLS):
        items = list(read_articles([path], Settings(), today=date(2026, 1, 1)))
    texts = [item.text for item in items if isinstance(item, Article)]
    assert items and all(len(text) < 1_000_000 for text in texts)
    assert any(TEXT in text for text in texts)
