"""Reads and checks the rules (CSV rows with ids) into one frozen Rulebook."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, get_args, get_type_hints

from pipeline.errors import RulesError
from pipeline.rulebook import kinds, rows
from pipeline.rulebook.columns import Columns, columns_of_rule_file
from pipeline.rulebook.slots import only_words, with_words

RULES = Path(__file__).parents[1] / "rules"

Row = TypeVar("Row")


class _Line(NamedTuple):
    place: str
    cells: list[str]


def read_rules(path: Path, row: type[Row]) -> tuple[Row, ...]:
    """Read a CSV of rules into rows of a frozen dataclass.

    A file of words has one word a row (`id,kind,word`): the rows of an id are one record, and agree but for the word.
    The older form, a record a row and `|` between its words (`id,kind,words`), is read too. Lines that begin with `#`
    are comments. Raises RulesError that names the file, the line, what is wrong and what to do.
    """
    columns = columns_of_rule_file(row)  # type: ignore[arg-type]
    lines = _lines(path)
    header = next(lines, _Line("", [])).cells
    if columns.words and columns.fit(header, columns.names):
        records = _gathered(lines, header, columns)
    elif columns.fit(header, columns.older):
        records = _one_a_row(lines, header, columns)
    else:
        needed = ",".join(columns.names)
        raise RulesError(f"{path.name}, line 1: the columns must be {needed}, not {','.join(header)}")
    return tuple(columns.make(**cells) for cells in records)


def _lines(path: Path) -> Iterator[_Line]:
    """Give the rows of a CSV with their places, without comments and empty lines."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        kept = [(n, line) for n, line in enumerate(file, 1) if line[0] != "#" and not line.isspace()]
    reader = csv.reader(line for _, line in kept)
    width = 0
    for cells in reader:
        place = f"{path.name}, line {kept[reader.line_num - 1][0]}"
        if len(cells) != (width := width or len(cells)):
            raise RulesError(f"{place}: {width} cells are needed, not {len(cells)}; quote cells with commas")
        yield _Line(place, cells)


def _one_a_row(lines: Iterable[_Line], header: list[str], columns: Columns) -> Iterator[dict[str, Any]]:
    """Read a record a row."""
    seen: dict[str, str] = {}
    for place, cells in lines:
        if cells[0] in seen:
            raise RulesError(f"{place}: id {cells[0]!r} is used in {seen[cells[0]]} already; ids are unique")
        seen[cells[0]] = place.rpartition(", ")[2]
        yield columns.record(place, header, cells)


def _gathered(lines: Iterable[_Line], header: list[str], columns: Columns) -> Iterator[dict[str, Any]]:
    """Gather the words of an id, one a row, into one record; records are in the order of their first rows."""
    found: dict[str, tuple[list[str], dict[str, Any], dict[str, dict[str, None]]]] = {}
    several = len(columns.words) > 1
    end = len(header) - 1 - several
    for place, cells in lines:
        if cells[0] not in found:
            record = columns.record(place, header[:end], cells[:end])
            found[cells[0]] = cells[:end], record, {name: {} for name in columns.words}
        plain, _, lists = found[cells[0]]
        if plain != cells[:end]:
            raise RulesError(
                f"{place}: {','.join(cells[:end])!r} must be {','.join(plain)!r}, as in the id's first row"
            )
        words = lists.get(cells[-2] if several else columns.words[0])
        if words is None:
            raise RulesError(f"{place}: kind must be one of {', '.join(columns.words)}, not {cells[-2]!r}")
        if cells[-1] in words:
            raise RulesError(f"{place}: {cells[-1]!r} stands in an earlier row of {cells[0]!r}; leave it out here")
        words[cells[-1]] = None
    for _, record, lists in found.values():
        yield record | {name: tuple(filter(None, words)) for name, words in lists.items()}


@dataclass(frozen=True, slots=True, eq=False)  # one is as good as itself, so that what is compiled of it can be kept
class Rulebook:
    """All rules of a run: the rows of `scales.csv` are `scales`, and so on.

    Wherever a pattern names a list of words, `{unit_noun}`, the words of `pattern_words` stand in its place.
    """

    number_words: tuple[rows.NumberWord, ...] = ()
    scales: tuple[rows.Scale, ...] = ()
    local_scales: tuple[rows.Scale, ...] = ()
    signs: tuple[rows.SignWord, ...] = ()
    qualifiers: tuple[rows.QualifierPhrase, ...] = ()
    per_units: tuple[rows.PerUnit, ...] = ()
    percent_units: tuple[rows.PercentUnit, ...] = ()
    directions: tuple[rows.DirectionPhrase, ...] = ()
    direction_words: tuple[rows.WordList[kinds.DirectionWordKind], ...] = ()
    comparisons: tuple[rows.Comparison, ...] = ()
    beside_values: tuple[rows.LinkPattern[kinds.BesideValueKind], ...] = ()
    comparison_times: tuple[rows.LinkPattern[kinds.ComparisonPart], ...] = ()
    currencies: tuple[rows.Currency, ...] = ()
    currency_clues: tuple[rows.CurrencyClue, ...] = ()
    currency_scales: tuple[rows.CurrencyScale, ...] = ()
    stated_scales: tuple[rows.StatedScaleWord, ...] = ()
    per_words: tuple[rows.WordList[kinds.PerWordKind], ...] = ()
    no_amounts: tuple[rows.NoAmount, ...] = ()
    no_clues: tuple[rows.WordList[kinds.NoClueKind], ...] = ()
    calendar_names: tuple[rows.CalendarName, ...] = ()
    date_patterns: tuple[rows.DatePattern, ...] = ()
    date_words: tuple[rows.WordList[kinds.DateWordKind], ...] = ()
    fiscal_years: tuple[rows.FiscalYear, ...] = ()
    named_days: tuple[rows.NamedDay, ...] = ()
    measure_words: tuple[rows.WordList[kinds.MeasureKind], ...] = ()
    phrase_words: tuple[rows.WordList[kinds.PhraseWordKind], ...] = ()
    abbreviations: tuple[rows.WordList[kinds.AbbreviationKind], ...] = ()
    sentence_starts: tuple[rows.WordList[kinds.StartKind], ...] = ()
    pattern_words: tuple[rows.WordList[kinds.PatternWordKind], ...] = ()
    zone_marks: tuple[rows.LinkPattern[kinds.ZoneMarkKind], ...] = ()
    zone_words: tuple[rows.WordList[kinds.ZoneWordKind], ...] = ()
    honorifics: tuple[rows.WordList[kinds.HonorificKind], ...] = ()
    degrees: tuple[rows.WordList[kinds.DegreeKind], ...] = ()
    given_names: tuple[rows.WordList[kinds.Gender], ...] = ()
    nicknames: tuple[rows.WordList[kinds.Gender], ...] = ()
    common_surnames: tuple[rows.WordList[kinds.SurnameKind], ...] = ()
    nationalities: tuple[rows.WordList[kinds.PeopleKind], ...] = ()
    name_vetoes: tuple[rows.WordList[kinds.VetoKind], ...] = ()
    name_parts: tuple[rows.WordList[kinds.NamePartKind], ...] = ()
    vessels: tuple[rows.WordList[kinds.VesselKind], ...] = ()
    states: tuple[rows.WordList[kinds.StateKind], ...] = ()
    organisation_words: tuple[rows.WordList[kinds.BodyWordKind], ...] = ()
    aliases: tuple[rows.WordList[kinds.AliasKind], ...] = ()
    body_signs: tuple[rows.LinkPattern[kinds.BodySignKind], ...] = ()
    beside_names: tuple[rows.LinkPattern[kinds.BesideNameKind], ...] = ()
    same_body: tuple[rows.LinkPattern[kinds.SameBodyKind], ...] = ()
    body_nouns: tuple[rows.BodyKind, ...] = ()
    generic_bodies: tuple[rows.WordList[kinds.GenericKind], ...] = ()
    place_words: tuple[rows.WordList[kinds.PlaceWordKind], ...] = ()
    countries: tuple[rows.PlaceNames, ...] = ()
    cities: tuple[rows.PlaceNames, ...] = ()
    regions: tuple[rows.PlaceNames, ...] = ()
    titles: tuple[rows.WordList[kinds.TitleKind], ...] = ()
    beside_titles: tuple[rows.WordList[kinds.BesideTitleKind], ...] = ()
    title_gaps: tuple[rows.LinkPattern[kinds.TitleGapKind], ...] = ()
    held_within: tuple[rows.WordList[kinds.HeldWithinKind], ...] = ()
    offices: tuple[rows.WordList[kinds.OfficeKind], ...] = ()
    person_links: tuple[rows.PersonLink, ...] = ()
    introductions: tuple[rows.LinkPattern[kinds.IntroductionKind], ...] = ()
    callings: tuple[rows.LinkPattern[kinds.CallingKind], ...] = ()
    plain_titles: tuple[rows.WordList[kinds.PlainTitleKind], ...] = ()
    walks_of_life: tuple[rows.WordList[kinds.WalkKind], ...] = ()
    quote_links: tuple[rows.LinkPattern[kinds.QuoteLinkKind], ...] = ()
    quote_verbs: tuple[rows.WordList[kinds.VerbKind], ...] = ()
    speaker_nouns: tuple[rows.WordList[kinds.SpeakerKind], ...] = ()
    input_patterns: tuple[rows.LinkPattern[kinds.InputPatternKind], ...] = ()
    input_words: tuple[rows.WordList[kinds.InputWordKind], ...] = ()
    column_names: tuple[rows.WordList[kinds.ColumnKind], ...] = ()
    document_facts: tuple[rows.WordList[kinds.FactKind], ...] = ()
    as_written: Mapping[str, tuple[Any, ...]] = field(init=False, repr=False)
    """The rows of all tables with the patterns of the files, for who adds words or rows to them."""

    def __post_init__(self) -> None:
        """Put the lists of words into the patterns; raises RulesError where one names a list that there is none of."""
        tables: dict[str, tuple[Any, ...]] = {name: getattr(self, name) for name in row_kinds()}
        object.__setattr__(self, "as_written", tables)
        for name, table in tables.items():
            if table and hasattr(table[0], "pattern"):
                filled = with_words(table, self.pattern_words)
                only_words(name, filled)
                object.__setattr__(self, name, filled)


@cache
def row_kinds() -> dict[str, type]:
    """Give the dataclass of each rule file's rows, by the file's name without its ending."""
    hints = get_type_hints(Rulebook)
    return {table.name: get_args(hints[table.name])[0] for table in fields(Rulebook) if table.init}


@cache
def load_rulebook(folder: Path = RULES) -> Rulebook:
    """Read the rule files in a folder and below it, `scales.csv` into `Rulebook.scales` ...; a folder is read once."""
    files = {path.stem: path for path in sorted(folder.rglob("*.csv"))}
    read: dict[str, Any] = {
        name: read_rules(files.get(name, folder / f"{name}.csv"), row) for name, row in row_kinds().items()
    }
    return Rulebook(**read)
