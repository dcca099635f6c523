"""Answers to the cells of rows: what is sure enough is filled in, the rest stays empty."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from pipeline.extract.links.answers import Answer, Reading
from pipeline.extract.links.spans import behind_verb, is_bare_verb, with_whole_brackets, without_verb
from pipeline.extract.quotes.rows import with_speaker
from pipeline.extract.referring.referents import speaker_of
from pipeline.records import Mention, Money, Organisation, Percentage, Person, Quote
from pipeline.values.names.forms import fold


class Judge(Protocol):
    """Knows what scores are worth; `agrees`: the patterns say the same (1), nothing (0) or another answer (-1)."""

    def likely(self, cell: str, score: float, agrees: int) -> float:
        """Give how likely an answer is right."""

    def sure(self, cell: str, row: str | int, answer: str | None, score: float, agrees: int) -> float | None:
        """Give how likely an answer to the cell of a row is right; None where that isn't enough to fill it in."""

    def has_no_body(self, title: str) -> bool:
        """Say whether a title is held in no body that has a name: `chairman of the selectors`, `mayor of Tema`."""

    def outscored(self, cell: str, row: str | int, score: float) -> None:
        """Hear the score of what the patterns say where another answer has a higher one."""


Value = Money | Percentage


class Title(NamedTuple):
    """A title that a person may have."""

    text: str
    start: int
    sure: float | None
    former: bool
    body: Answer | None
    """In which organisation the title is held."""


PAST = 0.6
"""How likely a title must be a past one that the row says so; the most are right from here on."""
UNHEARD = 1e-4
"""Chance that is left of what is ruled out."""
WEIGHED = "+press_links"
"""What `found_by` ends with where the model has the last word on what a row of the rules says."""


def best(
    cell: str, row: str | int, weighed: Mapping[Any, float], verdict: str | None, judge: Judge
) -> tuple[Any, float | None]:
    """Choose the likeliest answer that is sure enough: the one that scores highest, or that of the patterns."""
    top = [max(weighed, key=lambda one: weighed[one])] if weighed else []
    tried = [one for one in dict.fromkeys((*top, verdict)) if one in weighed]
    if len(tried) > 1:
        judge.outscored(cell, row, weighed[verdict])
    for one in sorted(tried, key=lambda one: -judge.likely(cell, weighed[one], _agrees(one, verdict))):
        certain = judge.sure(cell, row, one, weighed[one], _agrees(one, verdict))
        if certain is not None:
            return one, certain
    return None, None


def people(
    rows: Sequence[Person], answers: Sequence[Answer], organisations: Mapping[str, Organisation], judge: Judge
) -> Iterator[Person]:
    """Give each person the surest title and organisation."""
    titles = _titles(answers, judge)
    asked = {one.question.verdict.entity for one in answers if one.question.kind == "holder"}
    employers = {one.question.about.person_id: one for one in answers if one.question.kind == "employer"}
    for person in rows:
        held = titles.get(person.person_id, [])
        if person.title and person.person_id not in asked:  # one title of several people: it is asked of one alone
            held = [*held, Title(person.title, -1, None, person.former, None)]
        title = min(held, key=lambda title: _rank(title, person), default=None)
        by_name = employers.get(person.person_id)
        bodiless = bool(title and not person.organisation_id and judge.has_no_body(title.text))
        weighed = {} if bodiless else _organisations(by_name, title.body if title else None)
        body, placed = best("organisation", person.person_id, weighed, person.organisation_id or "", judge)
        org = organisations.get(body or "")
        is_same = (title and title.text) == person.title and body == person.organisation_id
        yield replace(
            person,
            found_by=person.found_by if is_same else f"{person.found_by}{WEIGHED}",
            title=title.text if title else None,
            organisation_id=org.organisation_id if org else None,
            organisation=org.name if org else None,
            former=bool(title and title.former),
            confidence=_least(title.sure if title else None, placed),
        )


def _titles(answers: Sequence[Answer], judge: Judge) -> dict[str, list[Title]]:
    """Give the titles that each person holds, as far as they are sure."""
    held: dict[str, list[Title]] = {}
    bodies = {one.question.about: one for one in answers if one.question.kind == "body"}
    for one in answers:
        if one.question.kind == "holder":
            role: Mention = one.question.about
            verdict = one.question.verdict.entity or ""
            who, certain = best("title", role.start_char, dict(one.weighed), verdict, judge)
            if who and certain is not None:
                past = one.former > PAST or one.question.verdict.former
                title = Title(role.text, role.start_char, certain, past, bodies.get(role))
                held.setdefault(who, []).append(title)
    return held


def _rank(title: Title, person: Person) -> tuple[bool, bool, bool, int]:
    """Rank titles: present ones, then the one that the patterns chose, in its own letters, then the first."""
    return title.former, fold(title.text) != fold(person.title or ""), title.text != person.title, title.start


def _organisations(*said: Answer | None) -> dict[str, float]:
    """Give how likely a person works in each organisation: as the person's names say, and as the title says.

    Each tells by itself, so that one is likely where both say so; where one rules it out, the other is hardly heard.
    """
    known = [one for one in said if one is not None]
    if len(known) < 2:
        return dict(known[0].weighed) if known else {}
    chances = [dict(one.weighed) for one in known]
    both = {one: math.prod(max(some.get(one, 0.0), UNHEARD) for some in chances) for some in chances for one in some}
    total = sum(both.values()) + math.prod(max(one.nobody, UNHEARD) for one in known)
    return {one: chance / total for one, chance in both.items()}


def quotes(
    rows: Sequence[Quote],
    answers: Sequence[Answer],
    people: Sequence[Person],
    organisations: Mapping[str, Organisation],
    judge: Judge,
) -> Iterator[Quote]:
    """Give each quotation its speaker, with the title and organisation of the speaker's row."""
    persons = {person.person_id: person for person in people}
    spoken = (one for one in answers if one.question.kind == "speaker")
    for quote, one in zip(rows, spoken, strict=True):
        who, certain = best("speaker", quote.start_char, dict(one.weighed), quote.speaker_id or "", judge)
        named = persons.get(who or "") or organisations.get(who or "")
        yield replace(
            with_speaker(quote, speaker_of(named) if named else None),
            found_by=quote.found_by if who == quote.speaker_id else f"{quote.found_by}{WEIGHED}",
            confidence=_least(certain if named else None),
        )


def values(
    rows: Sequence[Value], answers: Sequence[Answer], readings: Sequence[Reading], text: str, judge: Judge
) -> Iterator[Value]:
    """Give each value its measure, role, direction and owner; what restates another value says the same."""
    told: dict[str, Money] = {}
    owners = (one for one in answers if one.question.kind == "owner")
    for row, owner, reading in zip(rows, owners, readings, strict=True):
        who, owned = best("owner", row.start_char, dict(owner.weighed), row.organisation_id or "", judge)
        measure, measured = _measure(row, reading, text, judge)
        turn, turned = best("direction", row.start_char, reading.direction, row.direction, judge)
        changed = replace(
            row,
            measure=measure if measured is not None else None,
            direction=turn,
            organisation_id=who,
            confidence=_least(owned, measured, turned),
        )
        if isinstance(changed, Money):
            part, played = best("role", row.start_char, reading.role, changed.role or "", judge)
            changed = replace(changed, role=part, confidence=_least(owned, measured, turned, played))
            if changed.same_as in told:
                changed = _restated(changed, told[changed.same_as or ""])
            told[changed.money_id] = changed
        yield changed


def _measure(row: Value, reading: Reading, text: str, judge: Judge) -> tuple[str, float | None]:
    """Choose what is likelier, and sure enough, of what the model reads and what the patterns read."""
    start, end = with_whole_brackets(text, reading.start, reading.end)
    end = without_verb(text, start, end)
    measure = " ".join(text[start:end].split())
    if row.measure and behind_verb(measure, row.measure):
        measure = row.measure
    tried = [(measure, reading.measured, _alike(measure, row.measure))]
    if tried[0][2] < 0:
        judge.outscored("measure", row.start_char, reading.by_patterns)
        tried.append((row.measure or "", reading.by_patterns, 1))
    if is_bare_verb(text, start, end, row.start_char):
        del tried[0]
    for one, chance, agrees in sorted(tried, key=lambda one: -judge.likely("measure", one[1], one[2])):
        certain = judge.sure("measure", row.start_char, one, chance, agrees)
        if certain is not None:
            return one, certain
    return "", None


def _restated(row: Money, other: Money) -> Money:
    same = ("measure", "role", "direction", "organisation_id", "confidence")
    return replace(row, **{name: getattr(other, name) for name in same})


def _agrees(answer: str | None, verdict: str | None) -> int:
    return 1 if answer == verdict else -1 if verdict else 0


def _alike(measure: str, other: str | None) -> int:
    """Say whether two measures share half their words."""
    one, two = set(measure.casefold().split()), set((other or "").casefold().split())
    return 0 if not two else 1 if 4 * len(one & two) >= len(one) + len(two) else -1


def _least(*chances: float | None) -> Decimal | None:
    known = [chance for chance in chances if chance is not None]
    return Decimal(f"{min(known):.2f}") if known else None
