"""What stands between a title and the names beside it, and titles that no list has, by where they stand."""

import re

from pipeline.values.titles.words import Stretch, TitleWords

_DEGREE = r"(?:,? (?:[A-Z][A-Za-z]{0,3}\.){1,3}[A-Z]?(?=[ ,])|, (?:PhD|MD|MBA|CFA|CPA|JD|MPH|FAHA|KC|QC|MP)\b)"
_ARTICLE = r"(?:(?:the|a|an|our|its|also|currently|now|their|his|her) )*"
_TIME = r"(?:(?:formerly|previously|once|former|then|new|late|outgoing|current|longtime) )*"
_HELD = (
    "serves?|served|serving|works?|worked|working|acts?|acted|acting|appointed|appoints|named?|names|elected|elects|"
    "joins?|joined|joining|hired|hires|promoted|continues?|nominated|resigns?|resigned|retires|retired|sworn in|"
    "selected|returns?|step(?:s|ped)? (?:down|aside)|stands? down|stood down|stays? on|stayed on|takes? over|took over|"
    "leaves|left|quits?|added|adds|recruits|recruited|career"
)

AFTER_NAME = re.compile(
    rf"(?: ?\([^()\n]{{1,40}}\)| ?\*)?{_DEGREE}*(?:, \d\d)?"
    r"(?:,? who (?:is|was|serves as) |, (?:and )?|, ?\n| [-–—] |\n+| \(| (?:is|was|as) )"
    rf"(?:[a-z]{{1,2}} (?=the ))?{_ARTICLE}(?:[A-Za-z]+['’]s )?{_TIME}"
)
"""What stands between a name and a title after it: bracketed asides, degrees, an age, a comma, an article, `former`."""

AFTER_TITLE = re.compile(r"(?:,|;|,? and|,? as well as|\n)[ \n](?:(?:the|a|an|its|also|former) )*")
"""What stands between two titles of one person."""

HELD = re.compile(
    rf"\b(?:(?:{_HELD})(?: [^.,\n;]{{1,50}}?)?? as|(?:role|position|post|title) of|promoted to|"
    r"(?:was|been|is) (?:appointed|named|elected)(?: as| to be)?|(?:made|named|appointed|elected) (?:him|her|them))"
    r" (?:(?:the|its|a|an|our|their|new|next|first|his|her|interim) )*(?=[A-Za-z])"
)
"""Words after which a title is one that somebody holds: `served as its`, `was appointed`."""

BEFORE_ORGANISATION = re.compile(r",? (?:of|at|for|with)(?: the)? $|, (?:[Tt]he )?$")
"""What stands between a title and the organisation before a name: `director of the` Water Board, Ama Boateng."""

_APPOINTS = "[Nn]amed?|[Nn]ames|[Aa]ppointed|[Aa]ppoints|[Ee]lected|[Ee]lects|[Pp]romoted|[Mm]ade|[Hh]ired"
APPOINTED = re.compile(rf"\b(?:{_APPOINTS}) (?:[A-Z][a-z]{{0,3}}\.? )?$")
"""What stands before a name behind which a title follows with no comma: `named` Ama Boateng chair."""

_ENDING = r"(?:er|or|ist|ian|eur|man|woman|person|master|smith|wright|herd|warden)"
_WORDS = rf"(?P<title>(?:[a-z][a-z-]+ ){{0,2}}[a-z][a-z-]+{_ENDING})"
_TO_BODY = re.compile(rf", (?:(?:a|an|the|also|now) )?{_WORDS},? (?:of|at|for|with) (?:the )?")
_FROM_BODY = re.compile(rf"['’]s? {_WORDS}, ")


def title_to_body(words: TitleWords, text: str, name_end: int, body_start: int) -> Stretch | None:
    """Find the title that is all that stands between a name and a body after it."""
    return _held(words, _TO_BODY.fullmatch(text, name_end, body_start))


def title_from_body(words: TitleWords, text: str, body_end: int, name_start: int) -> Stretch | None:
    """Find the title that is all that stands between a body and a name after it: `Volta Foods's weighbridge keeper`."""
    return _held(words, _FROM_BODY.fullmatch(text, body_end, name_start))


def _held(words: TitleWords, found: re.Match[str] | None) -> Stretch | None:
    """Give the place of what was found, unless its words are said of persons who hold nothing: `a former customer`."""
    if not found:
        return None
    start = found.start("title")
    *before, head = found["title"].split()
    while before and before[0] in words.outside:
        start += len(before.pop(0)) + 1
    if head in words.persons or any(word in words.stops or word.endswith(("ly", "ing")) for word in before):
        return None
    return start, found.end("title")
