"""The blocks of a page to those of its article: without navigation, related stories, doubled and hidden text."""

import re
from collections.abc import Iterable, Sequence

from lxml import etree
from lxml.html import HtmlElement

from pipeline.ingest.readers.html.blocks import Block
from pipeline.ingest.readers.html.dates import is_dated_line
from pipeline.ingest.readers.html.furniture import is_furniture_line
from pipeline.ingest.rules import patterns

_LONG = 40
"""Letters of a block that can't be found in a text by chance."""
_SHORT_PAGE = 200
"""Letters below which what was chosen is too little to trust, so that the whole page is read."""
_LINKED = 0.5
"""Share of letters that are links above which a block leads elsewhere."""
_DAY = re.compile(r"\d{4}|\d[/.]\d")
_LINE_OF_DAY = 36
_LEAD = 80
"""Letters that the lead has at least."""
_ENDS = re.compile(r"[.!?][”\"’)]*$")
_HEAD = 4
"""Blocks above the text among which its headline and day are."""
_NEAR_CONTACT, _CONTACTS = 4, 10
"""Blocks behind the text among which contacts begin, and lines that they have at most."""
_NEAR = 400
"""Letters after the last one found among which a short block is looked for."""


def article_blocks(tree: HtmlElement, blocks: Sequence[Block]) -> list[Block]:
    """Choose the blocks of the article: those that trafilatura finds, and what stands between them."""
    page = [block for block in without_repeats(blocks) if not is_furniture_line(block.text)]
    chosen = _filled(page, _from_text(page, _found(page, _extracted(tree))))
    if sum(len(page[at].letters) for at in chosen) < _SHORT_PAGE:
        chosen = [at for at, block in enumerate(_without_end(page)) if not is_led_away(block)]
    menus = _menus(page)
    return [page[at] for at in chosen if at not in menus and not is_link_line(page[at])]


def _extracted(tree: HtmlElement) -> str:
    """Give the letters of what trafilatura takes for the article."""
    import trafilatura  # here, since most runs read no page, and it takes a fifth of a second

    page = etree.tostring(tree, encoding="unicode", method="html")
    found = trafilatura.bare_extraction(
        page, favor_recall=True, include_tables=True, include_comments=False, with_metadata=False
    )
    return re.sub(r"\W+", "", found.text if found is not None and found.text else "").casefold()


def _found(page: Sequence[Block], text: str) -> list[int]:
    """List the blocks that stand in a text: long ones anywhere, short ones where the text has come to."""
    found, at = [], 0
    for number, block in enumerate(page):
        letters = block.letters
        if not letters:
            continue
        place = text.find(letters, at) if len(letters) >= _LONG else text.find(letters, at, at + len(letters) + _NEAR)
        if place < 0 and len(letters) >= _LONG:
            # A mark set apart, or a cell that the other left out, is no reason to lose a paragraph.
            place = text.find(letters[:_LONG])
            place = place if place >= 0 else text.find(letters[-_LONG:])
        if place >= 0:
            found.append(number)
            at = max(at, place + len(letters)) if len(letters) >= _LONG or place - at < _LONG else at
    return found


def _from_text(page: Sequence[Block], found: list[int]) -> list[int]:
    """Leave out the links of a menu above the text whose words came back in it by chance."""
    first = next((n for n, at in enumerate(found) if len(page[at].letters) >= _LONG), 0)
    return [at for at in found[:first] if not is_led_away(page[at])] + found[first:]


def _filled(page: Sequence[Block], found: list[int]) -> list[int]:
    """Add what stands between two blocks that were found, or follows the last in its element, and leads nowhere."""
    if not found:
        return []
    home = _home([page[at].element for at in found if len(page[at].letters) >= _LONG])
    text = next((at for at in found if len(page[at].letters) >= _LONG and not page[at].level), found[0])
    kept = {*found, *_above(page, found[0]), *_under_headline(page, text)}
    for at in range(found[0], len(page)):
        block = page[at]
        if at in kept or is_led_away(block) or not _is_inside(block.element, home):
            continue
        between = at < found[-1]
        if between or block.kind in ("row", "point") or len(block.letters) >= _LONG:
            kept.add(at)
    return sorted({*kept, *_contacts(page, max(kept))})


def _above(page: Sequence[Block], first: int) -> list[int]:
    """List the headings and lines of a day right above the first block that was found, up to the headline."""
    above: list[int] = []
    if 0 < page[first].level <= 2:
        return above
    for at in range(first - 1, max(-1, first - 1 - _HEAD), -1):
        block = page[at]
        is_day = len(block.text) < 60 and _DAY.search(block.text) is not None
        if is_led_away(block):
            continue
        if not (is_day or 0 < block.level <= 3):
            break
        above.append(at)
        if 0 < block.level <= 2:
            break
    return above


def _under_headline(page: Sequence[Block], text: int) -> list[int]:
    """List the day, and a lead in an element of its own, that stand between the headline and what was found."""
    head = range(text - 1, max(-1, text - 1 - 2 * _HEAD), -1)
    top = next((at for at in head if 0 < page[at].level <= 2), None)
    if top is None:
        return []
    between = range(top + 1, text)
    leads = [at for at in between if len(page[at].text) > _LEAD and not page[at].linked and _ENDS.search(page[at].text)]
    days = [at for at in between if len(page[at].text) <= _LINE_OF_DAY and _DAY.search(page[at].text)
            and is_dated_line(page[at].text)]  # fmt: skip
    return [*days, *([top, *leads] if leads else [])]


def _contacts(page: Sequence[Block], last: int) -> list[int]:
    """List the lines of contacts that stand near behind the text in an element of their own."""
    near = page[last + 1 : last + 1 + _NEAR_CONTACT]
    start = next((n for n, block in enumerate(near, last + 1) if patterns("contact_line").fullmatch(block.text)), None)
    if start is None:
        return []
    lines = [start]
    for at in range(start + 1, min(len(page), start + 1 + _CONTACTS)):
        block = page[at]
        if len(block.text) > 120 or block.level > 0 or (_is_whole_link(block) and "@" not in block.text):
            break
        lines.append(at)
    return lines


def _without_end(page: Sequence[Block]) -> Sequence[Block]:
    """Cut a page at the first heading behind its text from which on every block has links in it."""
    for at, block in enumerate(page):
        rest = page[at + 1 :]
        if block.level and at and rest and all(other.linked or other.level for other in rest):
            return page[:at]
    return page


def is_led_away(block: Block) -> bool:
    """Say whether most of a block is links, so that it leads elsewhere."""
    return block.linked > _LINKED * len(block.letters) and block.level != 1


def _menus(page: Sequence[Block]) -> set[int]:
    """List the short blocks that are nothing but links and stand beside each other."""
    linked = [_is_whole_link(block) and len(block.text.split()) < 4 and "@" not in block.text for block in page]
    return {
        at
        for at, is_link in enumerate(linked)
        if is_link and (any(linked[max(0, at - 1) : at]) or any(linked[at + 1 : at + 2]))
    }


def _is_whole_link(block: Block) -> bool:
    return block.linked >= 0.95 * len(block.text.replace(" ", "")) and block.kind != "row" and not block.level


def is_link_line(block: Block) -> bool:
    """Say whether a paragraph is nothing but a link with a story's headline; an address is what is linked itself."""
    if block.kind not in ("p", "line") or len(block.text.split()) <= 3 or re.search(r"@|www\.", block.text):
        return False
    return block.linked >= 0.95 * len(block.text.replace(" ", ""))


def _home(elements: Sequence[HtmlElement]) -> HtmlElement | None:
    """Give the innermost element that holds nearly all of some elements."""
    counts: dict[HtmlElement, int] = {}
    for element in elements:
        for above in (element, *element.iterancestors()):
            counts[above] = counts.get(above, 0) + 1
    enough = 0.8 * len(elements)
    holders = [element for element, count in counts.items() if count >= enough]
    return max(holders, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _is_inside(element: HtmlElement, home: HtmlElement | None) -> bool:
    return home is not None and (element is home or any(above is home for above in element.iterancestors()))


def without_repeats(blocks: Iterable[Block]) -> list[Block]:
    """Leave out what a page prints twice: long blocks that were seen, and short ones among them."""
    blocks = list(blocks)
    seen: set[str] = set()
    doubled = []
    for block in blocks:
        letters = block.letters
        doubled.append(letters in seen if len(letters) >= _LONG and block.kind != "row" else None)
        seen.add(letters)
    kept: list[Block] = []
    shown: set[str] = set()
    for number, block in enumerate(blocks):
        beside = [d for d in doubled[max(0, number - 2) : number + 3] if d is not None]
        gone = doubled[number] or (doubled[number] is None and block.letters in shown and beside and all(beside))
        if not gone:
            kept.append(block)
            shown.add(block.letters)
    return kept
