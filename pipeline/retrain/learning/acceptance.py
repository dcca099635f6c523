"""What a candidate must show before it can become a rule."""

from dataclasses import dataclass

from pipeline.retrain.learning.trials import Trial


@dataclass(frozen=True, slots=True)
class Standard:
    """Least mended mentions, articles and different words, and least share of what it changes that it mends."""

    mended: int
    articles: int
    words: int
    precision: float


@dataclass(frozen=True, slots=True)
class Standards:
    """The standard of each kind of rule: the more a kind covers, and the more of its kind are tried, the more it takes.

    Whole words as printed: `literal` (several, or an acronym), `name` (a single one that is nowhere a small word),
    `word` (any single one), `context` (with what stands beside them). General ones: `ending` and heads, `article` (what
    the rest of the article says), `beside` (form and neighbours alone, where chance finds a rule most easily).
    """

    literal: Standard = Standard(mended=1, articles=1, words=1, precision=1.0)
    name: Standard = Standard(mended=1, articles=1, words=1, precision=1.0)
    word: Standard = Standard(mended=3, articles=2, words=1, precision=1.0)
    context: Standard = Standard(mended=3, articles=2, words=1, precision=1.0)
    ending: Standard = Standard(mended=4, articles=3, words=3, precision=1.0)
    article: Standard = Standard(mended=10, articles=8, words=8, precision=1.0)
    tried_on: int = 30
    """Articles that a general rule must be tried on at least, corrected and annotated ones together."""
    beside: Standard = Standard(mended=10, articles=6, words=6, precision=0.95)


def is_proven(trial: Trial, standards: Standards, *, without: int = -1) -> bool:
    """Say whether a candidate mended enough, in enough articles, and broke little enough.

    `without` leaves an article out, to see whether the others alone would have proven it.
    """
    standard: Standard = getattr(standards, trial.kind)
    own_mended, own_broken = (counts.get(without, 0) for counts in (trial.mended, trial.broken))
    mended, broken = sum(trial.mended.values()) - own_mended, sum(trial.broken.values()) - own_broken
    enough = mended >= standard.mended and len(trial.mended) - bool(own_mended) >= standard.articles
    words = {word for number, words in trial.words.items() if number != without for word in words}
    enough = enough and len(words) >= standard.words
    return enough and mended >= standard.precision * (mended + broken)
