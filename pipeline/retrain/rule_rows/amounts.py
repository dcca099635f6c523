"""Corrected amounts to rows of currencies and scales that would have read them: `Fr 5 mrd` was 5 billion CHF."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pipeline.retrain.corrections.decisions import Decision
from pipeline.retrain.corrections.spreadsheet import number_of_cell
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import Currency, Scale
from pipeline.rulebook.user_rows import Rows

AMOUNT = re.compile(r"^(?P<before>\D*?)\s?(?P<digits>\d[\d.,]*)\s?(?P<rest>.*)$")
LEAST = 2
"""Corrections that must agree on a row."""

FACTORS = {Decimal(10) ** power for power in (2, 3, 5, 6, 7, 9, 12)}


@dataclass(frozen=True, slots=True)
class ShownAmount:
    """What a corrected amount shows: its words beside the number, and what they must mean."""

    before: str
    after: tuple[str, ...]
    factor: Decimal | None
    currency: str | None


def value_rows(decisions: Iterable[Decision], rulebook: Rulebook) -> Rows:
    """Give the rows of currencies and scales that at least two corrections agree on, and none contradicts."""
    scales, currencies = _known(rulebook)
    factors: dict[str, list[Decimal]] = defaultdict(list)
    codes: dict[tuple[str, str], list[str]] = defaultdict(list)
    for shown in filter(None, map(_read, decisions)):
        words = [word for word in shown.after if word.lower() not in scales]
        known = [scales[word.lower()] for word in shown.after if word.lower() in scales]
        if shown.factor in FACTORS and not known and words:
            factors[words.pop(0)].append(shown.factor)
        forms = [("before", shown.before)] if shown.before else [("after", " ".join(words))] if words else []
        for side, form in forms:
            if shown.currency and form.lower() not in currencies:
                codes[side, form].append(shown.currency)
    return {"currencies": list(_currencies(codes)), "scales": list(_scales(factors))}


def _read(decision: Decision) -> ShownAmount | None:
    if decision.table != "money" or decision.action not in ("add", "set") or decision.anchor is None:
        return None
    found = AMOUNT.match(decision.anchor.words)
    digits = number_of_cell(found["digits"]) if found else None
    if found is None or not digits:
        return None
    cells = {**decision.before, **decision.after}
    low = number_of_cell(cells.get("low") or "")
    return ShownAmount(
        found["before"].strip(), tuple(found["rest"].split()), low / digits if low else None, cells.get("currency")
    )


def _known(rulebook: Rulebook) -> tuple[dict[str, Decimal], set[str]]:
    scales = {word.lower(): row.factor for row in rulebook.scales for word in row.words}
    forms = (form for row in rulebook.currencies for form in (row.code, *row.before, *row.after, *row.minor))
    return scales, {form.lower() for form in forms}


def _agreed(values: list[Any]) -> bool:
    return len(values) >= LEAST and len(set(values)) == 1


def _currencies(codes: dict[tuple[str, str], list[str]]) -> Iterator[Currency]:
    for (side, form), found in codes.items():
        if _agreed(found):
            sides: dict[str, Any] = {"before": (), "after": (), side: (form,)}
            yield Currency(f"user_{found[0].lower()}_{form.lower()}", found[0], "", minor=(), **sides)


def _scales(factors: dict[str, list[Decimal]]) -> Iterator[Scale]:
    for word, found in factors.items():
        if _agreed(found):
            yield Scale(f"user_{word.lower()}", Decimal(int(found[0])), (word,))
