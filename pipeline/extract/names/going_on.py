"""Names of bodies that a model cuts short to the whole: what goes on behind a bracket, a comma or a number sign."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.names.candidates import Candidate
from pipeline.extract.names.confidence import SURE
from pipeline.extract.names.words import NameWords

_NUMBER = re.compile(r" (?:No\.?|Nos\.|N[°º]\.?|Nr\.?|№) ?\d{1,4}(?!\w|[.,]\d)")
_LETTER = re.compile(r" ?\([A-Z]\)(?! ?[A-Z]|\w)")
_FIELD = re.compile(r"\b(?:for|on) (?:the )?[A-ZÀ-Þ][\w-]+$")
_WORD = r"[A-ZÀ-Þ][a-zß-ÿ][\w-]*"
_MORE_FIELDS = re.compile(rf", {_WORD}(?:, {_WORD})*,? (?:and|&) {_WORD}(?: {_WORD})*(?![\w’'-])")
_DOTTED = re.compile(r", (?:[A-Z]\.){2,4}(?=,|;|\)| [a-z]|\.?$|\n)")
_WORD_BEFORE = re.compile(r"(?:(?<![\w.’'-])|(?<=--))(?P<word>[A-ZÀ-Þ][\w&’'-]+) $")
_LONGEST_WORD = 30
_READ = ("model", "defined")
"""Sources that go by more than the form of a name."""
_DOING = re.compile(r"(?:[a-z-]{5,} )?(?P<noun>[a-z-]{4,}) (?=[A-ZÀ-Þ])")


def going_on(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Give bodies what belongs to their names behind them: `Union No. 2`, `Party (Unified)`, `Centre for Law, Ports
    and Trade`, `Aguas de Tema, I.P.D.`, `Ports Authority of Ghana`.
    """
    covered = 0
    for one in sorted(found):
        if one.start < covered:
            continue  # It is part of the name before.
        if one.label == "ORG" and one.source == "model":
            one = one._replace(end=_end(text, one, words))
            covered = one.end
        yield one


def _end(text: str, one: Candidate, words: NameWords) -> int:
    end = one.end
    number = _NUMBER.match(text, end) or _LETTER.match(text, end)
    if number and words.body.search(text, one.start, end):
        end = number.end()
    wing = words.wing.match(text, end)
    if wing:
        end = wing.end()
    country = words.whose_country.match(text, end)
    if country and words.public.search(text, one.start, end) and not words.forms.ends_legally(text[one.start : end]):
        end = country.end()
    fields = _MORE_FIELDS.match(text, end)
    if fields and _FIELD.search(text, one.start, end) and not words.body.search(text, *fields.span()):
        end = fields.end()
    dotted = _DOTTED.match(text, end)
    if dotted and " " in text[one.start : end] and not words.is_place(dotted[0].lstrip(", ")):
        end = dotted.end()
    return end


def with_first_words(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give bodies their first word, which a model left out, where the article prints both together elsewhere."""
    openings = {
        tuple(text[one.start : one.end].split()[:2]) for one in found if one.label == "ORG" and one.source in _READ
    }
    taken = {one.end for one in found}
    for one in found:
        is_cut = one.label == "ORG" and one.source == "model"
        before = _WORD_BEFORE.search(text, max(0, one.start - _LONGEST_WORD), one.start) if is_cut else None
        if before and before.end() - 1 not in taken:
            opening = tuple(text[before.start("word") : one.end].split()[:2])
            one = one._replace(start=before.start("word")) if opening in openings else one
        yield one


def without_nouns(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Take the noun off a body that the article names without it: `Brewer Volta Gold`, `Volta Gold, a.s. said`."""
    names = {words.forms.without_suffix(text[one.start : one.end]).rstrip(" ,") for one in found if one.label == "ORG"}
    for one in found:
        noun, _, rest = text[one.start : one.end].partition(" ")
        if one.label == "ORG" and one.source == "model" and noun.lower() in words.nouns and rest[:1].isupper():
            shorter = words.forms.without_suffix(rest).rstrip(" ,") in names
            one = one._replace(start=one.end - len(rest)) if shorter else one
        yield one


def without_peoples(text: str, found: Sequence[Candidate], words: NameWords) -> Iterator[Candidate]:
    """Take the people off a firm that the article names without it: `Danish Volta Marine A/S`, `Volta Marine said`.

    With what the people do, or a place before that, it is taken off anyhow: `the Austrian engineers Volta & Tema AG`.
    """
    names = {text[one.start : one.end] for one in found if one.label in ("ORG", "PERSON", "LOC")}
    for one in found:
        people, _, rest = text[one.start : one.end].partition(" ")
        is_guess = one.source == "legal" or (one.source == "model" and one.score < SURE)
        doing = _DOING.match(rest)
        if one.label == "ORG" and doing and (people in words.peoples or people in words.cities):
            if doing["noun"] in words.nouns or doing["noun"].endswith(words.doers):
                one = one._replace(start=one.end - len(rest) + doing.end())
        elif one.label == "ORG" and people in words.peoples and is_guess:
            plain = words.forms.without_suffix(rest)
            if " " in plain and not words.body.search(plain) and {rest, plain} & names:
                one = one._replace(start=one.end - len(rest))
        yield one
