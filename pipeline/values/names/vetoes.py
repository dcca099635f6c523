"""Says why a stretch of text is no name: the id of the veto that speaks against it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.rulebook.kinds import AliasKind, BodyWordKind, PeopleKind, VetoKind
from pipeline.rulebook.lexicon import NO_WORDS, Lexicon
from pipeline.values.titles.patterns import TitlePatterns

Veto = Callable[[str, str], str | None]
_PLURAL_OR_DEGREE = re.compile(r"[A-Z]{2,}s|[DR]-[A-Z][a-z.]+|(?:[A-Z][a-z]?\.){2,3}|[A-Z]{2}-\d+|\d.*[a-z]{2,}")
_CONSTITUENCY = re.compile(r"[A-Z]{2}-\d{1,2}")
"""A member's constituency, behind a name: `(NY-14)`."""
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th) [A-ZÀ-Þ]")
"""How the name of a unit begins: `47th Engineering Battalion`."""
_DEGREE = re.compile(r"(?:[A-Z][a-z]{0,2}\.)+[A-Z]?[a-z]{0,2}\.?")
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_MOST_WORDS = 6
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|/\w+\.\w+$|#\w")


@dataclass(frozen=True, slots=True)
class NameVetoes:
    """The words that are no names, folded to lower case, with the id of the row that says so.

    `ranks` may be places too (`Del.`), and none of what is said of forms speaks against the names of `bodies`.
    """

    whole: dict[str, str]
    exact: dict[str, str]
    no_body: dict[str, str]
    endings: dict[str, str]
    heads: frozenset[str]
    ranks: frozenset[str]
    bodies: frozenset[str]

    def __call__(self, text: str, label: str) -> str | None:
        """Give the id of the veto against a name with a label, or None."""
        if len(text) == 1 and (label != "PERSON" or text.isalpha()):
            return "one_letter"
        if not text[0].isalnum() or (label != "LOC" and not _has_capital(text)):
            return "no_capital"
        if label == "LOC" and text.isalpha() and text.islower():
            return self.exact.get(text) or "no_capital"
        if label == "LOC" and _CONSTITUENCY.fullmatch(text):
            return "constituency"
        if ":" in text and label != "LOC":
            return "caption"
        if _ADDRESS.search(text):
            return "address"
        word = text.lower()
        if label == "LOC":
            return self.exact.get(text) or (self.whole.get(word) if word not in self.ranks else None)
        listed = self.exact.get(text) or self.whole.get(word) or self.no_body.get(word)
        if listed or text in self.bodies:
            return listed
        return self._no_person(text) if label == "PERSON" else self._no_body(text)

    def _no_person(self, text: str) -> str | None:
        if _DEGREE.fullmatch(text):
            return "degree"
        if text.count("(") != text.count(")") or text.count('"') % 2:
            return "unbalanced"
        odd = any(char.isdigit() for char in text) or len(text.split()) > _MOST_WORDS
        return "no_person" if odd or not _TWO_LETTERS.search(text) else None

    def _no_body(self, text: str) -> str | None:
        words = text.split()
        numbered = _NUMBERED.match(text) and words[-1] in self.heads
        if _PLURAL_OR_DEGREE.fullmatch(text) and not numbered:
            return "plural_or_degree"
        return self.endings.get(words[-1]) if len(words) > 1 and self.heads.isdisjoint(words) else None


def name_vetoes(
    vetoes: Lexicon[VetoKind],
    peoples: Lexicon[PeopleKind],
    titles: TitlePatterns,
    bodies: Lexicon[BodyWordKind],
    known: Lexicon[AliasKind] = NO_WORDS,
) -> Veto:
    """Read the vetoes out of the rules; `known` are bodies' names against which none speaks: World Food Programme."""
    whole = vetoes.ids("whole", "caption")
    whole |= {word.lower(): f"nationalities/{row}" for word, row in peoples.ids("people").items()}
    whole |= {word: f"titles/{row}" for word, row in titles.rows.items()}
    whole |= {word: f"organisation_words/{row}" for word, row in bodies.ids("common").items()}
    return NameVetoes(
        whole=whole,
        exact=vetoes.ids("exact"),
        no_body=vetoes.ids("no_body"),
        endings=vetoes.ids("ending"),
        heads=bodies.words("head"),
        ranks=frozenset(word.lower() for word in titles.ranks),
        bodies=known.words(),
    )


def _has_capital(text: str) -> bool:
    """Say whether a name has a capital, or a letter of a script that has none."""
    return any(char.isupper() or (char.isalpha() and not char.islower()) for char in text)
