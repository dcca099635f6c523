"""What is done to the names of an article, in its order: the table that a wrong name is looked up in."""

from collections.abc import Iterator

from pipeline.extract.document.passes import Pass, Why
from pipeline.extract.names.beside import described, named_beside
from pipeline.extract.names.bodies import apart, for_places, governed, of_form, parted, partners
from pipeline.extract.names.candidates import LONGEST, NEWSWIRE, Candidate, settle
from pipeline.extract.names.common_words import without_common, without_headline_nouns, without_products
from pipeline.extract.names.completed import whole, without_full_stops
from pipeline.extract.names.doubtful import believed, why_doubted
from pipeline.extract.names.elsewhere import repeats
from pipeline.extract.names.everywhere import behind_persons, with_constant_parts
from pipeline.extract.names.from_model import (
    against,
    as_bodies,
    is_ticker,
    names_of_model,
    with_initials,
    with_surnames,
    with_what_follows,
    without_edges,
)
from pipeline.extract.names.given import of_given_names, with_given_names
from pipeline.extract.names.going_on import going_on, with_first_words, without_nouns, without_peoples
from pipeline.extract.names.initials import of_initials, of_labels, shown_capitals
from pipeline.extract.names.lone_persons import why_lone, without_strays
from pipeline.extract.names.of_places import without_places
from pipeline.extract.names.one_label import agreed, explained, firms_of_families, no_names, without_verbs
from pipeline.extract.names.placed import datelined, joined, of_kinds, placed
from pipeline.extract.names.places import dateline_places
from pipeline.extract.names.saints import with_own_s
from pipeline.extract.names.shown import (
    before_bodies,
    going_by,
    holders,
    nicknamed,
    owners_of_titles,
    persons_of_bodies,
    relatives,
    without_titles,
)
from pipeline.extract.names.state import Names
from pipeline.extract.names.wires import newswires
from pipeline.extract.names.written import as_written, firms, with_stops
from pipeline.values.names.vessels import vessels
from pipeline.values.names.written import first_partner
from pipeline.values.organisations.forms import organisation_runs
from pipeline.values.organisations.short_forms import defined_after, definitions

NO_NAME = "no name"
"""Label of what no source may take for a name."""


def _not_vetoed(names: Names) -> Iterator[Candidate]:
    return (one for one in names.found if not against(names.text, one, names.words))


def _of_model(names: Names) -> list[Candidate]:
    return [one for one in names_of_model(names.doc, names.text, names.words) if one.end - one.start <= LONGEST]


def _why_vetoed(names: Names, one: Candidate) -> Why | None:
    row = against(names.text, one, names.words)
    return Why(row, f"{row!r} speaks against it") if row else None


def _named_beside(names: Names) -> list[Candidate]:
    words = names.words
    beside = named_beside(names.text, names.found, words.beside, words.gaps, never_first=words.forms.never_first)
    return [*names.found, *beside]


def _of_forms(names: Names) -> list[Candidate]:
    runs = organisation_runs(_without_money(names), names.words.forms)
    cut = ((start, names.words.whole.before_rank(names.text, start, after), form) for start, after, form in runs)
    cut = ((_first(names, start, end, form), end, form) for start, end, form in cut)
    cut = ((start, end, form) for start, end, form in cut if end - start <= LONGEST)
    free = ((start, end, form) for start, end, form in cut if not names.words.veto(names.text[start:end], "ORG"))
    return [*names.found, *(Candidate(start, end, "ORG", form) for start, end, form in free)]


def _first(names: Names, start: int, end: int, form: str) -> int:
    """Give where a firm of partners begins, all of which stand before its legal form."""
    first = first_partner(names.text, start, end, names.words.forms.legal) if form == "legal" else start
    is_place = any(one.label == "LOC" and first <= one.start < start for one in names.found)
    return start if is_place else first


def _of_form(names: Names) -> Iterator[Candidate]:
    return of_form(names.text, names.found, names.words)


def _without_money(names: Names) -> str:
    """Blank amounts of money out of a text, so that no run of capitals goes on into one: `Bank of Ghana GH₵5m`."""
    text, parts, at = names.text, list[str](), 0
    for mention in names.values:
        if mention.label == "MONEY" and mention.start_char >= at:
            parts += [text[at : mention.start_char], " " * (mention.end_char - mention.start_char)]
            at = mention.end_char
    return "".join(parts) + text[at:]


def _explained(names: Names) -> list[Candidate]:
    return explained(names.text, names.found, definitions(names.text, names.words.sentences), names.words.veto)


def _beside_known(names: Names) -> list[Candidate]:
    """Put values, newswires, vessels and places of datelines beside the names, the strongest first."""
    text, words = names.text, names.words
    values = [Candidate(m.start_char, m.end_char, m.label, "value") for m in names.values]
    known = [Candidate(*match.span(), "ORG", "known", NEWSWIRE) for match in words.known.finditer(text)]
    ships = [Candidate(*place, NO_NAME, "known", "vessel") for place in vessels(text, words.vessel)]
    known += newswires(text, names.view.zones, words)
    places = list(dateline_places(text, names.view.zones, names.found, words.datelines))
    states = words.states.find(text, [*places, *names.found])
    return [*values, *known, *ships, *places, *states, *names.found]


def _defined(names: Names) -> list[Candidate]:
    """Add the short forms that stand in brackets behind organisations, and the names that the words beside define."""
    text, veto, same = names.text, names.words.veto, names.words.same
    bodies = [one for one in names.found if one.label == "ORG"]
    places = [place for one in bodies for place in defined_after(text, one.start, one.end)]
    places += [place for one in bodies for place in same.beside(names.view.flat, one.start, one.end)]
    ends = {one.start: one.end for one in names.found}
    whole = ((start, max(end, ends.get(start, end))) for start, end in places)
    return [*names.found, *(Candidate(*at, "ORG", "defined") for at in whole if not veto(text[slice(*at)], "ORG"))]


def _without_full_stops(names: Names) -> Iterator[Candidate]:
    return without_full_stops(names.text, frozenset(names.view.starts), names.found, names.words.without_stop)


def _repeated(names: Names) -> list[Candidate]:
    words = names.words
    found = repeats(
        names.text,
        names.found,
        words.common,
        words.public,
        is_firm=words.is_firm,
        acts=words.shows_body,
        plain=words.forms.without_suffix,
    )
    no_name = no_names(names.text, names.found, definitions(names.text, words.sentences))
    new = (one for one in found if names.text[one.start : one.end] not in no_name and not is_ticker(names.text, one))
    return [*names.found, *new]


def _settled(names: Names) -> list[Candidate]:
    return settle(names.found)


def _why_beaten(names: Names, one: Candidate) -> Why | None:
    """Name what wins where candidates meet."""
    winners = [other for other in settle(names.found) if other.start < one.end and one.start < other.end]
    said = ", ".join(f"{w.label} {names.text[w.start : w.end]!r} by {w.rule or w.source}" for w in winners)
    return Why(winners[0].rule or winners[0].source, f"a stronger find stands there: {said}") if winners else None


def _why_doubted(names: Names, one: Candidate) -> Why:
    return why_doubted(names.text, names.found, one)


PASSES: tuple[Pass[Names], ...] = (
    Pass("model", _of_model, "the model reads it so"),
    Pass(
        "initials",
        lambda n: with_initials(n.text, n.found, n.words),
        "initials before a person's name are the person's",
    ),
    Pass("surnames", lambda n: with_surnames(n.text, n.found, n.words), "the word before it is a surname, no title"),
    Pass("edges", lambda n: without_edges(n.text, n.found, n.words), "titles, articles and punctuation are cut off"),
    Pass("suffixes", lambda n: with_what_follows(n.text, n.found, n.words), "what follows belongs to the name"),
    Pass(
        "stops",
        lambda n: with_stops(n.text, n.found, n.words),
        "the full stop is of its last word, no sentence's",
    ),
    Pass("written", lambda n: as_written(n.text, n.found, n.words), "a nickname, or a surname first, is one name"),
    Pass("firms", lambda n: firms(n.text, n.found, n.words.forms), "a firm's partners, a club's FC"),
    Pass("going_on", lambda n: going_on(n.text, n.found, n.words), "what stands behind it is of its name"),
    Pass("veto", _not_vetoed, "it is no name", _why_vetoed),
    Pass("common_words", lambda n: without_common(n.text, n.found), "the article writes it small elsewhere"),
    Pass(
        "headline",
        lambda n: without_headline_nouns(n.text, n.found, n.words),
        "only the headline has it, as its first word",
    ),
    Pass("products", lambda n: without_products(n.text, n.found, n.words), "it is what is sold"),
    Pass("like_person", lambda n: as_bodies(n.text, n.found, n.words.like_persons), "a body with a person's name"),
    Pass(
        "beside",
        lambda n: described(n.text, n.found, n.words.beside, n.words.body_signs, n.words.person_signs, n.words.gaps),
        "the words beside it call it so",
    ),
    Pass("datelined", lambda n: datelined(n.text, n.found, n.view.zones), "the dateline has it, and nothing else does"),
    Pass("placed", lambda n: placed(n.text, n.found, n.words), "it is a city, a building, or a country's body"),
    Pass("of_kinds", lambda n: of_kinds(n.text, n.found, n.words), "the noun before it is of a place"),
    Pass("joined", lambda n: joined(n.text, n.found, n.words), "two names of a list are one place's"),
    Pass("for_places", lambda n: for_places(n.text, n.found, n.words), "a capitalised noun is for the place"),
    Pass("named_beside", _named_beside, "the words beside it call it an organisation"),
    Pass("forms", _of_forms, "its words are of the form of an organisation's name"),
    Pass("partners", lambda n: partners(n.text, n.found, n.words.forms), "both sides of an & are one firm"),
    Pass("foreign", _of_form, "it has a word that only organisations have"),
    Pass("apart", lambda n: apart(n.text, n.found, n.words), "not all of it is of the name"),
    Pass("parted", lambda n: parted(n.text, n.found, n.words.body), "an owner and its unit are two names"),
    Pass("of_places", lambda n: without_places(n.text, n.found, n.words), "a place and its body are two names"),
    Pass("verbs", lambda n: without_verbs(n.text, n.found), "a headline's verb is no part of the name in the body"),
    Pass("relatives", lambda n: relatives(n.text, n.found, n.words), "a surname of the article stands behind it"),
    Pass("titles_off", lambda n: without_titles(n.text, n.found, n.words), "the article prints the name without it"),
    Pass("behind_persons", lambda n: behind_persons(n.text, n.found, n.words), "a person's body stands in brackets"),
    Pass("constant", lambda n: with_constant_parts(n.text, n.found), "it stands beside the name at all places"),
    Pass("first_words", lambda n: with_first_words(n.text, n.found), "the article prints its first word elsewhere"),
    Pass("nouns", lambda n: without_nouns(n.text, n.found, n.words), "the article names it without the noun"),
    Pass("peoples", lambda n: without_peoples(n.text, n.found, n.words), "the article names it without its people"),
    Pass("of_bodies", lambda n: persons_of_bodies(n.text, n.found, n.words), "a body in brackets says whose it is"),
    Pass("holders", lambda n: holders(n.text, n.found, n.words), "a title that no body has stands before it"),
    Pass("given", lambda n: of_given_names(n.text, n.found, n.words), "it is a person's by its words"),
    Pass("given_names", lambda n: with_given_names(n.text, n.found, n.words), "the word before it is of the name"),
    Pass("nicknames", lambda n: nicknamed(n.text, n.found, n.words), "a person is known by it"),
    Pass("going_by", lambda n: going_by(n.text, n.found, n.words), "somebody is called so"),
    Pass("owners_of_titles", lambda n: owners_of_titles(n.text, n.found, n.words), "a person holds a title in it"),
    Pass("whole", lambda n: whole(n.text, n.found, n.words), "the article prints the whole name elsewhere"),
    Pass("initials_of", lambda n: of_initials(n.text, n.found, n.words), "they are the initials of a body"),
    Pass("labels", lambda n: of_labels(n.text, n.found), "they are the initials of a person who speaks"),
    Pass("capitals", lambda n: shown_capitals(n.text, n.found, n.words), "the words beside it show a body"),
    Pass("acronyms", _explained, "an acronym is what its words are"),
    Pass("one_label", lambda n: agreed(n.text, n.found, n.words), "one name has one label in an article"),
    Pass("families", lambda n: firms_of_families(n.text, n.found, n.words), "it is the firm, and no one of the family"),
    Pass("governments", lambda n: governed(n.text, n.found, n.words.government), "a place's government is meant"),
    Pass("doubtful", lambda n: believed(n.text, n.found, n.words.support), "the model isn't sure of it", _why_doubted),
    Pass(
        "lone_persons",
        lambda n: without_strays(n.text, n.found, n.words.person_signs),
        "nothing shows that it is a person",
        lambda n, one: why_lone(one),
    ),
    Pass("known", _beside_known, "it stands in a list, or in a dateline"),
    Pass("settle", _settled, "a stronger find stands there", _why_beaten),
    Pass("defined", _defined, "a short form in brackets behind a name"),
    Pass("settle_defined", _settled, "a stronger find stands there", _why_beaten),
    Pass("full_stops", _without_full_stops, "the full stop is the sentence's"),
    Pass("repeats", _repeated, "it is found elsewhere in the article"),
    Pass("before_bodies", lambda n: before_bodies(n.text, n.found, n.words), "the body is none of the title"),
    Pass("settle_repeats", _settled, "a stronger find stands there", _why_beaten),
    Pass(
        "own_s",
        lambda n: with_own_s(n.text, n.found, n.words.saints, n.words.is_place),
        "nothing that the saint has stands behind the possessive",
    ),
)
"""Each pass takes the candidates of the one before; `doubtful` and what precedes it work on what a model found."""
