"""Found against annotated: precision, recall and F1 of each kind of mention and value, with the errors."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from typing import Any

from pipeline.evaluation.gold import GoldArticle, Span
from pipeline.records import Mention, Organisation, Person, Quote

LABELS = ("PERSON", "ORG", "LOC", "ROLE", "MONEY", "PERCENT", "DATE")

FoundFacts = Mapping[str, Sequence[Any]]
"""What was found in one article: the records of each table, by table name."""


@dataclass(slots=True)
class Score:
    """Right, wrong and missed of one kind of find, and where it went wrong."""

    name: str
    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Share of what is annotated that was found; 0 where nothing is annotated."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def compare(self, want: Collection[Any], have: Collection[Any], article: GoldArticle) -> None:
        """Count two collections of keys, and note those of only one of them."""
        wanted, had = set(want), set(have)
        self.right += len(wanted & had)
        self.wrong += len(had - wanted)
        self.missed += len(wanted - had)
        self.errors += [f"{article.id}: wrong  {_show(key, article)}" for key in sorted(had - wanted, key=str)]
        self.errors += [f"{article.id}: missed {_show(key, article)}" for key in sorted(wanted - had, key=str)]


def _show(key: Any, article: GoldArticle) -> str:
    if isinstance(key, tuple) and len(key) >= 2 and all(isinstance(part, int) for part in key[:2]):
        values = ", ".join(str(part) for part in key[2:])
        return f"{key[0]} {article.text[key[0] : key[1]]!r}" + (f" = {values}" if values else "")
    return repr(key)


def as_compared(name: str | None) -> str:
    """Fold a name for comparison: case, spaces, quotes, a leading article, punctuation at its ends.

    >>> as_compared("The  Bank of Ghana's.")
    "bank of ghana's"
    """
    text = re.sub(r"\s+", " ", (name or "").replace("’", "'").strip().lower())
    return re.sub(r"^(?:the|a|an) ", "", text).strip(" .,;:'\"")


def score(pairs: Iterable[tuple[GoldArticle, FoundFacts]]) -> list[Score]:
    """Score what was found in annotated articles; a kind that an article isn't annotated for is left out there."""
    scores: dict[str, Score] = {}
    for article, found in pairs:
        for name, want, have in _comparisons(article, found):
            scores.setdefault(name, Score(name)).compare(want, have, article)
    return list(scores.values())


def _comparisons(article: GoldArticle, found: FoundFacts) -> Iterable[tuple[str, Collection[Any], Collection[Any]]]:
    mentions: Sequence[Mention] = found["mentions"]
    for label in LABELS:
        want = {(m.start, m.end) for m in article.mentions if m.label == label}
        yield f"mentions {label}", want, {(m.start_char, m.end_char) for m in mentions if m.label == label}
    if not article.facts:
        return
    yield "same entity", *_same_entity(article, mentions)
    yield from _entities(article, found)
    for kind, fact_key, row_key in VALUES:
        where = {m.id: m for m in article.mentions if m.id}
        facts = [(where[i], fact) for i, fact in article.facts.get(kind, {}).items() if i in where]
        rows = [_Placed(row, facts) for row in found[kind]]
        yield kind, *_keyed(facts, rows, fact_key, row_key)
        for detail, of_fact, of_row in DETAILS.get(kind, ()):
            both = [row for row in rows if row.mention]
            taken = [(row.mention, row.fact) for row in both]
            yield f"{kind} {detail}", *_keyed(taken, both, of_fact, of_row)
    yield from _quotes(article, found["quotes"])


class _Placed:
    """A row of a value, at the annotated mention that it overlaps, if any."""

    def __init__(self, row: Any, facts: list[tuple[Span, Any]]) -> None:
        overlaps = [(m, fact) for m, fact in facts if m.start < row.end_char and row.start_char < m.end]
        self.row = row
        self.mention: Span | None = overlaps[0][0] if overlaps else None
        self.fact: Any = overlaps[0][1] if overlaps else None
        self.place = (self.mention.start, self.mention.end) if self.mention else (row.start_char, row.end_char)


def _keyed(facts: Any, rows: Any, of_fact: Callable[[Any], Any], of_row: Callable[[Any], Any]) -> tuple[set, set]:
    want = {(m.start, m.end, *of_fact(fact)) for m, fact in facts}
    currency_open = {(m.start, m.end) for m, fact in facts if fact.get("currency", "") is None}
    have = set()
    for placed in rows:
        key = of_row(placed.row)
        have.add((*placed.place, *((*key[:2], None) if placed.place in currency_open and len(key) == 3 else key)))
    return want, have


def _number(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value)).normalize()


VALUES: tuple[tuple[str, Callable[[Any], tuple], Callable[[Any], tuple]], ...] = (
    (
        "money",
        lambda f: (_number(f["low"]), _number(f["high"]), f.get("currency")),
        lambda r: (_number(r.low), _number(r.high), r.currency),
    ),
    (
        "percentages",
        lambda f: (_number(f["low"]), _number(f["high"]), f["unit"]),
        lambda r: (_number(r.low), _number(r.high), r.unit),
    ),
    (
        "dates",
        lambda f: (f["start"], f["end"]),
        lambda r: tuple(day.isoformat() if day else None for day in (r.date_from, r.date_to)),
    ),
)
"""Kind of value, and what must agree, of the annotation and of the row; an annotated currency of null matches any."""

_QUALIFIER = ("qualifier", lambda f: (f.get("qualifier", "exact"),), lambda r: (r.qualifier,))
_DIRECTION = ("direction", lambda f: (f.get("direction"),), lambda r: (r.direction,))
DETAILS: dict[str, tuple] = {"money": (_QUALIFIER,), "percentages": (_QUALIFIER, _DIRECTION)}
"""What else is compared, where the value's place was found."""


def _entities(article: GoldArticle, found: FoundFacts) -> Iterable[tuple[str, set, set]]:
    people: Sequence[Person] = found["people"]
    organisations: Sequence[Organisation] = found["organisations"]
    facts = article.facts
    yield (
        "people",
        {as_compared(p["name"]) for p in facts.get("people", {}).values()},
        {as_compared(p.name) for p in people},
    )
    names = {as_compared(o["name"]) for o in facts.get("organisations", {}).values()}
    yield "organisations", names, {as_compared(o.name) for o in organisations}
    by_name = {as_compared(person.name): person for person in people}
    known = [
        (p, by_name[as_compared(p["name"])])
        for p in facts.get("people", {}).values()
        if as_compared(p["name"]) in by_name
    ]
    titles = [(p, found) for p, found in known if p.get("title")]
    yield (
        "people title",
        {(as_compared(p["name"]), True) for p, _ in titles},
        {(as_compared(p["name"]), _within(p["title"], person.title)) for p, person in titles},
    )
    employed = [(p, person) for p, person in known if p.get("organisation")]
    yield (
        "people organisation",
        {(as_compared(p["name"]), True) for p, _ in employed},
        {
            (as_compared(p["name"]), as_compared(person.organisation) in _forms(article, p["organisation"]))
            for p, person in employed
        },
    )


def _within(want: str, have: str | None) -> bool:
    return bool(have) and (as_compared(want) in as_compared(have) or as_compared(have) in as_compared(want))


def _forms(article: GoldArticle, key: str) -> set[str]:
    printed = {as_compared(article.text[m.start : m.end]) for m in article.mentions if m.id == key}
    return printed | {as_compared(article.facts["organisations"][key]["name"])}


def _same_entity(article: GoldArticle, mentions: Sequence[Mention]) -> tuple[set, set]:
    truth = {(m.start, m.end): m.id for m in article.mentions if m.label in ("PERSON", "ORG")}
    guess = {(m.start_char, m.end_char): m.entity_id for m in mentions if m.label in ("PERSON", "ORG")}
    pairs = list(combinations(sorted(truth.keys() & guess.keys()), 2))
    want = {(a[0], b[1]) for a, b in pairs if truth[a] == truth[b]}
    return want, {(a[0], b[1]) for a, b in pairs if guess[a] and guess[a] == guess[b]}


def _quotes(article: GoldArticle, quotes: Sequence[Quote]) -> Iterable[tuple[str, set, set]]:
    facts = [(article.text.find(q["text"]), q) for q in article.facts.get("quotes", [])]
    left = [(at, at + max(len(q["text"]), 12), q.get("speaker")) for at, q in facts if at >= 0]
    want = {(start, end) for start, end, _ in left}
    have, spoken, heard = set(), set(), set()
    for quote in quotes:
        hit = next((fact for fact in left if fact[0] < quote.end_char and quote.start_char < fact[1]), None)
        have.add(hit[:2] if hit else (quote.start_char, quote.end_char))
        if hit:
            left.remove(hit)
        if hit and hit[2]:
            speaker = {**article.facts.get("organisations", {}), **article.facts.get("people", {})}[hit[2]]
            spoken.add((*hit[:2], as_compared(speaker["name"])))
            heard.add((*hit[:2], as_compared(quote.speaker)))
    yield "quotes", want, have
    yield "quotes speaker", spoken, heard
