"""The organisations of an article -> whose figure a value is, where its sentence or the issuer says so."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from pipeline.records import Mention

_BOUNDARY = re.compile(r"[.!?](?=\s+[A-Z“\"])|\n")
_ISSUER = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|[Tt]he (?:[Cc]ompany|[Gg]roup|[Ff]irm|Bank|Fund|Trust|Corporation|Partnership))\b"
)
_REPORTS = re.compile(
    r"\b(?:report|announc|post|releas|declar|record)(?:es|s|ed|ing)?\b[^.\n]{0,90}"
    r"\b(?:results|earnings|quarter|half|dividend|guidance|revenue|sales|profit|EBITDA)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:from|with|by|to|at|for|of|in|and|via|through|against|than)\s(?:the\s)?$")
_HEAD = 700  # characters in which a release names its issuer
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Ms|Mrs|Dr|St|Inc|Ltd|Co|Corp|No|vs|Rs|U\.S)$")


class Owners:
    """Says whose figure stands at a place of a text."""

    def __init__(self, text: str, mentions: Sequence[Mention], accounts: Collection[str] = ()) -> None:
        """Note the organisations, by place, and the issuer: the one that the head of the article names most.

        `accounts` are words for what a company reports of itself.
        """
        self.text, self._accounts = text, frozenset(accounts)
        self._reports = _REPORTS.search(text, 0, _HEAD) is not None
        self.organisations = [m for m in mentions if m.label == "ORG" and m.entity_id]
        self._starts = [mention.start_char for mention in self.organisations]
        self.issuer = self._issuer()

    def owner(self, start: int, measure: str | None = None) -> str | None:
        """Give the id of the organisation whose figure stands at an offset; None where it isn't said.

        Where an issuer reports its results, what is measured in accounts is the issuer's.
        """
        begin = self._sentence_start(start)
        before = self.organisations[bisect_left(self._starts, begin) : bisect_right(self._starts, start)]
        named = [mention for mention in before if not self._is_other(mention)]
        if named:
            return named[-1].entity_id
        if before:
            return None
        own = self._reports and not self._accounts.isdisjoint((measure or "").casefold().split())
        return self.issuer if own or _ISSUER.search(self.text, begin, start) else None

    def _issuer(self) -> str | None:
        """Give the organisation that is named first and again in the head of the article; None where two compete."""
        head = [mention.entity_id for mention in self.organisations if mention.start_char < _HEAD]
        counts = {one: head.count(one) for one in dict.fromkeys(head)}
        ranked = sorted(counts, key=lambda one: -counts[one])
        if not ranked or (len(ranked) > 1 and counts[ranked[0]] == counts[ranked[1]] and head[0] not in ranked[:1]):
            return None
        return ranked[0]

    def _is_other(self, mention: Mention) -> bool:
        """Whether an organisation is only the other side: a loan from a bank, an agreement with a company."""
        return _OTHERS.search(self.text, max(0, mention.start_char - 14), mention.start_char) is not None

    def _sentence_start(self, start: int) -> int:
        begin = max(0, start - 400)
        for found in _BOUNDARY.finditer(self.text, begin, start):
            if not _ABBREVIATION.search(self.text, max(0, found.start() - 6), found.start()):
                begin = found.end()
        return begin
