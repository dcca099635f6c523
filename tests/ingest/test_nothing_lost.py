"""What is given twice stays two, what can't be read whole is said, and no name or id stops the rest."""

import io
import json
import os
import tarfile
import zipfile
from datetime import date
from pathlib import Path

import pytest

from pipeline.ingest import read_articles
from pipeline.ingest.keys import unused
from pipeline.records import Article, InputError, InputWarning, Read
from pipeline.settings import Settings

TEXTS = [
    f"Orrin Foods said on Monday that it would buy bakery number {number} in Leeds for £{number + 2} million."
    for number in range(12)
]


def read(*paths: Path, **settings: object) -> list[Read]:
    return list(read_articles(paths, Settings(**settings), today=date(2026, 1, 1)))  # type: ignore[arg-type]


def texts(items: list[Read]) -> list[str]:
    return [item.text for item in items if isinstance(item, Article)]


def sources(items: list[Read], path: Path) -> list[str]:
    return [item.source.removeprefix(str(path)) for item in items if isinstance(item, Article)]


def said(items: list[Read]) -> list[str]:
    """Give the kinds of all that was said beside the articles."""
    return [item.error if isinstance(item, InputError) else item.warning for item in items
            if isinstance(item, InputError | InputWarning)]  # fmt: skip


def test_one_key_is_given_once_whatever_comes() -> None:
    used: dict[str, int] = {}
    keys = ["a", "a", "a~2", "a~2", "a", *["b"] * 300]
    assert len({unused(key, used) for key in keys}) == len(keys)


def zip_of(names: list[str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in zip(names, TEXTS, strict=False):
            with pytest.warns(UserWarning) if name in archive.namelist() else open(os.devnull):
                archive.writestr(name, text)
    return file.getvalue()


def tar_of(names: list[str]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, text in zip(names, TEXTS, strict=False):
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return file.getvalue()


def lines_of(ids: list[object]) -> bytes:
    return "".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in zip(ids, TEXTS, strict=False)).encode()


def sgml_of(ids: list[str]) -> bytes:
    documents = zip(ids, TEXTS, strict=False)
    return "".join(f"<DOC>\n<DOCNO>{i}</DOCNO>\n<TEXT>\n{text}\n</TEXT>\n</DOC>\n" for i, text in documents).encode()


def csv_of(ids: list[str]) -> bytes:
    return ("id,text\n" + "".join(f'{i},"{text}"\n' for i, text in zip(ids, TEXTS, strict=False))).encode()


@pytest.mark.parametrize(
    ("name", "data", "keys"),
    [
        ("a.sgm", sgml_of(["X", "X", "X"]), ["#X", "#X~2", "#X~3"]),
        ("a.jsonl", lines_of(["a", "a", "a~2"]), ["#a", "#a~2", "#a~2~2"]),
        ("a.jsonl", lines_of(["2", None, "2"]), ["#2", "#2~2", "#2~3"]),
        ("a.csv", csv_of(["a", "a", "a~2"]), ["#a", "#a~2", "#a~2~2"]),
        ("a.zip", zip_of(["n.txt", "n.txt", "o.txt"]), ["#n.txt", "#n.txt~2", "#o.txt"]),
        ("a.tar", tar_of(["n.txt", "n.txt", "o.txt"]), ["#n.txt", "#n.txt~2", "#o.txt"]),
    ],
)
def test_a_key_given_twice_stays_two(tmp_path: Path, name: str, data: bytes, keys: list[str]) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = read(path)
    assert texts(found) == TEXTS[:3]
    assert sources(found, path) == keys


def test_a_row_and_a_member_that_are_called_alike_stay_two(tmp_path: Path) -> None:
    path, file = tmp_path / "a.zip", io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.jsonl", lines_of(["1"]))
        archive.writestr("a.jsonl#1", TEXTS[1])
    path.write_bytes(file.getvalue())
    assert sources(read(path), path) == ["#a.jsonl#1", "#a.jsonl#1~2"]


@pytest.mark.parametrize(
    "line",
    [
        r'{"id": "a\ud800", "text": %s}',
        r'{"id": "\udc80", "text": %s}',
        r'{"text": %s, "publisher": "Volta \udfff Times"}',
        r'{"text": %s, "key \ud800": "value \ud801", "author": "\ud812"}',
        r'{"text": %s, "title": "Volta \ud800 buys", "url": "http://a.example/\udcff"}',
    ],
)
def test_halves_of_pairs_stop_nothing(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(line % json.dumps(text) for text in TEXTS[:2]), "utf-8")
    found = [item for item in read(path) if isinstance(item, Article)]
    assert len(found) == 2 and len({item.source for item in found}) == 2
    for item in found:
        for value in (item.source, item.source_id, item.title, item.publisher, item.author, item.url, item.extra):
            (value or "").encode()
        json.dumps(json.loads(item.extra or "{}"), ensure_ascii=False).encode()


def test_ids_that_differ_in_half_a_pair_differ(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines_of(["a\ud800", "a\ud801"]))
    assert sources(read(path), path) == ["#a\\ud800", "#a\\ud801"]


def test_json_of_a_page_with_half_a_pair(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    linked = r'{"@type": "NewsArticle", "headline": "Volta \ud800", "publisher": {"name": "V\udcffT"}}'
    path.write_text(
        f'<html><head><script type="application/ld+json">{linked}</script></head><body><p>{TEXTS[0]}</p></body></html>'
    )
    (found,) = read(path)
    assert isinstance(found, Article) and TEXTS[0] in found.text
    repr(found.publisher).encode()
    (found.title or "").encode()


def test_names_that_are_not_utf8_are_read_and_written_as_escapes(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    for number, name in enumerate([b"caf\xe9.txt", b"caf\xe8.txt"]):
        with open(os.path.join(folder, name), "w") as file:
            file.write(TEXTS[number])
    assert sorted(sources(read(tmp_path), tmp_path)) == ["/caf\\xe8.txt", "/caf\\xe9.txt"]
    tar = tmp_path / "t.tar"
    tar.write_bytes(tar_of(["caf\udce9.txt", "b.txt"]))
    assert sources(read(tar), tar) == ["#caf\\xe9.txt", "#b.txt"]


def test_text_with_unquoted_commas_is_whole_where_it_comes_last(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"id,text\n1,{TEXTS[0]} It paid £1,000, of which 20,500 later.\n2,{TEXTS[1]}\n")
    assert texts(read(path))[0].endswith("It paid £1,000, of which 20,500 later.")


def test_text_that_commas_tore_is_said_where_it_does_not_come_last(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"id,text,author\n1,{TEXTS[0]} It paid £1,000.,Ann\n2,{TEXTS[1]},Bob\n")
    found = read(path)
    assert texts(found) == [TEXTS[1]] and said(found) == ["unreadable"]


def test_columns_without_a_name_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'text,id\n"{TEXTS[0]}",1,left\n"{TEXTS[1]}",2,right\n')
    assert [item.extra for item in read(path) if isinstance(item, Article)] == [
        '{"column 3": "left"}', '{"column 3": "right"}',
    ]  # fmt: skip


@pytest.mark.parametrize("closed", [0, 3, 7, 11])
@pytest.mark.parametrize("quoted", [True, False])
def test_a_quotation_mark_that_is_not_closed_takes_no_rows(tmp_path: Path, closed: int, quoted: bool) -> None:
    mark = '"' if quoted else ""
    rows = [f'{n},"{text}' if n == closed else f"{n},{mark}{text}{mark}" for n, text in enumerate(TEXTS)]
    path = tmp_path / "a.csv"
    path.write_text("id,text\n" + "\n".join(rows) + "\n")
    found = read(path)
    assert [text.strip('"') for text in texts(found)] == TEXTS
    if quoted or closed != 11:
        assert said(found) == ["quotation marks"]


def test_marks_that_are_not_doubled_cut_no_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = f'{TEXTS[0]}\n\nThe "old bakery" in Leeds, it said, is a "good buy".\n{TEXTS[1]}'
    path.write_text(f'id,text,author\n1,"{text}","Ann"\n2,"{TEXTS[2]}","Bob"\n')
    found = read(path)
    assert texts(found) == [text, TEXTS[2]] and said(found) == ["quotation marks"]


def test_many_marks_that_are_not_closed_take_time_in_proportion(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n" + "".join(f'{n},"{TEXTS[n % 12]} {n}\n' for n in range(3000)))
    assert len(texts(read(path))) == 3000


def test_folders_that_are_left_out_are_said(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "elsewhere"
    for folder in (inside / "sub", outside):
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(TEXTS[0])
    (inside / "away").symlink_to(outside)
    (inside / "again").symlink_to(inside / "sub")
    found = read(inside)
    assert sources(found, inside) == ["/sub/a.txt"]
    assert [item.source for item in found if isinstance(item, InputError)] == [str(inside / "away")]


def test_a_folder_that_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0])
    (tmp_path / "closed").mkdir()
    really = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = read(tmp_path)
    assert texts(found) == TEXTS[:1] and said(found) == ["folder left out"]


def test_a_member_whose_name_is_broken_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    data = zip_of(["\u00e9ins.txt", "zwei.txt"])
    assert data.count("\u00e9".encode()) == 2  # once before the member, once in the list of members
    path.write_bytes(data.replace("\u00e9".encode(), b"\xff\xff"))
    items = read(path)
    assert len(texts(items)) == 2
    assert sources(items, path)[0] == "#zwei.txt" and "ins.txt" in sources(items, path)[1]
