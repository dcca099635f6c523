"""Take the marks of a marked article out of its text, and say where each stood."""

import re

MARK = re.compile(r"\{(?P<mention>[^{}<>|]*)\||<(?P<words>[^{}<>|]*)\||[}>]|[{<]")


class MarkupError(Exception):
    """A marked source breaks a rule of the markup or of the guide."""


def unmark(marked: str, name: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """Take the marks out of a text: the plain text, and each mark's start, end, opening sign and head."""
    marked = marked.strip()
    text, last = "", 0
    marks: list[tuple[int, int, str, str]] = []
    opened: list[tuple[int, str, str]] = []
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        sign = mark[0][0]
        if mark[0].endswith("|") and not (opened and opened[-1][1] == "{"):  # mentions hold no marks
            opened.append((len(text), sign, mark["mention"] or mark["words"] or ""))
        elif not opened or sign + opened[-1][1] not in ("}{", "><"):
            raise MarkupError(f"{name}: a mark is unmatched after '{text[-40:]}'")
        else:
            start, sign, head = opened.pop()
            marks.append((start, len(text), sign, head))
    if opened:
        raise MarkupError(f"{name}: a mark is not closed at '{text[opened[-1][0] :][:40]}'")
    return text + marked[last:], marks
