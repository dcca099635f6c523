"""The reading of each kind of date expression, by the name that the pattern rules call it: `reads`."""

from collections.abc import Callable

from pipeline.values.dates import days as date_days
from pipeline.values.dates import periods as date_periods
from pipeline.values.dates import relative as date_relative
from pipeline.values.dates.calendar import Days
from pipeline.values.dates.context import Context
from pipeline.values.dates.slots import Slots

Reader = Callable[[Slots, Context], Days | None]

READERS: dict[str, Reader] = {
    name.removeprefix("read_"): reader
    for module in (date_days, date_periods, date_relative)
    for name, reader in vars(module).items()
    if name.startswith("read_")
}


def read(reads: str, slots: Slots, context: Context) -> Days | None:
    """Read an expression; None where it can't be placed on a calendar, or lies before the year 1 or after 9999."""
    try:
        return READERS[reads](slots, context)
    except (ValueError, OverflowError):
        return None
