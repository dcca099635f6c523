"""Names found in an article to the other places where they stand in it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from pipeline.extract.precedence import Candidate
from pipeline.values.names import is_acronym, name_words

REPEATED = ("PERSON", "ORG", "LOC")


def repeats(text: str, found: Sequence[Candidate], common: frozenset[str] = frozenset()) -> Iterator[Candidate]:
    """Find names again that were found elsewhere in the article, and short forms of full names.

    A short form is a person's family or given name, or the first word of an organisation's name: one that is none of
    the `common` words and that the article writes with a capital alone. One name has one label in an article: the one
    that it was found with most often.
    """
    for surface, label in _surfaces(text, found, common).items():
        at = text.find(surface)
        while at >= 0:
            end = at + len(surface)
            if _stands_alone(text, at, end):
                yield Candidate(at, end, label, "repeat")
            at = text.find(surface, end)


def _surfaces(text: str, found: Sequence[Candidate], common: frozenset[str]) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.label in REPEATED:
            votes[text[one.start : one.end]][one.label] += 1
    for surface in [s for s, labels in votes.items() if labels.most_common(1)[0][0] == "PERSON"]:
        words = surface.split()
        for word in (words[-1], words[0]) if len(words) > 1 else ():
            if len(word) > 3 and word[0].isupper() and len(name_words(word)) == 1:
                votes[word].setdefault("PERSON", 0)
    for surface in [s for s, labels in votes.items() if labels.most_common(1)[0][0] == "ORG" and " " in s]:
        word = surface.split()[0].strip(",")
        if len(word) > 3 and word[0].isupper() and word.lower() not in common and word not in votes:
            if not re.search(rf"\b(?:{re.escape(word.lower())}|{re.escape(word)}s)\b", text):
                votes[word].setdefault("ORG", 0)
    return {surface: labels.most_common(1)[0][0] for surface, labels in votes.items() if len(surface) > 1}


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether a name at a place is a word of its own, and no part of a longer run of capitalised words."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if (
        before[-1:].isalnum()
        or after[:1].isalnum()
        or before[-1:] in ("@", "#", "/", "-", "_", ".")
        or after[:1] in ("@", "-")
    ):
        return False
    return not (after[:1] == " " and after[1:].isupper()) or is_acronym(text[start:end])
