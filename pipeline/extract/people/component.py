"""PERSON mentions to people: one record a person, with title and organisation where the article says them."""

from collections.abc import Mapping
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import id_of, keep, kept
from pipeline.extract.document.passes import run_passes
from pipeline.extract.document.trace import is_traced, keep_ties
from pipeline.extract.people.affiliation import affiliation
from pipeline.extract.people.identities import Identity, identities
from pipeline.extract.people.inverted import inverted_apart
from pipeline.extract.people.links import Link
from pipeline.extract.people.passes import PASSES
from pipeline.extract.people.state import People, PeopleWords, begin
from pipeline.extract.people.traced import note_names, note_person, ties_of_person
from pipeline.records import Mention, Organisation, Person
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.names.forms import entity_id, fold
from pipeline.values.titles.offices import Offices


class PressPeople:
    """Joins the forms of a person's name within an article, and ties title and organisation to the person."""

    def __init__(self, rules: Rulebook) -> None:
        self.words = PeopleWords(rules)
        self.nicknames: dict[str, frozenset[str]] = {row.id: frozenset(row.words) for row in rules.nicknames}

    def __call__(self, doc: Doc) -> Doc:
        """Keep the article's people, and put their ids on the mentions."""
        mentions: tuple[Mention, ...] = kept(doc, "mentions")
        persons = [mention for mention in mentions if mention.label == "PERSON"]
        if not persons:
            keep(doc, "people", [])
            return doc
        state = begin(doc, self.words)
        organisations = state.bodies
        links = run_passes(state, PASSES, component="press_people", changes=People.changes).found
        people = identities(persons, self.nicknames, inverted_apart(links, self.words.titles.walks))
        owner = {mention.start_char: person for person in people for mention in person.mentions}
        keep_ties(doc, ties_of_person(links))
        of_person: dict[int, list[Link]] = {}
        for link in links:
            of_person.setdefault(id(owner[link.person.start_char]), []).append(link)
        if is_traced(doc):
            for one in people:
                note_names(doc, one, self.nicknames)
        said = ((one, of_person.get(id(one), [])) for one in people)
        keep(doc, "people", [_person(doc, one, links, organisations, self.words.titles.offices) for one, links in said])
        ids = {at: entity_id("PERSON", person.name) for at, person in owner.items()}
        keep(doc, "mentions", [replace(m, entity_id=ids[m.start_char]) if m.label == "PERSON" else m for m in mentions])
        return doc


def _person(
    doc: Doc, identity: Identity, links: list[Link], organisations: Mapping[str, Organisation], offices: Offices
) -> Person:
    found = affiliation(links, organisations, offices)
    body = organisations.get(found.organisation_id or "")
    if is_traced(doc):
        note_person(doc, identity.mentions, found, body)
    aliases = dict.fromkeys(form for form in identity.forms if fold(form) != fold(identity.name))
    return Person(
        article_id=id_of(doc),
        person_id=entity_id("PERSON", identity.name),
        name=identity.name,
        title=found.role.text if found.role else None,
        organisation_id=body.organisation_id if body else None,
        organisation=body.name if body else None,
        mentions=len(identity.mentions),
        aliases=tuple(aliases),
        former=found.former,
        found_by="press_people" + (f"/{found.rules}" if found.rules else ""),
    )


@Language.factory(
    "press_people",
    default_config={"rules": None},
    requires=["doc._.zones", "doc._.mentions", "doc._.organisations"],
    assigns=["doc._.people", "doc._.mentions"],
)
def make_press_people(nlp: Language, name: str, rules: str | None) -> PressPeople:
    """Make the component that joins the names of people."""
    return PressPeople(rulebook_with(rules))
