"""The finders of amounts, percentages and dates together, with one rule of who wins where two find the same words."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from pipeline.rulebook.reading import load_rulebook
from pipeline.values.dates.finder import DateFinder, FoundDate
from pipeline.values.free import Free
from pipeline.values.money.finder import FoundMoney, MoneyFinder
from pipeline.values.percentages import FoundPercentage, PercentageFinder


@dataclass(frozen=True, slots=True)
class FoundValues:
    """The values of a text: money wins over percentages, and both win over dates."""

    money: tuple[FoundMoney, ...]
    percentages: tuple[FoundPercentage, ...]
    dates: tuple[FoundDate, ...]


@cache
def _finders() -> tuple[MoneyFinder, PercentageFinder, DateFinder]:
    rules = load_rulebook()
    return MoneyFinder(rules), PercentageFinder(rules), DateFinder(rules)


def find_values(text: str, *, published: date | None = None) -> FoundValues:
    """Find the amounts, percentages and dates of a text, read by the rules that come with pressfacts.

    >>> found = find_values("Sales rose 5% to $2m in May 2024.")
    >>> [len(kind) for kind in (found.money, found.percentages, found.dates)]
    [1, 1, 1]
    """
    money_finder, percentage_finder, date_finder = _finders()
    money = money_finder.find(text)
    taken = [(one.start, one.end) for one in money]
    is_free = Free(taken)
    percentages = [one for one in percentage_finder.find(text) if is_free(one.start, one.end)]
    is_free = Free([*taken, *((one.start, one.end) for one in percentages)])
    dates = [one for one in date_finder.find(text, published=published) if is_free(one.start, one.end)]
    return FoundValues(tuple(money), tuple(percentages), tuple(dates))
