"""What looks like an amount and is none: `$20s`, a billion-dollar idea, 20 pounds of flour, a rupee coin."""

import re
from collections.abc import Sequence

from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import NoAmount
from pipeline.values.money.amounts import Piece
from pipeline.values.text.phrases import Phrases

_MANY = re.compile(r"\s(?:m|b|tr)illion-[a-z]+\s[a-z]+s\b")  # 28 billion-dollar disasters
_PLURAL = re.compile(r"\s[a-z]+s\b")
_NAME = re.compile(r"\s[A-Z](?!n?\s|or\s|er\s|nd\s)")
_PLAIN_END = re.compile(r"\s?[(,.;]|\s(?:in|of|for|to|from|on|at|by|per|a|and|or|with|as|more|less)\b|$")
_CODE = 3  # letters of an ISO code


class NoAmounts:
    """Tells what stands beside an amount that is none."""

    def __init__(self, rules: Rulebook) -> None:
        """Index the rows by side."""
        rows = rules.no_amounts
        self._after = Phrases((words, row) for row in rows if row.side == "after" for words in row.words)
        self._before = Phrases((words, row) for row in rows if row.side == "before" for words in row.words)

    def tell(self, text: str, last: Piece) -> tuple[str, str] | None:
        """Say what stands in or beside an amount, of which this is the last piece, that shows that it is none.

        The row that says so, if one does, and the reason; None where it may be an amount.
        """
        following = text[last.end : last.end + 2]
        after = self._after.at(text, last.end) if following[:1] in (" ", "-", "\n") else None
        before = None if last.scaled else self._before.before(text, last.start)
        row = next((found[0] for found in (after, before) if found and _is_for(found[0], last)), None)
        if row:
            return row.id, f"the words {row.side} it say so"
        if not last.after:
            in_twenties = following[:1].isalpha() and not following[1:].isalpha()  # in the $20s
            return ("", "a letter is glued to it") if in_twenties else None
        if _is_idea(text, last):
            return "", "it says what something is like"
        return ("", "its currency's word begins a name") if _is_name(text, last) else None


def _is_for(row: NoAmount, last: Piece) -> bool:
    """Whether a row speaks of amounts like this one."""
    if row.sign and (last.form is None or last.form.sign != row.sign):
        return False
    return row.only == "any" or (last.after if row.only == "after" else not last.scaled)


def _is_idea(text: str, last: Piece) -> bool:
    """Whether an amount tells what something is like: a billion-dollar idea, 28 billion-dollar disasters."""
    number = last.number
    if last.scale and _MANY.match(text, number.end):
        return True
    if not (number.in_words and number.scaled and text[number.end : number.end + 1] == "-"):
        return False
    words = text[number.start : number.end].lower()
    return words.startswith(("a ", "one ")) or (" " in words and _PLURAL.match(text, last.end) is not None)


def _is_name(text: str, last: Piece) -> bool:
    """Whether a currency's word begins a name: 11 Bitcoin ETFs, 40 Dollar Tree shops."""
    word = text[last.number.end : last.end].strip()
    return not last.scaled and word[:1].isupper() and not word.isupper() and _NAME.match(text, last.end) is not None


def looks_like_money(group: Sequence[Piece]) -> bool:
    """Whether a number is one that money has: a scale, hundreds, or cents. Asked of weak forms: `R2.4bn`, not `R2`."""
    last = group[-1]
    if last.form and (last.form.minor or _has_code_after(last)):
        return True
    return (
        last.scaled
        or last.minor > 0
        or last.number.value >= 100
        or last.number.value != last.number.value.to_integral_value()
    )


def has_letter(last: Piece) -> bool:
    """Whether an amount in hundredths prints them as one letter: 44c, 88p, 50k."""
    return bool(last.form and last.form.minor and last.after and last.end - last.number.end == 1)


def is_plain(text: str, last: Piece) -> bool:
    """Whether a weak form is money even where nothing shows its country: `20 million won ($15,314)`, `12CUP`."""
    if last.form is None or last.form.code is None:
        return False
    if not last.after and text[last.number.end : last.end].isalpha() and not last.scaled:
        return True  # N42.50k: its hundredths are named
    if not last.after:
        return last.scaled and (last.form.plain or (last.form.exact is not None and len(last.form.exact) == _CODE))
    if _has_code_after(last) and text[last.number.end : last.end].isupper():
        return True
    return last.scaled and _PLAIN_END.match(text, last.end) is not None


def _has_code_after(last: Piece) -> bool:
    return last.after and last.end - last.number.end == _CODE
