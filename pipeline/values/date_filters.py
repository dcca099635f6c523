"""What looks like a date and is none: Theresa May, Sunday Times, Windows 2000, 2000 people, a second half in football."""

import re

from pipeline.values.clauses import lead, tail
from pipeline.values.date_patterns import Expression

_WORD_BEFORE = re.compile(r"([\w&](?:[\w'’&-]*[\w'’])?)(\W*)$")
_ACT_OF = re.compile(r"\b(?:Act|Acts|Law|Code|Bill|Resolution|Ordinance|Constitution|Treaty|Rules|Regulations)(?:\s(?:No\.?\s)?\d+)?(?:\sof|,)\s$")
_NO_NAMES = {"US", "UK", "EU", "UN", "FY", "CY", "GDP", "Q", "H", "IN", "BY", "OF", "FOR", "TO", "THE", "AND"}
_WORD_AFTER = re.compile(r"(\s?)([\w'’-]+)")
_PLACING = set(
    "in since by until till from of for during through throughout before after and to between early late mid the this"
    " last next at or on than versus vs around circa every each late-breaking as into over with per starting beginning"
    " ending ended effective both our its their his her a an was is like says said until about".split()
)
_IN_TIME = {"in", "since", "by", "until", "till", "during", "through", "throughout", "before", "after", "than"}
_SPEAKING = set("said says told asked added has had will would was is who when that if but because whom be i we you".split())
_ERAS = {"world", "market", "markets", "economy", "landscape", "environment", "society", "era", "age", "climate", "industry",
         "marketplace", "digital", "modern", "competitive", "consumers", "generation", "youth", "standards", "technology"}
_HOPES = {"of", "better", "brighter", "hopeful", "sustainable", "greener", "healthier", "stronger", "safer", "new", "for"}
_MODAL_MONTHS = {"May", "March", "MAY", "MARCH"}
_NAMED_MONTHS = {"April", "June", "August", "APRIL", "JUNE", "AUGUST"}
_SHORT_MONTHS = {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}
_DAY_NAMES = {"black", "good", "cyber", "super", "ash", "giving", "bloody", "easter", "shrove", "maundy", "palm", "small",
              "fat", "every", "each", "most", "sheffield", "meatless", "casual", "taco", "throwback", "ruby", "manic"}
_PAPERS = {"Times", "Telegraph", "Mirror", "Mail", "Express", "Post", "Night", "Star", "World", "Independent", "Sun", "Herald",
           "Island", "Review", "Football", "Observer", "School", "Mass", "Show", "Scaries", "Swift", "Addams"}
_STREETS = re.compile(r"\s(?:(?!Wall\s)[A-Z]\w*\.?\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd|Lane|Parkway|Pkwy|Highway)\b")
_UNITS = {"people", "men", "women", "children", "mw", "gw", "km", "kg", "m", "metres", "meters", "feet", "ft", "sq", "square",
          "acres", "hectares", "tons", "tonnes", "miles", "jobs", "rpm", "cc", "hours", "calories", "mg", "ml", "mah", "points",
          "psi", "watts", "nm", "mhz", "lbs", "pounds", "hp", "kilometres", "kilometers", "homes", "units", "employees",
          "degrees", "guests", "attendees", "participants", "companies", "residents", "families", "households", "patients", "soldiers", "copies", "cases", "pages", "words", "votes", "members", "seats", "cars", "vehicles", "euros", "dollars", "troops", "soldiers", "workers", "students", "villages", "rupees", "species"}
_OLD_PLACING = {"in", "since", "until", "till", "from", "between", "around", "circa", "by", "year", "of", "before", "after"}
_AFTER_OLD = set("and to when by as at that with the was after until in it he she they there for on a an his her who which"
                 " while but through or because where is has had under during".split())
_APPROXIMATE = {"about", "around", "nearly", "almost", "some", "approximately", "roughly", "least", "exceeding", "additional", "over"}
_DAYS_ON = re.compile(r"\s?(?:-|–|to|through|thru)\s?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")
_DAYS_BEFORE = re.compile(r"day\s?(?:-|–|to|through|thru)\s?$")
_SPORT = {"players", "coach", "squad", "goalless", "equalised", "half-time","goal", "goals", "scored", "score", "scoring", "halftime", "half-time", "touchdown", "yards", "penalty", "equaliser",
          "equalizer", "match", "kick", "striker", "midfielder", "goalkeeper", "corner", "header", "rebounds", "quarterback",
          "basket", "possession", "cup", "league", "tackle", "innings", "wicket", "offside", "lead", "trailed", "substitute"}


def is_date(text: str, found: Expression) -> bool:
    """Whether the words around an expression let it be a date."""
    check = _CHECKS.get(found.rule)
    return check is None or check(text, found)


def _before(text: str, start: int) -> tuple[str, str]:
    """Give the word before an offset, and what stands between."""
    found = _WORD_BEFORE.search(text, max(0, start - 30), start)
    return (found[1], found[2]) if found else ("", "")


def _after(text: str, end: int) -> str:
    found = _WORD_AFTER.match(text, end)
    return found[2] if found else ""


def _is_year(text: str, found: Expression) -> bool:
    start, end = found.start, found.end
    if text[end : end + 1] in ("-", "–", "/") and text[end + 1 : end + 2].isdigit():
        return False
    if (start and text[start - 1] in "/.,") or text[end : end + 2] in ("% ", "x "):
        return False
    if _ACT_OF.search(text, max(0, start - 20), start):
        return False  # a law, by its name
    word, gap = _before(text, start)
    following = _after(text, end)
    if following.casefold() in _UNITS or (_is_approximate(word, text, start) and following.islower()):
        return False
    if word.casefold() not in _PLACING and _STREETS.match(text, end):
        return False
    return not _is_name(word, gap, following, text, end)


def _is_approximate(word: str, text: str, start: int) -> bool:
    """Whether the word before a number makes it an estimate: about 2000, more than 2000."""
    if word.casefold() == "than":
        return text[:start].rstrip().casefold().endswith(("more than", "less than", "fewer than"))
    return word.casefold() in _APPROXIMATE


def _is_name(word: str, gap: str, following: str, text: str, end: int) -> bool:
    """Whether a year ends a name: Scientific Sessions 2024, Windows 2000, Week (AEW) 2022."""
    if gap == ") " and word.isupper() and word != "FY":
        return True
    if gap != " " or word.casefold() in _PLACING or word.endswith(("'s", "’s", "s'", "s’", "ing")):
        return False
    begins = text[end : end + 1] == " " and following[:1].isupper()
    if word.isupper():
        return not begins and 1 < len(word) < 6 and word not in _NO_NAMES and not text[end : end + 20].isupper()
    return word[:1].isupper() and len(word) > 1 and not begins


def _is_month(text: str, found: Expression) -> bool:
    """Whether a month alone is one: not Theresa May, a march, or Mar del Plata."""
    word, gap = _before(text, found.start)
    name, following = text[found.start : found.end], _after(text, found.end)
    lowered = word.casefold()
    placed = gap == " " and lowered in _PLACING
    if name.rstrip(".").title() in _SHORT_MONTHS:
        return gap == " " and lowered in _IN_TIME
    if placed and lowered not in ("a", "an", "was", "is", "says", "said", "with", "as"):
        return name not in _MODAL_MONTHS or lowered in _IN_TIME or following.casefold() not in _SPEAKING
    if gap == " " and word[:1].isupper() and not word.isupper() and not word.endswith(("’s", "'s", "s’", "s'")):
        return False
    if name in _MODAL_MONTHS:
        listed = gap == ", " and word[:1].isupper() and following in ("and", "or")
        speaks = following.casefold() in _SPEAKING or lowered in _SPEAKING
        return gap.strip() in ("/", "-", "–") or listed or (gap == " " and not speaks and (word.islower() or word[-1:] in "s’"))
    return name not in _NAMED_MONTHS or not following[:1].isupper()


def _is_weekday(text: str, found: Expression) -> bool:
    """Whether a weekday is one day: not Black Friday, the Sunday Times, Mr Sun, or every Monday to Friday."""
    word, gap = _before(text, found.start)
    following, lowered = _after(text, found.end), word.casefold()
    if not gap.strip() and (lowered in _DAY_NAMES or word == "USA"):
        return False
    if len(text[found.start : found.end].rstrip(".")) < 6:
        return gap == " " and lowered in ("on", "by", "until", "till", "from", "this", "next", "last", "to")
    if following in _PAPERS and text[found.end : found.end + 1] == " ":
        return False
    return not _DAYS_ON.match(text, found.end) and not _DAYS_BEFORE.search(text, max(0, found.start - 14), found.start)


def _is_today(text: str, found: Expression) -> bool:
    word, gap = _before(text, found.start)
    if text[found.start] == "T" and gap == " " and word[:1].isupper() and word not in ("On", "As", "But", "And"):
        return False  # USA Today
    if text[found.start : found.end].isupper() and _after(text, found.end).isupper():
        return False  # TODAY NICARAGUA
    following = tail(text, found.end)[:5]
    if following[:1] in (["'s"], ["’s"]) or following[:2] in (["'", "s"], ["’", "s"]):
        return not set(following) & _ERAS
    return not ("tomorrow" in found.slots["near"].lower() and word.casefold() in _HOPES)


def _is_period(text: str, found: Expression) -> bool:
    """Whether a half or quarter without a year is one of the calendar, not of a match."""
    if "year" in found.slots or "which" in found.slots or "yy" in found.slots:
        return True
    if found.rule == "quarter":
        return text[found.end : found.end + 1] != ":" or text[found.start - 1 : found.start] not in ("", "\n")
    if found.rule in ("half", "half_number_year", "quarter_number_year"):
        word, gap = _before(text, found.start)
        return word.casefold() in _PLACING and not gap.strip()
    words = set(lead(text, found.start)) | set(tail(text, found.end))
    return not words & _SPORT


def _is_shift(text: str, found: Expression) -> bool:
    """Whether `before` ends it: a year before, but not a year before the vote."""
    following = _after(text, found.end)
    if found.slots["shift"].lower() in ("before", "prior"):
        return not following or text[found.end : found.end + 1] in ",.;:)"
    return following not in ("than",)


def _is_first_months(text: str, found: Expression) -> bool:
    """Whether the first months are those of a year, not of a term in office."""
    word, _ = _before(text, found.start)
    return "year" in found.slots or "which" in found.slots or word.casefold() not in ("his", "her", "their", "its", "my", "our")


def _is_old_year(text: str, found: Expression) -> bool:
    """Whether a number from 1000 to 1899 is a year: in 1848, but not in 1500 homes."""
    word, gap = _before(text, found.start)
    following = _after(text, found.end)
    if text[found.end : found.end + 1] in ("-", "–", "/", "%") or text[found.start - 1 : found.start] in ("/", ".", ",", "-"):
        return False
    if gap.endswith("(") and text[found.end : found.end + 1] == ")":
        return int(found.slots["year"]) >= 1400
    return gap == " " and word.casefold() in _OLD_PLACING and (not following or following.casefold() in _AFTER_OLD)


def _is_unit(text: str, found: Expression) -> bool:
    which, unit = found.slots["which"].lower(), found.slots.get("unit", "").lower()
    if unit == "day":
        return which in ("next", "following", "previous")
    following = _after(text, found.end)
    if unit in ("quarter", "half") and following == "of":
        return False  # the last quarter of growth
    return not (unit == "half" and which == "last" or (unit == "year" and following in ("old", "olds")))


_CHECKS = {
    "year": _is_year,
    "month_last": _is_month,
    "weekday": _is_weekday,
    "today": _is_today,
    "nth_quarter": _is_period,
    "nth_half": _is_period,
    "half": _is_period,
    "half_number_year": _is_period,
    "quarter_number_year": _is_period,
    "old_year": _is_old_year,
    "first_months": _is_first_months,
    "quarter": _is_period,
    "ago": _is_shift,
    "which_unit": _is_unit,
}
