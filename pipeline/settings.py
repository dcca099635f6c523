"""What a user can set for a run: defaults, then the user's pressfacts.toml, then the command line."""

import os
import tomllib
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.plain import field_types

FILE = "pressfacts.toml"

STORE = "pressfacts.sqlite"
"""Name of the file in an output folder that its runs keep everything in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a run. A field's name is the key in pressfacts.toml."""

    articles: str = "corpus/articles"
    """What `pressfacts run` reads where no path is given."""
    output: str = "outputs"
    """Folder that the tables are written to."""
    formats: tuple[str, ...] = ("csv", "xlsx")
    """Formats of the tables: `csv`, `xlsx`, `jsonl`, `parquet`."""
    extra_columns: tuple[str, ...] = ()
    """Columns of the input, kept in `extra`, that articles.csv has as columns too."""
    bom: bool = False
    """Whether CSV files begin with the sign by which old versions of Excel know UTF-8."""
    workbook_rows: int = 250_000
    """Rows of a table from which on no workbook is written: a spreadsheet is no tool for more."""
    report: bool = True
    """Whether a run writes report.html."""
    entity_decisions: str = "corpus/corrections/entities.csv"
    """Merges and splits of entities that a person decided; no file, no decisions."""
    rules: str = "outputs/rules"
    """A user's rule set, or the folder of rule sets that `pressfacts retrain` writes; no folder, no rules."""
    model: str | None = None
    """Folder or package of the model; `accurate` is our own, slower; not set, our own."""
    least_confidence: float | None = None
    """How likely right a link (title, organisation, speaker, measure, owner) must be for its cell to be filled in, from
    0 to 1; not set, what the model chose for 95 of 100 to be right."""
    workers: int | None = None
    """Worker processes; 0 works in this process; not set, one a core where there is enough to do."""
    batch: int = 16
    """Articles that are handed to the engine at a time."""
    engine: str = "local"
    """Where work runs: `local`, in this process or in worker processes, or `dask`, on a cluster."""
    scheduler: str | None = None
    """Address of the cluster's scheduler, as tcp://10.0.0.5:8786; not set, workers on this machine."""
    shard: int = 500
    """Files that a worker of a cluster takes at a time, about."""

    text_column: str | None = None
    title_column: str | None = None
    id_column: str | None = None
    published_column: str | None = None
    """Columns of tables and keys of JSON objects, where the usual names aren't used."""

    day_first: bool | None = None
    """Whether 03/04/2025 is the 3rd of April; not set, the whole column or page says it, or there is no date."""

    ocr: bool = False
    """Whether pages of PDFs that are pictures are read by tesseract, where it is installed."""
    any_language: bool = False
    """Whether articles in other languages than English are read too."""
    prune: bool = False
    """Whether articles whose files are gone are forgotten."""
    force: bool = False
    """Whether everything is read and worked on again."""
    refresh: bool = False
    """Whether articles that were worked on with other rules or another model are done again."""
    retry_failed: bool = False
    """Whether what failed is tried again."""
    near_duplicates: bool = True
    """Whether wire copies and corrected versions are in the tables; `duplicate_of` names the first."""

    max_file_mb: int = 200
    """Most megabytes of a file, and of a file inside an archive."""
    max_article_chars: int = 500_000
    """Most letters of an article."""
    max_members: int = 100_000
    """Most files in an archive."""
    max_unpacked_mb: int = 2_000
    """Most megabytes that an archive unpacks to."""
    max_depth: int = 5
    """Most archives that lie in each other."""
    seconds_an_article: int = 60
    """Processor time that one component, or the reading of the next article of a file, may take before it is given
    up."""
    max_memory_mb: int = 2_000
    """Memory that a process may take for reading one file, or for one batch of articles, beyond what it has."""
    private_addresses: bool = False
    """Whether web addresses in the user's own network are read."""

    @property
    def limits(self) -> int:
        """Give a number for the limits that an input is worked on under: what fails is tried again under others."""
        return zlib.crc32(f"{self.seconds_an_article} {self.max_memory_mb}".encode()) | 1


WITHIN = ("articles", "output", "rules", "entity_decisions")
"""Paths that a settings file which nobody named may set to what lies in its folder, and to nothing else."""
ACCURATE = "accurate"
"""Name of our own model where every word goes through all of its layers."""
ASKED = ("model", "private_addresses", "scheduler")
"""Settings that such a file can't set: what is loaded may run code, as whoever speaks for a scheduler may, and what is
reached lies in the user's network."""


def load_settings(path: Path | None = None, *, base: Settings | None = None, **given: Any) -> Settings:
    """Read the settings of a TOML file (by default `pressfacts.toml`, where there is one), then put `given` over them.

    Keys of `given` that are None are left as they are; `base` are the settings of an earlier run, which stand in place
    of the default file, which may lie in a folder of somebody else and so has no say in some things. Where no rules are
    named, they are those in the output folder, so that what one run was taught is not used by another. Raises
    UsageError that names the file, the key and the remedy.
    """
    file = path or Path(FILE)
    if path and not path.is_file():
        raise UsageError(f"{path}: no such settings file")
    stated = _read(file) if file.is_file() and (path or base is None) else {}
    if path is None:
        _refuse_unasked(file, stated)
    settings = checked(base or Settings(), stated, str(file))
    said = {key: value for key, value in given.items() if value is not None}
    settings = checked(settings, said, "command line")
    if base is None and "rules" not in stated and "rules" not in said:
        settings = replace(settings, rules=f"{settings.output}/rules")
    return settings


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: not readable as TOML: {error}") from None


def _refuse_unasked(file: Path, stated: Mapping[str, Any]) -> None:
    """Raise UsageError where a settings file that was only found sets what its folder has no say in."""
    here = os.path.realpath(file.parent)
    for key, value in stated.items():
        outside = key in WITHIN and isinstance(value, str) and not _is_inside(here, value)
        if outside or (key in ASKED and value and value != ACCURATE):
            what = "names what lies outside its folder" if outside else "is only taken from a file that is named"
            raise UsageError(f"{file}: {key} = {value!r} {what}; if the file is yours, say so by --settings {file}")


def _is_inside(folder: str, value: str) -> bool:
    there = os.path.realpath(os.path.join(folder, value))
    return "://" not in value and (there == folder or there.startswith(folder.rstrip(os.sep) + os.sep))


def checked(settings: Settings, values: Mapping[str, Any], place: str) -> Settings:
    """Put values over settings; raises UsageError that names the place, the key and the remedy where one is wrong."""
    kinds, good = field_types(Settings), dict[str, Any]()
    for key, value in values.items():
        if key not in kinds:
            known = ", ".join(field.name for field in fields(Settings))
            raise UsageError(f"{place}: there is no setting {key!r}; the settings are {known}")
        value = good[key] = tuple(value) if isinstance(value, list) else value
        if type(value) is not kinds[key]:
            raise UsageError(f"{place}: {key} must be {_NAMES[kinds[key]]}, not {value!r}")
        least = 1 if key == "batch" else 0
        if isinstance(value, int | float) and not value >= least:
            raise UsageError(f"{place}: {key} can't be less than {least}")
    return replace(settings, **good)


_NAMES: dict[type, str] = {
    str: "text",
    int: "a whole number",
    float: "a number with a point",
    bool: "true or false",
    tuple: "a list",
}
