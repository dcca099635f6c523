"""The names that a model found in an article to those that the article as a whole bears out: one name, one label."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.precedence import Candidate
from pipeline.values.acronyms import Definition
from pipeline.values.name_vetoes import Veto
from pipeline.values.names import is_acronym, name_words

DOUBTFUL = {"PERSON": 0.5, "ORG": 0.72, "LOC": 0.62}
"""A name is dropped where the model is nowhere in the article surer of it than this, and nothing else speaks for it."""

_OWNED = re.compile(r"['’]s (?=[A-Z])")
SURE_ROLE = 0.8
"""A role without a known title's word is kept where the model is this sure of it."""

SURE = 0.93
"""A model that is surer than this of an acronym wins against what the words before its brackets look like."""


_GOVERNED = re.compile(r"\b(?:from|in|of|at|near|to) (?:the )?$")
_OF_PLACE = re.compile(r"\b[Gg]overnment of (?:the )?$")
_GOVERNMENT = re.compile(r" [Gg]overnment\b")


def governed(text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Make organisations of places whose government is meant: `US government`, `Government of Ghana`."""
    for one in found:
        if one.label == "LOC":
            before = _OF_PLACE.search(text, max(0, one.start - 20), one.start)
            after = _GOVERNMENT.match(text, one.end)
            if before:
                one = one._replace(start=before.start(), label="ORG", score=1.0)
            elif after:
                one = one._replace(end=after.end(), label="ORG", score=1.0)
        yield one


def of_form(text: str, found: Iterable[Candidate], body: re.Pattern[str]) -> Iterator[Candidate]:
    """Make organisations of persons and places that have a word in their names which only organisations have."""
    for one in found:
        other = one.source == "model" and one.label in ("PERSON", "LOC")
        yield one._replace(label="ORG") if other and body.search(text, one.start, one.end) else one


def parted(text: str, found: Sequence[Candidate], sure_form: re.Pattern[str]) -> Iterator[Candidate]:
    """Part `HUD's Office of Inspector General` into the owner and the unit, where the owner is a body of its own."""
    bodies = {text[one.start : one.end] for one in found if one.label == "ORG"}
    for one in found:
        owned = _OWNED.search(text, one.start, one.end) if one.label == "ORG" else None
        if owned and " " in text[owned.end() : one.end]:
            owner = text[one.start : owned.start()]
            if owner in bodies or is_acronym(owner) or sure_form.search(owner):
                yield one._replace(end=owned.start())
                one = one._replace(start=owned.end())
        yield one


def explained(text: str, found: Sequence[Candidate], definitions: Iterable[Definition], veto: Veto) -> list[Candidate]:
    """Give acronyms the label of the words that they stand for; drop those that stand for no name.

    `African Energy Week (AEW)`: where the words are no organisation, `AEW` is none in the whole article.
    """
    labels: dict[str, str | None] = {}
    added = []
    for one in definitions:
        full = next(
            (c for c in found if c.start < one.full_end and one.full_start < c.end and abs(c.end - one.full_end) <= 1),
            None,
        )
        if full and full.label in ("ORG", "LOC"):
            labels.setdefault(one.short, full.label)
            added.append(Candidate(one.start, one.end, full.label, "defined"))
        elif not full and (veto(text[one.full_start : one.full_end], "ORG") or _surest(text, found, one.short) < SURE):
            labels.setdefault(one.short, None)
    kept = []
    for candidate in found:
        short = text[candidate.start : candidate.end]
        label = labels.get(short, candidate.label) if candidate.label in ("ORG", "LOC", "PERSON") else candidate.label
        if label:
            kept.append(candidate._replace(label=label))
    return [*kept, *added]


def _surest(text: str, found: Sequence[Candidate], surface: str) -> float:
    return max((one.score for one in found if text[one.start : one.end] == surface), default=0.0)


def agreed(text: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Give every name of an article one label: that of a person whose name it is part of, else the surest one."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    surnames: set[str] = set()
    for one in found:
        surface = text[one.start : one.end]
        weights[surface][one.label] += one.score**2
        words = surface.split()
        if one.label == "PERSON" and len(words) > 1 and one.score > 0.7:
            surnames |= {word for word in (words[0], words[-1]) if len(name_words(word)) == 1 and len(word) > 2}
    kept = []
    for one in found:
        surface = text[one.start : one.end]
        label = one.label
        if label in ("PERSON", "ORG", "LOC") and one.source == "model":
            labels = weights[surface]
            label = max(sorted(labels), key=lambda each: labels[each])
            if surface in surnames and one.label == "LOC" and one.score < SURE:
                label = "PERSON"
        kept.append(one._replace(label=label))
    return kept


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for a name of which a model isn't sure, compiled."""

    sure_form: re.Pattern[str]
    """Words that only organisations have in their names."""

    holds_title: re.Pattern[str]
    """What stands before an organisation in which someone holds a title: `director of the`."""

    given: frozenset[str]
    """Given names."""

    acts: re.Pattern[str]
    """What an organisation does, behind its name: `said`, `has appointed`."""

    def of(self, text: str, one: Candidate) -> bool:
        """Say whether the form of a name, a title before it, what it does or a given name speaks for it."""
        if one.label == "PERSON":
            first, *rest = text[one.start : one.end].split()
            return bool(rest) and first in self.given
        if one.label != "ORG":
            return False
        before = text[max(0, one.start - 40) : one.start]
        if self.sure_form.search(text, one.start, one.end) or self.holds_title.search(before):
            return True
        return bool(self.acts.match(text, one.end)) and not _GOVERNED.search(before)


def believed(text: str, found: Sequence[Candidate], support: Support) -> list[Candidate]:
    """Drop the names of which the model is nowhere sure, and for which nothing else speaks."""
    best: dict[tuple[str, str], float] = defaultdict(float)
    for one in found:
        key = (text[one.start : one.end], one.label)
        best[key] = max(best[key], one.score)

    sure = {(c.start, c.label) for c in found if best[text[c.start : c.end], c.label] >= SURE}

    def is_sure(one: Candidate) -> bool:
        if text[one.end : one.end + 2] == " (" and (one.end + 2, one.label) in sure:
            return True  # Its own acronym is a name, so it is one.
        return best[text[one.start : one.end], one.label] >= DOUBTFUL.get(one.label, 0)

    return [one for one in found if one.source != "model" or is_sure(one) or support.of(text, one)]
