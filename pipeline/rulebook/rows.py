"""The rows of the rule files that `values/` reads with: one frozen dataclass a file, its fields are the columns."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number in words (`number_words.csv`): seven, forty, half, dozen."""

    id: str
    value: Decimal
    kind: str  # unit: adds up; hundred and scale: multiply; part: half, quarter
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """What a number is multiplied by (`scales.csv`, and in other languages `local_scales.csv`): million, bn, Mrd."""

    id: str
    factor: Decimal
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency, or a sign that several share (`currencies.csv`); then `code` is empty and `sign` names the sign.

    `before` and `after` the number are forms in full units, `minor` ones in hundredths. CLDR adds the plain names and
    the code of every currency in use, so a row is needed only for what CLDR does not know.
    """

    id: str
    code: str
    sign: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    minor: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CurrencyScale:
    """A scale that is joined to a currency's code or sign (`currency_scales.csv`): MSEK, k€, SEKm, £'000."""

    id: str
    factor: Decimal
    side: str  # before or after the currency
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CurrencyClue:
    """What shows that an article counts in a currency (`currency_clues.csv`): places, exchanges, institutions."""

    id: str
    code: str
    kind: str  # statement, exchange, institution or place
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoAmount:
    """Words that show that an amount beside them is none (`no_amounts.csv`): a rupee coin, 97 cents on the dollar."""

    id: str
    side: str  # before or after the amount
    only: str  # any; after: its currency stands after the number; bare: it has no scale
    sign: str  # the sign whose currencies it is for; empty for all
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatedScaleWord:
    """Words of which a stretch consists that states a scale once (`stated_scales.csv`): (in thousands of euros)."""

    id: str
    part: str  # lead: begins one; statement: of all figures; filler: may be in it; per_row: what a row in full says
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignWord:
    """Words that say that a value is below zero (`signs.csv`): minus, negative; none: plus or minus."""

    id: str
    sign: str  # minus, or none: only a tolerance
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QualifierPhrase:
    """Words that make a value a bound or an estimate (`qualifiers.csv`)."""

    id: str
    qualifier: str
    side: str  # before or after the value, or inside it: $50-odd million
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PerUnit:
    """What an amount can be per (`per_units.csv`): share, year, tonne."""

    id: str
    unit: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PercentUnit:
    """The unit of a percentage (`percent_units.csv`): %, percentage points, bps."""

    id: str
    unit: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DirectionPhrase:
    """Words that say that something rose or fell (`directions.csv`)."""

    id: str
    direction: str
    kind: str  # verb, noun or adverb
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Words that say what a change is measured against (`comparisons.csv`): year on year, from a year earlier."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarName:
    """A month, weekday or season (`calendar_names.csv`), with its number."""

    id: str
    kind: str  # month, weekday or season
    number: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatePattern:
    """A pattern of dates (`date_patterns.csv`): `{month} {day}, {year}`. `reads` names the reading in `values/`."""

    id: str
    starts: str  # what its first word is: number, month, weekday or word
    reads: str
    pattern: str


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """Fiscal years of a country (`fiscal_years.csv`): first month, and the clues that an article follows it."""

    id: str
    first_month: int
    named_after: str  # start or end: fiscal 2024 begins or ends in 2024
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureWord:
    """A word that shows where the phrase that a value measures begins or ends (`measure_words.csv`)."""

    id: str
    kind: str  # verb, stop, lead, empty or base
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedWords:
    """Words that tell something about what stands beside them (`word_lists.csv`): verbs of the future, units ..."""

    id: str
    words: tuple[str, ...]


def word_sets(rows: tuple[NamedWords, ...]) -> dict[str, frozenset[str]]:
    """Give the words of each list, by the list's id."""
    return {row.id: frozenset(row.words) for row in rows}


@dataclass(frozen=True, slots=True)
class WordList:
    """Words that play one part: abbreviations, honorifics, titles, organisation words, quote verbs, nationalities."""

    id: str
    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of organisation: what a text calls one, and the words in names that show it."""

    id: str
    nouns: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LinkPattern:
    """How title and organisation stand to a person, or a quotation to its speaker: `{person}, {role} of {org}`."""

    id: str
    kind: str
    pattern: str


def words_of(rows: tuple[WordList, ...], *kinds: str) -> tuple[str, ...]:
    """Give the words of the rows of some kinds, or of all rows."""
    return tuple(word for row in rows if not kinds or row.kind in kinds for word in row.words)
