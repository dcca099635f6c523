"""A title to the organisation of an article that is named after it, or that alone can have it: ministry, court."""

import re
from collections.abc import Mapping

from pipeline.records import Organisation
from pipeline.values.names.forms import fold

_MINISTER = re.compile(r"(?:cabinet |deputy )?(?:minister|secretary) (?:of|for) (.+)")
_JUDGE = re.compile(r"(?:judge|(?<!of )justice|magistrate|registrar)$")
_COURT = re.compile(r"\b(?:court|tribunal)\b", re.IGNORECASE)
_GOVERNOR = re.compile(r"(?:(?:first|second|senior|deputy|vice) )*(?:vice-)?governor")
_CENTRAL_BANK = re.compile(
    r"(?:Central|Reserve|National) Bank of |Bangko Sentral|Banco Central|Banque Centrale|Banque Nationale"
    r"|Bank (?:Negara|Indonesia)|Monetary Authority of |(?:\w+ National|Norges) Bank$|Riksbank"
    r"|Bank of (?:England|Japan|Canada|Korea|Thailand|Ghana|Uganda|Tanzania|Zambia|Botswana|Namibia|Sierra Leone"
    r"|Mauritius|Jamaica|Guyana|Mexico|Spain|Portugal|Italy|Greece|Finland|Israel|Lithuania|Papua New Guinea)"
)
_HOLDER = re.compile(
    r"(?:(?:chief deputy|assistant|deputy|special|senior|acting) )*(?P<place>(?:[a-z.]+ ){0,2}?)"
    r"(?P<holder>attorneys? general|auditors? general|district attorneys?|solicitors? general|mayor|governor"
    r"|public prosecutors?|sheriff|comptroller)"
)


def office_of(title: str, organisations: Mapping[str, Organisation]) -> str | None:
    """Find the body of a title: `Minnesota Attorney General's Office`, `Ministry of Water`, the one court.

    None where the article names none, or several that it may be.
    """
    own = fold(title)
    offices = {f"{own}'s office", f"office of the {own}", f"office of {own}"}
    field = _MINISTER.fullmatch(own)
    if field:
        offices |= {f"{body} {link} {field[1]}" for body in ("ministry", "department") for link in ("of", "for")}
    exact = next((identity for identity, body in organisations.items() if fold(body.name) in offices), None)
    return exact or _body_of_kind(own, organisations) or _office_of_holder(own, organisations)


def _body_of_kind(title: str, organisations: Mapping[str, Organisation]) -> str | None:
    """Give the only court of an article for one of its judges, the only central bank for its governor."""
    if _GOVERNOR.fullmatch(title):
        return _only(_CENTRAL_BANK, organisations, start=True)
    return _only(_COURT, organisations) if _JUDGE.search(title) else None


def _office_of_holder(title: str, organisations: Mapping[str, Organisation]) -> str | None:
    """Give the office that one holds, or works in: `Office of the Maine Attorney General`."""
    held = _HOLDER.fullmatch(title)
    if not held:
        return None
    holder = held["holder"].replace("attorneys", "attorney").removesuffix("s")
    place = f"(?:{re.escape(held['place'])})?" if held["place"] else r"(?:\S+ ){0,3}"
    form = rf"office of the {place}{holder}|{place}{holder}['’]?s?['’]? office"
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
