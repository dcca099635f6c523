"""Mail of all kinds: the release in it, with its own headline, sender and day."""

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from pipeline.ingest import read_articles
from pipeline.ingest.readers.mail.forwards import bare_subject
from pipeline.ingest.readers.mail.packed_rtf import unpacked_rtf
from pipeline.records import Article, InputError, InputWarning
from tests.ingest.office_samples import p, word
from tests.ingest.ole import msg
from tests.ingest.samples import BODY, TEXT, TITLE
from tests.ingest.wire_samples import letter

PLAIN = "\n\n".join(BODY)


def read(folder: Path, data: bytes, name: str = "a.eml") -> list[Article | InputError | InputWarning]:
    """Write a message and read it."""
    path = folder / name
    path.write_bytes(data)
    return list(read_articles([path], today=date(2026, 1, 1)))


def test_a_forward_gives_the_letter_inside(tmp_path: Path) -> None:
    inner = (
        "FYI\n\nFrom: Tallow Press <press@tallow.example>\nSent: Saturday, March 1, 2025 9:00 AM\nTo: desk\n"
        f"Subject: {TITLE}\n\nCAUTION: This email originated from outside of the organization. Do not click links.\n\n"
        f"{PLAIN}\n\n--\nJuno Akira\nHead of Press\n\n"
        "This e-mail and any attachments are confidential and intended solely for the addressee.\n"
    )
    (found,) = read(tmp_path, letter("FW: [EXTERNAL] Something", inner))
    assert isinstance(found, Article)
    assert (found.title, found.published, found.publisher) == (TITLE, date(2025, 3, 1), "Tallow Press")
    assert found.text == f"{TEXT}\n\nJuno Akira\n\nHead of Press"


@pytest.mark.parametrize(
    "header",
    [
        "---------- Forwarded message ---------\nFrom: Tallow Press <press@tallow.example>\n"
        f"Date: Sat, Mar 1, 2025 at 9:00\nSubject: {TITLE}\nTo: <desk@t.example>",
        f"Begin forwarded message:\n\nFrom: Tallow Press <p@t.example>\nSubject: {TITLE}\n"
        "Date: 1 March 2025 at 09:00:00\nTo: d",
        f"-----Ursprüngliche Nachricht-----\nVon: Tallow Press\nGesendet: 1. März 2025\nAn: desk\nBetreff: {TITLE}",
    ],
)
def test_headers_of_many_programs(tmp_path: Path, header: str) -> None:
    (found,) = read(tmp_path, letter("WG: x", f"{header}\n\n{PLAIN}\n"))
    assert isinstance(found, Article)
    assert (found.title, found.published, found.publisher) == (TITLE, date(2025, 3, 1), "Tallow Press")
    assert found.text == TEXT


def test_a_forwarded_page_is_cut_at_its_header_too(tmp_path: Path) -> None:
    fields = {"From": "Tallow Press", "Sent": "1 March 2025", "To": "d", "Subject": TITLE}
    head = f"<div>See below</div><p>{'<br>'.join(f'<b>{name}:</b> {text}' for name, text in fields.items())}</p>"
    page = head + "".join(f"<p>{part}</p>" for part in BODY)
    (found,) = read(tmp_path, letter("FW: x", "see page", page=page))
    assert isinstance(found, Article) and found.text == TEXT and found.published == date(2025, 3, 1)


def test_wrapped_and_quoted_lines_are_joined(tmp_path: Path) -> None:
    wrapped = (
        "> LEEDS, 3 March 2025 - Orrin Foods said on Monday that it would buy\n> Tallow Bakery for 40 million pounds,"
        " a third less than it had\n> offered in autumn.\n>\n> Sales: 12 million\n> Profit: 2 million\n"
    )
    (found,) = read(tmp_path, letter(TITLE, wrapped))
    assert isinstance(found, Article)
    assert (
        "would buy Tallow Bakery for 40 million pounds, a third less than it had offered in autumn.\n\nSales"
        in found.text
    )
    assert found.text.endswith("Sales: 12 million\n\nProfit: 2 million")


def test_a_newsletter_of_two_releases_gives_both_and_no_furniture(tmp_path: Path) -> None:
    page = (
        "<div style='display:none'>Hidden</div><table><tr><td><a href=x>View this email in your browser</a></td></tr>"
        f"<tr><td><h1>{TITLE}</h1>{''.join(f'<p>{part}</p>' for part in BODY)}</td></tr>"
        "<tr><td><h2>Tallow opens a shop in Hull</h2><p>Tallow Bakery opened its third shop of the year in Hull on"
        " Friday.</p></td></tr><tr><td>You receive this as you signed up. <a>Unsubscribe</a></td></tr></table>"
    )
    first, second = read(tmp_path, letter("News of the week", "x", page=page))
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.title, first.text) == (TITLE, TEXT)
    assert second.title == "Tallow opens a shop in Hull" and second.text.count("\n\n") == 1
    assert (first.published, second.published) == (date(2025, 3, 3), date(2025, 3, 3))


def test_attached_releases_inherit_day_and_sender_and_the_note_is_left_out(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "Release", "Orrin Press Office <press@orrin.example>"
    message["Date"] = "Mon, 03 Mar 2025 09:00:00 +0000"
    message.set_content("Please find our press release attached.\n\nKind regards\nJuno Akira\n")
    body = "".join(map(p, [part.removeprefix("LEEDS, 3 March 2025 - ") for part in BODY]))
    for name, data in (("Release.docx", word(p(TITLE, "Title") + body)), ("logo.png", b"\x89PNG\r\n")):
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    found = read(tmp_path, message.as_bytes())
    (article,) = [item for item in found if isinstance(item, Article)]
    assert article.source.endswith("#Release.docx") and article.title == TITLE
    assert (article.published, article.published_from) == (date(2025, 3, 3), "carrier")
    assert article.publisher == "Orrin Press Office"
    assert [item.warning for item in found if isinstance(item, InputWarning)] == ["part left out"]
    assert [item.error for item in found if isinstance(item, InputError)] == ["unsupported"]


def test_a_message_of_outlook_gives_its_documents_too(tmp_path: Path) -> None:
    found = read(tmp_path, msg(TITLE, "\r\n\r\n".join(BODY), "Orrin", {"more.txt": TEXT.ljust(4096).encode()}), "a.msg")
    assert [item.source.rpartition("/")[2] for item in found] == ["a.msg", "a.msg#more.txt"]


def test_an_encrypted_mail_says_so(tmp_path: Path) -> None:
    data = b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nMIIB\n"
    (error,) = read(tmp_path, data)
    assert isinstance(error, InputError) and error.error == "encrypted"


@pytest.mark.parametrize(
    ("subject", "bare"),
    [("RE: FW: [EXT] Volta buys", "Volta buys"), ("Tr : Volta", "Volta"), ("Fwd[2]: Volta", "Volta"),
     ("Review of the year", "Review of the year"), ("I: Volta", "Volta"), (None, None)],
)  # fmt: skip
def test_subjects_without_what_programs_add(subject: str | None, bare: str | None) -> None:
    assert bare_subject(subject) == bare


def test_rtf_that_outlook_packed() -> None:
    # The example of MS-OXRTFCP.
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked_rtf(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ("Media Desk <media@orrin-foods.example>", "Orrin Foods"),
        ("Press & Communications Team <news@mail.orrinfoods.example>", "Orrin Foods"),
        ("Newsroom <no-reply@wire.example>", None),
        ("Orrin Press Office <media@orrinfoods.example>", "Orrin Press Office"),
        ("News Corp <a@b.example>", "News Corp"),
    ],
)
def test_a_desk_is_no_publisher(tmp_path: Path, sender: str, publisher: str | None) -> None:
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = TITLE, sender, "Mon, 03 Mar 2025 09:00:00 +0000"
    message.set_content(PLAIN)
    (article,) = read(tmp_path, message.as_bytes())
    assert isinstance(article, Article) and article.publisher == publisher


def test_the_printed_headline_goes_before_a_subject_in_other_words(tmp_path: Path) -> None:
    page = f"<h2>{TITLE}</h2>" + "".join(
        f"<p>{text}</p>" for text in (TITLE + " on Monday, it said.", "It closes in June.")
    )
    head = "From: Orrin Foods <a@orrin.example>\nDate: Mon, 3 Mar 2025 09:00:00 +0000\nMIME-Version: 1.0\n"
    mail = f"{head}Subject: Tallow deal\nContent-Type: text/html; charset=utf-8\n\n{page}"
    (tmp_path / "a.eml").write_text(mail, encoding="utf-8")
    (found,) = (item for item in read_articles([tmp_path], today=date(2026, 1, 1)) if isinstance(item, Article))
    assert found.title == TITLE
