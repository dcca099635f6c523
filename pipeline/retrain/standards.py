"""What a candidate must show before it can become a rule."""

from dataclasses import dataclass

from pipeline.extract.rule_set import EditRule, PatternRule
from pipeline.retrain.trials import Trial


@dataclass(frozen=True, slots=True)
class Standard:
    """Least mended mentions, in at least so many articles, and least share of what it changes that it mends."""

    mended: int
    articles: int
    precision: float


@dataclass(frozen=True, slots=True)
class Standards:
    """The standard of each kind of rule: whole words as printed, words with their context, and general ones."""

    literal: Standard = Standard(mended=1, articles=1, precision=1.0)
    word: Standard = Standard(mended=2, articles=2, precision=1.0)
    context: Standard = Standard(mended=2, articles=2, precision=1.0)
    general: Standard = Standard(mended=3, articles=2, precision=0.9)


def kind_of(rule: EditRule | PatternRule) -> str:
    """Say what kind of rule this is: literal (several words, or an acronym), word (a single one), context, general."""
    if isinstance(rule, EditRule):
        text = rule.when.get("text")
        if text is None:
            return "general"
        if len(rule.when) > 2:
            return "context"
        return "literal" if is_distinctive(text) else "word"
    if not isinstance(rule.pattern, str):
        return "general"
    if rule.left or rule.right:
        return "context"
    return "literal" if is_distinctive(rule.pattern) else "word"


def is_distinctive(text: str) -> bool:
    """Say whether words can hardly be anything else: several with capitals, or an acronym of three letters or more."""
    words = text.split()
    capitals = sum(word[0].isupper() for word in words)
    return (len(words) > 1 and capitals > 1) or (len(text) > 2 and sum(c.isupper() for c in text) > 1)


def is_proven(trial: Trial, standards: Standards, *, without: int = -1) -> bool:
    """Say whether a candidate mended enough, in enough articles, and broke little enough.

    `without` leaves an article out, to see whether the others alone would have proven it.
    """
    standard: Standard = getattr(standards, kind_of(trial.rule))
    own_mended, own_broken = (counts.get(without, 0) for counts in (trial.mended, trial.broken))
    mended, broken = sum(trial.mended.values()) - own_mended, sum(trial.broken.values()) - own_broken
    enough = mended >= standard.mended and len(trial.mended) - bool(own_mended) >= standard.articles
    return enough and mended >= standard.precision * (mended + broken)
