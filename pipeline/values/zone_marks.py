"""A paragraph of a press text to the signs that it carries: heading, contact, caption, row of a table ..."""

import re

from pipeline.values.datelines import DAY, find_dateline

_WORDS = re.compile(r"\S+")
_BOLD = r"(?:\*\*|#+\s*)?"
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s*$|[.!?][\"”’']?\s+[A-Z“\"]")
_ABBREVIATION = re.compile(
    r"\b(?:Inc|Corp|Co|Cos|Ltd|Bros|LLC|S\.A|N\.V|plc|Jr|Sr|No|vs|v|Dr|Mr|Mrs|Ms|St|Gov|Gen|Sen|Rep|Prof|Capt|U\.S|U\.K|U\.N|Rs|[A-Z])\."
)
BULLET = re.compile(r"(?:[-•*·–▪●]|o)\s")

_ABOUT = re.compile(
    rf"{_BOLD}(?:About|ABOUT)(?: the| THE| our| us| US)?\b(?=[:\s])(?!\s+(?:\d|half|one|two|three|a |an ))"
)
_FORWARD = re.compile(
    rf"{_BOLD}(?:(?:Caution(?:ary)?|Disclosures?|Disclaimers?|Notes?|Notice|Special Note|Statement|Information|Important notices?)\b.{{0,45}})?"
    r"(?:Forward[- –]Looking|Safe[- ]Harbou?r)\b|Important notices?$|Disclaimer\b",
    re.IGNORECASE,
)
_FORWARD_SIGNS = (
    r"forward[- –]looking",
    r"Private Securities Litigation Reform Act|safe[- ]harbou?r",
    r"actual (?:results|events|outcomes)",
    r"(?:may|could|might|to) differ",
    r"undue reliance|should not be placed",
    r"obligation to (?:publicly )?(?:update|revise)|undertakes? to update",
    r"risks and uncertainties|involve risks",
    r"(?:certain )?statements (?:herein|in this|about|made)",
    r"based on information (?:currently )?available",
    r"(?:anticipate|believe|estimate|expect|intend|plan)s?[”\"’,]+ [“\"‘]?(?:anticipate|believe|estimate|expect|intend|plan)",
)
_CONTACT = re.compile(
    rf"{_BOLD}(?:for )?(?:(?:media|press|investors?|company|corporate|public|news|analysts?|editorial|general|shareholder"
    r"|further|agency|pr|ir|communications)\b[\w &/,-]{0,30})?"
    r"(?:contacts?(?: details| information| us| person| for media)?|enquir(?:y|ies)|inquir(?:y|ies)|relations|queries|office"
    r"|notes to (?:the )?editors?)\b\s*(?::|$|\()",
    re.IGNORECASE,
)
_CONTACT_INSIDE = re.compile(
    r"(?:for (?:(?:more|further|additional) (?:information|details)|(?:media|press|investor) (?:enquiries|inquiries|queries)"
    r"|(?:pictures|images|photos|interviews?)[\w ,]*)\b(?:.{0,80}\b(?:contact|call|e-?mail|visit|please|write)\b|\s*:|$)"
    r"|(?:please )?contact(?: us)?\b|to (?:learn|find out) more\b|on behalf of the board"
    r"|(?:issued|distributed|released) (?:by|at|on behalf of)\b|neither the .{0,60}(?:exchange|regulat).{0,80}accepts? responsibility"
    r"|this (?:announcement|release) (?:was|has been) (?:authori[sz]ed|approved)|source\b(?::| [A-Z])|view original content)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w|\[email\W+protected\]|\+\d[\d ().-]{6,}\d|\(?\b\d{3,5}\)?[ .-]\d{3,4}[ .-]\d{3,4}\b|\bwww\.|https?://"
    r"|^(?:tel|phone|email|e-mail|fax|mobile|web(?:site)?|twitter|facebook|linkedin)\b\s*[.:]",
    re.IGNORECASE | re.MULTILINE,
)
_END = re.compile(
    r"\W*(?:#\s*#\s*#|#{3,}|[-–—]\s*30\s*[-–—]|[-–—*]*\s*(?:ENDS?|End)\b(?:\s*[-–—*]*|/.{0,60}(?:\n.{0,60})?)|\*\s*\*\s*\*)\W*$"
)
_AGENCIES = r"Getty Images|Reuters|AFP|AP Photo|Xinhua|VCG|EPA|Shutterstock|Unsplash|Bloomberg|Handout"
_CAPTION = re.compile(
    r"^\W?(?:(?:File |Handout |Stock )?(?:Photo|Photograph|Image|Picture|Graphic|Illustration)s?(?: caption| credit)?|Caption|Credit)"
    r"(?:\s+(?:by|courtesy of|from)\b|\s*[:/])"
    r"|\b(?:File |Handout |Stock )?(?:photo|image|picture|photograph)s?(?:\s+(?:by|credit|courtesy)\b|\s*[:/])\s*\S.{0,60}$"
    rf"|[(\[/][^()\[\]]{{0,40}}(?:{_AGENCIES})[^()]{{0,30}}[)\]]?\s*$"
    r"|[.?!] \((?:[A-ZÀ-Þ][\w.'’-]+ ){1,3}[A-ZÀ-Þ][\w.'’-]+\s?/\s?[A-ZÀ-Þ][^()/]{2,40}\)$"
    r"|^\(?(?:Pictured|Seen here|Above|Left to right|From left(?: to right)?|L to R)\b\s*[:,(]",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"(?:for immediate release|immediate release|(?:press|news|media) release|news)\b.{0,30}$", re.IGNORECASE
)
_WIRE = re.compile(
    r"(?:pr ?newswire|business ?wire|globe ?newswire|newsfile corp\.?|apo group|accesswire)\W*$", re.IGNORECASE
)
_BEFORE_BODY = re.compile(
    r"(?:embargoed?|published|posted|updated|date|from|by|release (?:no|number))\b.{0,60}$", re.IGNORECASE
)
_DAY_LINE = re.compile(
    rf"\W*(?:(?:published|posted|date|updated|released?|issued)\b(?:[\s:]*(?:on )?|.{{0,60}}:\s*))?{DAY}.{{0,25}}$",
    re.IGNORECASE,
)
_NUMERIC_DAY = re.compile(r"\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d$")
_GAP = re.compile(r"\s*\|\s*|\t+| {3,}")
_NUMBER = re.compile(r"[\s$€£¥(]*[-–—]?[\d.,]+\s*%?\)?$|[-–—$|:]+$")
_TABLE_TITLE = re.compile(r"\b(?:in|of|USD|EUR|GBP) (?:thousands|millions|billions)\b|\bunaudited\b", re.IGNORECASE)
_SELF = re.compile(
    r"[A-ZÀ-Þ]\S+(?: (?:[A-ZÀ-Þ]\S*|of|and|the|for|&)){0,8}(?: \([^)]*\))?,? (?:is (?:an?|the|one)\b|works? (?:for|with|in|to)\b"
    r"|was (?:founded|established)\b|operates?\b|provides?\b|develops?\b|makes?\b|builds?\b|delivers?\b|offers?\b|owns?\b)"
)


def words(text: str) -> int:
    """Count words."""
    return len(_WORDS.findall(text))


def is_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does, or goes on after one."""
    return bool(_SENTENCE_END.search(_ABBREVIATION.sub("X", text)))


def is_title(text: str) -> bool:
    """Say whether a paragraph before the body is a headline."""
    count = words(text)
    if count > 35 or text.endswith((",", ";")) or _ADDRESS.search(text) or BULLET.match(text) or find_dateline(text):
        return False
    return not is_sentence(text) or (text.endswith(("?", "!")) and count < 20)


def is_heading(text: str) -> bool:
    """Say whether a paragraph is short and no sentence."""
    return words(text) <= 14 and (not is_sentence(text) or text.rstrip().endswith(":")) and not BULLET.match(text)


def is_day_line(text: str) -> bool:
    """Say whether a paragraph says when it was published, or who wrote it, and nothing else."""
    return words(text) <= 14 and bool(_DAY_LINE.match(text) or _NUMERIC_DAY.match(text) or _BEFORE_BODY.match(text))


def is_dateline(text: str) -> bool:
    """Say whether a paragraph is a dateline, or the name of a wire, and nothing else."""
    dateline = find_dateline(text)
    return bool(_WIRE.match(text)) or (dateline is not None and dateline.end == len(text))


def is_release_mark(text: str) -> bool:
    """Say whether a paragraph is `FOR IMMEDIATE RELEASE`, or the like."""
    return bool(_RELEASE.match(text)) and words(text) <= 8


def is_caption(text: str) -> bool:
    """Say whether a paragraph stands under a picture."""
    return words(text) <= 60 and bool(_CAPTION.search(text)) and not _CONTACT.match(text)


def is_end_mark(text: str) -> bool:
    """Say whether a paragraph marks the end of a release."""
    return len(text) < 120 and bool(_END.match(text))


def opens_about(text: str) -> bool:
    """Say whether a paragraph begins the 'About X' part."""
    if not _ABOUT.match(text):
        return False
    first = text.partition("\n")[0]
    return is_heading(first) or bool(re.match(r"\W*(?:About|ABOUT) [^.]{2,60}(?::|\s[–—-]\s)", text))


def opens_forward_looking(text: str) -> bool:
    """Say whether a paragraph begins the forward-looking statements."""
    return bool(_FORWARD.match(text)) and (is_heading(text.partition("\n")[0]) or is_forward_looking(text))


def is_forward_looking(text: str) -> bool:
    """Say whether a paragraph warns that what it says of the future may not come."""
    signs = sum(bool(re.search(sign, text, re.IGNORECASE)) for sign in _FORWARD_SIGNS)
    return signs >= 2 and not re.search(r"[“\"][^”\"]{15,}[”\"],? (?:said|says|added)", text)


def opens_contact(text: str) -> bool:
    """Say whether a paragraph is the heading of contacts, or begins with it."""
    return bool(_CONTACT.match(text)) and words(text.partition("\n")[0]) <= 30


def is_contact(text: str) -> bool:
    """Say whether a paragraph says whom to ask, or who issued the text."""
    count = words(text)
    if _CONTACT_INSIDE.match(text) and count <= 45:
        return True
    return count <= 16 and len(_ADDRESS.findall(text)) > 0


def has_address(text: str) -> bool:
    """Say whether a paragraph has a mail address, a telephone number or a link."""
    return bool(_ADDRESS.search(text))


def is_row(text: str) -> bool:
    """Say whether a line is a row of a table: cells with bars, tabs or wide gaps between, or mere numbers."""
    cells = [cell for cell in _GAP.split(text.strip()) if cell.strip()]
    if len(cells) > 1 and "\n" not in text:
        return max(map(len, cells)) < 120
    return bool(cells) and all(_NUMBER.match(word) for word in text.split())


def is_table_title(text: str) -> bool:
    """Say whether a line says in what the numbers under it are counted."""
    return words(text) <= 16 and bool(_TABLE_TITLE.search(text))


def describes_itself(text: str) -> bool:
    """Say whether a paragraph says what an organisation is, as the 'About' part does, without news."""
    return (
        bool(_SELF.match(text))
        and not re.search(r"[“”\"]|\bsaid\b|\btoday\b|\bannounced\b", text)
        and words(text) < 150
    )
