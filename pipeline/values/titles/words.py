"""The lexicon of job titles, and how a line is split to look for them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.compiling import compile_once
from pipeline.rulebook.alternatives import any_of
from pipeline.rulebook.lexicon import Entry
from pipeline.rulebook.reading import Rulebook

Token = tuple[int, int, str]
"""First offset, offset after the last, the word or mark."""

JOINS = ("and", "&", "/")
LINKS = ("of", "for", "to", "on")
WINDOW = 140
"""Characters that are looked at beside a name."""

_TOKEN = re.compile(
    r"(?:[Tt]hen|[Ee]x)-(?=\w)|[A-Z][a-z]{0,3}\.(?=\s)|(?:[A-Z]\.)+[A-Z]?\b\.?|[^\W_][\w'’\-]*(?:\.\w+)*|[,&/;:()–—]|\S"
)
_STATES = re.compile(r"U\.?S\.?|U\.?K\.?|EU|UN")
_POSSESSIVES = ("'s", "’s", "s'", "s’")
_NO_NOUNS = ("ing", "ed", "ly")
_MOST_WORDS = 4
_DISTRICT_OF = "District of "
_PLURALS = {"man": "men", "woman": "women", "ey": "eys", "ay": "ays", "y": "ies"}
_PLURALS |= {ending: f"{ending}es" for ending in ("s", "x", "ch", "sh")}


@dataclass(frozen=True, slots=True)
class TitleWords:
    """The words of titles; folded to lower case, but for ranks, peoples and words that begin sentences."""

    heads: frozenset[str]
    ranks: frozenset[str]
    modifiers: frozenset[str]
    grades: frozenset[str]
    outside: frozenset[str]
    outside_before: frozenset[str]
    stops: frozenset[str]
    public: frozenset[str]
    capital: frozenset[str]
    never: frozenset[str]
    starts: frozenset[str]
    honorifics: frozenset[str]
    common: frozenset[str]
    set_over: frozenset[str]
    states: frozenset[str]
    before_capitals: frozenset[str]
    numbers: frozenset[str]
    numbered: tuple[str, ...]
    no_grades: frozenset[str]
    short_grades: frozenset[str]
    regions: frozenset[str]
    directions: frozenset[str]
    of_learning: frozenset[str]
    leading: frozenset[str]
    new_places: frozenset[str]
    times: frozenset[str]
    """Units of time, which are no field: president for years."""
    holder: re.Pattern[str]
    """One word for somebody who does a thing: forecaster."""
    district: re.Pattern[str]
    """Behind a public office, the district of a state that it is held in."""
    entries: Mapping[str, Entry]
    """The rows of heads and ranks, by their words as they are looked up."""

    def head_at(self, tokens: Sequence[Token], at: int) -> int:
        """Give how many tokens from a place on make a head: `Attorney General` two; 0 for none."""
        for width in range(min(_MOST_WORDS, len(tokens) - at), 0, -1):
            phrase = " ".join(token[2] for token in tokens[at : at + width])
            if (phrase.lower() in self.heads and phrase not in self.capital) or phrase in self.ranks:
                return width
        return 0

    def entry_of(self, title: str) -> Entry | None:
        """Give the row with the last, longest head in a title: `chief executive` in `Chief Executive, Tema`."""
        words = [word for _, _, word in tokens_of(title, 0, len(title))]
        for end in range(len(words), 0, -1):
            for width in range(min(_MOST_WORDS, end), 0, -1):
                phrase = " ".join(words[end - width : end])
                entry = self.entries.get(phrase) or self.entries.get(phrase.lower())
                if entry:
                    return entry
        return None

    def head_before(self, tokens: Sequence[Token], end: int) -> int:
        """Give how many tokens before a place make a head."""
        widths = range(min(_MOST_WORDS, end), 0, -1)
        return next((width for width in widths if self.head_at(tokens[:end], end - width) == width), 0)

    def may_modify(self, word: str, head: str, *, first: bool) -> bool:
        """Say whether a word before a head is part of the title.

        The first word of a line may have its capital from there, so one that looks like a verb or an adverb is none.
        A small head before a capitalised one is a title of its own: `lead author Professor Tan`.
        """
        lower = word.lower()
        capital = head[:1].isupper()
        if lower in self.modifiers or (lower in self.heads and (word[0].isupper() or not capital)):
            return True
        if word in self.never or word in self.honorifics or lower in self.outside_before or word.endswith(_POSSESSIVES):
            return False
        if _STATES.fullmatch(word):
            return True
        named = len(word) > 1 and word[0].isalpha() and word[0].isupper()
        if first:
            return named and not lower.endswith(_NO_NOUNS)
        return named and capital

    def may_lead(self, word: str) -> bool:
        """Say whether a word may stand in a title before its head, after a name."""
        lower = word.lower()
        return lower in self.modifiers or (word[0].isupper() and lower not in self.stops and word not in self.never)

    def without_number(self, tokens: Sequence[Token], first: int) -> int:
        """Give where a title begins behind an ordinal that is none of its own: her first `coach`, but a first officer.

        One with a capital may be of a name: `First Nation chief`.
        """
        numbered = first + 1 < len(tokens) and tokens[first][2] in self.numbers
        return first + 1 if numbered and not tokens[first + 1][2].lower().startswith(self.numbered) else first

    def is_rank(self, title: str) -> bool:
        """Say whether a title is a rank or an abbreviation, before which another title may stand."""
        return title in self.ranks

    def is_public(self, title: str) -> bool:
        """Say whether a title is a public office, which may carry its place."""
        words = title.lower().split()
        return any(" ".join(words[-width:]) in self.public for width in (1, 2))


def title_words(rules: Rulebook, holder: re.Pattern[str]) -> TitleWords:
    """Read the words of titles out of the rules; `holder` is what a word looks like for somebody who does a thing."""
    titles, of = rules.titles, rules.titles.words
    numbers = (row.words for row in rules.number_words)
    outside = of("outside").union(*numbers)
    heads = titles.entries("head")
    shared = {plural(word): entry for word, entry in heads.items() if word.islower() and " " not in word}
    starts = rules.sentence_starts.words()
    peoples = (people.split()[-1] for people in rules.nationalities.printed())
    return TitleWords(
        heads=frozenset(heads | shared),
        ranks=of("rank"),
        modifiers=of("modifier"),
        grades=of("grade"),
        outside=outside,
        outside_before=outside | of("outside_before"),
        stops=of("stop"),
        public=of("public"),
        capital=of("capital"),
        never=frozenset((*peoples, *starts)),
        starts=starts,
        honorifics=rules.honorifics.words(),
        common=rules.organisation_words.words("common") - rules.organisation_words.words("held"),
        set_over=of("set_over"),
        states=of("state"),
        before_capitals=of("before_capitals"),
        numbers=of("number"),
        numbered=tuple(sorted(of("numbered"))),
        no_grades=of("no_grade", "number"),
        short_grades=of("short_grade"),
        regions=of("region"),
        directions=of("direction"),
        of_learning=of("of_learning"),
        leading=of("leading"),
        new_places=of("new_place"),
        times=rules.date_words.words("unit"),
        district=_district(rules),
        holder=holder,
        entries=shared | heads | titles.entries("rank"),
    )


def plural(word: str) -> str:
    """Give a title as several people hold it.

    >>> [plural(title) for title in ("mayor", "secretary", "coach", "alderman")]
    ['mayors', 'secretaries', 'coaches', 'aldermen']
    """
    for ending, several in _PLURALS.items():
        if word.endswith(ending):
            return word.removesuffix(ending) + several
    return word + "s"


def _district(rules: Rulebook) -> re.Pattern[str]:
    places = (
        word for row in (*rules.countries, *rules.cities) if row.kind in ("country", "region") for word in row.words
    )
    districts = any_of(place if place.startswith(_DISTRICT_OF) else _DISTRICT_OF + place for place in places)
    parts = any_of(word.title() for word in rules.place_words.printed("direction", "part"))
    return compile_once(rf" (?:for|of) the (?:{parts} )?{districts}(?!\w)")


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Split a stretch into words and marks."""
    return [(match.start(), match.end(), match[0]) for match in _TOKEN.finditer(text, start, end)]
