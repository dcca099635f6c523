"""A title to the organisation of an article that is named after it, or that alone can have it: ministry, court."""

import re
from collections.abc import Mapping

from pipeline.records import Organisation
from pipeline.rulebook.kinds import OfficeKind, SpeakerKind
from pipeline.rulebook.lexicon import NO_WORDS, Lexicon
from pipeline.rulebook.rows import BodyKind
from pipeline.values.names.forms import fold
from pipeline.values.organisations.words import is_akin
from pipeline.values.titles.seats import Seats

_SHORTEST = 4
"""Letters of the shortest title that is no abbreviation."""


class Offices:
    """Tells what the office of a title is called, and which titles say little, by the words of `offices.csv`."""

    def __init__(
        self, words: Lexicon[OfficeKind], bodies: tuple[BodyKind, ...], speakers: Lexicon[SpeakerKind] = NO_WORDS
    ) -> None:
        """Compile the words; `bodies` has the nouns that may stand for one, `speakers` those that stand for people."""
        self._nouns = {noun.lower() for kind in bodies for noun in (*kind.nouns, *kind.exact)}
        any_of = words.any_of
        self._judge = re.compile(rf"(?<!of ){any_of('judge')}$")
        self._court = re.compile(rf"\b{any_of('court')}\b", re.IGNORECASE)
        self._governor = re.compile(rf"(?:{any_of('grade')} )*(?:vice-)?governor")
        self._central_bank = re.compile(rf"{any_of('central_bank')}\b|(?:[\w']+ ){{1,3}}{any_of('central_bank_end')}$")
        self._bank = re.compile(any_of("bank"), re.IGNORECASE)
        self._holder = re.compile(
            rf"(?:{any_of('holder_grade')} )*(?P<place>(?:[a-z.]+ ){{0,2}}?)(?P<holder>{any_of('holder')})"
        )
        self._rank = re.compile(rf"(?:^|[ .]){any_of('rank_end')}$|^{any_of('rank')}$")
        self._lesser = re.compile(rf"\b{any_of('lesser_end')}$|^{any_of('lesser')}$", re.IGNORECASE)
        self._law_firm = re.compile(rf"\b{any_of('law_firm')}(?!\w)")
        self._justice = re.compile(rf"\b{any_of('justice')}\b", re.IGNORECASE)
        self._no_justice = re.compile(rf"\b{any_of('no_justice')}$", re.IGNORECASE)
        self._seats = Seats(words)
        self._of_place = re.compile(rf"(?:^|\s){any_of('of_place')} (?:of|for|to) ", re.IGNORECASE)
        no_body = rf"(?:^|\s){any_of('no_body')}(?: (?:of|for|in) .*)?$|^(?:[a-z]+ )?{any_of('no_body_begin')} "
        self._no_body = re.compile(no_body, re.IGNORECASE)
        self._for_place = re.compile(rf" (?:of|for|in) (?:the )?(?:[A-ZÀ-Þ][\w'’-]+ )+{any_of('place_end')}$")
        self._of_people = re.compile(rf" of the (?:[a-z-]+ )?{speakers.any_of('person')}$")
        self._issuer_heads, self._whole = tuple(words.words("issuer_head")), words.words("abbreviated")

    def is_short(self, title: str) -> bool:
        """Say whether a title is an abbreviation or a rank, which says less than the office that its holder has."""
        short = title.endswith(".") or (len(title) < _SHORTEST and title not in self._whole)
        return short or self._rank.search(title) is not None

    def is_lesser(self, title: str) -> bool:
        """Say whether a title says less of a person than another would: `study author`."""
        return self._lesser.search(title) is not None

    def is_law_firm(self, body: str) -> bool:
        """Say whether a body's name is a law firm's, which issues releases about others, and names their officers."""
        return self._law_firm.search(body) is not None

    def is_issuers(self, title: str) -> bool:
        """Say whether a title behind a name is held in the issuer; `President X` may be another's."""
        return title.lower().endswith(self._issuer_heads)

    def is_governor(self, title: str, main: str) -> bool:
        """Say whether a title is the governor's of a central bank, which the article is about."""
        return title.lower().endswith("governor") and self._bank.search(main) is not None

    def may_be_held(self, title: str, body: str) -> bool:
        """Say whether nothing speaks against a title in a body: courts and the police have no managers or lawyers."""
        return not (self._no_justice.search(title) and self._justice.search(body))

    def has_no_body(self, title: str) -> bool:
        """Say whether a title is held in no body that has a name: `governor of Benguela`, `chair of the jurors`."""
        return any(form.search(title) for form in (self._of_place, self._of_people, self._no_body, self._for_place))

    def is_seat(self, title: str, body: str) -> bool:
        """Say whether a body is by its name of the kind in which alone a title is held."""
        return self._seats.are_held_in(fold(title), body)

    def seat_of(self, title: str, organisations: Mapping[str, Organisation]) -> str | None:
        """Find the only body of the kind in which alone a title is held: `Student Union`'s article, `dean`."""
        return self._seats.of(fold(title), organisations)

    def of(self, title: str, organisations: Mapping[str, Organisation]) -> str | None:
        """Find the body of a title: `Minnesota Attorney General's Office`, `Ministry of Water`, the one court.

        None where the article names none, or several that it may be.
        """
        own = fold(title)
        offices = {f"{own}'s office", f"office of the {own}", f"office of {own}"}
        exact = next((identity for identity, body in organisations.items() if fold(body.name) in offices), None)
        return (
            exact
            or self._body_of_kind(own, organisations)
            or self._seats.of(own, organisations)
            or self._office_of_holder(own, organisations)
            or self._body_of_noun(own, organisations)
        )

    def _body_of_noun(self, title: str, organisations: Mapping[str, Organisation]) -> str | None:
        """Give the only body whose name has the noun that a title begins with: `council leader`, `Group CEO`."""
        noun, _, head = title.partition(" ")
        if noun not in self._nouns or not head:
            return None
        fits = [
            identity
            for identity, body in organisations.items()
            if any(is_akin(name, noun) for name in (body.name, *body.aliases))
        ]
        return fits[0] if len(fits) == 1 else None

    def _body_of_kind(self, title: str, organisations: Mapping[str, Organisation]) -> str | None:
        """Give the only court of an article for one of its judges, the only central bank for its governor."""
        if self._governor.fullmatch(title):
            return _only(self._central_bank, organisations, start=True)
        return _only(self._court, organisations) if self._judge.search(title) else None

    def _office_of_holder(self, title: str, organisations: Mapping[str, Organisation]) -> str | None:
        """Give the office that one holds, or works in: `Office of the Maine Attorney General`."""
        held = self._holder.fullmatch(title.replace("s general", " general").removesuffix("s"))
        if not held:
            return None
        place = f"(?:{re.escape(held['place'])})?" if held["place"] else r"(?:\S+ ){0,3}"
        form = rf"office of the {place}{held['holder']}|{place}{held['holder']}['’]?s?['’]? office"
        return _only(re.compile(form, re.IGNORECASE), organisations, whole=True)


def _only(
    form: re.Pattern[str], organisations: Mapping[str, Organisation], *, whole: bool = False, start: bool = False
) -> str | None:
    """Give the only organisation whose name has a form: somewhere, at its start, or as a whole (folded)."""
    find = form.match if start else form.search
    fits = [
        identity
        for identity, body in organisations.items()
        if (form.fullmatch(fold(body.name)) if whole else find(body.name))
    ]
    return fits[0] if len(fits) == 1 else None
