"""Rows of a table to a pandas DataFrame with the types of the schema."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from pipeline.tables import Column, Table

DTYPES: dict[type, str] = {str: "string", int: "Int64", bool: "boolean", date: "datetime64[s]"}
"""pandas type of a column by the type of its values; Decimal and lists of names stay Python objects."""


def frame(table: Table, rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
    """Make a DataFrame of a table's rows, each a sequence of plain values in the order of its columns.

    Text is `string`, counts `Int64`, dates `datetime64[s]`; amounts are exact `Decimal`, aliases tuples of str.
    """
    columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    return pd.DataFrame({c.name: _series(c, values) for c, values in zip(table.columns, columns, strict=True)})


def _series(column: Column, values: Sequence[Any]) -> pd.Series:
    if column.type is Decimal:
        return pd.Series([None if v is None else Decimal(v) for v in values], dtype="object")
    if column.type is tuple:
        return pd.Series([tuple(v or ()) for v in values], dtype="object")
    if column.type is date:
        return pd.Series(pd.to_datetime(list(values), format="%Y-%m-%d")).astype("datetime64[s]")
    return pd.Series(list(values), dtype=DTYPES[column.type])  # type: ignore[call-overload]
