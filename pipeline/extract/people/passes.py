"""What ties titles and organisations to persons, in its order: the table that a wrong one is looked up in.

Of the links of a person, `affiliation.py` takes the first that fits; so what says it in plain words comes first.
"""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.extract.document.passes import Pass
from pipeline.extract.people.contacts import contacts
from pipeline.extract.people.links import Link, link_of, past_as_said
from pipeline.extract.people.state import People
from pipeline.extract.people.successors import successors
from pipeline.extract.referring.issuer import GUESSED
from pipeline.extract.referring.masked import Skeleton
from pipeline.records import Mention
from pipeline.rulebook.slots import BREAK
from pipeline.values.organisations.words import is_akin


def _said(people: People) -> list[Link]:
    return people.words.said.find(people.plain)


def _referred(people: People) -> list[Link]:
    main = people.main.org if people.main else None
    return [*people.found, *people.words.referred.find(people.broken, main)]


def _listed(people: People) -> Iterator[Link]:
    yield from people.found
    at = people.broken.at
    for row, match in people.matches("list"):
        for sign in range(match.start("list"), match.end("list")):
            if sign in at and at[sign].label == "PERSON":
                yield Link(at[sign], None, at[match.start("org")], False, row.id)


def _beside(people: People) -> list[Link]:
    return [*people.found, *(link_of(row, match, people.broken) for row, match in people.matches("beside"))]


def _inner(people: People) -> list[Link]:
    links = (link_of(row, match, people.broken) for row, match in people.matches("inner"))
    return [*people.found, *(link for link in links if link.role and link.role.text in people.words.titles.inner)]


def _main(people: People) -> Iterator[Link]:
    """Add the titles without an organisation that are held in the one that the article is about."""
    yield from people.found
    main, offices = people.main, people.words.titles.offices
    if main is None or offices.is_law_firm(main.org.text):
        return
    names = {item.text for item in people.broken.items if item.entity_id == main.org.entity_id}
    elsewhere = {people.broken.at[match.start("role")].start_char for _, match in people.matches("elsewhere")}
    for link in people.found:
        if not link.role or link.org or link.former or link.check == "bodys" or link.role.start_char in elsewhere:
            continue
        if not main.issues and (link.role.zone == "contact" or link.check == "brackets"):
            continue
        title = link.role.text
        if offices.seat_of(title, people.bodies) not in (None, main.org.entity_id):
            continue
        if not offices.may_be_held(title, main.org.text):
            continue
        if main.shown_by in GUESSED and not any(is_akin(name, title) for name in names):
            continue
        own = main.issues and link.check in ("after", "brackets") and offices.is_issuers(title)
        if own or title in people.words.titles.inner or offices.is_governor(title, main.org.text):
            yield Link(link.person, link.role, main.org, False, "main_organisation")


def _colleagues(people: People) -> Iterator[Link]:
    """Add where the person works who is named last before `his deputy`."""
    yield from people.found
    placed = [link for link in people.found if link.org]
    for row, match in people.matches("colleague"):
        link = link_of(row, match, people.broken)
        before = _spoken_of(people.broken, match.start())
        known = next((one for one in placed if before and before.text in one.person.text), None)
        if known and (link.role is None or people.words.titles.inner.is_colleague(link.role.text)):
            yield replace(link, org=known.org)


def _employers(people: People) -> Iterator[Link]:
    """Add the body that is called the person's who is named last before it: `her firm, Volta Foods,`."""
    yield from people.found
    for row, match in people.matches("employer"):
        person = _spoken_of(people.broken, match.start())
        if person:
            yield Link(person, None, people.broken.at[match.start("org")], False, row.id)


def _spoken_of(skeleton: Skeleton[Mention], place: int) -> Mention | None:
    """Give the person whom a paragraph speaks of before a place: who begins the last sentence that names any."""
    begin = skeleton.text.rfind("\n\n", 0, place) + 1
    before = [sign for sign, item in skeleton.at.items() if begin <= sign < place and item.label == "PERSON"]
    here = skeleton.text.rfind(BREAK, 0, before[-1]) if before else -1
    first = next((sign for sign in before if sign > here and skeleton.begins_sentence(sign)), None)
    return skeleton.at[first if first is not None else before[-1]] if before else None


def _succeeded(people: People) -> Iterator[Link]:
    yield from people.found
    main = people.main.org if people.main and people.main.shown_by not in GUESSED else None
    if main is None or not people.words.titles.offices.is_law_firm(main.text):
        yield from successors(people.broken, people.matches("succeeded"), people.found, main)


def _contacts(people: People) -> list[Link]:
    named, signs = people.broken.items, people.words.no_contact
    return [*people.found, *contacts(people.text, named, people.found, people.main, signs)]


PASSES: tuple[Pass[People], ...] = (
    Pass("said", _said, "the words between them say so"),
    Pass("referred", _referred, "`the company`, `its` or `whose` means the organisation"),
    Pass("listed", _listed, "the organisation names the persons of a list"),
    Pass("beside", _beside, "the person before, joined by `and`, is of the organisation"),
    Pass("inner", _inner, "the title is one within a body, and its sentence names one"),
    Pass("main", _main, "the title is one within a body, and the article is about this one"),
    Pass("colleagues", _colleagues, "the person named before works there, whose deputy it is"),
    Pass("employers", _employers, "it is called the firm, or the union, of the person named before"),
    Pass("succeeded", _succeeded, "who follows the person joins the organisation that the article is about"),
    Pass("contacts", _contacts, "the person is one to ask, and the organisation stands beside, or issues the article"),
    Pass("past", lambda people: past_as_said(people.found), "another place says that the post is a past one"),
)
"""Each pass adds to the links of those before."""
