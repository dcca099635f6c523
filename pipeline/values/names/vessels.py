"""A text to the names of the ships in it, which are none of our names: `the ferry Ama`, `MV Ama Star`."""

import re

from pipeline.compiling import compile_once
from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.kinds import VesselKind
from pipeline.rulebook.lexicon import Lexicon
from pipeline.values.names.forms import PARTICLES

_WORD = r"(?!\w+\.\w)[A-ZÀ-Þ][\w’-]*(?:'\w{2,})?"
_NAME = rf"{_WORD}(?: (?:{any_of((*PARTICLES, 'of'))} )*(?:{_WORD}|\d{{1,2}}(?![\w.,]*\d)))*"
_CALLED = r"(?: named|, named| called|, called|, the)? [\"“‘']?"


def vessel_pattern(words: Lexicon[VesselKind]) -> re.Pattern[str]:
    """Compile ships' names with what stands before them: `the tug`, `a gambling ship, the`, `the MV`, `HMS`."""
    one, several = words.any_of("vessel"), any_of(f"{word}s" for word in words.printed("vessel"))
    mark, sure = words.any_of("vessel_mark"), words.any_of("sure_vessel_mark")
    marked = rf"(?:\b(?:[Tt]he|aboard) {mark} |\b{sure} )(?P<marked>{_NAME})"
    single = rf"\b{one}{_CALLED}(?:{mark} |{sure} )?(?P<single>{_NAME})"
    listed = rf"\b{several} (?:the )?(?P<first>{_NAME})(?:, (?P<next>{_NAME}))*,? and (?:the )?(?P<last>{_NAME})"
    return compile_once(rf"(?<![\w-])(?<!\bto )(?<!\bwill )(?<!\bcan )(?:{listed}|{single}|{marked})")


def vessels(text: str, pattern: re.Pattern[str]) -> set[tuple[int, int]]:
    """Find the ships that a text names after what they are, there and where it names them again.

    A ship of one word's name, which may be a place's or a person's, is one again only behind `the`.

    >>> from pipeline.rulebook.rows import WordList
    >>> rows = [WordList("ships", "vessel", ("tug",)), WordList("marks", "vessel_mark", ("MV",))]
    >>> pattern = vessel_pattern(Lexicon("vessels", rows))
    >>> text = "The tugs Tema and Ama II met the MV Volta Star off Tema. The Tema was late."
    >>> [text[start:end] for start, end in sorted(vessels(text, pattern))]
    ['Tema', 'Ama II', 'Volta Star', 'Tema']
    """
    groups = [(match, name) for match in pattern.finditer(text) for name in match.re.groupindex if match[name]]
    found = {match.span(name) for match, name in groups}
    for name in {match[name] for match, name in groups}:
        again = rf"{'' if ' ' in name else '(?<=[Tt]he )'}(?<![\w-]){re.escape(name)}(?![\w-])"
        found |= {match.span() for match in re.finditer(again, text)}
    return found
