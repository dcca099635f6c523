"""The joined names of an article's organisations to notes that say why each row has its name and its aliases."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.extract.document.trace import note
from pipeline.records import Mention, Organisation
from pipeline.rulebook.reading import Rulebook
from pipeline.values.names.forms import fold, org_words
from pipeline.values.organisations.groups import DEFINED, WHY, Joined
from pipeline.values.organisations.same_body import SameBody

NAME, ALIASES = "organisations.name", "organisations.aliases"
BY = "press_organisations"


class OrganisationTrace:
    """Says why names are one body's, with the row of the rules that says so."""

    def __init__(self, rules: Rulebook, same: SameBody) -> None:
        """Keep the rows by the words that they have; a name may have a small word or not, and be the same name."""
        self._same = same
        self._aliases = [(row.id, {fold(word) for word in row.words}) for row in rules.aliases]
        small = rules.organisation_words.entries("legal", "short", "prefix").values()
        self._small = {word: entry.id for entry in small for word in org_words(entry.word)}

    def note(
        self,
        doc: Doc,
        text: str,
        named: Mapping[int, str],
        bodies: Sequence[tuple[Sequence[str], Organisation]],
        joined: Sequence[Joined],
    ) -> None:
        """Note for each body, by all its names, why it has its name, and what made each other name one of it.

        `named` are the names by their places in the text, in their order.
        """
        mentions: list[Mention] = [one for one in doc._.mentions if one.start_char in named]
        place = {named[one.start_char]: (one.start_char, one.end_char) for one in reversed(mentions)}
        beside = [
            ((one.start_char, one.end_char), (other.start_char, other.end_char)) for one, other in pairwise(mentions)
        ]
        rows = {(named[one[0]], named[other[0]]): self._same.row(text, one, other) for one, other in reversed(beside)}
        for names, body in bodies:
            fullest = max(names, key=lambda name: fold(name) == fold(body.name))
            note(doc, NAME, *place[fullest], _named(body), by=f"{BY}/fullest")
            for one in joined:
                if one.name in names and fold(one.name) != fold(one.short):
                    row = self._row(one, rows)
                    by = "/".join(filter(None, (BY, one.why, row)))
                    what = f"takes {one.short!r} for a name of {one.name!r}: {WHY.get(one.why, WHY[DEFINED])}"
                    note(doc, ALIASES, *place[one.short], what, by=by)

    def _row(self, one: Joined, beside: Mapping[tuple[str, str], str]) -> str:
        """Give the row that says of two names that they are one body's; empty where the mechanism alone does."""
        if one.why == DEFINED:
            both = {fold(one.name), fold(one.short)}
            known = next((row for row, words in self._aliases if both <= words), "")
            return known or beside.get((one.name, one.short)) or beside.get((one.short, one.name)) or ""
        return next(self._small_rows(one), "") if one.why in ("alike", "suffix") else ""

    def _small_rows(self, one: Joined) -> Iterator[str]:
        words, others = org_words(one.name), org_words(one.short)
        return (
            self._small[word]
            for word in (*words, *others)
            if word in self._small and (word in words) != (word in others)
        )


def _named(body: Organisation) -> str:
    if not body.aliases:
        return f"takes {body.name!r}: the article has no other name of it"
    return f"takes {body.name!r}: of its names, it has the most words, then the most letters"
