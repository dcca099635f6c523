"""Where in a text a job title may begin: what stands between a name and it, between two titles, after `served as`."""

import re

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
