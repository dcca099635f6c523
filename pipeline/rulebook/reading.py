"""Reads and checks the rules (CSV rows with ids) into one frozen Rulebook."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

from pipeline.errors import RulesError
from pipeline.rulebook import kinds, rows
from pipeline.rulebook.columns import Columns, columns_of_rule_file
from pipeline.rulebook.lexicon import NO_WORDS, Lexicon
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
    """All rules of a run: the rows of `scales.csv` are `scales`, and so on; those of a file of words are its lexicon.

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
    direction_words: Lexicon[kinds.DirectionWordKind] = NO_WORDS
    comparisons: tuple[rows.Comparison, ...] = ()
    beside_values: tuple[rows.LinkPattern[kinds.BesideValueKind], ...] = ()
    comparison_times: tuple[rows.LinkPattern[kinds.ComparisonPart], ...] = ()
    currencies: tuple[rows.Currency, ...] = ()
    currency_clues: tuple[rows.CurrencyClue, ...] = ()
    currency_scales: tuple[rows.CurrencyScale, ...] = ()
    stated_scales: tuple[rows.StatedScaleWord, ...] = ()
    per_words: Lexicon[kinds.PerWordKind] = NO_WORDS
    no_amounts: tuple[rows.NoAmount, ...] = ()
    no_clues: Lexicon[kinds.NoClueKind] = NO_WORDS
    calendar_names: tuple[rows.CalendarName, ...] = ()
    date_patterns: tuple[rows.DatePattern, ...] = ()
    date_words: Lexicon[kinds.DateWordKind] = NO_WORDS
    fiscal_years: tuple[rows.FiscalYear, ...] = ()
    named_days: tuple[rows.NamedDay, ...] = ()
    measure_words: Lexicon[kinds.MeasureKind] = NO_WORDS
    phrase_words: Lexicon[kinds.PhraseWordKind] = NO_WORDS
    abbreviations: Lexicon[kinds.AbbreviationKind] = NO_WORDS
    sentence_starts: Lexicon[kinds.StartKind] = NO_WORDS
    pattern_words: Lexicon[kinds.PatternWordKind] = NO_WORDS
    zone_marks: tuple[rows.LinkPattern[kinds.ZoneMarkKind], ...] = ()
    zone_words: Lexicon[kinds.ZoneWordKind] = NO_WORDS
    honorifics: Lexicon[kinds.HonorificKind] = NO_WORDS
    degrees: Lexicon[kinds.DegreeKind] = NO_WORDS
    given_names: Lexicon[kinds.Gender] = NO_WORDS
    nicknames: Lexicon[kinds.Gender] = NO_WORDS
    common_surnames: Lexicon[kinds.SurnameKind] = NO_WORDS
    nationalities: Lexicon[kinds.PeopleKind] = NO_WORDS
    name_vetoes: Lexicon[kinds.VetoKind] = NO_WORDS
    name_parts: Lexicon[kinds.NamePartKind] = NO_WORDS
    vessels: Lexicon[kinds.VesselKind] = NO_WORDS
    states: Lexicon[kinds.StateKind] = NO_WORDS
    organisation_words: Lexicon[kinds.BodyWordKind] = NO_WORDS
    aliases: Lexicon[kinds.AliasKind] = NO_WORDS
    body_signs: tuple[rows.LinkPattern[kinds.BodySignKind], ...] = ()
    beside_names: tuple[rows.LinkPattern[kinds.BesideNameKind], ...] = ()
    same_body: tuple[rows.LinkPattern[kinds.SameBodyKind], ...] = ()
    body_nouns: tuple[rows.BodyKind, ...] = ()
    generic_bodies: Lexicon[kinds.GenericKind] = NO_WORDS
    place_words: Lexicon[kinds.PlaceWordKind] = NO_WORDS
    countries: tuple[rows.PlaceNames, ...] = ()
    cities: tuple[rows.PlaceNames, ...] = ()
    regions: tuple[rows.PlaceNames, ...] = ()
    titles: Lexicon[kinds.TitleKind] = NO_WORDS
    beside_titles: Lexicon[kinds.BesideTitleKind] = NO_WORDS
    title_gaps: tuple[rows.LinkPattern[kinds.TitleGapKind], ...] = ()
    held_within: Lexicon[kinds.HeldWithinKind] = NO_WORDS
    offices: Lexicon[kinds.OfficeKind] = NO_WORDS
    person_links: tuple[rows.PersonLink, ...] = ()
    introductions: tuple[rows.LinkPattern[kinds.IntroductionKind], ...] = ()
    callings: tuple[rows.LinkPattern[kinds.CallingKind], ...] = ()
    plain_titles: Lexicon[kinds.PlainTitleKind] = NO_WORDS
    walks_of_life: Lexicon[kinds.WalkKind] = NO_WORDS
    quote_links: tuple[rows.LinkPattern[kinds.QuoteLinkKind], ...] = ()
    quote_verbs: Lexicon[kinds.VerbKind] = NO_WORDS
    speaker_nouns: Lexicon[kinds.SpeakerKind] = NO_WORDS
    input_patterns: tuple[rows.LinkPattern[kinds.InputPatternKind], ...] = ()
    input_words: Lexicon[kinds.InputWordKind] = NO_WORDS
    column_names: Lexicon[kinds.ColumnKind] = NO_WORDS
    document_facts: Lexicon[kinds.FactKind] = NO_WORDS
    as_written: Mapping[str, Any] = field(init=False, repr=False)
    """The rows of all tables with the patterns of the files, for who adds words or rows to them."""

    def __post_init__(self) -> None:
        """Make the lexicons, and put words into the patterns; raises RulesError where one names a list of none."""
        for name, row in row_kinds().items():
            if get_origin(row) is rows.WordList and not isinstance(getattr(self, name), Lexicon):
                object.__setattr__(self, name, Lexicon(name, getattr(self, name)))
        tables: dict[str, Any] = {name: getattr(self, name) for name in row_kinds()}
        object.__setattr__(self, "as_written", tables)
        for name, table in tables.items():
            if isinstance(table, tuple) and table and hasattr(table[0], "pattern"):
                filled = with_words(table, self.pattern_words)
                only_words(name, filled)
                object.__setattr__(self, name, filled)


@cache
def row_kinds() -> dict[str, type]:
    """Give the dataclass of each rule file's rows, by the file's name without its ending."""
    hints = get_type_hints(Rulebook)
    return {table.name: _row_of(hints[table.name]) for table in fields(Rulebook) if table.init}


def _row_of(table: Any) -> Any:
    """Give the dataclass of a table's rows."""
    listed: Any = rows.WordList
    [of, *_] = get_args(table)
    return listed[of] if get_origin(table) is Lexicon else of


@cache
def load_rulebook(folder: Path = RULES) -> Rulebook:
    """Read the rule files in a folder and below it, `scales.csv` into `Rulebook.scales` ...; a folder is read once."""
    files = {path.stem: path for path in sorted(folder.rglob("*.csv"))}
    read: dict[str, Any] = {
        name: read_rules(files.get(name, folder / f"{name}.csv"), row) for name, row in row_kinds().items()
    }
    return Rulebook(**read)
