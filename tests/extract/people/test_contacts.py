"""Whom to ask at an article's end, and for which organisation they answer."""

import re

import pytest

from pipeline.extract.people.contacts import contacts
from pipeline.extract.referring.issuer import MainBody
from pipeline.records import Mention
from pipeline.rulebook.reading import load_rulebook
from pipeline.rulebook.slots import pattern_of

NO_CONTACT = pattern_of(load_rulebook().beside_names, "before_no_contact")

CASES: tuple[tuple[str, str | None], ...] = (
    ("Media contact:\n[P Ama Boateng]\n[O Tema Media]\n020 555 01", "Tema Media"),
    ("Media contact:\n[P Ama Boateng], [O Tema Media]\n020 555 01", "Tema Media"),
    ("Enquiries\n[O Tema Media]\n[P Kofi Mensah]\n[P Ama Boateng]\n[O Ada Salt]\n[P Mei Tan]", "Tema Media"),
    ("Enquiries\n[O Tema Media]     [P Kofi Mensah], [P Ama Boateng]     020 555 01", "Tema Media"),
    ("Investors: [P Ama Boateng]\nMedia: [O Tema Media]", "Volta Foods"),
    ("Media contact: [P Ama Boateng], ama@voltafoods.example.com", "Volta Foods"),
    ("Media contact: [P Ama Boateng], ama@volta.com", "Volta Foods"),
    ("Media contact: [P Ama Boateng], ama@temamedia.com", None),
    ("Media contact: [O Tema Media]\n(Picture credit: [P Ama Boateng])", None),
    ("Copies of the report that was read aloud by my friend [P Ama Boateng] can be had.", None),
)


def _mention(name: str, label: str, start: int, end: int) -> Mention:
    return Mention(article_id="a", start_char=start, end_char=end, text=name, label=label, zone="contact")


def _mentions(marked: str) -> tuple[str, list[Mention]]:
    text, mentions, at = "", [], 0
    for match in re.finditer(r"\[(?P<label>[PO]) (?P<name>[^]]+)\]", marked):
        text += marked[at : match.start()]
        label = {"P": "PERSON", "O": "ORG"}[match["label"]]
        start, text = len(text), text + match["name"]
        mentions.append(_mention(match["name"], label, start, len(text)))
        at = match.end()
    return text + marked[at:], mentions


@pytest.mark.parametrize(("marked", "organisation"), CASES)
def test_ties_contacts_to_whom_they_answer_for(marked: str, organisation: str | None) -> None:
    text, mentions = _mentions(marked)
    issuer = Mention(article_id="a", start_char=0, end_char=0, text="Volta Foods", label="ORG")
    links = contacts(text, mentions, [], MainBody(issuer, True, "about"), NO_CONTACT)
    found = {link.person.text: link.org.text for link in links if link.org}
    assert found.get("Ama Boateng") == organisation


def test_takes_no_organisation_that_only_is_in_the_news() -> None:
    text, mentions = _mentions("Media contact: [P Ama Boateng]")
    subject = Mention(article_id="a", start_char=0, end_char=0, text="Volta Foods", label="ORG")
    assert list(contacts(text, mentions, [], MainBody(subject, False, "headline"), NO_CONTACT)) == []
