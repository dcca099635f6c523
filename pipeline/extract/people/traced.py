"""The links of a person to the notes and ties that say why the row has its title and organisation."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from pipeline.extract.document.passes import Change
from pipeline.extract.document.trace import Tie, note
from pipeline.extract.people.affiliation import Affiliation
from pipeline.extract.people.identities import Identity, Nicknames, same_person
from pipeline.extract.people.links import Link
from pipeline.records import Mention, Organisation
from pipeline.values.names.forms import name_words, on_one_line

TITLE, BODY, NAME, ALIASES = "people.title", "people.organisation", "people.name", "people.aliases"


def ties_of_person(links: Iterable[Link]) -> Iterator[Tie]:
    """Give what each pattern says of a person."""
    for link in links:
        title, body = (item.start_char if item else -1 for item in (link.role, link.org))
        yield Tie("people", link.rule, link.person.start_char, title=title, body=body, former=link.former)


def changed_links(before: Sequence[Link], after: Sequence[Link]) -> Iterator[Change]:
    """Give what a pass ties to whom, for each cell that it concerns."""
    there = set(before)
    for link in (link for link in after if link not in there):
        parts = [f"the {'former ' if link.former else ''}title {link.role.text!r}" if link.role else ""]
        parts += [f"the organisation {link.org.text!r}" if link.org else ""]
        what = f"ties {link.person.text!r} to {' and '.join(filter(None, parts))}"
        for cell in (cell for cell, item in ((TITLE, link.role), (BODY, link.org)) if item):
            yield Change(link, cell, link.person.start_char, link.person.end_char, what, link.rule)


def note_person(doc: Doc, mentions: Sequence[Mention], found: Affiliation, body: Organisation | None) -> None:
    """Note which of the links of a person the table follows."""
    start, end = mentions[0].start_char, mentions[0].end_char
    title = f"takes the title {found.role.text!r}" if found.role else "no row ties a title to the person"
    note(doc, TITLE, start, end, title, by=_by(found.title_rule))
    own = f"takes the organisation {body.name!r}" if body else "no row ties an organisation to the person or the title"
    note(doc, BODY, start, end, own, by=_by(found.organisation_rule))


def note_names(doc: Doc, identity: Identity, nicknames: Nicknames) -> None:
    """Note why a person has the name, and what made each other form one of it."""
    places = {on_one_line(one.text): (one.start_char, one.end_char) for one in reversed(identity.mentions)}
    for form in (form for form in identity.forms if form in places):
        if form == identity.name:
            several = "of its forms, it has the most words, then the most letters"
            because = several if len(identity.forms) > 1 else "the article has no other form of it"
            note(doc, NAME, *places[form], f"takes {form!r}: {because}", by="press_people/fullest")
        else:
            row = "" if same_person(form, identity.name, {}) else _nickname_of(form, identity, nicknames)
            because = (
                f"a nickname of {row!r} stands for it"
                if row
                else "each of its words, or what it is an initial of, is one of the name's"
            )
            what = f"takes {form!r} for a form of {identity.name!r}: {because}"
            note(doc, ALIASES, *places[form], what, by=_by("/".join(filter(None, ("form", row)))))


def _nickname_of(form: str, identity: Identity, nicknames: Nicknames) -> str:
    """Give the row of the nickname by which a form is one of a person's."""
    words = {*name_words(form)} | {word for other in identity.forms for word in name_words(other)}
    return next((row for row, others in nicknames.items() if row in words and not words.isdisjoint(others)), "")


def _by(rule: str) -> str:
    return f"press_people/{rule}" if rule else "press_people"
