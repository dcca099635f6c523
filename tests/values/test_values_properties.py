"""Whatever we print from a value, in any style, reads back to the same value; offsets cut out exactly the words."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.dates.finder import DateFinder
from pipeline.values.money.currencies import cldr_currencies
from pipeline.values.money.finder import MoneyFinder
from pipeline.values.numbers.digits import read_digits
from pipeline.values.percentages import PercentageFinder

RULES = load_rulebook()
MONEY, PERCENTAGES, DATES = MoneyFinder(RULES), PercentageFinder(RULES), DateFinder(RULES)
WORDS = {"k": 3, "m": 6, " million": 6, "mn": 6, " mln": 6, "bn": 9, " billion": 9, "tn": 12, " trillion": 12}
WEAK = {form.rstrip("?") for row in RULES.currencies for form in row.before if form.endswith("?")}
CODES = [row.code for row in cldr_currencies() if row.code not in WEAK]
MONTHS = [row.words[0] for row in RULES.calendar_names if row.kind == "month"]
DASHES = ["-", "–", " to ", " – "]
UNITS = ["%", " %", " per cent", " percent", " pct", " percentage points", " pp", "bps", " basis points"]
STYLES = [
    *["{m} {d}, {y}", "{d} {m} {y}", "{y}-{mm}-{dd}", "{a}, {m} {d}, {y}", "{a} {d} {m} {y}", "{m} {o}, {y}"],
    *["{o} of {m} {y}", "{d}-{b}-{y}", "{d}{b}{y}", "{y} {m} {d}", "{w} of {m} {y}", "{dd}.{mm}.{y}", "{b} {d}, {y}"],
]
MONTH_STYLES = ["{m} {y}", "{mm}/{y}", "{m} of {y}", "{b} {y}", "{n} month of {y}"]
PART_STYLES = ["Q{q} {y}", "{q}Q{yy}", "{y}Q{q}", "Q{q}'{yy}", "Quarter {q} {y}", "{n} quarter of {y}", "Q{q}/{y}"]
NTH = {row.number: row.words[0] for row in RULES.calendar_names if row.kind == "nth"}

amounts = st.decimals(min_value="0.01", max_value="999.99", places=2)
whole_amounts = st.integers(min_value=0, max_value=10**14)
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


def grouped(number: int, separator: str) -> str:
    return f"{number:,}".replace(",", separator)


@given(whole_amounts, st.sampled_from([",", "'", "\u00a0", "\u202f", "\u2009", ""]))
def test_grouped_numbers_read_back(number: int, separator: str) -> None:
    assert read_digits(grouped(number, separator)) == number


@given(whole_amounts)
def test_european_decimals_read_back(number: int) -> None:
    assert read_digits(grouped(number, ".") + ",50") == number + Decimal("0.5")


@given(amounts, st.sampled_from(sorted(WORDS)), st.sampled_from(CODES), st.booleans(), st.booleans())
def test_amounts_read_back(amount: Decimal, scale: str, code: str, spaced: bool, after: bool) -> None:
    number = f"{amount}{scale}"
    printed = f"{number} {code}" if after else f"{code}{' ' * spaced}{number}"
    found = MONEY.read(printed)
    assert found is not None
    assert (found.low, found.high, found.currency) == (amount.scaleb(WORDS[scale]),) * 2 + (code,)


@given(st.integers(1, 499), st.integers(500, 999), st.sampled_from(DASHES), st.sampled_from(["€", "EUR "]))
def test_ranges_of_amounts_read_back(low: int, high: int, dash: str, sign: str) -> None:
    for style in ("{s}{a}{dash}{b}m", "{s}{a}m{dash}{s}{b}m", "{a}{dash}{b} million euros"):
        found = MONEY.read(style.format(s=sign, a=low, b=high, dash=dash))
        assert found is not None
        assert (found.low, found.high) == (low * 10**6, high * 10**6)


JOINED = {
    "MSEK {n}": 6,
    "{n} MSEK": 6,
    "SEKm {n}": 6,
    "SEK M {n}": 6,
    "kSEK {n}": 3,
    "SEK {n} bn": 9,
    "{n} SEK million": 6,
}
LOSSES = [
    "€({n})",
    "-€{n}",
    "€-{n}",
    "minus €{n}",
    "negative €{n}",
    "a loss of (€{n})",
    "€({n}) million",
    "(€{n}) million",
]


@given(amounts, st.sampled_from(sorted(JOINED)))
def test_scales_joined_to_currencies_read_back(amount: Decimal, style: str) -> None:
    [found] = MONEY.find(f"It came to {style.format(n=amount)} then.")
    assert (found.low, found.high, found.currency) == (amount.scaleb(JOINED[style]),) * 2 + ("SEK",)


@given(st.integers(1, 4999), st.integers(5000, 9999), st.sampled_from(DASHES))
def test_a_scale_stated_once_is_of_both_ends(low: int, high: int, dash: str) -> None:
    for style in ("EUR {a:,}{d}{b:,} million", "€{a:,}{d}{b:,}m", "{a:,}{d}{b:,} million euros"):
        [found] = MONEY.find(f"It sees {style.format(a=low, b=high, d=dash)} then.")
        assert (found.low, found.high) == (low * 10**6, high * 10**6)


@given(amounts, st.sampled_from(LOSSES))
def test_losses_read_back(amount: Decimal, style: str) -> None:
    [found] = MONEY.find(f"The result was {style.format(n=amount)} then.")
    assert found.low == found.high == -amount.scaleb(6 if "million" in style else 0)


@given(st.integers(1, 999), st.integers(1, 99))
def test_cents_after_full_units_read_back(full: int, cents: int) -> None:
    [found] = MONEY.find(f"It costs {full} euros and {cents} cents now.")
    assert found.low == full + Decimal(cents) / 100


@given(amounts, st.sampled_from(["thousands", "millions", "billions"]))
def test_scales_stated_over_a_table_are_of_its_figures(amount: Decimal, scale: str) -> None:
    text = f"(in {scale} of euros, except per share data)\nRevenue\t€{amount}\nEarnings per share\t€{amount}"
    factor = {"thousands": 3, "millions": 6, "billions": 9}[scale]
    assert [found.low for found in MONEY.find(text)] == [amount.scaleb(factor), amount]


@given(st.integers(0, 999), st.integers(1, 99), st.sampled_from(["triliun", "miliar", "Mrd.", "milliards"]))
def test_commas_before_local_scales_part_decimals(whole: int, part: int, scale: str) -> None:
    [found] = MONEY.find(f"It is {whole},{part:02} {scale} euros in all.")
    assert found.low == (whole + Decimal(part) / 100) * (10**12 if scale == "triliun" else 10**9)


@given(amounts, st.sampled_from(UNITS))
def test_percentages_read_back(amount: Decimal, unit: str) -> None:
    [found] = PERCENTAGES.find(f"It is {amount}{unit} now.")
    assert found.low == found.high == amount


@given(days, st.sampled_from(STYLES))
def test_days_read_back(day: date, style: str) -> None:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in (11, 12, 13) else 0, "th")
    printed = style.format(
        m=MONTHS[day.month - 1],
        d=day.day,
        y=day.year,
        mm=f"{day.month:02}",
        dd=f"{day.day:02}",
        a=f"{day:%A}",
        o=f"{day.day}{ending}",
        b=f"{day:%b}",
        w=NTH[day.day],
    )
    [found] = DATES.find(f"It closed on {printed}, they said.")
    assert (found.date_from, found.date_to, found.precision) == (day, day, "day")


modern = st.dates(min_value=date(1970, 1, 1), max_value=date(2040, 12, 31))


@given(days, st.sampled_from(MONTH_STYLES))
def test_months_read_back(day: date, style: str) -> None:
    names = {"m": f"{day:%B}", "b": f"{day:%b}", "mm": f"{day:%m}", "y": day.year, "n": NTH[day.month]}
    [found] = DATES.find(f"It fell in {style.format(**names)}, they said.")
    assert found.date_from and found.precision == "month"
    assert (found.date_from.year, found.date_from.month, found.date_from.day) == (day.year, day.month, 1)


@given(modern, st.sampled_from(PART_STYLES))
def test_quarters_read_back(day: date, style: str) -> None:
    quarter = (day.month - 1) // 3 + 1
    printed = style.format(q=quarter, y=day.year, yy=f"{day:%y}", n=NTH[quarter])
    [found] = DATES.find(f"Sales fell in {printed}, they said.", published=date(2025, 3, 3))
    assert (found.date_from, found.precision) == (date(day.year, 3 * quarter - 2, 1), "quarter")


@given(modern, st.integers(1, 40), st.sampled_from(["before", "after"]))
def test_days_beside_a_day_read_back(day: date, count: int, side: str) -> None:
    [found] = DATES.find(f"It closed {count} days {side} {day:%B} {day.day}, {day.year}.")
    assert found.date_from == day + timedelta(days=count if side == "after" else -count)


@given(modern)
def test_the_nth_weekday_of_a_month_reads_back(day: date) -> None:
    printed = f"{NTH[(day.day - 1) // 7 + 1]} {day:%A} of {day:%B %Y}"
    [found] = DATES.find(f"It met on the {printed}.")
    assert (found.date_from, found.date_to, found.precision) == (day, day, "day")


@given(days, st.sampled_from(["last", "this", "next"]), st.sampled_from(["week", "month", "quarter", "year"]))
def test_relative_dates_lie_beside_publication(published: date, which: str, unit: str) -> None:
    [found] = DATES.find(f"It changed {which} {unit}.", published=published)
    assert found.date_from and found.date_to and found.date_from <= found.date_to
    if which == "this":
        assert found.date_from <= published <= found.date_to
    elif which == "last":
        assert found.date_to == _start(published, unit) - timedelta(days=1)
    else:
        assert found.date_from > published


def _start(day: date, unit: str) -> date:
    month = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}
    return day - timedelta(days=day.weekday()) if unit == "week" else date(day.year, month[unit], 1)


PRESS = """$ € £ 5 1,000 2.5 million bn % percent to from and between rose fell up 2024 May June 3rd last year quarter
the a of in on , . ( ) - – US$ HK$ Rs basis points first half five hundred per share today Q3 FY 24"""
press_like = st.lists(st.sampled_from([*PRESS.split(), "\n"]), max_size=25).map(" ".join)


@given(st.one_of(press_like, st.text(max_size=80)))
def test_finds_cut_out_words_and_never_overlap(text: str) -> None:
    for finder in (MONEY, PERCENTAGES, DATES):
        found = finder.find(text)
        for one in found:
            words = text[one.start : one.end]
            assert words == words.strip() and words
        assert all(first.end <= second.start for first, second in pairwise(found))
        assert finder.find(text) == found
