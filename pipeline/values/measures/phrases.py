"""The words around a value -> the phrase of what it measures: before it, after it, or before its verb."""

from pipeline.rulebook.reading import Rulebook
from pipeline.values.numbers.directions import Directions
from pipeline.values.text.noun_phrases import ASIDES, NounPhrases, begins_verb
from pipeline.values.text.phrases import Phrases
from pipeline.values.text.tokens import LINKS, Token, is_past

_SIGNS = {"-", "−", "–", "+", "±", "~", "$", "€", "£"}
_ARTICLES = {"a", "an"}
_BEFORE_COUNTED = {*_ARTICLES, "or", "of"}


class MeasurePhrases:
    """Reads the phrase of what a value measures, from the tokens around it."""

    def __init__(self, rules: Rulebook, directions: Directions) -> None:
        """Index the word lists."""
        self.words = rules.phrase_words.by_kind()
        self._owned = self.words["possessive"] | _ARTICLES
        verbs = directions.verbs | self.words["noun_or_verb"]
        self.noun_phrases = NounPhrases(rules.measure_words, verbs, self.words["modal"])
        qualifiers = [(w, True) for row in rules.qualifiers if row.side == "before" for w in row.words]
        signs = [(w, True) for row in rules.signs if row.sign != "demand" for w in row.words]
        self._qualifiers = Phrases([*qualifiers, *signs])
        self._directions = directions

    def after(self, text: str, right: list[Token], *, percent: bool, paid: bool = False) -> str | None:
        """Read a phrase right after a value: `21% of output`, `$5m in revenue`, `a $5m loan`, `a 5% rise in rents`.

        `paid`: it is a price, of which `in cash` says how it is paid.
        """
        first, second = (right[at].word if len(right) > at else "" for at in (0, 1))
        if first == "of":
            return self._after_of(text, right)
        if first in ("more", "fewer", "less") and second == "in":
            return self.noun_phrases.after(text, right[2:], links={"of"}, verb=True)
        if first == "in" and paid and self._is_means(right[1:]):
            return None
        if first == "in" and not percent and second and second not in _ARTICLES:
            return self.noun_phrases.after(text, right[1:], links={"of"}, verb=True)
        if (at := self._change(right)) is not None:
            return self._changed(text, right, at)
        if first in self.words["comparative"] and second and second not in ("than", "in", "on", "likely"):
            return self.noun_phrases.after(text, right[1:], links={"of"})
        return self._right_behind(text, right, percent=percent) if right else None

    def _after_of(self, text: str, right: list[Token]) -> str | None:
        """Read `of output`, and `of 3.875% notes`; not `of which`."""
        if right[1:2] and right[1].word in self.words["relative"]:
            return None
        is_value = right[1:2] and right[1].kind == "value"
        return self.noun_phrases.after(text, right[2 if is_value else 1 :], links={*LINKS, "with"})

    def _right_behind(self, text: str, right: list[Token], *, percent: bool) -> str | None:
        """Read a phrase that no word ties to the value before it: `a $5m loan`, `a 12% margin`."""
        first = right[0]
        if first.word in self.words["no_measure"] or first.is_link() or self.noun_phrases.breaks(first):
            return None
        if first.kind in ASIDES and len(right) == 1:
            return None
        if first.word in self.words["head"]:
            return text[first.start : first.end]
        return self.noun_phrases.after(text, right, links={"in", "of", "to", "on"} if percent else {"to", "of"})

    def _is_means(self, right: list[Token]) -> bool:
        """Whether words say how one pays: in cash, in new shares, in annual instalments; not in cash dividends."""
        means = next((at for at, token in enumerate(right[:3]) if token.word in self.words["means"]), None)
        return means is not None and not (right[means + 1 : means + 2] and self._is_named(right[means + 1]))

    def _is_named(self, token: Token) -> bool:
        """Whether a word goes on with a phrase: cash dividends."""
        return token.kind == "word" and not (token.is_link() or self.noun_phrases.breaks(token))

    def _changed(self, text: str, right: list[Token], at: int) -> str | None:
        """Read what changed, around the noun that says so: a 5% increase in rents, a 5% pay cut."""
        if right[at + 1 : at + 2] and right[at + 1].word in ("in", "of"):
            return self.noun_phrases.after(text, right[at + 2 :], verb=True)
        told = [token for token in right[:at] if token.word not in self.words["how_changed"]]
        return self.noun_phrases.after(text, told, verb=True)

    def _change(self, right: list[Token]) -> int | None:
        """Give where a noun of change stands in the phrase after a value: `a 5% annual increase`."""
        for at, token in enumerate(right[:5]):
            if token.word in self._directions.nouns:
                return at
            noun = at == 0 and self.noun_phrases.is_verb(token)  # a pay cut
            if (self.noun_phrases.breaks(token) and not noun) or token.is_link():
                return None
        return None

    def before(self, text: str, left: list[Token], *, aside: bool = False) -> str | None:
        """Read a phrase before a value: revenue of $5m, revenue rose by 5%, revenue was $5m, revenue ($5m).

        `aside`: a comma stands behind the value, so that one before it opens an aside: the proceeds, €5m, went.
        """
        left = self.without_qualifier(text, left)
        last = left[-1].word if left else ""
        if last == "," and aside and len(left) > 1:
            return self.before(text, left[:-1])  # the proceeds, €5m, went; the carving, estimated at €5m, made
        if last == "of":
            return self._before_of(text, left[: -2 if aside and left[-2:-1] and left[-2].word == "," else -1])
        if last in self.words["to_value"]:
            if last == "at" and left[-2:-1] and left[-2].word == ",":
                return self._subject(text, left[:-2])  # unemployment, at 6.2%, is high
            return self._subject(text, left[:-1]) if last == "by" else self.before(text, left[:-1], aside=aside)
        if last == "for" and left[-2:-1] and (self._is_verb(left[-2]) or is_past(left[-2])):
            return self._subject(text, left[:-1])  # the farm sold for $5m
        if last == "(" and (verb := self._verb_before_place(text, left[:-1])) is not None:
            return self._subject(text, left[: verb + 1])  # sales fell in Spain (4%)
        if last in ("(", ":"):
            return self.noun_phrases.before(text, left[:-1])
        return self._subject(text, left) if left else None

    def _verb_before_place(self, text: str, left: list[Token]) -> int | None:
        """Give where a verb of change stands before a place, with which a list of tokens ends: fell in Spain."""
        for at in range(len(left) - 1, max(0, len(left) - 6), -1):
            if left[at].word in ("in", "at", "for") and left[at - 1].word in self._directions.verbs:
                return at - 1
            if not text[left[at].start].isupper():
                return None
        return None

    def named(self, text: str, left: list[Token], right: list[Token]) -> str | None:
        """Read a noun with its value after `of`, where more words follow: `a tariff of 25% applies`."""
        if not left or left[-1].word in self._owned or left[-1].word == "or":
            return None  # the renewal of a $5m facility
        left = self.without_qualifier(text, left)
        if len(left) < 2 or left[-1].word != "of" or left[-2].word in self._directions.nouns:
            return None
        if not right or right[0].is_link() or right[0].kind != "word" or self._grows_at(left[:-1]) is not None:
            return None
        return self.noun_phrases.before(text, left[:-1])

    def _before_of(self, text: str, left: list[Token]) -> str | None:
        """Read `revenue of`; for `an increase of`, `grew at a rate of`, what it is of stands before that."""
        if (at := self._grows_at(left)) is not None:
            return self._subject(text, left[:at])
        if left and (left[-1].word not in self._directions.nouns or left[-1].word == "growth"):
            phrase = self.noun_phrases.before(text, left)
            if phrase:
                return phrase
        while left and not self.noun_phrases.breaks(left[-1]) and left[-1].word not in self.words["to_value"]:
            left = left[:-1]
        return self.before(text, left)

    def _grows_at(self, left: list[Token]) -> int | None:
        """Give where `at` stands in `grew at an annual rate`, or None."""
        for at in range(len(left) - 1, max(0, len(left) - 8), -1):
            if left[at].word in ("at", "with") and left[at - 1].word in self._directions.verbs:
                return at
        return None

    def _subject(self, text: str, left: list[Token]) -> str | None:
        """Read the phrase right before a value, or before the verb of a value: `orders also rose, reaching $5m`."""
        at = len(left)
        while at and self._is_skipped(left, at - 1):
            at -= 1
        if at == len(left) and at > 1 and is_past(left[-1]):
            at -= 1  # the site fetched €2m
        return self._without_change(self.noun_phrases.before(text, left[:at]))

    def _without_change(self, phrase: str | None) -> str | None:
        """Say what rose, not that it did: jump in his fortune -> fortune."""
        words = phrase.split() if phrase else []
        if len(words) > 2 and words[0].casefold() in self._directions.nouns and words[1] in ("in", "of"):
            return " ".join(words[3 if words[2] in self.words["possessive"] and len(words) > 3 else 2 :])
        return phrase

    def _is_skipped(self, left: list[Token], at: int) -> bool:
        """Whether a token stands between a phrase and its value: verbs, adverbs, dates, `which`, a comma."""
        token, before, behind = left[at], left[at - 1] if at else None, left[at + 1 :]
        if before and before.word in self._owned and token.kind == "word":
            return False  # a contract, its lift
        if self._is_verb(token) or self._is_adverb(token) or token.kind in ASIDES:
            return True
        if not behind and before:
            if before.kind == token.kind == "word" and before.word in self.words["modal"]:
                return True  # losses may run to
            if token.word in self.words["object"]:
                return self._is_verb(before) or before.word in self.words["verb_at_value"]
        if token.word in self.words["verb_at_value"] and (not behind or behind[0].word in self.words["object"]):
            return before is not None and before.word not in self.words["joins"] and before.word != ","
        if token.word in self.words["particle"] and before and self._is_verb(before):
            return True  # came in at
        return bool(behind) and self._is_skipped_before(token, behind)

    def _is_skipped_before(self, token: Token, behind: list[Token]) -> bool:
        """Whether a token is skipped for what stands behind it: `, which rose to`, `flat to up`, `in 2024`."""
        after = behind[0]
        if after.word == "to" and len(behind) > 1 and self._is_verb(behind[1]):
            return True  # flat to up 2%
        if token.word in self.words["relative"] or token.word in (",", "to"):
            return self._is_verb(after) or after.word in self.words["relative"] or self._is_adverb(after)
        return after.kind in ASIDES and (token.is_link() or token.word in self.words["before_date"])

    def _is_adverb(self, token: Token) -> bool:
        adverb = token.word.endswith("ly") and token.word not in self.words["no_adverb"]
        return adverb or token.word in self.words["measure_adverb"]

    def _is_verb(self, token: Token) -> bool:
        return self.noun_phrases.is_verb(token) or token.word in self._directions.verbs or token.word in ("up", "down")

    def purpose(self, text: str, right: list[Token], *, title: bool = False, spent: bool = False) -> str | None:
        """Read a purpose after a value: $1 million for scholarships, to settle claims; not whom it went to.

        In a `title` the verb after `to` has a capital too: Acme Pays $1 Million to Settle Claims. What is `spent` is
        spent on something.
        """
        if len(right) < 2 or right[0].word not in self.words["purpose"]:
            return None
        if (right[0].word == "on" and not spent) or (right[0].word == "in" and self._is_means(right[1:])):
            return None
        if right[0].word == "to" and not title and not begins_verb(text, right[1]):
            return None
        return self.noun_phrases.after(text, right[1:], verb=True)

    def counted(self, text: str, left: list[Token]) -> str | None:
        """Read what was counted before an apposition: `1,400 companies were open, a 2% rise`."""
        while left and (
            left[-1].word in _BEFORE_COUNTED or self._is_verb(left[-1]) or left[-1].word in self._directions.nouns
        ):
            left = left[:-1]
        if not left or left[-1].word != ",":
            return None
        counts = [at for at, token in enumerate(left) if token.word[0].isdigit() and token.kind != "value"]
        return self.noun_phrases.after(text, left[counts[-1] + 1 :], links={"of"}) if counts else None

    def following(self, text: str, right: list[Token]) -> str | None:
        """Read whatever follows a value, its verb too: `$5m was set aside`."""
        while right and right[0].word in self.words["auxiliary"]:
            right = right[1:]
        if not right or right[0].word in self.words["no_measure"] or right[0].word in self.noun_phrases.kinds["stop"]:
            return None
        return self.noun_phrases.after(text, right, verb=True)

    def opening(self, text: str, left: list[Token], right: list[Token]) -> str | None:
        """Read what follows a value that opens a sentence: `At EUR 1.2 billion, revenue was level`."""
        opens = 0 < len(left) < 3 and left[0].word in ("at", "with") and bool(right) and right[0].word == ","
        return self.noun_phrases.after(text, right[1:]) if opens else None

    def raised(self, text: str, left: list[Token], verb: Token) -> str | None:
        """Read what money is raised with: a placement to raise $5m; not who is to raise it, by a capital."""
        before = [token for token in left if token.end <= verb.start]
        if len(before) < 2 or before[-1].word != "to" or self._is_verb(before[-2]):
            return None
        return self.noun_phrases.before(text, before[:-1]) if text[before[-2].start].islower() else None

    def is_paid(self, text: str, left: list[Token]) -> bool:
        """Whether what stands before a value says that it is a price or is paid: for $5m, pays $5m."""
        left = self.without_qualifier(text, left)
        return bool(left) and (left[-1].word == "for" or left[-1].word in self.noun_phrases.kinds["give"])

    def given(self, text: str, left: list[Token]) -> Token | None:
        """Give the verb by which money passes from one to another, right before it: agreed to pay the State $5m."""
        aside = False
        for token in reversed(self.without_qualifier(text, left)[-4:]):
            if token.word in self.noun_phrases.kinds["give"] or (aside and self._is_verb(token)):
                return token
            if token.word == "aside":
                aside = True  # set aside
                continue
            if self.noun_phrases.breaks(token) or token.word in self.words["to_value"] or token.is_link():
                return None
        return None

    def without_qualifier(self, text: str, left: list[Token]) -> list[Token]:
        """Drop what stands between a verb and its value: more than, nearly, a; at least, up to; minus."""
        while left:
            two = [token.word for token in left[-2:]]
            found = self._qualifiers.before(text, left[-1].end)
            if found and left[0].start < found[1]:
                left = [token for token in left if token.start < found[1]]
            elif two in (["up", "to"], ["equivalent", "of"], ["range", "of"], ["region", "of"], ["total", "of"]):
                left = left[:-2]
            elif two[0] in ("a", "an") and len(two) == 2 and left[-1].kind == "word" and len(left) > 2:
                left = left[:-2]  # a cool €1 million, from an original €45m
            elif two[0].endswith("ly") and left[-3:-2] and left[-3].word in ("a", "an"):
                left = left[:-3]  # a surprisingly strong 2.6%
            elif left[-1].word in _SIGNS or (left[-1].word in self.words["measure_qualifier"] and two[-1] != "up"):
                left = left[:-1]
            else:
                break
        return left
