"""How many names are right at other levels of confidence: F1 after all rules, by level and set, to choose a level by.

    python -m pipeline.training.levels pipeline/models/press_en --data ../shared/training \
        --dev ../shared/gold/dev.jsonl --level DOUBTFUL --values 0.5,0.55,0.6,0.65,0.7

The levels are those of `extract/names/confidence.py`; nothing is written. Choose by the articles that no rule was made
for, the held-out newswire above all: dev and corpus/ are what rules were fitted to.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.assemble import load
from pipeline.extract.document.finds import kept
from pipeline.extract.names import confidence
from pipeline.training.card import is_unknown, judged, without_roles
from pipeline.training.measure import Scores, mean_f, scores
from pipeline.training.sets import LABELS, Annotated, read_gold, read_sets

STEPS = (-0.1, -0.05, 0.0, 0.05, 0.1)
"""How far from the level of now others are tried, where none are named."""
FIRST, LAST = "press_names", "press_people"
"""The components that read names once a model has marked them."""


@dataclass(frozen=True, slots=True)
class LevelScore:
    """What a set scores at a level."""

    level: str
    value: float
    name: str
    by_label: Scores


def levels() -> dict[str, float]:
    """Give all levels by name."""
    return {name: value for name, value in vars(confidence).items() if isinstance(value, float)}


@contextmanager
def at_level(level: str, value: float) -> Iterator[None]:
    """Set a level for a while, wherever it was imported.

    >>> with at_level("DOUBTFUL", 0.9):
    ...     levels()["DOUBTFUL"]
    0.9
    """
    before = getattr(confidence, level)
    modules = [module for module in sys.modules.values() if getattr(module, "__name__", "").startswith("pipeline.")]
    holders = [vars(module) for module in modules if vars(module).get(level) is before]
    for holder in holders:
        holder[level] = value
    try:
        yield
    finally:
        for holder in holders:
            holder[level] = before


class Reader:
    """Reads articles with a model once, and their names as often as asked."""

    def __init__(self, nlp: Language, articles: Sequence[Annotated]) -> None:
        """Run all that stands before the names."""
        pipes = nlp.pipeline
        names = [name for name, _ in pipes]
        first, last = names.index(FIRST), names.index(LAST)
        self._again = [component for _, component in pipes[first : last + 1]]
        self._articles = articles
        self._docs = []
        for article in articles:
            doc = nlp.make_doc(article.text)
            for _, component in pipes[:first]:
                doc = component(doc)
            self._docs.append(doc)

    def scores(self) -> Scores:
        """Score the names as they are read at the levels of now."""
        pairs = zip(self._articles, self._docs, strict=True)
        return scores(((judged(article), self._names(article, doc.copy())) for article, doc in pairs), LABELS)

    def _names(self, article: Annotated, doc: Doc) -> list[tuple[int, int, str]]:
        for component in self._again:
            doc = component(doc)
        spans = [(one.start_char, one.end_char, one.label) for one in kept(doc, "mentions") if one.label in LABELS]
        return [span for span in spans if not is_unknown(span, article.unknown)]


def tried(sets: dict[str, Reader], level: str, values: Iterable[float]) -> Iterator[LevelScore]:
    """Score all sets at some values of a level."""
    for value in values:
        with at_level(level, value):
            for name, reader in sets.items():
                yield LevelScore(level, value, name, reader.scores())


def report(found: Iterable[LevelScore], now: dict[str, float]) -> str:
    """Lay out what sets score at levels; a star marks those of now.

    >>> score = {"PERSON": {"p": 90.0, "r": 90.0, "f": 90.0, "n": 2}, "ORG": {"p": 0.0, "r": 0.0, "f": 0.0, "n": 0}}
    >>> print(report([LevelScore("SURE", 0.9, "newswire", score)], {"SURE": 0.9}))
    level             value   set           all  PERSON     ORG     LOC    ROLE
    SURE              0.90*   newswire     90.0    90.0       -       -       -
    """
    lines = [f"{'level':<17} {'value':<7} {'set':<10} {'all':>6}  {'  '.join(f'{label:>6}' for label in LABELS)}"]
    for one in found:
        scored = [one.by_label.get(label, {"n": 0}) for label in LABELS]
        cells = "  ".join(f"{score['f'] if score['n'] else '-':>6}" for score in scored)
        value = f"{one.value:.2f}{'*' if one.value == now[one.level] else ''}"
        lines.append(f"{one.level:<17} {value:<7} {one.name:<10} {mean_f(one.by_label):>6.1f}  {cells}")
    return "\n".join(lines)


class _NoRoles(Reader):
    """Reads a set in which no roles are annotated."""

    def scores(self) -> Scores:
        return without_roles(super().scores())


def main() -> None:
    """Print what levels score."""
    now = levels()
    parser = argparse.ArgumentParser(
        prog="python -m pipeline.training.levels", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("model", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder of the annotated sets")
    parser.add_argument("--dev", type=Path, help="annotated articles that rules were fitted to, to be shown beside")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="folder with our own articles")
    parser.add_argument("--level", choices=list(now), action="append", help="which level; all where none is named")
    parser.add_argument("--values", help="values to try, with commas; by default those around the level of now")
    parser.add_argument("--limit", type=int, help="articles of each set")
    args = parser.parse_args()
    nlp = load(args.model)
    held = read_sets(args.data)["heldout"][: args.limit]
    read = {name: read_gold(args.corpus / name / "gold.jsonl") for name in ("series", "gold")}
    read |= {"dev": read_gold(args.dev)} if args.dev else {}
    sets: dict[str, Reader] = {"newswire": _NoRoles(nlp, held)}
    sets |= {name: Reader(nlp, articles[: args.limit]) for name, articles in read.items()}
    for level in args.level or now:
        around = (round(now[level] + step, 4) for step in STEPS)
        values = map(float, args.values.split(",")) if args.values else around
        print(report(tried(sets, level, (value for value in values if 0 < value < 1)), now), flush=True)


if __name__ == "__main__":
    main()
