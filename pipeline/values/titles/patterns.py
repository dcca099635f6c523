"""The words of titles as those who read names ask for them: what a title does beside a name, a body or a place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.compiling import compile_once
from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.reading import Rulebook
from pipeline.values.names.forms import PARTICLES

_BETWEEN = r", (?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?) (?:[\w’'-]+ ){0,4}"
"""What begins the words between commas that say who a name is, and what stands there before a title."""

_OWNED = r"(?:[\w-]+['’]s|its|his|her|their|the)"
"""What stands before a title that is somebody's."""

_FIELD = r"(?: (?:of|for|at) [^,.\n]{1,50})?"


@dataclass(frozen=True, slots=True)
class TitlePatterns:
    """What says that a title stands at a place, compiled; unless a line says so, case does not count."""

    head: re.Pattern[str]
    """The head of a title: `minister`."""

    word_and_head: re.Pattern[str]
    """A word and a head: `finance minister`."""

    small_behind: re.Pattern[str]
    """A title in small letters, right behind a body: `Volta president`. Case counts."""

    unit: re.Pattern[str]
    """What a title is held in, behind its name: `OLED division`. Case counts."""

    holds: re.Pattern[str]
    """A title and what ties it to the body that stands behind it: `chair of the `."""

    before_person: re.Pattern[str]
    """Titles, honorifics and peoples before a person's name, which are no part of it. Case counts."""

    right_before: re.Pattern[str]
    """A title or honorific that ends where a name begins."""

    behind: re.Pattern[str]
    """Words between commas that call the name before them by a title. Case counts."""

    behind_no_body: re.Pattern[str]
    """The same, of titles that no body is called by. Case counts."""

    holder: re.Pattern[str]
    """Such a title right before the name of who holds it; with a comma where it is somebody's: `the mill's chair, `."""

    before_titled: re.Pattern[str]
    """Words behind a body's name that end with a title and a name: ` finance minister Ama`."""

    titled: re.Pattern[str]
    """A title in capitals that ends where a name begins."""

    owner: re.Pattern[str]
    """Whose a title is: `Volta Foods's`, but not `State's`. Case counts."""

    rows: Mapping[str, str]
    """The row of each head and rank, by its words in lower case."""

    heads: frozenset[str]
    """What titles end with, in lower case, but for what bodies are called too."""

    every_head: frozenset[str]
    """What titles end with, as the rows have it."""

    modifiers: frozenset[str]
    ranks: frozenset[str]
    """Titles that stand right before a name, as the rows have them."""

    also_names: frozenset[str]
    """Titles that may be given names."""

    verbs: frozenset[str]
    """Titles that are verbs too."""

    words: frozenset[str]
    """Heads and modifiers, in lower case."""


def title_patterns(rules: Rulebook) -> TitlePatterns:
    """Compile the rows of titles."""
    titles, bodies = rules.titles, rules.organisation_words
    head = titles.any_of("head")
    called = any_of((*titles.printed("head", "rank"), *rules.honorifics.printed()))
    no_body = any_of(set(titles.printed("head")) - set(bodies.printed("noun", "loose_noun")))
    return TitlePatterns(
        head=compile_once(rf"(?<!\w){head}(?!\w)", re.IGNORECASE),
        word_and_head=compile_once(rf"\w+ {head}(?!\w)", re.IGNORECASE),
        small_behind=compile_once(rf" (?:[a-z-]+ )?{head}(?!\w)"),
        unit=compile_once(rf" {titles.any_of('unit')}(?!\w)"),
        holds=compile_once(rf"(?:(?<!\w){head}(?:,| of| for| with| from)| at)(?: the)? $", re.IGNORECASE),
        before_person=_before_person(rules),
        right_before=compile_once(rf"(?<!\w){called},? $", re.IGNORECASE),
        behind=compile_once(rf"{_BETWEEN}{head}{_FIELD},"),
        behind_no_body=compile_once(rf"{_BETWEEN}{no_body}{_FIELD},"),
        holder=compile_once(rf"(?<!\w)(?:{_OWNED} (?:[\w-]+ ){{0,3}}{no_body},|{no_body}) $", re.IGNORECASE),
        before_titled=compile_once(rf" (?:[a-z-]+ ){{0,2}}(?i:{called}) (?=[A-ZÀ-Þ][a-zß-ÿ])"),
        titled=compile_once(rf"(?<!\w)(?=[A-ZÀ-Þ])(?i:{called}) $"),
        owner=compile_once(rf"(?!{titles.any_of('owner')})(?:[A-ZÀ-Þ][\w&.-]*\s)*[A-ZÀ-Þ][\w&.-]*['’]s?\s+(?=\w)"),
        rows={word.lower(): row for word, row in titles.ids("head", "rank").items()},
        heads=titles.words("head") - bodies.words("common"),
        every_head=frozenset(titles.printed("head")),
        modifiers=titles.words("modifier"),
        ranks=titles.words("rank"),
        also_names=titles.words("also_name"),
        verbs=titles.words("verb"),
        words=titles.words("head", "modifier"),
    )


def _before_person(rules: Rulebook) -> re.Pattern[str]:
    titles = rules.titles.printed("head", "modifier", "rank")
    before = {*rules.honorifics.printed(), *titles, *(word.title() for word in titles), *rules.nationalities.printed()}
    before = {*(before - {*rules.titles.printed("also_name")}), "former", "Former"}
    return compile_once(rf"(?:{any_of(before)}(?:['’]s)?[\s,]+)+(?=(?:{any_of(PARTICLES)} )*[A-ZÀ-Þ])")
