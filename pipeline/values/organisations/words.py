"""The words of organisations' names: which carry little, what is left without them, which name is the fullest."""

from collections.abc import Collection
from dataclasses import dataclass

from pipeline.rulebook.kinds import BodyWordKind
from pipeline.rulebook.lexicon import Lexicon
from pipeline.values.names.forms import fold, org_words

STEM, SMALL = 6, 3
"""Letters by which words are akin: `federation`, `Federación`; and letters of words that tell nothing: `of`, `the`."""


def is_akin(name: str, words: str) -> bool:
    """Say whether a name has a word that begins as another does: `Ministerio de Trabajo` is akin to `the ministry`.

    Short words are akin only to words that begin with the whole of them.
    """
    stems = tuple(word[:STEM] for word in fold(words).split() if len(word) > SMALL)
    return bool(stems) and any(word.startswith(stems) for word in fold(name).split())


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """The folded words that carry little of an organisation's name."""

    legal: frozenset[str]
    short: frozenset[str]
    heads: frozenset[str]
    prefix: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    """Heads that stand for a name, however long, where no other of the article has them: the Guild."""
    unit: frozenset[str] = frozenset()
    """What a part of a body is called, behind the body's name: School."""


def organisation_words(rows: Lexicon[BodyWordKind]) -> OrganisationWords:
    """Read the words that carry little of a name out of the rules."""
    return OrganisationWords(
        legal=frozenset(word for suffix in rows.printed("legal") for word in org_words(suffix)),
        short=frozenset(map(fold, rows.printed("short"))),
        heads=frozenset(map(fold, rows.printed("head"))),
        alone=frozenset(map(fold, rows.printed("alone"))),
        unit=frozenset(map(fold, rows.printed("unit"))),
        prefix=frozenset(fold(word) for word in rows.printed("prefix") if word.isupper()),
    )


def core(name: str, words: OrganisationWords) -> tuple[str, ...]:
    """Give the folded words of a name without legal suffixes, `FC` and a country before it; never nothing."""
    kept = list(org_words(name))
    while len(kept) > 1 and kept[-1] in words.legal:
        kept.pop()
    if len(kept) > 1 and kept[0] in words.prefix:
        del kept[0]
    while len(kept) > 2 and kept[0] in ("u.s", "us", "uk", "u.k", "united"):
        kept = kept[2:] if kept[0] == "united" and kept[1] == "states" else kept[1:] if kept[0] != "united" else kept
        if kept[0] == "united":
            break
    return tuple(kept)


def turned(words: tuple[str, ...]) -> tuple[str, ...]:
    """Turn `Department of Justice` into `Justice Department`."""
    if len(words) > 2 and words[1] == "of" and words[0] in ("department", "ministry", "bureau", "senate"):
        rest = words[3:] if words[2] == "the" else words[2:]
        return (*rest, words[0])
    return words


def fullest(names: Collection[str]) -> str:
    """Choose the fullest name of a group: the most words, then the longest, then one that isn't all capitals.

    >>> fullest(["VOLTA FOODS INC.", "Volta Foods Inc.", "Volta"])
    'Volta Foods Inc.'
    """
    return max(names, key=lambda name: (len(org_words(name)), len(name), not name.isupper(), name))
