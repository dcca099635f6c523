"""The one reader of what a title is: whoever asks that of a text asks here, and compiles no words of titles himself."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pipeline.rulebook.reading import Rulebook
from pipeline.values.text.phrases import Stretch
from pipeline.values.titles.after import title_after
from pipeline.values.titles.before import title_before
from pipeline.values.titles.beside import BesideTitles, beside_titles
from pipeline.values.titles.edges import title_edges
from pipeline.values.titles.inner import InnerTitles
from pipeline.values.titles.offices import Offices
from pipeline.values.titles.patterns import TitlePatterns, title_patterns
from pipeline.values.titles.walks import Walks
from pipeline.values.titles.words import TitleWords, title_words


@dataclass(frozen=True)
class Titles:
    """Titles as the rules have them.

    >>> from pipeline.rulebook.reading import load_rulebook
    >>> titles, text = titles_of(load_rulebook()), "Finance Minister Ama Boateng, chair of the board"
    >>> titles.before(text, 17, floor=0), titles.after(text, 30, ceiling=len(text))
    ((0, 16), (30, 48))
    >>> titles.words.is_public("Attorney General"), "chief executive" in titles.inner, titles.walks.of("tax lawyer")
    (True, True, 'vocation')
    """

    rules: Rulebook
    words: TitleWords
    """What a title consists of: heads, ranks, modifiers; what is a rank, or a public office."""
    beside: BesideTitles
    """What stands between titles, names and bodies."""
    offices: Offices
    """Which body a title is named after, and which titles say little of a person."""
    inner: InnerTitles
    """Which titles are held within a body."""
    walks: Walks
    """Which walk of life a title is of, and what it is without what says nothing of the office."""

    @cached_property
    def patterns(self) -> TitlePatterns:
        """Give what a title shows of the names beside it; this takes long to compile."""
        return title_patterns(self.rules)

    def before(self, text: str, start: int, *, floor: int) -> Stretch | None:
        """Find the title that ends right before a name."""
        return title_before(self.words, text, start, floor=floor)

    def after(self, text: str, start: int, *, ceiling: int, places: Mapping[int, int] | None = None) -> Stretch | None:
        """Find the title that begins behind a name."""
        return title_after(self.words, text, start, ceiling=ceiling, places=places)

    def edges(self, text: str, title: Stretch, *, floor: int, ceiling: int, places: Mapping[int, int]) -> Stretch:
        """Give the edges that our words give a title which a model found."""
        return title_edges(self.words, text, title, floor=floor, ceiling=ceiling, places=places)


@lru_cache(maxsize=4)
def titles_of(rules: Rulebook) -> Titles:
    """Give the titles of a rulebook, made once."""
    beside = beside_titles(rules)
    return Titles(
        rules=rules,
        words=title_words(rules, beside.holder),
        beside=beside,
        offices=Offices(rules.offices, rules.body_nouns, rules.speaker_nouns),
        inner=InnerTitles(rules.held_within),
        walks=Walks(rules.walks_of_life, rules.plain_titles),
    )
