"""Articles with their links, under other names: a network learns where a name stands, not who bears it."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.training.links.gold import Article, Links

CHANCE = 0.8
"""How often a person or body gets another name; all its places in an article do."""
SHARED = 4
"""From as many bodies on, a word of their names says what they are, as `Bank` does: it stays."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
Row = dict[str, Any]


@dataclass(frozen=True)
class NewNames:
    """Words that names may be made of: of people, first and later ones, and of bodies those that only few have."""

    first: Sequence[str]
    later: Sequence[str]
    bodies: Sequence[str]
    shared: frozenset[str]
    """Words that say what a body is, or that are written small elsewhere."""

    def other(self, word: str, at: int, identity: str, chance: random.Random) -> str:
        """Give another word for one of a name, written as it is."""
        pool = self.bodies if identity[0] == "o" else self.first if at == 0 else self.later
        found = chance.choice(pool)
        return found.upper() if word.isupper() else found


def words_of_names(articles: Sequence[Article]) -> NewNames:
    """Collect the words of the names of articles."""
    people: Counter[tuple[bool, str]] = Counter()
    bodies: dict[str, set[tuple[int, str]]] = defaultdict(set)
    common: set[str] = set()
    for number, (article, links) in enumerate(articles):
        common.update(word for word in _WORD.findall(article["text"]) if word.islower())
        for start, end, identity in links.names:
            for at, word in enumerate(_capitalised(article["text"][start:end])):
                if identity[0] == "o":
                    bodies[word.lower()].add((number, identity))
                elif not word.isupper():
                    people[at == 0, word] += 1
    shared = frozenset(word for word, some in bodies.items() if len(some) >= SHARED or word in common)
    own = sorted(word.capitalize() for word in bodies if word not in shared and len(word) > 3)
    first, later = ([word for is_first, word in sorted(people) if is_first == wanted] for wanted in (True, False))
    return NewNames(first, later, own, shared)


def renamed(article: Row, links: Links, words: NewNames, chance: random.Random) -> Article:
    """Give an article and its links with other names in it."""
    text = article["text"]
    new = _new_words(text, links.names, words, chance)
    edits = sorted(
        {
            (start + word.start(), start + word.end(), new[identity, word[0].lower()])
            for start, end, identity in links.names
            for word in _WORD.finditer(text[start:end])
            if (identity, word[0].lower()) in new
        }
    )
    moved = _moved(edits)
    parts, at = [], 0
    for start, end, other in edits:
        parts += [text[at:start], other.upper() if text[start:end].isupper() and end - start > 1 else other]
        at = end
    place = {"start": moved, "end": moved}
    return (
        {**article, "id": f"{article['id']}-renamed", "text": "".join([*parts, text[at:]])},
        replace(
            links,
            names=[(moved(start), moved(end), identity) for start, end, identity in links.names],
            roles=[_put(row, place) for row in links.roles],
            values=[_put(row, {**place, "measure_at": lambda at: at and [moved(at[0]), moved(at[1])]})
                    for row in links.values],
            quotes=[_put(row, place) for row in links.quotes],
        ),
    )  # fmt: skip


def _new_words(
    text: str, names: Sequence[tuple[int, int, str]], words: NewNames, chance: random.Random
) -> Mapping[tuple[str, str], str]:
    """Say which word of whom becomes which: the same word the same of everybody; short forms follow the long ones."""
    forms: dict[str, list[str]] = defaultdict(list)
    for start, end, identity in names:
        forms[identity].append(text[start:end])
    new: dict[tuple[str, str], str] = {}
    of_word: dict[str, str] = {}
    for identity, written in sorted(forms.items(), key=lambda one: one[0][0] == "o"):
        if chance.random() > CHANCE:
            continue
        long = max(written, key=len)
        for at, word in enumerate(_capitalised(long)):
            low = word.lower()
            if len(word) < 3 or (identity[0] == "o" and (word.isupper() or low in words.shared)):
                continue
            of_word.setdefault(low, words.other(word, at, identity, chance))
            new[identity, low] = of_word[low]
        letters = "".join(word[0] for word in _capitalised(long))
        told = "".join(new.get((identity, word.lower()), word)[0] for word in _capitalised(long)).upper()
        new.update({(identity, form.lower()): told for form in written if form == letters and len(form) > 1})
    return new


def _capitalised(name: str) -> Iterator[str]:
    return (word for word in _WORD.findall(name) if word[0].isupper())


def _moved(edits: Sequence[tuple[int, int, str]]) -> Callable[[int], int]:
    """Give where an offset is after words were replaced."""

    def moved(offset: int) -> int:
        return offset + sum(len(other) - (end - start) for start, end, other in edits if end <= offset)

    return moved


def _put(row: Row, changes: Mapping[str, Callable[[Any], Any]]) -> Row:
    return {**row, **{name: change(row[name]) for name, change in changes.items() if name in row}}
