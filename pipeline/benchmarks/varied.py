"""A few articles to as many as are wanted: the same sentences with other names and digits."""

import random
import re
from collections.abc import Iterator, Sequence

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_DIGIT = re.compile(r"(?<![\d/-])\d(?=[\d.,])")


def varied(texts: Sequence[str], count: int) -> Iterator[str]:
    """Give so many articles; those after the first round have the names of others.

    >>> list(varied(["It said Kasoa paid 12 cedis.", "It told Ama of 34 boats."], 3))[2].startswith("It said ")
    True
    """
    names = sorted(set(_NAME.findall(" ".join(texts))))
    for number in range(count):
        text = texts[number % len(texts)]
        yield text if number < len(texts) else _renamed(text, names, random.Random(number))


def _renamed(text: str, names: Sequence[str], chance: random.Random) -> str:
    others: dict[str, str] = {}
    text = _NAME.sub(lambda found: others.setdefault(found[0], chance.choice(names)), text)
    return _DIGIT.sub(lambda _: str(chance.randint(1, 9)), text)
