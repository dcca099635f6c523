"""Annotated articles with other names in the same places, so that a model goes by the words around a name."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.training.sets import Annotated

SHARE = {"PERSON": 0.7, "ORG": 0.7, "LOC": 0.3}
"""The share of an article's different names of a label that are replaced."""

ODD = 0.3
"""The share of replaced organisations that get a name of plain words: `Lantern`, `Tide and Thread`, `Nine Wells`."""

ODD_FORMS = ("{0}", "{0}", "{0} and {1}", "{0} & {1}", "{0} {1}", "{0} for {1}", "{0} {2}", "{0}{2}")
SHORTEST, LONGEST = 4, 9
ACRONYM = 5
"""Most letters of a short form in capitals."""


@dataclass(frozen=True)
class Pool:
    """The names that others are replaced with, by label and number of words; acronyms; and plain words."""

    names: Mapping[tuple[str, int], Sequence[str]]
    acronyms: Sequence[str]
    words: Sequence[str]

    def name(self, label: str, count: int, rng: random.Random) -> str:
        """Give a name of a label, of as many words if there is one."""
        fits = self.names.get((label, count)) or self.names.get((label, 2)) or self.names[label, 1]
        return rng.choice(fits)

    def odd(self, rng: random.Random) -> str:
        """Give a name of plain words."""
        one, other = (rng.choice(self.words).title() for _ in range(2))
        return rng.choice(ODD_FORMS).format(one, other, rng.randint(2, 40))


def pool_of(articles: Iterable[Annotated]) -> Pool:
    """Collect the names of articles, and the plain words that are neither rare nor everywhere."""
    names: dict[tuple[str, int], set[str]] = defaultdict(set)
    acronyms: set[str] = set()
    counts: Counter[str] = Counter()
    for article in articles:
        counts.update(filter(is_plain, set(article.text.split())))
        for start, end, label in article.spans:
            name = " ".join(article.text[start:end].split())
            if is_acronym(name):
                acronyms.add(name)
            elif label in SHARE and name[0].isupper() and not name.isupper() and not name.startswith("The "):
                names[label, len(name.split())].add(name)
    words = sorted(word for word, count in counts.items() if 3 <= count <= 60)
    return Pool({key: sorted(found) for key, found in names.items()}, sorted(acronyms), words)


def is_plain(word: str) -> bool:
    """Say whether a word is a small one of middling length."""
    return word.isalpha() and word.islower() and SHORTEST <= len(word) <= LONGEST


def is_acronym(name: str) -> bool:
    """Say whether a name is a short form in capitals."""
    return name.isalpha() and name.isupper() and 1 < len(name) <= ACRONYM


def renamed(articles: Iterable[Annotated], pool: Pool, *, seed: int) -> Iterator[Annotated]:
    """Give each article with other names; one that it has several times is replaced by the same everywhere."""
    for article in articles:
        rng = random.Random(f"{seed} {article.id}")
        yield with_names(article, new_names(article, pool, rng))


def new_names(article: Annotated, pool: Pool, rng: random.Random) -> dict[tuple[str, str], str]:
    """Map names of an article, with their labels, to new ones; parts of a name to the same part of the new one."""
    printed = Counter((article.text[start:end], label) for start, end, label in article.spans if label in SHARE)
    new: dict[tuple[str, str], str] = {}
    parts: dict[tuple[str, str], str] = {}
    for name, label in sorted(printed, key=lambda one: (-len(one[0].split()), one)):
        if (name, label) in parts:
            new[name, label] = parts[name, label]
            continue
        replaced = rng.random() < SHARE[label]
        new[name, label] = other = new_name(name, label, pool, rng) if replaced else name
        for at in (0, -1) if label == "PERSON" else (0,):
            parts.setdefault((name.split()[at], label), other.split()[at])
    return new


def new_name(name: str, label: str, pool: Pool, rng: random.Random) -> str:
    """Give a new name for one: an acronym for an acronym, capitals for capitals."""
    if is_acronym(name) and pool.acronyms:
        return rng.choice(pool.acronyms)
    odd = label == "ORG" and rng.random() < ODD
    other = pool.odd(rng) if odd else pool.name(label, len(name.split()), rng)
    return other.upper() if name.isupper() and len(name) > ACRONYM else other


def with_names(article: Annotated, new: Mapping[tuple[str, str], str]) -> Annotated:
    """Write an article anew with other names; spans and unknown stretches move along."""
    marks = sorted([*article.spans, *((start, end, "") for start, end in article.unknown)])
    text, spans, unknown, last = "", [], [], 0
    for start, end, label in marks:
        if start < last:
            continue
        text += article.text[last:start]
        begin, name = len(text), article.text[start:end]
        text += new.get((name, label), name)
        last = end
        if label:
            spans.append((begin, len(text), label))
        else:
            unknown.append((begin, len(text)))
    text += article.text[last:]
    return replace(article, text=text, spans=tuple(spans), unknown=tuple(unknown))
