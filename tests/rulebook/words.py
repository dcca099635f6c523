"""Which words of code and of patterns make lists, which are rows instead."""

import re

_GRAMMAR = (
    "a an the this that these those my your his her its our their whose which who whom what where when while why "
    "how i you he she it we they me him us them of in at by for from with to on as into onto over under up down off "
    "out about against among around before after behind below between beyond during except inside like near since "
    "through till until toward towards via within without than per across along above and or but nor so yet if "
    "because although though unless whereas is are was were be been being am has have had having do does did will "
    "would shall should can could may might must not no all any each every both either neither some such more most "
    "less fewer few many much other another own same also then now only just very too there here st nd rd th "
)
GRAMMAR = frozenset(_GRAMMAR.split())
"""Closed classes of English, which no analyst extends, and the endings of ordinals."""

_ALTERNATIVES = re.compile(r"(?:[\w'’. \\?*+\[\]-]+\|)+[\w'’. \\?*+\[\]-]+")
_MARKS = re.compile(r"\\[a-zA-Z]|[\\?*+.]")


def is_content(word: str) -> bool:
    """Say whether a string is made of letters, and has a word that is none of grammar."""
    plain = _MARKS.sub(" ", word).strip()
    letters = re.fullmatch(r"[A-Za-z][A-Za-z' -]+", plain)
    return bool(letters) and not GRAMMAR.issuperset(plain.lower().split())


def words_in_places(pattern: str) -> list[list[str]]:
    """Give the words of each place of a pattern at which one of several may stand, those of grammar aside."""
    places = (found[0].split("|") for found in _ALTERNATIVES.finditer(pattern))
    return [[word for word in words if is_content(word)] for words in places]
