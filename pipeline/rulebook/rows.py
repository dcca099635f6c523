"""The rows of the rule files that `values/` reads with: one frozen dataclass a file, its fields are the columns."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Literal, TypeVar

from pipeline.rulebook import kinds

Kind = TypeVar("Kind", bound=str)


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number in words (`number_words.csv`): seven, forty, half, dozen."""

    id: str
    value: Decimal
    kind: kinds.NumberKind
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
    side: Literal["before", "after", "leading"]  # leading: before it, and both before the number: TEUR 45
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CurrencyClue:
    """What shows that an article counts in a currency (`currency_clues.csv`): places, exchanges, institutions."""

    id: str
    code: str
    kind: kinds.ClueKind
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoAmount:
    """Words that show that an amount beside them is none (`no_amounts.csv`): a rupee coin, 97 cents on the dollar."""

    id: str
    side: kinds.Side
    only: Literal["any", "after", "bare"]  # after: its currency stands after the number; bare: it has no scale
    sign: str  # the sign whose currencies it is for; empty for all
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatedScaleWord:
    """Words of which a stretch consists that states a scale once (`stated_scales.csv`): (in thousands of euros)."""

    id: str
    part: kinds.StatedScalePart
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignWord:
    """Words that say that a value is below zero (`signs.csv`): minus, negative; none: plus or minus."""

    id: str
    sign: Literal["minus", "none", "demand"]  # none: only a tolerance; demand: a value in brackets is below zero
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QualifierPhrase:
    """Words that make a value a bound or an estimate (`qualifiers.csv`)."""

    id: str
    qualifier: Literal["approx", "min", "max"]
    side: Literal["before", "after", "last", "inside"]  # last: where nothing is added; inside: $50-odd million
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
    direction: Literal["up", "down"]
    kind: kinds.DirectionKind
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Words that say what a change is measured against (`comparisons.csv`): year on year, from a year earlier."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarName:
    """A month, weekday, season, count, ordinal or era, or which one it is (`calendar_names.csv`), with its number."""

    id: str
    kind: kinds.CalendarKind
    number: int  # an ordinal of 0 is the last
    also: kinds.AlsoCalendar
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatePattern:
    """A pattern of dates (`date_patterns.csv`): `{month} {day}, {year}`, or around another: `{edge} of <month>`."""

    id: str
    starts: str  # what it begins with: words, a slot, # for a number, #### for one of four digits; | between them
    kind: str  # what it is to patterns that hold it: day, month, year ..., or unit: what its slot {unit} says
    reads: str  # the reading in `values/dates/`
    check: str  # what the words around it must show, where they must: the name of a check in `values/dates/`
    pattern: str
    example: str = ""  # words that the pattern must match, with what stands around them
    not_: str = ""  # words that it may not


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day or time that has a name (`named_days.csv`), and the rule that gives it in a year."""

    id: str
    rule: str  # fixed 12-25, weekday 11 4 thursday, easter -2, hijri 9, holiday IN Diwali, national Republic Day
    alone: bool  # whether it is read without a year: Christmas Eve, but not Christmas
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """Fiscal years of a country (`fiscal_years.csv`): first month, and the clues that an article follows it."""

    id: str
    country: str  # of the cities in whose datelines it is followed; empty where that tells nothing
    first_month: int
    named_after: Literal["start", "end"]  # fiscal 2024 begins or ends in 2024
    common: bool  # whether firms there count by it too: a bare 2024-25 or Q3 is then one of it
    tax_from: str  # the day on which a tax year begins, 04-06, where it is not the first of that month
    words: tuple[str, ...]  # bodies and exchanges, anywhere in the text


@dataclass(frozen=True, slots=True)
class WordList(Generic[Kind]):
    """Words that play one part: titles, abbreviations, verbs of saying. What the kinds of a file mean, it says."""

    id: str
    kind: Kind
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of organisation: what a text calls one, and the words in names that show it (`body_nouns.csv`)."""

    id: str
    nouns: tuple[str, ...]
    marks: tuple[str, ...]
    exact: tuple[str, ...] = ()  # nouns that mean only names that hold them
    own: tuple[str, ...] = ()  # nouns for the body whose figures an article tells


@dataclass(frozen=True, slots=True)
class LinkPattern(Generic[Kind]):
    """A pattern of what stands beside what: `{person}, {role} of {org}`, or the mark of a zone."""

    id: str
    kind: Kind
    pattern: str
    example: str = ""  # words that the pattern must find
    not_: str = ""  # words like them in which it may find nothing


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Names of a country, its peoples, regions or larger cities, by ISO 3166 code.

    `countries.csv`, `regions.csv` and `cities.csv` have them.
    """

    id: str
    country: str
    kind: Literal["country", "people", "region", "city"]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonLink:
    """How title and organisation stand to a person: `{person}, {role} of {org}` (`person_links.csv`)."""

    id: str
    kind: kinds.PersonLinkKind
    pattern: str
    example: str = ""  # words that the pattern must find
    not_: str = ""  # words like them in which it may find nothing
    check: kinds.PersonLinkCheck = ""
