"""Says why a stretch of text is no name: the id of the veto that speaks against it."""

import re
from collections.abc import Callable

from pipeline.name_rules import WordList, words_of

Veto = Callable[[str, str], str | None]
_PLURAL_OR_DEGREE = re.compile(r"[A-Z]{2,}s|[DR]-[A-Z][a-z.]+|(?:[A-Z][a-z]?\.){2,3}|[A-Z]{2}-\d+|\d.*[a-z]{2,}")
_DEGREE = re.compile(r"(?:[A-Z][a-z]{0,2}\.)+[A-Z]?[a-z]{0,2}\.?")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|/\w+\.\w+$|#\w")


def name_vetoes(
    vetoes: tuple[WordList, ...],
    peoples: tuple[WordList, ...],
    titles: tuple[WordList, ...],
    bodies: tuple[WordList, ...],
) -> Veto:
    """Make a function that gives the id of the veto against a name with a label, or None."""
    whole = {word.lower(): row.id for row in vetoes if row.kind in ("whole", "caption") for word in row.words}
    never_body = {word.lower(): row.id for row in vetoes if row.kind == "no_body" for word in row.words}
    whole |= {word.lower(): row.id for row in peoples for word in row.words if word != "Hong Kong"}
    whole |= {word.lower(): f"title_{row.id}" for row in titles if row.kind in ("head", "rank") for word in row.words}
    whole |= {word.lower(): "common_noun" for word in words_of(bodies, "common")}
    heads = frozenset(words_of(bodies, "head"))
    endings = {word: row.id for row in vetoes if row.kind == "ending" for word in row.words}

    def veto(text: str, label: str) -> str | None:
        if not text[0].isalnum() or (
            label != "LOC" and not any(char.isupper() or (char.isalpha() and not char.islower()) for char in text)
        ):
            return "no_capital"
        if ":" in text and label != "LOC":
            return "caption"
        if _ADDRESS.search(text):
            return "address"
        if text.lower() in whole:
            return whole[text.lower()]
        if label != "LOC" and text.lower() in never_body:
            return never_body[text.lower()]
        if label == "PERSON" and _DEGREE.fullmatch(text):
            return "degree"
        if label == "ORG" and _PLURAL_OR_DEGREE.fullmatch(text):
            return "plural_or_degree"
        if label == "ORG" and " " in text and text.split()[-1] in endings and heads.isdisjoint(text.split()):
            return endings[text.split()[-1]]
        if label == "PERSON" and (
            any(char.isdigit() for char in text) or len(text.split()) > 6 or not re.search(r"[^\W\d_]{2}", text)
        ):
            return "no_person"
        return None if len(text) > 1 or (label == "PERSON" and not text.isalpha()) else "one_letter"

    return veto
