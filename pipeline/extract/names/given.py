"""Bodies of a model that are persons by their own words: a given name, a title before one, `who` or a family behind."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import SURE
from pipeline.extract.names.words import NameWords
from pipeline.values.names.forms import PARTICLES
from pipeline.values.text.sentences import OPENS

_WORD = r"[A-ZÀ-Þ][a-zß-ÿ][\w'’‘-]*"
_PERSONAL = re.compile(
    rf"{_WORD}(?: (?:{_WORD}|[A-Z]\.|{'|'.join(sorted(PARTICLES))})){{0,2}} {_WORD}(?:, (?:[A-Z][a-z]?\.){{2}})?"
)
_GIVEN = re.compile(rf"(?<![\w.’'-])(?<![A-Z] )(?P<given>{_WORD}) $")
_DEGREE = re.compile(r", (?:[A-Z][a-z]?\.){2}$")
_FAMILY = re.compile(r" (?:&|and) (?:[Ff]amily)$")
_WHO = re.compile(r",? who (?!are|have|were)[a-z]")
_WHOSE = re.compile(r",? whose (?:[a-z]+ )?[a-z]+ ")


def of_given_names(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Make persons of bodies that begin with a title and a name, or a given name, or have `who` or a family behind."""
    for one in found:
        if one.label == "ORG" and one.source == "model" and one.score < SURE:
            one = _person(text, one, words) or one
        yield one


def with_given_names(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Give persons the given name before theirs that a model left out: `Clothilde` Marchetti-Roy, who said.

    A word that opens a sentence there is one, too, where a model isn't sure of the rest, and the article has it
    nowhere in small letters.
    """
    taken = {one.end for one in found}
    for one in found:
        before = None
        if one.label == "PERSON" and one.source == "model" and one.start - 1 not in taken:
            before = _GIVEN.search(text, max(0, one.start - 30), one.start)
        if before and _is_given(text, before, one, words):
            one = one._replace(start=before.start("given"))
        yield one


def _is_given(text: str, before: re.Match[str], one: Candidate, words: NameWords) -> bool:
    word = before["given"]
    titles = {word.lower(), word.lower().removesuffix("s")} & words.titles.words  # `Senators`
    if word in words.honorifics or titles or words.veto(word, "PERSON"):
        return False
    if word in words.person_signs.given:
        return True
    if " " not in text[one.start : one.end] or not OPENS.search(
        text, max(0, before.start("given") - 4), before.start("given")
    ):
        return False
    known = word in words.forms.never_first or word.lower() in words.common or words.body.search(word)
    return not known and one.score < SURE and not re.search(rf"(?<![\w-]){word.lower()}(?![\w-])", text)


def _person(text: str, one: Candidate, words: NameWords) -> Candidate | None:
    if words.body.search(text, one.start, one.end):
        return None
    family = _FAMILY.search(text, one.start, one.end)
    if family and _is_personal(text[one.start : family.start()], words):
        return one._replace(end=family.start(), label="PERSON")
    degree = _DEGREE.search(text, one.start, one.end)
    end = degree.start() if degree else one.end
    first, _, rest = text[one.start : end].partition(" ")
    if first.lower() in words.titles.heads - words.nouns and _is_personal(rest, words):
        return one._replace(start=end - len(rest), end=end, label="PERSON", score=SURE)
    if not _is_personal(text[one.start : end], words):
        return None
    whose = _WHOSE.match(text, end)
    is_whose = whose and words.kin.search(whose[0])
    if degree or first in words.person_signs.given or _WHO.match(text, end) or is_whose:
        return one._replace(end=end, label="PERSON", score=SURE)
    return None


def _is_personal(name: str, words: NameWords) -> bool:
    """Say whether a name has the words of a person's name, and none of a body's or a title's."""
    if not _PERSONAL.fullmatch(name) or words.body.search(name) or words.foreign.search(name):
        return False
    return not any(word.lower() in words.titles.words or word.lower() in words.common for word in name.split())
