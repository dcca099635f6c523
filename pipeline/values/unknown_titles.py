"""Titles that no list has, by where they stand: `Ama Boateng, weighbridge keeper at` Volta Foods."""

import re

from pipeline.values.titles.words import Stretch, TitleWords

_ENDING = r"(?:er|or|ist|ian|eur|man|woman|person|master|smith|wright|herd|warden)"
_WORDS = rf"(?P<title>(?:[a-z][a-z-]+ ){{0,2}}[a-z][a-z-]+{_ENDING})"
_TO_BODY = re.compile(rf", (?:(?:a|an|the|also|now) )?{_WORDS},? (?:of|at|for|with) (?:the )?")
_FROM_BODY = re.compile(rf"['’]s? {_WORDS}, ")


def title_to_body(words: TitleWords, text: str, name_end: int, body_start: int) -> Stretch | None:
    """Find the title that is all that stands between a name and a body after it."""
    return _held(words, _TO_BODY.fullmatch(text, name_end, body_start))


def title_from_body(words: TitleWords, text: str, body_end: int, name_start: int) -> Stretch | None:
    """Find the title that is all that stands between a body and a name after it: `Volta Foods's weighbridge keeper`."""
    return _held(words, _FROM_BODY.fullmatch(text, body_end, name_start))


def _held(words: TitleWords, found: re.Match[str] | None) -> Stretch | None:
    """Give the place of what was found, unless its words are said of persons who hold nothing: `a former customer`."""
    if not found:
        return None
    start = found.start("title")
    *before, head = found["title"].split()
    while before and before[0] in words.outside:
        start += len(before.pop(0)) + 1
    if head in words.persons or any(word in words.stops or word.endswith(("ly", "ing")) for word in before):
        return None
    return start, found.end("title")
