"""The words before or after a place -> the phrase that names something there, at most six words, as printed."""

import re
from collections.abc import Collection, Iterable, Sequence

from pipeline.rulebook.kinds import MeasureKind
from pipeline.rulebook.lexicon import Lexicon
from pipeline.values.text.tokens import LINKS, Token, is_past

_LETTERS = re.compile(r"\w|(?:\w\.)+")  # z o.o.
LONGEST = 6
ASIDES = ("date", "step")  # what a phrase is told of, and no part of it: a date, by 14 points
_LINKS_BEFORE = {*LINKS, "with", "from", "among", "between", "at", "under", "across", "against", "by", "within"}
_ARTICLES = {"the", "a", "an", "its", "their", "his", "her", "our", "your"}


class NounPhrases:
    """Cuts phrases out of a sentence, by words that begin or end them."""

    def __init__(self, words: Lexicon[MeasureKind], moves: Collection[str] = (), modals: Collection[str] = ()) -> None:
        """Index the words by kind; `moves` are verbs of rising and falling, which may be nouns too: cuts.

        A verb follows `modals`: can apply for.
        """
        self._moves, self._modals, self.kinds = moves, modals, words.by_kind()

    def is_verb(self, token: Token) -> bool:
        """Whether a token is a verb that stands between a phrase and its value."""
        return token.kind == "word" and token.word in self.kinds["verb"]

    def breaks(self, token: Token) -> bool:
        """Whether a phrase ends at a token: a value, a sign, a verb, a word that links clauses."""
        return token.kind in ("value", "sign") or self.is_verb(token) or token.word in self.kinds["stop"]

    def is_empty(self, taken: Sequence[Token]) -> bool:
        """Whether tokens name nothing: times, `total`, `record high`."""
        return all(
            token.kind in ASIDES
            or token.kind == "sign"
            or token.is_link()
            or token.word.isdigit()
            or _LETTERS.fullmatch(token.word) is not None
            or any(token.word in self.kinds[kind] for kind in ("empty", "lead", "stop"))
            for token in taken
        )

    def after(self, text: str, words: list[Token], *, links: Iterable[str] = LINKS, verb: bool = False) -> str | None:
        """Give the phrase that begins a list of tokens; `verb`: its first word may be a verb (to settle claims)."""
        words = self._without_lead(words)
        taken: list[Token] = []
        for at, token in enumerate(words[: LONGEST + 2]):
            following = words[at + 1] if at + 1 < len(words) else None
            allowed = (verb and not taken) or _is_participle(token, following)
            if token.word in links:
                if token.word == "to" and following and begins_verb(text, following):
                    break
            elif token.is_link() or (self.breaks(token) and not (allowed and self.is_verb(token))):
                break
            taken.append(token)
        return self._cut(text, taken)

    def before(self, text: str, words: list[Token]) -> str | None:
        """Give the phrase that ends a list of tokens, with a short bracket after it: earnings (adjusted EBITA)."""
        taken: list[Token] = []
        words = list(words)
        if bracket := self._bracket(words):
            words = words[: -len(bracket)]
            taken = bracket if 2 < len(bracket) <= 4 and not any(map(self.breaks, bracket[1:-1])) else []
        for at in range(len(words) - 1, -1, -1):
            token = words[at]
            before = words[at - 1] if at else None
            stays = token.word in _LINKS_BEFORE or (taken and self._is_inside(token, before))
            if (self.breaks(token) and not stays) or self._is_finite(token, before, bool(taken)):
                break
            taken = [token, *taken]
            if token.word in _ARTICLES and before and before.word not in _LINKS_BEFORE and len(taken) > 1:
                break  # increased the risk: what stands before an article is no part of its phrase
        return self._cut(text, taken)

    def _is_finite(self, token: Token, before: Token | None, taken: bool) -> bool:
        """Whether a word is the verb of what stands before it: the plan cuts emissions; not adjusted profit."""
        if before is None or before.kind != "word" or before.word in _LINKS_BEFORE or before.word.endswith("ly"):
            return False
        if before.word in self._modals:
            return not token.is_link()
        if before.word in _ARTICLES or before.word in self.kinds["lead"] or self.breaks(before):
            return False
        return taken and (is_past(token) or (token.word in self._moves and not token.word.endswith("ing")))

    def _is_inside(self, token: Token, before: Token | None) -> bool:
        """Whether a word that would end a phrase is part of it: its lending rate, cash and cash equivalents."""
        if token.word == "and":
            return before is not None and before.word == "cash"
        if not self.is_verb(token) or not token.word.endswith("ing"):
            return False
        return before is None or before.word == "of" or before.word in _ARTICLES or before.word in self.kinds["lead"]

    def _bracket(self, words: list[Token]) -> list[Token]:
        """Give the bracketed words that end a list of tokens."""
        if not words or words[-1].word != ")":
            return []
        opening = next((at for at in range(len(words) - 1, -1, -1) if words[at].word == "("), None)
        return words[opening:] if opening is not None else []

    def _cut(self, text: str, taken: list[Token]) -> str | None:
        """Cut a phrase to its words: no article or `number of` before it, no link or date at its end, six words."""
        taken = self._without_tail(self._without_end(self._without_lead(taken)))
        if sum(token.kind == "word" for token in taken) > LONGEST:
            taken = self._without_end(taken[:LONGEST])
        if self.is_empty(taken):
            return None
        return text[taken[0].start : taken[-1].end]

    def _without_lead(self, taken: list[Token]) -> list[Token]:
        while taken:
            two = " ".join(token.word for token in taken[:2])
            if two in self.kinds["lead"] and len(taken) > 2:
                taken = taken[2:]
            elif self._leads(taken[0], taken[1] if len(taken) > 1 else None):
                taken = taken[1:]
            else:
                break
        return taken

    def _leads(self, token: Token, following: Token | None) -> bool:
        """Whether a token that begins a phrase is no part of it: an article, a sign, a date before a link."""
        if token.kind in ASIDES:
            return following is not None and following.is_link()
        return token.kind == "sign" or token.word in self.kinds["lead"] or token.word in self.kinds["stop"]

    def _without_tail(self, taken: list[Token]) -> list[Token]:
        """Drop what says only that it is a number: revenue milestone."""
        while len(taken) > 1 and taken[-1].word in self.kinds["tail"] and not self.is_empty(taken[:-1]):
            taken = self._without_end(taken[:-1])
        return taken

    def _without_end(self, taken: list[Token]) -> list[Token]:
        """Drop links, articles and times at the end: revenue for the third quarter, orders in 2025."""
        while taken and (
            taken[-1].is_link()
            or taken[-1].kind in ASIDES
            or taken[-1].word in self.kinds["lead"]
            or taken[-1].word in self.kinds["stop"]
        ):
            taken = taken[:-1]
        for at in range(len(taken) - 2, 0, -1):
            if taken[at].is_link() and self.is_empty(taken[at + 1 :]):
                return self._without_end(taken[:at])
        return taken


def begins_verb(text: str, token: Token) -> bool:
    """Whether the word after `to` is a verb: to settle, not to Egypt or to the bank."""
    return text[token.start].islower() and token.word not in _ARTICLES


def _is_participle(token: Token, following: Token | None) -> bool:
    """Whether a word tells more of the noun before it: companies operating in, funds collected from."""
    return token.word.endswith(("ed", "ing")) and following is not None and following.word in _LINKS_BEFORE
