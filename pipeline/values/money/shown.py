"""The amounts and clues of one article -> the currency of a sign or short form, worked out where it is asked."""

from collections import Counter
from functools import cached_property
from itertools import pairwise

from pipeline.values.money.amounts import Piece, may_restate
from pipeline.values.money.article_currency import ArticleCurrency
from pipeline.values.money.currencies import Form
from pipeline.values.money.filters import looks_like_money

_PRINTED = 10  # clues that a printed code is worth


class Shown:
    """What the article shows of its currencies, worked out once, and only where a sign needs it."""

    def __init__(self, article: ArticleCurrency, text: str, pieces: list[Piece], head: int) -> None:
        """Note the forms that the article prints, in its order."""
        self._article, self._text, self._head = article, text, head
        self._pieces = [piece for piece in pieces if piece.form]
        self._printed = [piece.form for piece in self._pieces if piece.form]
        self._codes = {form.code for form in self._printed if form.code}
        self._known: dict[str, str | None] = {}

    @cached_property
    def clues(self) -> Counter[str]:
        """Weigh the places, exchanges and bodies that the article names, by currency."""
        return self._article.clues(self._text, self._head)

    @property
    def most(self) -> str | None:
        """Give the currency that the article's clues show most."""
        return next((code for code, _ in self.clues.most_common(1)), None)

    def prints_surely(self, form: Form) -> bool:
        """Whether the article prints a form with a number that money has: `N45` is an amount beside `N970`."""
        return any(piece.form and piece.form.id == form.id and looks_like_money([piece]) for piece in self._pieces)

    def is_counted_in(self, code: str | None) -> bool:
        """Whether clues show a currency, or it is the only one that the article prints."""
        if code is None:
            return False
        strong = {form.code or form.sign for form in self._printed if not form.weak}
        return self.clues[code] > 0 or strong == {code}

    def of(self, form: Form) -> str | None:
        """Give the currency of a form: of those that print it, the one that the article shows most."""
        small = max(form.small, key=lambda code: self.clues[code], default="")
        if small and self.clues[small] > max(self.clues[code] for code in (form.code, *form.rivals) if code):
            return small
        if not form.rivals:
            return form.code
        if form.code:
            return max((form.code, *form.rivals), key=lambda code: self.clues[code])
        best = max(form.rivals, key=self._weight)
        own = self.currency(form.sign)
        return best if self._weight(best) > (self._weight(own) if own else 0) + self._bare(form.sign) else None

    def of_sign(self, form: Form) -> str | None:
        """Give the currency of a form's sign; cents of a country without dollars are those of no dollar."""
        code = self.currency(form.sign)
        return None if form.minor and code and not (self._weight(code) or self._bare(form.sign)) else code

    def _weight(self, code: str) -> int:
        return self.clues[code] + _PRINTED * (code in self._codes)

    def _bare(self, sign: str | None) -> int:
        """Weigh that the article prints a sign alone, in full units: with a bare `$`, its cents are dollars'."""
        return _PRINTED * any(form.sign == sign and not form.code and not form.minor for form in self._printed)

    def currency(self, sign: str | None) -> str | None:
        """Give the currency of a sign."""
        if sign is None:
            return None
        if sign not in self._known:
            stated = self._article.stated(self._text) if sign == "dollar" else None
            told = self._article.resolve(sign, self.clues, self._before_sign(sign))
            self._known[sign] = stated or told or self._article.own(sign, self.clues, self._owned(sign))
        return self._known[sign]

    def why(self, code: str | None) -> str:
        """Say what the currency of a sign was taken from."""
        if code is None:
            return "the article does not show whose sign it is"
        if code in self._codes:
            return f"the article prints {code} too"
        seen = ", ".join(f"{other} {weight}" for other, weight in self.clues.most_common(3))
        return f"places, bodies and exchanges of the article show {code}: {seen or 'none'}"

    def _owned(self, sign: str) -> set[str]:
        """List the codes that clues show too, or that are printed with the amount that stands with the bare sign."""
        bare = {piece.value for piece in self._pieces if piece.form and not piece.form.code and piece.form.sign == sign}
        same = {piece.form.code for piece in self._pieces if piece.form and piece.form.code and piece.value in bare}
        return same | {code for code in self._codes if self.clues[code]}

    def _before_sign(self, sign: str) -> set[str]:
        """List the codes that are printed before the sign stands alone; one that restates it is another currency."""
        first: set[str] = set()
        restates = self._article.beside.restates
        for piece, following in pairwise([*self._pieces, None]):
            form = piece.form if piece else None
            if piece is None or form is None:
                continue
            if form.code is None and form.sign == sign:
                other = following.form if following else None
                restated = following and may_restate(self._text, piece.end, following.start, restates)
                return first - {other.code} if other and restated else first
            if form.code:
                first.add(form.code)
        return first
