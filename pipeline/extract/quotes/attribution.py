"""A quotation in a skeleton to what the text around it says of its speaker, by the patterns of `quote_links.csv`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.extract.referring.masked import Skeleton
from pipeline.rulebook.kinds import SpeakerKind, VerbKind
from pipeline.rulebook.lexicon import Lexicon
from pipeline.rulebook.rows import LinkPattern
from pipeline.rulebook.slots import BREAK, SIGNS, compile_pattern

QUOTE, PERSON, ORG, LOC, ROLE = (SIGNS[label] for label in ("QUOTE", "PERSON", "ORG", "LOC", "ROLE"))
_ANY = "[" + "".join(SIGNS.values()) + "]"
_NO_QUOTE = f"[^{QUOTE}{BREAK}\n]"
_LONGEST = 420
_CLAUSE = re.compile(rf"{QUOTE}|, (?:and|but|while|whereas) ")

Patterns = list[tuple[str, re.Pattern[str]]]
"""Rows of one kind: id and compiled pattern."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a pattern found beside a quotation: where the speaker's sign or word stands, and the cue."""

    rule: str
    speaker: int | None
    word: str | None
    cue: str | None
    place: int = 0
    """Where the word stands."""


_WORD = rf"(?:[\w-]+|{ORG}|{LOC})(?:['’]s)?"
_ASIDE = r"(?: ?\([^()]{1,80}\))?"
_INNER = rf"[^{PERSON}{ORG}{QUOTE}{BREAK}\n,]{{0,60}}?"
_OFFICE = rf"[^{PERSON}{QUOTE}\n.;]{{0,60}}{ROLE}[^{PERSON}{QUOTE}\n.;]{{0,40}}{ORG}"


def slots(verbs: Lexicon[VerbKind], nouns: Lexicon[SpeakerKind]) -> dict[str, str]:
    """Give the words that the slots of quotation patterns stand for."""
    conjunction, determiner = verbs.any_of("conjunction"), verbs.any_of("determiner")
    return {
        "said": rf"(?P<cue>(?<!\w)(?i:{verbs.any_of('say')}))(?!\w)",
        "verb": r"(?P<cue>[a-z]+(?:ed|s|d|ote|oke|ught))\b",
        "adv": rf"(?:(?:{verbs.any_of('adverb')}|\w+ly) )*",
        "he": r"(?P<word>\b[Hh]e|\b[Ss]he|\b[Tt]hey|\b[Ii]t)",
        "noun": rf"(?P<word>{determiner} (?:{_WORD},? ){{0,5}}?{nouns.any_of()})\b",
        "the": r"(?:(?:the|The|a|an|its|their|our|his|her) )?",
        "about": rf"(?!{conjunction}\b)(?:{_WORD} ){{0,3}}?",
        "start": rf"[,.]?[ {BREAK}]*(?:and |as |but |,)?",
        "rest": rf"[^{QUOTE}{BREAK}\n]{{1,140}}?,? ",
        "desc": rf"(?! ?{conjunction}\b)(?:(?:[^{QUOTE}{BREAK}\n.,;:]|,(?= ?{_ANY})){{0,90}}?[\s(])?",
        "odesc": r"(?:(?:the|The|a|an|in|by) )?(?:[\w-]+ ){0,5}?",
        "appos": rf"(?:['’]s)?{_ASIDE}(?:(?:,| of| at| from| with| for|{BREAK})[^{QUOTE}\n]{{1,220}}?)??",
        "oappos": rf"{_ASIDE}(?:,[^{QUOTE}{BREAK}\n]{{1,120}}?,)?(?:['’]s)?(?: [\w-]+){{0,4}}?",
        "setoff": rf"(?:['’]s)?{_ASIDE}(?:(?: of| at| from| with| for)[^{PERSON}{QUOTE}\n,]{{1,80}}?)?"
        rf"(?:,[^{PERSON}{QUOTE}\n]{{1,160}}?,|, {_OFFICE})?",
        "clause": rf",?(?: {_NO_QUOTE}{{0,160}}?)?[\s,]",
        "near": rf",?(?: {_INNER}| {_INNER}, [^{PERSON}{QUOTE}{BREAK}\n,]{{0,60}}?,)?[\s,]",
        "gap": rf"[^\n{PERSON}]{{0,200}}",
        "short": rf"(?:(?!; {PERSON})[^{BREAK}\n]){{0,160}}?",
        "sign": _ANY,
    }


class Attribution:
    """Finds who speaks, beside each quotation of a skeleton."""

    def __init__(
        self, patterns: tuple[LinkPattern, ...], verbs: Lexicon[VerbKind], nouns: Lexicon[SpeakerKind]
    ) -> None:
        words = slots(verbs, nouns)
        self.patterns: dict[str, Patterns] = {}
        for row in patterns:
            self.patterns.setdefault(row.kind, []).append((row.id, compile_pattern(row.pattern, words)))

    def find(self, skeleton: Skeleton[Any], at: int, *, last: str) -> Iterator[Cue]:
        """Find the cues of the quotation whose sign stands at an offset of the skeleton, the most telling first.

        `last` is its last character: after a full stop, the next sentence introduces the next quotation; after a comma,
        any verb beside a name ties it to the speaker.
        """
        text = skeleton.text
        behind = text[at + 1 : at + 4].strip()
        ended = behind.startswith(BREAK) if last == "." else behind.startswith((f".{BREAK}", f". {BREAK}"))
        start, segment = _sentence_before(text, at)
        yield from self._after(text, at, "signed")
        if not ended:
            yield from self._after(text, at, "after")
            yield from self._after(text, at, "open") if last in ",?!—-" else ()
        yield from self._before(segment, start, "before")
        yield from self._after(text, at, "unnamed") if not ended else ()
        yield from self._before(segment, start, "unnamed_before")

    def _after(self, text: str, at: int, kind: str) -> Iterator[Cue]:
        for rule, pattern in self.patterns.get(kind, ()):
            match = pattern.match(text, at + 1, min(len(text), at + _LONGEST))
            if match and (kind == "signed" or not _introduces_next(text, match)):
                yield _cue(rule, match, 0)

    def _before(self, segment: str, start: int, kind: str) -> Iterator[Cue]:
        for rule, pattern in self.patterns.get(kind, ()) if segment else ():
            matches = list(pattern.finditer(segment))
            # What stands behind the last quotation, or in the last clause, says more than what is before.
            for mark in _CLAUSE.finditer(segment, *matches[-1].span()) if matches else ():
                matches += pattern.finditer(segment, mark.end())
            if matches:
                yield _cue(rule, matches[-1], start)


def _introduces_next(text: str, match: re.Match[str]) -> bool:
    """Say whether a cue in a sentence after the quotation introduces the next one, behind a colon."""
    if BREAK not in match[0]:
        return False
    return bool(re.match(rf"[^{BREAK}\n{QUOTE}]{{0,80}}:[\s{BREAK}]*{QUOTE}", text[match.end() : match.end() + 100]))


def _sentence_before(text: str, at: int) -> tuple[int, str]:
    """Give what stands before a quotation in its sentence, and where; the sentence before if it ends with a colon."""
    base = max(0, at - _LONGEST)
    segment = text[base:at].rstrip(BREAK + " \n\t")
    if not segment.endswith(":") and (text[at - 1 : at] == BREAK or "\n" in text[base + len(segment) : at]):
        return at, ""
    start = segment.rfind(BREAK) + 1
    return base + start, segment[start:]


def _cue(rule: str, match: re.Match[str], shift: int) -> Cue:
    groups = match.groupdict()
    slot = next((name for name in ("person", "org", "role") if groups.get(name)), None)
    place = match.start("word") + shift if groups.get("word") else 0
    return Cue(rule, match.start(slot) + shift if slot else None, groups.get("word"), groups.get("cue"), place)
