"""A text to the offsets at which its sentences begin."""

import re
from collections.abc import Callable, Iterator

_CLOSERS = r"[\"'”’»›)\]]*"
_END = re.compile(rf"(?P<mark>[.!?…]+|[。！？])(?P<closers>{_CLOSERS})(?P<space>\s+|(?<=[\"”»])(?=[A-Z“\"«]))")
_NEXT = re.compile(r"[\"'“”‘’«‹(\[*•–—-]*\s?(?:[A-ZÀ-ÞΑ-ΩА-ЯİŁŚŻ¿¡]|\d|[a-z]+[A-Z]|[^\W\d_a-zA-Zß-ÿ])")
_WORD_BEFORE = re.compile(r"[^\s\"“‘«(\[/–—]+$")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[]*(\w+)")
_BREAK = re.compile(r"\n[^\S\n]*(?=\n)\s*|\n[^\S\n]*")
_LAST_MARK = re.compile(r"[.!?:…\"”’»)\]]\s*$")


def abbreviation_test(
    never: frozenset[str], maybe: frozenset[str], starts: frozenset[str]
) -> Callable[[str, str], bool]:
    """Make a function that says whether a full stop after a word only ends an abbreviation, given the word after it."""

    def is_abbreviation(word: str, after: str) -> bool:
        core = word.rstrip(".")
        if not core:
            return False
        if len(core) == 1 and core.isalpha() and core.isupper():
            return after not in starts or core == "I"
        if core in never:
            return core not in ("no", "c", "max", "min", "al") or bool(after[:1].isdigit())
        if core in maybe or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", core):
            return after not in starts
        return False

    return is_abbreviation


def sentence_starts(text: str, is_abbreviation: Callable[[str, str], bool]) -> list[int]:
    """List the offsets at which sentences begin: after closing marks, at paragraphs and at lines that stand alone.

    >>> sentence_starts("Mr. Tan left. He is 60.", abbreviation_test(frozenset({"Mr"}), frozenset(), frozenset({"He"})))
    [0, 14]
    """
    starts = {0, *_after_marks(text, is_abbreviation), *_after_lines(text)}
    return sorted(start for start in starts if start < len(text))


def _after_marks(text: str, is_abbreviation: Callable[[str, str], bool]) -> Iterator[int]:
    for end in _END.finditer(text):
        if not _NEXT.match(text, end.end()):
            continue
        if end["mark"] == "." and not end["closers"].strip("'’)]") and "\n" not in end["space"]:
            before = _WORD_BEFORE.search(text, max(0, end.start() - 24), end.start())
            after = _WORD_AFTER.match(text, end.end())
            if before and is_abbreviation(before[0], after[1] if after else ""):
                continue
        yield end.end()


def _after_lines(text: str) -> Iterator[int]:
    for line in _BREAK.finditer(text):
        alone = line[0].count("\n") > 1 or _LAST_MARK.search(text, max(0, line.start() - 4), line.start())
        after = text[line.end() : line.end() + 1]
        if alone or not (after.islower() or text[max(0, line.start() - 1) : line.start()] in (",", ";", "-")):
            yield line.end()
