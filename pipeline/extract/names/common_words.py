"""Names that are common words: what opens a sentence or a headline with a capital, and is written small elsewhere."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import SURE
from pipeline.extract.names.words import NameWords
from pipeline.values.organisations.forms import in_title_case
from pipeline.values.text.sentences import OPENS

_GOES_ON = re.compile(r" [a-z]")
_PLURAL = re.compile(r"(?:['’]s|s)$")


def without_common(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Drop what only opens sentences and lines, and is a small word elsewhere in the article: `Chipmaker's founder`."""
    longer = [(one.start, one.end) for one in found if " " in text[one.start : one.end]]
    for one in found:
        if one.source != "model" or one.label == "ROLE" or not _is_common(text, one, longer):
            yield one


def _is_common(text: str, one: Candidate, longer: Sequence[tuple[int, int]]) -> bool:
    name = text[one.start : one.end]
    first, *rest = name.split()
    if name[1:] != name[1:].lower() or len(first) < 3 or len(rest) > 2:
        return False
    if rest and OPENS.search(text, max(0, one.start - 4), one.start) and one.label == "ORG":
        return (
            re.search(rf"\b(?!{first} )[a-z0-9]+ {re.escape(rest[-1])}\b", text) is not None
        )  # `Grain mills`, 14 mills
    stem = _PLURAL.sub("", name)
    if stem.lower() not in text:  # most names end here, before an expression is made for one of them
        return False
    if not re.search(rf"(?<![\w@#/.-]){re.escape(stem.lower())}(?:['’]?s)?(?![\w@-])", text):
        return False
    places = re.finditer(rf"(?<![\w-]){re.escape(stem)}(?!\w{{2}})", text)
    return all(
        OPENS.search(text, max(0, place.start() - 4), place.start())
        or any(start < place.start() < end for start, end in longer)
        for place in places
    )


def without_products(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Drop what a text marks as a trade mark, or says to be a brand that is sold: `Volta™`, `under the name Volta`."""
    names = {text[one.start : one.end] for one in found if one.label == "ORG"} if "™" in text else set()
    marked = {name for name in names if f"{name}™" in text}
    before: int | None = None
    for one in found:
        name = text[one.start : one.end]
        is_body = words.body.search(name) or words.forms.ends_legally(name)
        if one.label == "ORG" and one.source == "model" and not is_body:
            listed = before is not None and text[before : one.start] in (" and ", ", ", ", and ")
            if listed or words.gaps.product.search(text, max(0, one.start - 40), one.start):
                before = one.end
                continue
            if name in marked:
                continue
        yield one


def without_headline_nouns(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Drop the first word of a headline that the rest of the article never has as a name: `Watchdog bans`.

    A name of news stands in its article too, but for a country that the article calls otherwise. What opens another
    sentence as it opens the headline is no more of a name for it.
    """
    first = len(text) - len(text.lstrip())
    headline = text.find("\n", first)
    for one in found:
        if one.start != first or one.source != "model" or one.label == "ROLE" or headline < 0:
            yield one
            continue
        if not _stands_alone(text, one, headline, words):
            yield one


def _stands_alone(text: str, one: Candidate, headline: int, words: NameWords) -> bool:
    name = text[one.start : one.end]
    if " " in name or name[1:] != name[1:].lower() or one.score >= SURE:
        return False
    if name in words.countries or name in words.cities:
        return False
    if not _GOES_ON.match(text, one.end) or words.support.acts.match(text, one.end) or in_title_case(text, one.start):
        return False
    places = re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text[headline:])
    return all(
        OPENS.search(text, max(0, headline + place.start() - 4), headline + place.start())
        and _GOES_ON.match(text, headline + place.end())
        and not words.support.acts.match(text, headline + place.end())
        for place in places
    )
