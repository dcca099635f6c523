"""Every way to print a currency, from the rule rows and CLDR, to a table that is looked up beside a number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from babel.core import get_global
from babel.numbers import get_currency_name

from pipeline.rulebook.rows import Currency
from pipeline.values.text.phrases import Phrases

_ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Form:
    """A printed form of a currency: its code, or the sign that the article must resolve.

    `minor`: in hundredths (cents). `weak`: money only where the article shows its country.
    `plain`: with a scale it counts anywhere all the same (R1.2bn). `exact`: case counts.
    """

    id: str
    code: str | None
    sign: str | None
    minor: bool = False
    weak: bool = False
    plain: bool = False
    exact: str | None = None
    rivals: tuple[str, ...] = ()  # other currencies that print the same form: P, K, roubles, cents
    small: tuple[str, ...] = ()  # currencies that call their hundredths or thousandths so: the dirhams of Qatar


class Currencies:
    """The forms of all currencies, before and after a number."""

    def __init__(self, rows: Iterable[Currency]) -> None:
        """Index the rows; CLDR's codes and names fill in what no row gives."""
        rows = tuple(rows)
        known = {row.code for row in rows}
        full = [*rows, *(row for row in cldr_currencies() if row.code not in known)]
        self.signs = {row.code: row.sign for row in rows if row.code and row.sign}
        self._before = _with_rivals([*_forms(full, "before"), *_minor_codes(full)])
        lengths: dict[str, set[int]] = {}
        for printed in self._before:
            lengths.setdefault(printed[-1], set()).add(len(printed))
        self._lengths = {last: sorted(found, reverse=True) for last, found in lengths.items()}
        after = [*_forms(full, "after"), *_codes(full), *_forms(full, "minor"), *_cldr_names(full)]
        self._after = Phrases(_with_rivals(after).items())

    def form(self, printed: str) -> Form | None:
        """Give the form that letters are before a number."""
        return self._before.get(printed)

    def strong(self) -> list[tuple[str, Form]]:
        """List the forms in full units that count anywhere."""
        return [(printed, form) for printed, form in self._before.items() if not (form.weak or form.minor)]

    def before(self, text: str, end: int) -> tuple[Form, int] | None:
        """Give the form that ends at an offset, the longest first so that HK$ wins over $, and its start."""
        lengths = self._lengths.get(text[end - 1]) if end else None
        if lengths is None:
            return None
        for length in lengths:
            start = end - length
            if start < 0:
                continue
            form = self._before.get(text[start:end])
            if form and not _is_inside(text, start):
                return form, start
        return None

    def closes(self, form: Form, text: str, at: int) -> bool:
        """Whether the letter of a form's hundredths is glued behind its number: the k of N42.50k, the p of £1.20p."""
        if not text[at : at + 1].isalpha():
            return False
        found = self._after.at(text, at)
        if found is None or found[1] != at + 1 or not found[0].minor or text[at] != found[0].exact:
            return False
        minor = found[0]
        own = form.code is not None and form.code in (minor.code, *minor.rivals)
        return own or (form.sign is not None and form.sign == minor.sign)

    def after(self, text: str, start: int) -> tuple[Form, int] | None:
        """Give the form that begins at an offset, a space or hyphen first, and its end."""
        found = self._after.at(text, start)
        if found and found[0].exact and not text[: found[1]].endswith(found[0].exact):
            return None
        return found


def _is_inside(text: str, start: int) -> bool:
    """Whether a form is part of a longer word, or a sign in the middle of a code: paG4$2Vj."""
    return _is_inside_word(text, start) if text[start].isalpha() else start > 0 and text[start - 1].isdigit()


def _is_inside_word(text: str, start: int) -> bool:
    """Whether letters are the end of a longer word: non-US$5, but not the second of EUR 1m-EUR 5m."""
    before = text[max(0, start - 6) : start]
    return before[-1:].isalnum() or (before[-1:] == "-" and not any(one.isdigit() for one in before))


def _forms(rows: Iterable[Currency], side: str) -> Iterator[tuple[str, Form]]:
    for row in rows:
        for words in getattr(row, side):
            yield _form(row, words, side == "minor")


def _minor_codes(rows: Iterable[Currency]) -> Iterator[tuple[str, Form]]:
    """Give the codes of minor units, which stand before a number too: GBX 245."""
    return ((printed, form) for printed, form in _forms(rows, "minor") if printed[:2].isupper() and len(printed) == 3)


def _form(row: Currency, printed: str, minor: bool = False) -> tuple[str, Form]:
    words = printed.rstrip("?!")
    exact = words if words.isalpha() and (words.upper() == words or len(words) < 3) else None
    return words, Form(row.id, row.code or None, row.sign or None, minor, "?" in printed, printed.endswith("!"), exact)


def _with_rivals(forms: Iterable[tuple[str, Form]]) -> dict[str, Form]:
    """Index forms; the first that prints a form stays, and knows the others."""
    indexed: dict[str, Form] = {}
    for words, form in forms:
        first = indexed.get(words)
        if first is None:
            indexed[words] = form
        elif form.minor and not first.minor:
            indexed[words] = replace(first, small=(*first.small, form.code)) if form.code else first
        elif form.code and form.code != first.code and form.code not in first.rivals:
            indexed[words] = replace(first, rivals=(*first.rivals, form.code))
    return indexed


def _codes(rows: Iterable[Currency]) -> Iterator[tuple[str, Form]]:
    for row in rows:
        if row.code:
            yield _form(row, f"{row.code}?" if f"{row.code}?" in row.before else row.code)


def _cldr_names(rows: Iterable[Currency]) -> Iterator[tuple[str, Form]]:
    for row in rows:
        for name in dict.fromkeys(get_currency_name(row.code, count, _ENGLISH) for count in (1, 2) if row.code):
            if name != row.code:
                yield _form(row, name)


@cache
def cldr_currencies() -> tuple[Currency, ...]:
    """List the currencies that are in use, by CLDR, with their codes; the names are added beside those of the rows."""
    territories = get_global("territory_currencies").values()
    in_use = {code for uses in territories for code, _, end, tender in uses if tender and not end}
    return tuple(Currency(f"cldr_{code}", code, "", (code,), (), ()) for code in sorted(in_use))
