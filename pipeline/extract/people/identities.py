"""PERSON mentions to the persons that they name, each mention by itself: two persons of one surname stay two."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.records import Mention
from pipeline.values.names.forms import fold, is_form_of, name_words, nickname, on_one_line, surname_rank

Nicknames = Mapping[str, frozenset[str]]


@dataclass(slots=True)
class Identity:
    """One person of an article: the forms of the name, and where they stand."""

    forms: list[str]
    mentions: list[Mention] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Give the fullest form: the most words written out, then the longest, mixed case before capitals."""
        return max(self.forms, key=_fullness)


def _fullness(form: str) -> tuple[int, int, bool, str]:
    words = name_words(form)
    return len(words), len(form), not form.isupper(), form


def identities(
    mentions: Sequence[Mention],
    nicknames: dict[str, frozenset[str]],
    apart: Callable[[str, str], bool] = lambda one, other: False,
) -> list[Identity]:
    """Group the mentions of persons of one article by person; `apart` says of two forms that they name two."""
    forms = sorted(dict.fromkeys(on_one_line(mention.text) for mention in mentions), key=_fullness, reverse=True)
    people: list[Identity] = []
    by_word: dict[str, list[Identity]] = {}
    of_form: dict[str, list[Identity]] = {}
    for form in forms:
        known = _known_by(form, by_word)
        fits = [person for person in known if any(same_person(form, other, nicknames) for other in person.forms)]
        fits = [person for person in fits if not any(apart(form, other) for other in person.forms)]
        if len(name_words(form)) > 1:
            fits = fits[:1]
        if not fits:
            fits = [Identity([])]
            people += fits
        of_form[form] = fits
        if len(fits) == 1:
            fits[0].forms.append(form)
            for word in _index_words(form, nicknames):
                by_word.setdefault(word, []).append(fits[0])
    for mention in mentions:
        _nearest(mention, of_form[on_one_line(mention.text)]).mentions.append(mention)
    named = [person for person in people if person.mentions]
    return sorted(named, key=lambda person: person.mentions[0].start_char)


def _known_by(form: str, by_word: Mapping[str, list[Identity]]) -> list[Identity]:
    """List the persons who share a word with a form, the first found first; others can't be the same."""
    words = dict.fromkeys((*name_words(form), nickname(form) or ""))
    return list({id(person): person for word in words for person in by_word.get(word, ())}.values())


def _index_words(form: str, nicknames: Nicknames) -> set[str]:
    words = {*name_words(form), nickname(form) or fold(form)}
    return words | {other for word in words for other in nicknames.get(word, ())}


def same_person(short: str, full: str, nicknames: dict[str, frozenset[str]]) -> bool:
    """Say whether a form of a name may be another one's, or a shorter one of it."""
    return fold(short) == fold(full) or is_form_of(short, full, nicknames=nicknames)


def _nearest(mention: Mention, fits: list[Identity]) -> Identity:
    """Choose among the persons that a form may name: by its place in their names, then the last one mentioned."""
    if len(fits) == 1:
        return fits[0]

    def rank(person: Identity) -> tuple[int, int]:
        last = person.mentions[-1].start_char if person.mentions else -1
        return surname_rank(mention.text, person.forms[0]), -last

    return min(fits, key=rank)
