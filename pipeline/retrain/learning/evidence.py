"""An article that a person looked at: what the pipeline finds in it, and what is right."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.evaluation.gold import GoldArticle, Span
from pipeline.evaluation.scoring import FoundFacts
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.user_rules.component import named_of
from pipeline.extract.user_rules.features import DocWords, all_features
from pipeline.extract.user_rules.rule_set import NAMES


@dataclass(frozen=True)
class Evidence:
    """An article with the mentions that were found (`base`), and with the names that are right (`truth`).

    Base mentions of amounts, percentages and dates are there as neighbours; rules never touch them.
    """

    article_id: str
    words: DocWords
    base: tuple[Candidate, ...]
    truth: frozenset[Span]
    corrected: bool = True
    """Whether a user decided about it; else it comes from the annotated articles."""

    def wrong(self, named: Iterable[Candidate]) -> int:
        """Count the errors of some mentions: those that aren't right, and those that are missing."""
        return len(places_of_names(named) ^ self.truth)

    @cached_property
    def found(self) -> frozenset[Span]:
        """Give where the base has names."""
        return places_of_names(self.base)

    @cached_property
    def begins(self) -> dict[int, str]:
        """Map the number of the word at which a base mention begins to its label in angle brackets."""
        return {self.words.range(one.start, one.end)[0]: f"<{one.label}>" for one in self.base}

    @cached_property
    def ends(self) -> dict[int, str]:
        """Map the number of the word after a base mention to its label in angle brackets."""
        return {self.words.range(one.start, one.end)[1]: f"<{one.label}>" for one in self.base}

    @cached_property
    def asked(self) -> list[dict[str, str]]:
        """Give what rules may ask of each base mention; nothing of amounts, percentages and dates."""
        return all_features(self.words, self.base)

    @property
    def features(self) -> list[tuple[Candidate, dict[str, str]]]:
        """Give every base mention of a name with what rules may ask of it."""
        return [(one, asked) for one, asked in zip(self.base, self.asked, strict=True) if asked]


def places_of_names(named: Iterable[Candidate | Span]) -> frozenset[Span]:
    """Give where names stand, whatever found them."""
    return frozenset(Span(one.start, one.end, one.label) for one in named if one.label in NAMES)


def make_evidence(
    article_id: str, doc: Doc, base: Iterable[Candidate], truth: Collection[Span], *, corrected: bool = True
) -> Evidence:
    """Make the evidence of an article."""
    return Evidence(article_id, DocWords(doc), tuple(sorted(base)), places_of_names(truth), corrected)


def gold_evidence(nlp: Language, gold: Iterable[tuple[GoldArticle, FoundFacts]]) -> list[Evidence]:
    """Give annotated articles, with what the pipeline found in them, as evidence."""
    evidence = []
    for article, found in gold:
        base = [named_of(mention) for mention in found["mentions"]]
        truth = [Span(m.start, m.end, m.label) for m in article.mentions]
        evidence.append(make_evidence(article.id, nlp.make_doc(article.text), base, truth, corrected=False))
    return evidence
