"""Names found in an article to the other places where they stand in it."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.values.names.forms import is_acronym, name_words

_WORD = re.compile(r"\w+")
_SUFFIX = re.compile(r",? (?:[JS]r\.?|I{1,3}|IV)$")
_MANY = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{3,}s")
"""What players of a team are called: `Flamingos`."""
REPEATED = ("PERSON", "ORG", "LOC")


def repeats(
    text: str,
    found: Sequence[Candidate],
    common: frozenset[str] = frozenset(),
    public: re.Pattern[str] = re.compile(r"(?!)"),
    is_firm: Callable[[str, Candidate], bool] = lambda text, one: False,
    acts: Callable[[str, int, int], bool] = lambda text, start, end: False,
    plain: Callable[[str], str] = lambda name: name,
) -> Iterator[Candidate]:
    """Find names again that were found elsewhere in the article, and short forms of full names.

    A short form is a person's family or given name, or the end of a longer one (`Ní Bhriain`), or an organisation's
    name without its last word, or its first word: one that is none of the `common` words and that the article writes
    with a capital alone. A `public` body has no short form: its first word is a place. One name has one label in an
    article, the one it was found with most often; but a surname that is a firm's first word, too, is the firm's where
    it `acts` as one. `plain` gives a name without its legal suffixes.
    """
    by_word: dict[str, list[tuple[str, str]]] = defaultdict(list)
    firms = {text[one.start : one.end].split()[0] for one in found if one.label == "ORG" and is_firm(text, one)}
    for surface, label in _surfaces(text, found, common, public, plain).items():
        first = _WORD.match(surface)
        if first:
            by_word[first[0]].append((surface, label))
    places = sorted((start, word) for word in by_word for start in _places_of(word, text))
    for start, word in places:
        for surface, label in by_word[word]:
            end = start + len(surface)
            if text.startswith(surface, start) and _stands_alone(text, start, end, label):
                as_body = label == "PERSON" and surface in firms and acts(text, start, end)
                yield Candidate(start, end, "ORG" if as_body else label, "repeat")


def _places_of(word: str, text: str) -> Iterator[int]:
    """Give where a word stands in a text that is no part of a longer one."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not _WORD.match(text[end : end + 1]) and not _WORD.match(text[max(0, start - 1) : start]):
            yield start
        start = text.find(word, end)


def _surfaces(
    text: str,
    found: Sequence[Candidate],
    common: frozenset[str],
    public: re.Pattern[str],
    plain: Callable[[str], str],
) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.label in REPEATED:
            votes[text[one.start : one.end]][one.label] += 1
    labels = {surface: counts.most_common(1)[0][0] for surface, counts in votes.items()}
    has_bodies = any(" " in s for s, label in labels.items() if label == "ORG")
    words = (common, frozenset(_WORD.findall(text)) if has_bodies else common)
    fuller = ((s, label) for s, label in labels.items() if label != "ORG" or not public.search(s))
    full = {name: label for s, label in fuller for name in ((s, plain(s)) if label == "ORG" else (s,))}
    short = {form: label for name, label in full.items() for form in _short_forms(name, label, words)}
    return {surface: label for surface, label in (short | labels).items() if len(surface) > 1}


def _short_forms(surface: str, label: str, common: Sequence[frozenset[str]]) -> Iterator[str]:
    """Give the words of a full name that may stand for it alone; `common` are also the words that the text prints."""
    words = _SUFFIX.sub("", surface).split() if label == "PERSON" else surface.split()
    if len(words) < 2:
        return
    if label == "PERSON":
        yield from (w for w in (words[0], words[-1]) if len(w) > 3 and w[0].isupper() and len(name_words(w)) == 1)
        yield from (" ".join(words[at:]) for at in range(1, len(words) - 1) if words[at][0].isupper())
    first = words[0].strip(",")
    is_name = label == "ORG" and len(first) > 3 and first[0].isupper() and "." not in first
    if is_name and not any(first.lower() in words or f"{first}s" in words for words in common):
        yield first
    last = words[-1]
    many = is_name and surface.istitle() and _MANY.fullmatch(last)
    if many and not any(last.lower() in words or last[:-1].lower() in words for words in common):
        yield last
    shorter = " ".join(words[:-1]).strip(",")
    if label == "ORG" and len(words) > 2 and words[-2][0].isupper() and not shorter.endswith(("'s", "’s")):
        yield shorter


def _stands_alone(text: str, start: int, end: int, label: str) -> bool:
    """Say whether a name at a place is a word of its own, and no part of a longer run of capitalised words.

    A body or place may be joined to a small word: `KAL-insured`, `Tema-based`.
    """
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    if before.isalnum() or before in tuple("@#/-_.") or after[:1].isalnum() or after[:1] == "@":
        return False
    if after[:1] == "-" and (label == "PERSON" or not after[1:].islower()):
        return False
    return not (after[:1] == " " and after[1:].isupper()) or is_acronym(text[start:end])
