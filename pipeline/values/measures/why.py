"""What a value measures, its role and direction -> the words that decided, each with its row: for whoever asks why."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.rows import DirectionPhrase
from pipeline.values.measures.reader import WAYS, Around, Measured, MeasureReader
from pipeline.values.measures.roles import MARKS
from pipeline.values.text.tokens import Token
from pipeline.values.told import ToldCell

_SAYS_NOTHING = "no words beside it tell that something moved"
_LEVEL = "nothing by it tells a change, or that another value is compared with it"
_GIVES = "give"
_LONGEST = 3
"""Words of a row that is looked for among the words of a sentence."""


class _Known(NamedTuple):
    kind: str
    row: str


class MeasureReasons:
    """Says which words made a phrase what a value measures, and a value level, change or base."""

    def __init__(self, rules: Rulebook, reader: MeasureReader) -> None:
        """Index every word that is looked at when measures are read, with its row."""
        self._reader = reader
        kinds: list[tuple[str, Any]] = [
            (row.kind, row) for rows in (rules.measure_words, rules.phrase_words, rules.directions) for row in rows
        ]
        kinds += [("qualifier", row) for row in rules.qualifiers if row.side == "before"]
        self._known: dict[str, list[_Known]] = {}
        for kind, row in kinds:
            for word in row.words:
                self._known.setdefault(word.casefold(), []).append(_Known(kind, row.id))
        self._gives = {word for word, known in self._known.items() if any(one.kind == _GIVES for one in known)}

    def tell(self, text: str, around: Around, measured: Measured, *, is_money: bool) -> Iterator[ToldCell]:
        """Say what decided the measure of a value, and of an amount its direction and role."""
        yield from self._measure(text, around, measured)
        if is_money:
            row = self._reader.directions.row_of_money(text, around.value.start, around.value.end)
            yield self._direction(text, around, row)
            yield _role(measured, row)

    def _measure(self, text: str, around: Around, measured: Measured) -> Iterator[ToldCell]:
        """Say where the phrase was read, then what the words between it and the value, and at its end, are."""
        if not measured.phrase:
            yield ToldCell("measure", "measures nothing that is said: the words beside it are none that name something")
            return
        yield ToldCell("measure", f"measures {measured.phrase!r}: {WAYS[measured.way]}", measured.way)
        for where, words in self._beside(text, around, measured):
            for word, known in self._told(words):
                what = f"reads {word!r} as `{known.kind}`: it stands {where}"
                yield ToldCell("measure", what, f"{measured.way}/{known.row}")

    def _beside(self, text: str, around: Around, measured: Measured) -> Iterator[tuple[str, list[Token]]]:
        """Give where words stand that made the phrase what it is, and the words."""
        if measured.way == "given":
            giving = [token for token in around.left if token.word in self._gives][-1:]
            yield "before the value, and says how money passes", giving
        yield from _around(text, around, measured.phrase or "")

    def _told(self, words: Sequence[Token]) -> Iterator[tuple[str, _Known]]:
        """Give the words that a row has, the longest first, each with its rows."""
        at = 0
        while at < len(words):
            for size in range(min(_LONGEST, len(words) - at), 0, -1):
                phrase = " ".join(token.word for token in words[at : at + size])
                if known := self._known.get(phrase):
                    yield from ((phrase, one) for one in dict.fromkeys(known))
                    at += size - 1
                    break
            at += 1

    def _direction(self, text: str, around: Around, row: DirectionPhrase | None) -> ToldCell:
        if row is None:
            return ToldCell("direction", f"stays empty: {_SAYS_NOTHING}")
        moved = self._reader.directions.moved_by(row, text, around.value.start, around.value.end)
        return ToldCell("direction", f"takes {row.direction!r}: {moved}", row.id)


def _role(measured: Measured, moved: DirectionPhrase | None) -> ToldCell:
    if measured.base:
        own = MARKS.get(measured.base)
        what = own or "the words beside it say that another value is compared with it"
        return ToldCell("role", f"takes 'base': {what}", measured.base)
    if measured.role == "change":
        return ToldCell(
            "role", "takes 'change': the words by it say that something moved by it", moved.id if moved else ""
        )
    return ToldCell("role", f"takes {measured.role!r}: {_LEVEL}")


def _around(text: str, around: Around, phrase: str) -> Iterator[tuple[str, list[Token]]]:
    """Give the words between a phrase and its value, and the one at its far end; none where it stands elsewhere."""
    value, left, right = around.value, around.left, around.right
    before = text.rfind(phrase, left[0].start, value.start) if left else -1
    after = text.find(phrase, value.end, right[-1].end) if right else -1
    if before >= 0 and not 0 <= after - value.end < value.start - before - len(phrase):
        yield "between the phrase and the value", [one for one in left if one.start >= before + len(phrase)]
        yield "before the phrase, which begins behind it", [one for one in left if one.end <= before][-1:]
    elif after >= 0:
        yield "between the value and the phrase", [one for one in right if one.end <= after]
        yield "behind the phrase, which ends there", [one for one in right if one.start >= after + len(phrase)][:1]
