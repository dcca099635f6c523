"""Challenge suites: invented press sentences with what a careful editor would write down, one test a row.

What we can't read yet stands in known_gaps.csv, with the reason: a strict xfail, whose line goes when the row is read.
`python tests/challenge/test_challenge.py --failures SUITE` prints each failing row, expected against got.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import pipeline

HERE = Path(__file__).parent
SUITES = ("money", "percent", "dates", "people", "organisations", "quotes", "measures")
QUOTE_START = 40
MEASURE_AGREES = 0.6
BATCH = 64

Row = dict[str, Any]


def rows_of(suite: str) -> list[Row]:
    """Read the rows of a suite."""
    return [json.loads(line) for line in (HERE / f"{suite}.jsonl").read_text(encoding="utf-8").splitlines() if line]


def read_docs(nlp: Language, rows: list[Row]) -> Iterator[tuple[Row, Doc]]:
    """Run the pipeline over the rows, each with its publication date."""
    docs = (_with_date(nlp.make_doc(row["text"]), row.get("published")) for row in rows)
    yield from zip(rows, nlp.pipe(docs, batch_size=BATCH), strict=True)


def _with_date(doc: Doc, published: str | None) -> Doc:
    doc._.published = published
    return doc


def _number(value: Any) -> float | None:
    return None if value is None else float(Decimal(str(value)))


def _plain(value: Any) -> Any:
    return None if value is None else str(value)


def _money(doc: Doc) -> list[Row]:
    return [
        {
            "text": found.text,
            "low": _number(found.low),
            "high": _number(found.high),
            "currency": found.currency,
            "qualifier": found.qualifier,
            "per": found.per,
        }
        for found in doc._.money
    ]


def _percentages(doc: Doc) -> list[Row]:
    return [
        {
            "text": found.text,
            "low": _number(found.low),
            "high": _number(found.high),
            "unit": found.unit,
            "qualifier": found.qualifier,
            "direction": found.direction,
            "compared_to": found.compared_to,
        }
        for found in doc._.percentages
    ]


def _dates(doc: Doc) -> list[Row]:
    return [
        {"text": found.text, "start": _plain(found.date_from), "end": _plain(found.date_to)} for found in doc._.dates
    ]


def _quotes(doc: Doc) -> list[Row]:
    return [
        {"text": found.text[:QUOTE_START].strip(), "speaker": found.speaker, "cue": found.cue} for found in doc._.quotes
    ]


def _measures(doc: Doc) -> list[Row]:
    finds = sorted([*doc._.money, *doc._.percentages], key=lambda found: found.start_char)
    return [
        {
            "text": found.text,
            "measure": found.measure,
            "role": getattr(found, "role", None),
            "direction": found.direction,
        }
        for found in finds
    ]


def _people(doc: Doc) -> list[Row]:
    return [{"name": found.name, "title": found.title, "organisation": found.organisation} for found in doc._.people]


def _organisations(doc: Doc) -> list[Row]:
    return [{"name": found.name, "aliases": sorted(found.aliases)} for found in doc._.organisations]


def _same_field(field: str, expected: Any, got: Any) -> bool:
    if field == "measure":
        return _word_f1(str(expected), str(got or "")) >= MEASURE_AGREES
    if field in ("low", "high") and expected is not None and got is not None:
        return bool(abs(expected - got) <= 1e-9 * max(1.0, abs(expected)))
    if field == "aliases":
        return bool(sorted(expected) == got)
    if field == "cue":
        return str(expected).lower() == str(got or "").lower()
    return bool(expected == got)


def _word_f1(expected: str, got: str) -> float:
    left, right = set(expected.lower().split()), set(got.lower().split())
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _same_words(expected: Row, got: Row) -> bool:
    """Whether a quotation begins with the words expected."""
    left, right = expected["text"].rstrip(",.!?…"), got["text"].rstrip(",.!?…")
    return right.startswith(left) and all(_same_field(k, v, got.get(k)) for k, v in expected.items() if k != "text")


def _same_quotes(expected: list[Row], got: list[Row]) -> bool:
    return len(expected) == len(got) and all(map(_same_words, expected, got))


def _same(expected: Row, got: Row) -> bool:
    return all(_same_field(field, value, got.get(field)) for field, value in expected.items())


def _same_in_order(expected: list[Row], got: list[Row]) -> bool:
    return len(expected) == len(got) and all(map(_same, expected, got))


def _same_by_name(expected: list[Row], got: list[Row]) -> bool:
    return _same_in_order(sorted(expected, key=_name), sorted(got, key=_name))


def _name(row: Row) -> str:
    return str(row["name"])


def _each_found(expected: list[Row], got: list[Row]) -> bool:
    """Whether every expected amount is found, in order; others may stand between."""
    rest = iter(got)
    return all(any(one["text"] == other["text"] and _same(one, other) for other in rest) for one in expected)


Reader = Callable[[Doc], list[Row]]
Judge = Callable[[list[Row], list[Row]], bool]
CHECKS: dict[str, list[tuple[str, Reader, Judge]]] = {
    "money": [("expect", _money, _same_in_order)],
    "percent": [("expect", _percentages, _same_in_order)],
    "dates": [("expect", _dates, _same_in_order)],
    "measures": [("expect", _measures, _each_found)],
    "people": [("people", _people, _same_by_name), ("organisations", _organisations, _same_by_name)],
    "organisations": [("organisations", _organisations, _same_by_name)],
    "quotes": [("quotes", _quotes, _same_quotes)],
}


def failures(nlp: Language, suite: str) -> list[tuple[Row, str, list[Row]]]:
    """Return the failing rows of a suite, each with the key that fails and what was got."""
    failing: list[tuple[Row, str, list[Row]]] = []
    for row, doc in read_docs(nlp, rows_of(suite)):
        for key, read, judge in CHECKS[suite]:
            if key in row and not judge(row[key], got := read(doc)):
                failing.append((row, key, got))
                break
    return failing


def known_gaps() -> dict[tuple[str, str], str]:
    """Read why we don't read some rows yet, by suite and id."""
    with (HERE / "known_gaps.csv").open(encoding="utf-8", newline="") as file:
        return {(row["suite"], row["id"]): row["reason"] for row in csv.DictReader(file)}


def every_row() -> Iterator[Any]:
    """Give a parameter a row; that of a known gap must fail."""
    gaps = known_gaps()
    for suite in SUITES:
        for row in rows_of(suite):
            reason = gaps.pop((suite, row["id"]), None)
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            yield pytest.param(suite, row, id=f"{suite}-{row['id']}", marks=marks)
    assert not gaps, f"known_gaps.csv names rows that are not there: {', '.join(map('-'.join, gaps))}"


@cache
def _failing(suite: str) -> dict[str, tuple[str, list[Row]]]:
    return {row["id"]: (key, got) for row, key, got in failures(pipeline.load(), suite)}


@pytest.mark.parametrize(("suite", "row"), every_row())
def test_row(suite: str, row: Row) -> None:
    key, got = _failing(suite).get(row["id"], ("", []))
    assert not key, f"{row['text']}\n  expected {row[key]}\n  got      {got}"


@pytest.mark.parametrize("suite", SUITES)
def test_rows_are_well_formed(suite: str) -> None:
    rows = rows_of(suite)
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        for expected in row.get("expect", []):
            assert expected["text"] in row["text"], row["id"]


def _print_failures(nlp: Language, suite: str) -> None:
    failing = failures(nlp, suite)
    for row, key, got in failing:
        print(f"\n{row['id']} [{row.get('published', '')}] {row['text']}")
        print("  expected", json.dumps(row[key], ensure_ascii=False))
        print("  got     ", json.dumps(got, ensure_ascii=False))
    total = len(rows_of(suite))
    print(f"\n{suite}: {total - len(failing)} of {total} rows right, {100 * (1 - len(failing) / total):.1f}%")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failures", metavar="SUITE", nargs="+", choices=SUITES, required=True)
    language = pipeline.load()
    for name in parser.parse_args().failures:
        _print_failures(language, name)
