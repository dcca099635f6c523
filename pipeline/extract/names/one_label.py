"""The names that a model found in an article to those that the article as a whole bears out: one name, one label."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from pipeline.extract.names.beside import BESIDE
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import DOUBTFUL, LIKELY, SURE
from pipeline.extract.names.words import NameWords
from pipeline.values.names.forms import is_bare
from pipeline.values.names.vetoes import Veto
from pipeline.values.organisations.short_forms import Definition

IN_PLACE = 0.2
"""What `in` before a place counts for, beside how sure a model is of it."""

_IN = re.compile(r"\b(?:in|near) $")


def explained(text: str, found: Sequence[Candidate], definitions: Iterable[Definition], veto: Veto) -> list[Candidate]:
    """Give acronyms the label of the words that they stand for; drop those that stand for no name.

    `African Energy Week (AEW)`: where the words are no organisation, `AEW` is none in the whole article.
    """
    labels: dict[str, str | None] = {}
    added = []
    surest: dict[str, float] = defaultdict(float)
    ending: dict[int, Candidate] = {}
    for candidate in found:
        surface = text[candidate.start : candidate.end]
        surest[surface] = max(surest[surface], candidate.score)
        ending.setdefault(candidate.end, candidate)
    places = {candidate.start for candidate in found if candidate.label == "LOC"}
    for one in definitions:
        ends = (ending.get(end) for end in range(one.full_end - 1, one.full_end + 2))
        full = next((c for c in ends if c and c.start < one.full_end and one.full_start < c.end), None)
        if full and full.label == "LOC" and one.full_start < full.start and one.full_start not in places:
            full = _body_of_place(full, one, surest)
            added += [full] if full else []
        if full and full.label in ("ORG", "LOC"):
            labels.setdefault(one.short, full.label)
            added.append(Candidate(one.start, one.end, full.label, "defined"))
        elif not full and (veto(text[one.full_start : one.full_end], "ORG") or surest[one.short] < SURE):
            labels.setdefault(one.short, None)
    kept = []
    for candidate in found:
        short = text[candidate.start : candidate.end]
        is_name = candidate.label in ("ORG", "LOC", "PERSON") or labels.get(short) == "ORG"
        label = labels.get(short, candidate.label) if is_name else candidate.label
        if label:
            kept.append(candidate._replace(label=label))
    return [*kept, *added]


def no_names(text: str, found: Sequence[Candidate], definitions: Iterable[Definition]) -> frozenset[str]:
    """Give the acronyms whose words are no name of the article, and that it has only within longer names.

    `Volta Tax Credit (VTC)`, and a `VTC Coalition`: the coalition's first word is no short name of it.
    """
    names = sorted(one for one in found if one.label in ("ORG", "LOC", "PERSON"))
    alone = {text[one.start : one.end] for one in names}
    shorts = set()
    for one in definitions:
        at = bisect_right(names, one.full_start, key=attrgetter("end"))
        is_named = at < len(names) and names[at].start < one.full_end
        if not is_named and one.short not in alone:
            shorts.add(one.short)
    return frozenset(shorts)


def _body_of_place(place: Candidate, one: Definition, surest: Mapping[str, float]) -> Candidate | None:
    """Give the body whose name ends with a place, where its acronym is surely a name: `Port of Tema (POT)`."""
    if surest[one.short] < SURE:
        return None
    return place._replace(start=one.full_start, label="ORG", source="defined")


def _is_in(text: str, one: Candidate) -> bool:
    """Say whether something is told to be in a place."""
    return one.label == "LOC" and bool(_IN.search(text, max(0, one.start - 8), one.start))


def agreed(text: str, found: Sequence[Candidate], words: NameWords) -> list[Candidate]:
    """Give every name of an article one label: what the words beside it call it in one place, else the surest one.

    What is part of a person's name is a person.
    """
    shown = _shown(text, found, words)
    return [_agreed(one, text[one.start : one.end], shown) for one in found]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What an article as a whole shows of its names."""

    called: Mapping[str, str]
    """What the words beside a name call it, in one place."""
    weights: Mapping[str, Mapping[str, float]]
    """How sure the labels of each name are, in all its places."""
    surnames: Collection[str]
    families: Collection[str]
    """What persons may be called, folded: surnames, and names without the first one."""
    heirs: Collection[str]
    """What may stand for bodies."""
    inner: Collection[str]
    """What stands behind the first word of bodies."""
    bodies: Collection[str]
    """What has a word of bodies in it, or beside it."""
    alone: Collection[str]
    """Persons, as far as the model says."""
    in_capitals: Mapping[str, str]
    """What names of several words that a line has in capitals are where the text prints them otherwise."""


def _shown(text: str, found: Sequence[Candidate], words: NameWords) -> _Shown:
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    surnames: set[str] = set()
    tails: set[str] = set()
    for one in found:
        surface = text[one.start : one.end]
        weights[surface][one.label] += one.score**2 + IN_PLACE * _is_in(text, one)
        parts = surface.split()
        if one.label == "PERSON" and len(parts) > 1 and one.score > LIKELY:
            surnames |= {word for word in (parts[0], parts[-1]) if is_bare(word) and len(word) > 2}
            tails |= {" ".join(parts[at:]).casefold() for at in range(1, len(parts) - 1)}
    heirs = _short_for_bodies(text, found, words) - surnames
    called = {text[one.start : one.end]: one.label for one in found if one.rule == BESIDE}
    bodies = {text[one.start : one.end] for one in found if words.body.search(text, one.start, one.end)}.union(called)
    once = LIKELY**2  # what a single place of a likely person weighs
    persons = {surface for surface, labels in weights.items() if labels.get("PERSON", 0) > once}
    return _Shown(
        called=called,
        weights=weights,
        surnames=surnames,
        families=tails.union(surname.casefold() for surname in surnames) - {body.casefold() for body in heirs | bodies},
        heirs=heirs,
        inner=_behind_first_words(text, found, words) - _titled(text, found, words),
        bodies=bodies,
        alone=persons - bodies - heirs,
        in_capitals=_in_capitals(weights),
    )


def _in_capitals(weights: Mapping[str, Mapping[str, float]]) -> dict[str, str]:
    """Give names of several words in capitals the label that they have as the text prints them: `AMA SIKA NAMED`."""
    printed = {surface.casefold(): labels for surface, labels in weights.items() if not surface.isupper()}
    capitals = [surface for surface in weights if " " in surface and surface.isupper()]
    found = {surface: printed[surface.casefold()] for surface in capitals if surface.casefold() in printed}
    return {surface: max(sorted(labels), key=lambda each: labels[each]) for surface, labels in found.items()}


def _agreed(one: Candidate, surface: str, shown: _Shown) -> Candidate:
    """Give a name of the model the label that the article bears out."""
    if one.source != "model" or one.label not in ("PERSON", "ORG", "LOC"):
        return one
    labels, score = shown.weights[surface], one.score
    printed = shown.in_capitals.get(surface)
    if printed:
        return one._replace(label=printed)
    label = shown.called.get(surface) or max(sorted(labels), key=lambda each: labels[each])
    if label in ("PERSON", "LOC") and score < SURE and _stands_for_body(surface, label, shown):
        label, score = "ORG", max(score, LIKELY)
    if label == "ORG" and score < SURE and surface not in shown.bodies and _names_person(surface, shown.alone):
        label = "PERSON"
    if label == "ORG" and score < DOUBTFUL and surface not in shown.bodies and _ends_as_person(surface, shown):
        label = "PERSON"
    is_persons = surface in shown.surnames if one.label == "LOC" else surface.casefold() in shown.families
    return one._replace(label="PERSON" if score < SURE and is_persons else label, score=score)


def _stands_for_body(surface: str, label: str, shown: _Shown) -> bool:
    """Say whether what would be a person, or a place of several words, may stand for a body of the article."""
    if label == "PERSON":
        return surface in shown.heirs or surface in shown.inner
    return label == "LOC" and " " in surface and surface in shown.heirs


def _names_person(surface: str, alone: Collection[str]) -> bool:
    """Say whether a name of two to four capitalised words ends with one that the article has for a person's."""
    parts = surface.split()
    capitalised = 1 < len(parts) < 5 and all(part[0].isupper() and not part.isupper() for part in parts)
    return capitalised and any(" ".join(parts[at:]) in alone for at in range(1, len(parts)))


def firms_of_families(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Make a firm of a surname that is its first word, too, where what it does or has shows a body: `Obi forks`.

    What it says shows none: persons speak, too.
    """
    firms = {text[one.start : one.end].split()[0] for one in found if one.label == "ORG" and words.is_firm(text, one)}
    for one in found:
        may_be = one.label == "PERSON" and one.source == "model" and text[one.start : one.end] in firms
        shown = may_be and words.shows_body(text, one.start, one.end) and not words.support.acts.match(text, one.end)
        yield one._replace(label="ORG", score=max(one.score, LIKELY)) if shown else one


def _ends_as_person(surface: str, shown: _Shown) -> bool:
    """Say whether a name of two words ends with the surname of a person of the article."""
    parts = surface.split()
    return len(parts) == 2 and is_bare(parts[0]) and parts[1] in shown.surnames and parts[1] not in shown.heirs


def _behind_first_words(text: str, found: Iterable[Candidate], words: NameWords) -> set[str]:
    """List what stands behind the first word of bodies: `Ceniza Alta` of Minera Ceniza Alta, and of Ceniza Alta S.A.

    Of a body that nothing shows to be a firm its first word must say what it is.
    """
    names: set[str] = set()
    for one in found:
        name = words.forms.without_suffix(text[one.start : one.end]).rstrip(" ,") if one.label == "ORG" else ""
        first, *rest = name.split() or [""]
        if words.foreign.fullmatch(first):
            names.add(" ".join(rest))
        if _is_shown_firm(text, one, words):
            names |= {" ".join(rest[:count]) for count in range(2, len(rest) + 1)}
    return {name for name in names if " " in name and name.split()[0] not in words.person_signs.given}


def _titled(text: str, found: Iterable[Candidate], words: NameWords) -> set[str]:
    """List the persons before whose names a title or an honorific stands."""
    people = (one for one in found if one.label == "PERSON")
    return {text[one.start : one.end] for one in people if words.person_signs.title_before(text, one.start)}


def _is_shown_firm(text: str, one: Candidate, words: NameWords) -> bool:
    """Say whether the words beside a body, or its own, show it to be a firm."""
    name = text[one.start : one.end]
    form = words.forms
    formed = form.without_suffix(name) != name or form.prefixed.match(name) or words.foreign.search(name)
    return one.rule == BESIDE or bool(formed)


def _short_for_bodies(text: str, found: Iterable[Candidate], words: NameWords) -> set[str]:
    """List what may stand for the bodies of an article that the words beside them, or their own, show: what goes
    before their last words, and of two words or more, or one that is no given name and no common word."""
    forms: set[str] = set()
    for one in found:
        if one.label == "ORG" and _is_shown_firm(text, one, words):
            parts = text[one.start : one.end].split()
            forms |= {" ".join(parts[:count]).rstrip(",") for count in range(1, len(parts))}
    return {form for form in forms if form not in words.person_signs.given and form.lower() not in words.common}


def without_verbs(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Cut a person's name in a headline down to the name that the body prints: `Ada Obi Endorses Plan` -> `Ada Obi`."""
    headline = text.find("\n", len(text) - len(text.lstrip()))
    people = {text[one.start : one.end] for one in found if one.label == "PERSON" and one.start > headline}
    return [_cut(text, one, people) if one.label == "PERSON" and one.end <= headline else one for one in found]


def _cut(text: str, one: Candidate, people: set[str]) -> Candidate:
    surface = text[one.start : one.end]
    shorter = [name for name in people if " " in name and surface.startswith(f"{name} ") and surface not in people]
    return one._replace(end=one.start + len(max(shorter, key=len))) if shorter else one
