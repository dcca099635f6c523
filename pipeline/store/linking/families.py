"""Persons' names to the family name under which they are looked up, as the archive writes it elsewhere.

The last word is the family name, but not in `José Barrantes Quiroga` where the archive has a `José Barrantes`, and not
in `Wei Chen` where it has a `Chen Wei`.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from pipeline.values.names.forms import PARTICLES, name_words, skeleton, surname

Pair = tuple[str, str]
"""Two folded words of a name."""


@dataclass(frozen=True, slots=True)
class Families:
    """Says what is the family name, by what else an archive has.

    `named` tells whether it has a full name of two words, `doubled` whether two words end a name with two family names,
    `alone` whether a word stands alone for a person; `first` are family names that may come first: Lim Siew Ling.

    >>> families = Families(named={("jose", "barrantes")}.__contains__)
    >>> [families.of(name) for name in ("José Barrantes Quiroga", "José Barrantes", "Barrantes")]
    ['brnts', 'brnts', 'brnts']
    """

    named: Callable[[Pair], bool] = lambda pair: False
    doubled: Callable[[Pair], bool] = lambda pair: False
    alone: Callable[[str], bool] = lambda word: False
    first: Collection[str] = ()

    def of(self, name: str, aliases: Iterable[str] = ()) -> str:
        """Give the family name's consonants, for romanisations differ in their vowels."""
        return skeleton(self._written(name, aliases))

    def double(self, name: str, aliases: Iterable[str] = ()) -> Pair | None:
        """Give the two family names of a name that goes by the first of them: in its article, or in another."""
        words = full_words(name)
        if len(words) < 3 or surname(name) != words[-1]:
            return None
        alone = {parts[0] for alias in aliases if len(parts := name_words(alias)) == 1}
        if words[-1] in alone or self.alone(words[-1]) or self.named((words[0], words[-1])):
            return None
        is_double = words[-2] in alone or self.alone(words[-2]) or self.named((words[0], words[-2]))
        return (words[-2], words[-1]) if is_double else None

    def _written(self, name: str, aliases: Iterable[str]) -> str:
        words = full_words(name)
        if len(words) == 2:
            if self.doubled((words[0], words[1])):
                return words[0]
            return max(words) if self.named((words[1], words[0])) else surname(name)
        if len(words) > 2 and words[0] in self.first and self.alone(words[0]) and not self.alone(words[-1]):
            return words[0]
        double = self.double(name, aliases)
        return double[0] if double else surname(name)


def full_words(name: str) -> list[str]:
    """Give the words of a name that are no initials and no particles."""
    return [word for word in name_words(name) if len(word) > 1 and word not in PARTICLES]


def pair_of(name: str) -> Pair | None:
    """Give the words of a name that has two, initials left out.

    >>> pair_of("José L. Barrantes"), pair_of("José Barrantes Quiroga")
    (('jose', 'barrantes'), None)
    """
    words = full_words(name)
    return (words[0], words[1]) if len(words) == 2 else None
