"""What decided a cell of a value, in words, and by which row: for whoever asks why the cell says what it says."""

from typing import NamedTuple


class ToldCell(NamedTuple):
    """What decided a column of a value; `row` is the id of the row of the rules that did, empty where none has it."""

    column: str
    what: str
    row: str = ""
