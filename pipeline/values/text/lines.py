"""Lines to whether they were broken at the width of a page, so that a sentence or a name goes on over their ends."""

import re

_LINE_END = re.compile(r"[^\n]\n[^\n]")
_BLANK = re.compile(r"(\n[^\S\n]*\n\s*)")

_CELLS = re.compile(r"\t|\|| {3,}")
FULL = 0.5
"""Share of the lines of a wrapped block, at least, on which the next word had no room."""
_BEGIN = re.compile(r"\S ?\r?\n(\w)")
"""The first character of a line that follows another one."""


def is_wrapped(block: str) -> bool:
    """Say whether a block's lines were broken at a width: all but the last are about as long, and most run on.

    Then the first word of a line had no room on the line before; and of some lines, not all begin with a capital, as
    those of a list do.

    >>> rows = ["Ama Boateng, general manager, Volta Foods", "Kofi Mensah, director, Tema Water Board of Ghana"]
    >>> is_wrapped("\\n".join([*rows, "Esi Quaye, chief engineer, Kasoa Port", "Yaw Owusu, auditor, Sika Bank"]))
    False
    """
    lines = block.split("\n")
    if len(lines) < 2:
        return False
    if sum(bool(_CELLS.search(line.strip())) for line in lines) > len(lines) / 3:
        return False  # rows of a table
    full = [len(line.rstrip()) for line in lines[:-1]]
    width = max(full)
    if not 45 <= width <= 110 or min(full) < width * 0.6 or len(lines[-1]) > width + 5:
        return False
    firsts = [line.split(maxsplit=1)[0] for line in lines[1:] if line.strip()]
    if len(firsts) > 2 and all(word[0].isupper() for word in firsts):
        return False
    if sum(size + 1 + len(word) > width for size, word in zip(full, firsts, strict=False)) < FULL * len(firsts):
        return False
    return sum(line.rstrip()[-1:] not in '.!?:;”"' for line in lines[:-1]) > len(full) / 2


def lines_run_on(text: str) -> bool:
    """Say whether a text's lines are wrapped, as in old mail: many begin in lower case, so a name may go on too."""
    begins: list[str] = _BEGIN.findall(text)
    return len(begins) > 2 and sum(char.islower() for char in begins) >= 0.4 * len(begins)


def unwrapped(text: str) -> str:
    """Put spaces for the line ends that only the width of a page makes; the length stays, so that offsets hold.

    They stand in paragraphs of three lines or more that are about as long, but for the last.

    >>> lines = ["The mill in Tema is the first of three that the firm", "will open before the rains of next", "year."]
    >>> unwrapped("\\n".join(lines)) == " ".join(lines)
    True
    """
    if not _LINE_END.search(text):
        return text
    return "".join(_joined(paragraph) for paragraph in _BLANK.split(text))


def _joined(paragraph: str) -> str:
    lines = paragraph.split("\n")
    if any(line[:1] in "-•*–" for line in lines):
        return paragraph
    return " ".join(lines) if is_wrapped(paragraph) else paragraph
