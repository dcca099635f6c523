"""How the time of finders and of the whole pipeline grows with texts that nobody writes: it should follow their length.

An exponent of 1 is time in proportion to the text, 2 is its square.
"""

import math
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.extract.assemble import load
from pipeline.rulebook.reading import load_rulebook
from pipeline.values.dates.finder import DateFinder
from pipeline.values.measures.reader import MeasureReader, Value
from pipeline.values.money.finder import MoneyFinder
from pipeline.values.percentages import PercentageFinder

PIECES = (
    "9", ",", ".", "$", " ", "\n", "-", "(", "½", "a", "'", "1,", "1.", "1 ", "$1 ", "$1-", "1% ", "US$", "$(", "$5m(",
    "million ", "one ", "five and ", "half a ", "May ", "May 1 ", "2024 ", "2024-", "first ", "last ", "Q1 ", "U.S.",
    "rose by ", "5% of ", "$5 to ", "from ", "between ", "three months ended ", "Monday to ", "1\u00a0000\u00a0", "% ",
)  # fmt: skip
"""What a hostile text repeats where values are looked for."""

WORDS = (
    "Kasoa ", "A. ", "A & ", "O'", "minister ", "President ", "Ltd ", "said ", "\u201c", "(KTL) ", "of the ", "; ",
    "The ", "Bank of ", "KTL, ", "Ama Boateng ", "<DOC>", "\U0001f600", "1% to ",
)  # fmt: skip
"""What it repeats where names, titles and quotations are."""

READERS = ("money", "percentages", "dates", "measures", "pressfacts")
"""What is measured: the finders of values, and the whole pipeline."""

LEAST_SECONDS = 0.05
"""Less than this says nothing about growth on a noisy machine: such a text counts as harmless."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What a reader made of a repeated piece: seconds of processor time for the longer text, and the exponent."""

    reader: str
    piece: str
    seconds: float
    exponent: float


def readers() -> dict[str, Callable[[str], object]]:
    """Give every reader by name; each takes a text."""
    rules = load_rulebook()
    money, percentages, dates = MoneyFinder(rules), PercentageFinder(rules), DateFinder(rules)
    measures, nlp = MeasureReader(rules), load()

    def measured(text: str) -> None:
        values = [Value(one.start, one.end, True, None) for one in percentages.find(text)]
        list(measures.read(text, values, ()))

    def dated(text: str) -> None:
        dates.find(text, published=date(2025, 3, 12))

    found = (money.find, percentages.find, dated, measured, nlp)
    return dict(zip(READERS, found, strict=True))


def measure(
    names: Iterable[str] = READERS, *, characters: int = 4_000, times: int = 4, pieces: Sequence[str] = ()
) -> Iterator[Growth]:
    """Measure readers over each piece, repeated to some characters and to `times` as many."""
    made = readers()
    for name in names:
        for piece in pieces or (PIECES if name != "pressfacts" else (*PIECES, *WORDS)):
            short, long = (_seconds(made[name], piece * (n // len(piece))) for n in (characters, characters * times))
            exponent = math.log(long / short, times) if long > LEAST_SECONDS else 1.0
            yield Growth(name, piece, long, exponent)


def _seconds(read: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    read(text)
    return max(time.process_time() - started, 1e-6)


def report(growths: Iterable[Growth], *, most: int = 3) -> str:
    """Lay out the steepest pieces of each reader as a table.

    >>> print(report([Growth("money", "$1-", 0.5, 1.04), Growth("money", "9", 0.1, 1.91)], most=1))
    reader       piece             exponent  seconds
    money        '9'                   1.91     0.10
    """
    lines = [f"{'reader':12} {'piece':16} {'exponent':>9} {'seconds':>8}"]
    by_reader: dict[str, list[Growth]] = {}
    for one in growths:
        by_reader.setdefault(one.reader, []).append(one)
    for found in by_reader.values():
        steepest = sorted(found, key=lambda one: -one.exponent)[:most]
        lines += [f"{g.reader:12} {g.piece!r:16} {g.exponent:9.2f} {g.seconds:8.2f}" for g in steepest]
    return "\n".join(lines)
