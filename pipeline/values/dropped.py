"""What a finder took for no value: where it stands, which row says so, and why."""

from typing import NamedTuple

ELSEWHERE = "it stands in a value that was found before it"


class Dropped(NamedTuple):
    """What looks like a value and is none; the row is the one that says so, or that has its sign or unit."""

    start: int
    end: int
    rule: str
    why: str
