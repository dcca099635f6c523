"""A name in a text to what the words beside it say of it: that it is an organisation, or a ship."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.compiling import compile_once
from pipeline.rulebook.kinds import BodyWordKind
from pipeline.rulebook.lexicon import Lexicon

_DETERMINER = r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er|[Mm]y|one of the)"
_NO_PHRASE = r"(?:of|at|for|in|and|or|the|an?|to|on|with|from|by|who|which|that|is|was|said|says)"
_GOES_ON = "in|that|which|with|for|from|behind|to|whose|at|on"
_WORD = r"[A-ZÀ-Þ][\w&'’-]*"
_RUN = re.compile(
    rf"(?<![\w.$€£'’/-])(?<!\d ){_WORD}(?: (?:(?:of|for|and|in|&|de|du) (?:an? )?)?(?:{_WORD}|\d{{1,2}}))+$"
)
_BEFORE = 60
"""Characters before a name in which what it is may be said."""


@dataclass(frozen=True, slots=True)
class Appositions:
    """What stands beside a name and says that it is an organisation, compiled."""

    behind: re.Pattern[str]
    before: re.Pattern[str]
    between_commas: re.Pattern[str]
    loosely: re.Pattern[str]
    capitals: re.Pattern[str]
    """A name in capitals behind what it is: `the union KDI`."""

    def is_body(self, text: str, start: int, end: int) -> bool:
        """Say whether the words right beside a name call it an organisation: `Sahara, an insurer in Tunis`."""
        return bool(self.behind.match(text, end) or self.before.search(text, max(0, start - _BEFORE), start))

    def named(self, text: str) -> Iterator[tuple[int, int]]:
        """Find what is called an organisation: `Hook and Line, the dockers' union,`, `the union KDI`."""
        for behind in self.behind.finditer(text):
            run = _RUN.search(text, max(0, behind.start() - _BEFORE), behind.start())
            if run:
                yield run.span()
        for capitals in self.capitals.finditer(text):
            yield capitals.span("name")

    def is_no_person(self, text: str, end: int) -> bool:
        """Say whether what follows a name tells of a thing: `Sahara, which insures`."""
        return text.startswith(", which ", end)

    def may_be_body(self, text: str, start: int, end: int) -> bool:
        """Say whether the words beside a name call it what a person may be too: `its shipper, Sahara`."""
        low = max(0, start - _BEFORE)
        between = text[end : end + 1] == "," and self.between_commas.search(text, low, start)
        return bool(between or self.loosely.match(text, end))


def appositions(bodies: Lexicon[BodyWordKind]) -> Appositions:
    """Compile the nouns of organisations into what stands beside a name.

    >>> from pipeline.rulebook.rows import WordList
    >>> beside = appositions(Lexicon("organisation_words", [WordList("nouns", "noun", ("insurer",))]))
    >>> [beside.is_body(text, 0, 4) for text in ("Tuni, a big insurer in Tunis", "Tuni, who left an insurer in Tunis")]
    [True, False]
    """
    ends = rf"(?=\s?(?:[,.;:)—–\n]|$)| (?:{_GOES_ON}|{bodies.any_of('participle')})\b| of (?!\w+s\b))"
    of_body = rf"(?=\s?(?:[,.;:)—–\n]|$)| (?!(?:with|at|for)\b)(?:{_GOES_ON})\b| of (?!\w+s\b))"
    noun = bodies.any_of("noun")
    loose = bodies.any_of("noun", "loose_noun")
    phrase = rf"{_DETERMINER} (?:(?!{_NO_PHRASE}\b)[\w'’.&-]+,? ){{0,5}}"
    return Appositions(
        behind=compile_once(rf"(?: \([^()\n]{{2,40}}\))?, {phrase}(?:[a-z]+-)?{noun}{ends}"),
        before=re.compile(rf"(?<![\w-]){noun} $"),
        capitals=compile_once(rf"\b\w+ {noun} (?P<name>[A-Z]{{3,7}}(?:-[A-Z]{{2,7}})?)(?![\w&]|[.'’-]\w| [A-Z])"),
        between_commas=compile_once(rf"\b{phrase}(?:(?:of|on|with|for|in) (?:[\w'’-]+ ?){{1,4}})?{loose}, $"),
        loosely=compile_once(rf"(?: \([^()\n]{{2,40}}\))?, {phrase}{loose}{of_body}"),
    )
