"""What looks like an amount and is none: `$20s`, a billion-dollar idea, 20 pounds of flour, a rupee coin."""

import re
from collections.abc import Sequence

from pipeline.values.money.amounts import Piece

_DISASTERS = re.compile(r"\s(?:m|b|tr)illion-dollar\s[a-z]+s\b")  # 28 billion-dollar disasters
_PLURAL = re.compile(r"\s[a-z]+s\b")
_NAME = re.compile(r"\s[A-Z]")
_NO_PRICE = re.compile(
    r"\s(?:release|version|update|runtime|script|code|movement|certificate|Ltd|Limited|Inc|LLC|plc|pro\squo)\b"
)
_MODEL = re.compile(r"\b(?:Model|Type|Route|Highway|Flight|Class|Mark|Series|Room|Gate|Line)\s$")
_COINS = re.compile(r"[\s-](?:coins?|bank\s?notes?|notes?|stamps?)\b")
_WEIGHT = (" of ", "-feet", " per square")
_PLAIN_END = re.compile(r"\s?[(,.;]|\s(?:in|of|for|to|from|on|at|by|per|a|and|or|with|as|more|less)\b|$")
_CODE = 3  # letters of an ISO code


def is_no_amount(text: str, last: Piece) -> bool:
    """Whether what stands in or after an amount shows that it is none."""
    number, following = last.number, text[last.end : last.end + 2]
    named = _NO_PRICE.match(text, last.end) or _MODEL.search(text, max(0, last.start - 12), last.start)
    if named and not last.scaled:
        return True
    if not last.after:
        return following[:1].isalpha() and not following[1:].isalpha()  # in the $20s
    if last.scale and _DISASTERS.match(text, number.end):
        return True
    if number.in_words and number.scaled and text[number.end : number.end + 1] == "-":
        words = text[number.start : number.end].lower()  # a billion-dollar idea, five billion-dollar startups
        return words.startswith(("a ", "one ")) or (" " in words and _PLURAL.match(text, last.end) is not None)
    if last.form is not None and last.form.id == "bitcoin" and _NAME.match(text, last.end):
        return True  # 11 Bitcoin ETFs
    if text.startswith(" on the dollar", last.end):
        return True  # a bond at 97 cents on the dollar
    weight = last.form is not None and last.form.id == "pound" and text.startswith(_WEIGHT, last.end)
    return weight or _COINS.match(text, last.end) is not None


def looks_like_money(group: Sequence[Piece]) -> bool:
    """Whether a number is one that money has: a scale, hundreds, or cents. Asked of weak forms: `R2.4bn`, not `R2`."""
    last = group[-1]
    if last.form and (last.form.minor or _has_code_after(last)):
        return True
    return last.scaled or last.number.value >= 100 or last.number.value != last.number.value.to_integral_value()


def is_plain(text: str, last: Piece) -> bool:
    """Whether a weak form is money even where nothing shows its country: `20 million won ($15,314)`, `12CUP`."""
    if last.form is None or last.form.id == "pound":
        return False
    if last.form.id == "rand" and last.scaled and not last.after:
        return True  # R1.2bn
    if not last.after:
        return last.scaled and last.form.exact is not None and len(last.form.exact) == _CODE  # COP 40 billion
    if _has_code_after(last) and text[last.number.end : last.end].isupper():
        return True
    return last.scaled and _PLAIN_END.match(text, last.end) is not None


def _has_code_after(last: Piece) -> bool:
    return last.after and last.end - last.number.end == _CODE
