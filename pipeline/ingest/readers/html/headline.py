"""The headings and the head of a page to its headline: no name of the site, no name of a section."""

import re
from collections.abc import Sequence

from pipeline.ingest.cleaning import letters_of
from pipeline.ingest.publication import read_stated
from pipeline.ingest.readers.html.blocks import Block
from pipeline.ingest.rules import any_word_of, patterns

_SITE = re.compile(r"\s+[|»·•›—–-]{1,2}\s+|\s*(?:\|\||::)\s*|(?<=\w)\s*\|\s*")
_SURE_SITE = re.compile(r"\s*[|»·•›]\s*|\s*::\s*")
_FILE_NAME = re.compile(r"\S+\.(?:html?|aspx?|php|pdf|docx?|txt)$|[a-z]+-?\d{5,}$|\S*_\S*$", re.IGNORECASE)
_DOMAIN = re.compile(r"\b\w+\.(?:com|org|net|gov|co\.\w\w)$", re.IGNORECASE)
_LETTERHEAD = 5
"""Blocks among which the label is, PRESS RELEASE, above which a letterhead stands and no headline."""
_OPENING = 14
"""Blocks of the article among which a headline is looked for that is no heading."""


def headline_of_page(
    blocks: Sequence[Block], page: Sequence[Block], titles: Sequence[str], site: str | None
) -> str | None:
    """Give the headline: the heading that the head of the page names, else the head's own, else the nearest heading.

    `blocks` are the article's, `page` all of the page, `titles` what the head states, `site` who publishes it.
    """
    headings = [block for block in page if block.level and block.level <= 3 and not is_section(block.text, site)]
    stated = [title for title in titles if not is_section(without_site(title, site), site)]
    for title in stated:
        lines = [block.text for block in blocks[:_OPENING] if not block.level]
        if match := _printed(title, [block.text for block in headings]):
            return match
        if match := _printed(title, lines, whole=True):
            # What the page prints above all may be its own name, and the headline another line in bold.
            return match if stated_fits([match], blocks) else _bold_line(blocks, behind=match) or match
    nearest = _nearest(blocks, headings)
    only_tag = not stated or all(title == titles[-1] for title in stated)
    if nearest and only_tag and (not stated_fits(stated, blocks) or _names_section(stated[0])):
        return nearest
    label = next((block.text for block in blocks[:_LETTERHEAD] if patterns("banner").fullmatch(block.text)), None)
    bold = (_bold_line(blocks, behind=label) if label else None) or _bold_line(blocks)
    if bold and not nearest and all(len(title.split()) < 4 for title in stated):
        return bold
    if stated or nearest:
        return without_site(stated[0], site) if stated else nearest
    sections = [block.text for block in page if block.level and block.level <= 3]
    named = [title for title in titles if not _FILE_NAME.fullmatch(title) and len(title.split()) > 1]
    printed = (_printed(title, sections) for title in named)
    first = next((block.text for block in headings), None)
    return first or next(filter(None, printed), None) or next((without_site(title, site) for title in named), None)


def stated_fits(stated: Sequence[str], blocks: Sequence[Block]) -> bool:
    """Say whether words of a stated title come back in the article, so that it is no name of a section."""
    words = {word for title in stated for word in re.findall(r"\w{5,}", title.casefold())}
    text = " ".join(block.text for block in blocks if not block.level and block.text not in stated).casefold()
    return bool(words) and sum(word in text for word in words) >= 0.6 * len(words)


def _names_section(title: str) -> bool:
    """Say whether a title is a section's and the name of whose site it is: Volta Foods - Press Release Details."""
    parts = [re.findall(r"\w+", part) for part in _SITE.split(title)]
    sections = [len(words) > 1 and all(_is_of_section(word) for word in words) for words in parts]
    return any(sections) and all(section or len(words) < 5 for section, words in zip(sections, parts, strict=True))


def _bold_line(blocks: Sequence[Block], *, behind: str | None = None) -> str | None:
    """Give the first line all in bold near the beginning, or behind a line there."""
    head = blocks[:_OPENING]
    start = next((n + 1 for n, block in enumerate(head) if block.text == behind), 0)
    return next((block.text for block in head[start:] if _is_bold(block)), None)


def _printed(title: str, texts: Sequence[str], *, whole: bool = False) -> str | None:
    """Give the heading that a stated title holds, or that holds it; of other lines only one that is all of it."""
    all_of_it = letters_of(title)
    cores = [letters_of(core) for core in {title, *_SITE.split(title)} if len(core) >= 10]
    parts: list[str] = []
    longer: list[str] = []
    for text in texts:
        printed = letters_of(text)
        if len(printed) < 12 or len(text) > 300:
            continue
        # A title may be cut at its end, and the site's name be put before or behind it.
        is_part = all_of_it.startswith(printed) or all_of_it.endswith(printed)
        is_cut = any(len(core) >= 12 and (printed.startswith(core) or printed.endswith(core)) for core in cores)
        if is_part:
            parts.append(text)
        elif is_cut and not whole:
            longer.append(text)
    # The name of the site may be a heading as well; of two alike the first is the headline.
    return max(parts, key=lambda text: len(letters_of(text)), default=next(iter(longer), None))


def _nearest(blocks: Sequence[Block], headings: Sequence[Block]) -> str | None:
    """Give the last heading of the highest level before the first paragraph of the article."""
    first = next((n for n, block in enumerate(blocks) if block.kind in ("p", "line") and len(block.text) > 120), 0)
    # `headings` are of a copy of the page, from which nothing was taken out yet.
    texts = {heading.text for heading in headings}
    inside = [block for block in blocks[: first + 1] if block.level and block.text in texts]
    return min(inside, key=lambda block: block.level).text if inside else None


def without_site(title: str, site: str | None) -> str:
    """Take the name of the site off a title.

    >>> without_site("Volta buys a mill | Volta Foods", None), without_site("Rate at 5% - September 2024", None)
    ('Volta buys a mill', 'Rate at 5% - September 2024')
    """
    parts = [part for part in _SITE.split(title) if part.strip()]
    if len(parts) < 2:
        return title.strip()
    known = letters_of(site or "")
    for at in (-1, 0):
        name = letters_of(parts[at])
        if known and (name == known or (len(name) > 5 and (name in known or known in name))):
            return _cut(title, parts[at], at)
        if _ends_like_site(parts[at].strip()):
            return _cut(title, parts[at], at)
    sure = [part for part in _SURE_SITE.split(title) if part.strip()]
    return sure[0].strip() if len(sure) > 1 and len(sure[0].split()) >= 3 else title.strip()


def _ends_like_site(name: str) -> bool:
    return bool(_DOMAIN.search(name)) or any(
        match.end() == len(name) for match in any_word_of("site_end").finditer(name)
    )


def _cut(title: str, part: str, at: int) -> str:
    rest = title[: title.rindex(part)] if at == -1 else title[title.index(part) + len(part) :]
    return re.sub(r"^[\s|»·•›:—–-]+|[\s|»·•›:—–-]+$", "", rest) or title


def is_section(title: str, site: str | None) -> bool:
    """Say whether a title names a section or the site, and no story.

    >>> is_section("Press Releases", None), is_section("Press release: Volta buys a mill", None)
    (True, False)
    """
    if _FILE_NAME.fullmatch(title.strip()) or not letters_of(title):
        return True
    parts = [re.findall(r"\w+", part.casefold()) for part in _SITE.split(title)]
    pure = [all(_is_of_section(word) or word.isdigit() for word in words) for words in parts]
    names = set(re.findall(r"\w+", (site or "").casefold()))
    short = 4 if _SURE_SITE.search(title) else 0
    of_site = [
        len(words) < short or (len(words) < 7 and any(_is_of_section(word) or word in names for word in words))
        for words in parts
    ]
    # `Press Releases - Volta Foods Investor Relations`: a section, and the site that it is of.
    several = sum(pure) > 1 and all(len(words) < 5 for words in parts)
    return all(pure) or several or (any(pure) and all(of_site)) or all(w in names for words in parts for w in words)


def _is_bold(block: Block) -> bool:
    """Say whether a block is a line all in bold: the headline of pages that know no headings."""
    if not 20 <= len(block.text) <= 200 or block.text.endswith((".", ":")) or block.kind == "row":
        return False
    if read_stated(block.text):
        return False
    bold = (element for element in block.element.iter("b", "strong", "font", "big") if element.tag != "font" or
            element.get("size"))  # fmt: skip
    return any(letters_of("".join(map(str, element.itertext()))) == letters_of(block.text) for element in bold)


def _is_of_section(word: str) -> bool:
    return bool(patterns("section_word").fullmatch(word))
