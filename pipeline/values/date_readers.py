"""A date expression and its context -> its first and last day: one function for each `reads` of the pattern rules."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from pipeline.values import calendar
from pipeline.values.calendar import Days
from pipeline.values.date_context import Context
from pipeline.values.date_patterns import COUNTS, ORDINALS

Slots = Mapping[str, str]
_BACK = ("last", "previous", "prior", "preceding")
_ON = ("next", "coming", "upcoming", "following")
_HALF_YEAR = 183  # days: of two years that a month and day may lie in, the nearer one


class DateReaders:
    """Reads date expressions; `numbers` are those of months, weekdays and seasons."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        """Keep the numbers of the names."""
        self.numbers = numbers
        self.readers: dict[str, Callable[[Slots, Context], Days | None]] = {
            name.removeprefix("read_"): getattr(self, name) for name in dir(self) if name.startswith("read_")
        }

    def read(self, reads: str, slots: Slots, context: Context) -> Days | None:
        """Read an expression; None where it can't be placed on a calendar."""
        return self.readers[reads](slots, context)

    # Days

    def read_day(self, slots: Slots, context: Context) -> Days | None:
        """Read a day of a month, with or without its year."""
        month, number = self._month(slots), int(slots["day"])
        if "year" in slots:
            return calendar.day(int(slots["year"]), month, number)
        if context.base is None:
            return calendar.day(context.year, month, number) if context.year else None
        weekday = self.numbers.get(slots.get("weekday", "").rstrip("."))
        days = [calendar.day(context.base.year + shift, month, number) for shift in (-1, 0, 1)]
        if weekday:
            days = [one for one in days if one and one.first.isoweekday() == weekday]
        return _placed([one for one in days if one], context)

    def read_numeric(self, slots: Slots, context: Context) -> Days | None:
        """Read 28/7/2022 or 7/28/2022; what could be either stays empty."""
        first, second = int(slots["first"]), int(slots["second"])
        year = int(slots["year"]) if "year" in slots else 2000 + int(slots["yy"])
        as_day_month, as_month_day = calendar.day(year, second, first), calendar.day(year, first, second)
        either = [one for one in (as_day_month, as_month_day) if one]
        same = [one for one in either if context.base and one.first == context.base]
        found = same or either
        return found[0] if len({one.first for one in found}) == 1 else None

    def read_days(self, slots: Slots, context: Context) -> Days | None:
        """Read some days in a row: Nov. 16-18, 2024."""
        year = slots.get("year2") or slots.get("year")
        months = {"month": slots["month"], "month2": slots.get("month2", slots["month"])}
        last = self.read_day(_of(year, month=months["month2"], day=slots["day2"]), context)
        if last is None:
            return None
        first_year = int(slots["year"]) if "year2" in slots and "year" in slots else last.last.year
        first = calendar.day(first_year, self._month(months), int(slots["day"]))
        if first and first.first > last.last:
            first = calendar.day(first_year - 1, self._month(months), int(slots["day"]))
        return Days(first.first, last.last, "range") if first else None

    def read_weekday(self, slots: Slots, context: Context) -> Days | None:
        """Read a weekday: the nearest on or before the base date, or after it where the verb is future."""
        if context.base is None:
            return None
        number, which = self.numbers[slots["weekday"].rstrip(".")], slots.get("which", "")
        if "on" in slots and (one := _near_day(context.base, int(slots["on"]), number)):
            return Days(one, one, "day")
        back = (context.base.isoweekday() - number) % 7
        ahead = which in _ON or (which == "this" and context.ahead is not False) or (not which and context.ahead)
        if ahead:
            shift = 7 - back if back or which in ("next", "coming") or context.ahead else 0
        else:
            shift = -(back or 7) if which in _BACK else -back
        one = context.base + timedelta(days=shift)
        return Days(one, one, "day")

    def read_near(self, slots: Slots, context: Context) -> Days | None:
        """Read today, yesterday, tomorrow."""
        if context.base is None:
            return None
        one = context.base + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[slots["near"].lower()])
        return Days(one, one, "day")

    def read_week_of(self, slots: Slots, context: Context) -> Days | None:
        """Read the week of a day."""
        month, number = slots.get("month") or slots["month2"], slots.get("day") or slots["day2"]
        one = self.read_day(_of(slots.get("year"), month=month, day=number), context)
        return Days(one.first, one.first + timedelta(days=6), "week") if one else None

    # Months, quarters, halves, seasons

    def read_month(self, slots: Slots, context: Context) -> Days | None:
        """Read a month: with its year, or the nearest one that fits the verb."""
        number = self._month(slots)
        if year := _year(slots, context):
            return calendar.month(year, number)
        if context.base is None or context.year:
            return calendar.month(context.year, number) if context.year else None
        which = slots.get("which", "")
        candidates = [calendar.month(context.base.year + shift, number) for shift in (-1, 0, 1)]
        if which in _BACK:
            return [one for one in candidates if one.last < context.base][-1]
        if which in _ON:
            return next(one for one in candidates if one.first > context.base)
        return calendar.month(context.base.year, number) if which else _placed(candidates, context)

    def read_month_of_year(self, slots: Slots, context: Context) -> Days | None:
        """Read February last year."""
        return calendar.month(context.base.year + _shift(slots), self._month(slots)) if context.base else None

    def read_months(self, slots: Slots, context: Context) -> Days | None:
        """Read some months in a row: February/March 2021."""
        first, last = self._month(slots), self._month({"month": slots["month2"]})
        count = (last - first) % 12 + 1
        if "year" in slots:
            return calendar.months(int(slots["year"]) - (first > last), first, count)
        if context.base is None or context.year:
            return calendar.months(context.year, first, count) if context.year else None
        return _placed([calendar.months(context.base.year + shift, first, count) for shift in (-1, 0, 1)], context)

    def read_quarter(self, slots: Slots, context: Context) -> Days | None:
        """Read a quarter, of a fiscal year where it says so."""
        number = int(slots["q"]) if "q" in slots else _ordinal(slots["ord"], 4)
        start = _fiscal_start(slots, context)
        if year := _year(slots, context):
            return calendar.quarter(_begins(year, start, context), number, start)
        return self._period(lambda year: calendar.quarter(year, number, start), context)

    def read_quarters(self, slots: Slots, context: Context) -> Days | None:
        """Read the second and third quarters."""
        first = self.read_quarter(slots, context)
        last = self.read_quarter({**slots, "ord": slots["ord2"]}, context)
        return Days(first.first, last.last, "range") if first and last and first.first < last.last else None

    def read_half(self, slots: Slots, context: Context) -> Days | None:
        """Read a half of a year."""
        number = int(slots["h"]) if "h" in slots else _ordinal(slots["ord"], 2)
        if number > 2:
            return None
        start = _fiscal_start(slots, context)
        if year := _year(slots, context):
            return calendar.half(_begins(year, start, context), number, start)
        return self._period(lambda year: calendar.half(year, number, start), context)

    def read_first_months(self, slots: Slots, context: Context) -> Days | None:
        """Read the first nine months, the first three quarters."""
        count = _count(slots["count"]) * (3 if _has_quarters(slots) else 1)
        if ORDINALS.get(slots["ord"].lower()) != 1 or not 1 < count < 12:
            return None
        if year := _year(slots, context):
            return calendar.months(year, 1, count)
        return self._period(lambda year: calendar.months(year, 1, count), context)

    def read_season(self, slots: Slots, context: Context) -> Days | None:
        """Read a season: winter begins in December of its year."""
        number, which = self.numbers[slots["season"]], slots.get("which", "").lower()
        if "year" in slots:
            return calendar.months(int(slots["year"]), number, 3)
        if context.base is None:
            return None
        seasons = [calendar.months(context.base.year + shift, number, 3) for shift in (-2, -1, 0, 1)]
        if which in _BACK:
            return [one for one in seasons if one.last < context.base][-1]
        if which in _ON:
            return next((one for one in seasons if one.first > context.base), None)
        now = [one for one in seasons if one.first.year == context.base.year and one.last >= context.base]
        return now[0] if now else seasons[2]

    # Years

    def read_year(self, slots: Slots, context: Context) -> Days | None:
        """Read a year."""
        return calendar.year(int(slots["year"]))

    def read_years(self, slots: Slots, context: Context) -> Days | None:
        """Read some years in a row: 2009-2018, 2023-24."""
        first = int(slots["year"])
        last = int(slots["year2"]) if "year2" in slots else first // 100 * 100 + int(slots["yy2"])
        return Days(date(first, 1, 1), date(last, 12, 31), "range") if first < last < first + 100 else None

    def read_decade(self, slots: Slots, context: Context) -> Days | None:
        """Read the 1990s."""
        first = int(slots["year"])
        return Days(date(first, 1, 1), date(first + 9, 12, 31), "range") if first % 10 == 0 else None

    def read_fiscal(self, slots: Slots, context: Context) -> Days | None:
        """Read a fiscal year; 2023-24 begins in the first and ends in the second."""
        year = int(slots["year"]) if "year" in slots else 2000 + int(slots["yy"])
        start = context.fiscal.first_month if context.fiscal else 1
        if "year2" in slots or "yy2" in slots:
            return calendar.year(year, start if start > 1 else 4)
        return calendar.year(_begins(year, start, context), start)

    def read_mid(self, slots: Slots, context: Context) -> Days | None:
        """Read the middle of a year (May to August) or of a month (11th to 20th)."""
        if "month" not in slots:
            return calendar.months(int(slots["year"]), 5, 4)
        whole = self.read_month(slots, context)
        return Days(whole.first.replace(day=11), whole.first.replace(day=20), "range") if whole else None

    def read_unplaced(self, slots: Slots, context: Context) -> Days | None:
        """Read what can't be placed: the 2023-24 flu season."""
        return None

    # Ends, beginnings, and stretches that end on a day

    def read_edge(self, slots: Slots, context: Context) -> Days | None:
        """Read the first or last day of something: end of 2024, beginning of the year."""
        whole = self._whole(slots, context)
        edge = slots["edge"].lower()
        if whole is None or edge == "middle":
            return whole and Days(whole.first + (whole.last - whole.first) / 3, whole.last - (whole.last - whole.first) / 3, "range")
        one = whole.last if edge in ("end", "close") else whole.first
        return Days(one, one, "day")

    def _whole(self, slots: Slots, context: Context) -> Days | None:
        """Read what an edge is of."""
        if "month" in slots:
            return self.read_month(slots, context)
        if "q" in slots or slots.get("part", "").lower() == "quarter":
            return self.read_quarter(slots, context)
        if "part" in slots:
            return self.read_half(slots, context)
        if "year" in slots:
            return self.read_fiscal(slots, context) if "fiscal" in slots else self.read_year(slots, context)
        return self.read_which_unit({"which": "this", "unit": "year", **slots}, context)

    def read_ended(self, slots: Slots, context: Context) -> Days | None:
        """Read the months, quarter or year that ended on a day."""
        if "day" in slots:
            found = self.read_day({k: v for k, v in slots.items() if k != "weekday"}, context)
        else:
            found = self.read_month(slots, context)
        if found is None:
            return None
        count = _count(slots["count"]) if "count" in slots else 1
        unit = slots["unit"].lower().rstrip("s")
        if unit == "week":
            return Days(found.last - timedelta(days=7 * count - 1), found.last, "week" if count == 1 else "range")
        count *= {"quarter": 3, "half": 6, "year": 12}.get(unit[:7].strip("- ").split("-")[0].split(" ")[0], 1)
        return calendar.ending(found.last, count, {1: "month", 3: "quarter", 6: "half", 12: "year"}.get(count, "range"))

    # Relative

    def read_which_unit(self, slots: Slots, context: Context) -> Days | None:
        """Read last year, this month, next quarter; `previous` and `following` count from a date told before."""
        which, unit = slots["which"].lower(), slots["unit"].lower()
        base = context.base
        if which in ("previous", "prior", "preceding", "following") and context.year and unit.endswith("year"):
            base = date(context.year, 1, 1)
        if which in ("following", "preceding") and context.before:
            base = context.before.last
        return _unit(unit, base, _shift(slots)) if base else None

    def read_ago(self, slots: Slots, context: Context) -> Days | None:
        """Read two years ago, a year earlier, 12 months later."""
        count, unit, shift = _count(slots["count"]), slots["unit"].lower().rstrip("s"), slots["shift"].lower()
        ahead = shift in ("later", "from now")
        base = context.base
        if context.year and unit == "year" and shift != "from now":
            base = date(context.year, 1, 1)
        elif shift == "later" or (shift in ("earlier", "before", "prior") and unit in ("day", "week", "fortnight")):
            base = context.before.last if context.before else None
        if base is None:
            return None
        if unit == "decade":
            unit, count = "year", count * 10
        return _unit("week" if unit == "fortnight" else unit, base, count * (1 if ahead else -1) * (2 if unit == "fortnight" else 1))

    def _month(self, slots: Slots) -> int:
        return self.numbers[slots["month"].rstrip(".")] if "month" in slots else int(slots["monthnumber"])

    def _period(self, of_year: Callable[[int], Days], context: Context) -> Days | None:
        """Give the period of the year told before it, else the last that began, else the next that isn't over."""
        if context.year:
            return of_year(context.year)
        if context.base is None:
            return None
        periods = [of_year(context.base.year + shift) for shift in (-2, -1, 0, 1)]
        begun = [one for one in periods if one.first <= context.base]
        if context.ahead and begun[-1].last < context.base:
            return next(one for one in periods if one.last >= context.base)
        return begun[-1]


def _near_day(base: date, number: int, weekday: int) -> date | None:
    """Give the weekday within a week that is that day of its month: `on Friday (04)`."""
    week = (base + timedelta(days=shift) for shift in range(-8, 9))
    return next((one for one in week if one.day == number and one.isoweekday() == weekday), None)


def _placed(candidates: list[Days], context: Context) -> Days | None:
    """Choose among years: the first ahead where the verb is future, the last begun where it is past, else the nearest."""
    base = context.base
    if base is None or not candidates:
        return None
    begun = [one for one in candidates if one.first <= base]
    ahead = [one for one in candidates if one.last >= base]
    if context.ahead and ahead:
        return ahead[0]
    if context.ahead is False and begun:
        return begun[-1]
    near = [one for one in ahead if (one.first - base).days < 60]
    return (near or begun or ahead)[0 if near else -1]


def _unit(unit: str, base: date, shift: int) -> Days:
    if unit == "day":
        one = base + timedelta(days=shift)
        return Days(one, one, "day")
    if unit in ("week", "weekend"):
        whole = calendar.week(base + timedelta(days=7 * shift))
        return whole if unit == "week" else Days(whole.last - timedelta(days=1), whole.last, "range")
    if unit == "month":
        return calendar.month(base.year, base.month + shift)
    if unit == "quarter":
        return calendar.quarter(base.year, (base.month - 1) // 3 + 1 + shift)
    if unit == "half":
        return calendar.half(base.year, (base.month - 1) // 6 + 1 + shift)
    if unit == "decade":
        return Days(date(base.year // 10 * 10 + 10 * shift, 1, 1), date(base.year // 10 * 10 + 10 * shift + 9, 12, 31), "range")
    return calendar.year(base.year + shift)


def _of(year: str | None, **slots: str) -> dict[str, str]:
    return {**slots, "year": year} if year else slots


def _year(slots: Slots, context: Context) -> int | None:
    """Give the year that an expression names: in digits, in two digits, or as last, this, next year."""
    if "year" in slots:
        return int(slots["year"])
    if "yy" in slots:
        return 2000 + int(slots["yy"])
    if slots.get("which") in ("the", "The"):  # the second half of the year
        return context.year or (context.base.year if context.base and context.base.month > 2 else None)
    if "which" in slots and "ord" in slots and context.base:
        return context.base.year + _shift(slots)
    return None


def _shift(slots: Slots) -> int:
    """Give how many years, months ... `last`, `this`, `next` are from now."""
    which = slots["which"].lower()
    return -1 if which in _BACK else 1 if which in _ON else 0


def _fiscal_start(slots: Slots, context: Context) -> int:
    return context.fiscal.first_month if context.fiscal and ("fiscal" in slots or "fy" in slots) else 1


def _begins(year: int, start: int, context: Context) -> int:
    """Give the calendar year in which a fiscal year begins."""
    return year - 1 if start > 1 and context.fiscal and context.fiscal.named_after == "end" else year


def _ordinal(word: str, last: int) -> int:
    return ORDINALS.get(word.lower(), last)


def _count(word: str) -> int:
    return COUNTS.get(word.lower()) or int(word)


def _has_quarters(slots: Slots) -> bool:
    return slots.get("unit", "").lower().startswith("quarter")
