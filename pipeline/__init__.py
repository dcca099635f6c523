"""Press articles in, structured tables out.

>>> import pipeline
>>> tables = pipeline.extract(["Accra, 3 March 2025 - Volta Foods said revenue rose 12 per cent to GH₵40 million."])
>>> tables["money"].loc[0, ["text", "low", "currency"]].tolist()
['GH₵40 million', Decimal('40000000'), 'GHS']
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pipeline.extract as _extract
from pipeline.version import __version__

if TYPE_CHECKING:
    import pandas as pd
    from spacy.language import Language

    from pipeline.texts import Texts

__all__ = ["__version__", "extract", "load"]


def load(model: str | Path | None = None, *, rules: str | Path | None = None, ents: bool = False) -> Language:
    """Load the whole spaCy pipeline; see `pipeline.extract.assemble.load`."""
    from pipeline.extract.assemble import load as load_pipeline

    return load_pipeline(model, rules=rules, ents=ents)


class _Extract(ModuleType):
    """The package `pipeline.extract`, which can be called.

    Importing a part of the package binds the name `pipeline.extract` to it, over a function of that name; so the
    package itself is the function.
    """

    def __call__(
        self,
        texts: Texts,
        *,
        model: str | Path | None = None,
        rules: str | Path | None = None,
    ) -> dict[str, pd.DataFrame]:
        """Extract the tables of some texts, as data frames by table name; `help(pipeline.extract)` says more."""
        from pipeline.texts import extract_tables

        return extract_tables(texts, model=str(model) if model else None, rules=str(rules) if rules else None)


_extract.__class__ = _Extract
