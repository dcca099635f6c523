"""The model's `doc.ents`, and what rules find beside them, to PERSON, ORG, LOC and ROLE mentions by our conventions."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.evidence import Evidence
from pipeline.extract.finds import add_mentions, kept
from pipeline.extract.precedence import Candidate, settle
from pipeline.extract.repeats import repeats
from pipeline.name_rules import words_of
from pipeline.rulebook import Rulebook, load_rulebook
from pipeline.values.defined_names import defined_after
from pipeline.values.name_spans import SpanRules, any_of, span_rules, trim
from pipeline.values.name_vetoes import Veto, name_vetoes

LABELS = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ROLE": "ROLE"}
"""Labels of models that we read, and ours."""


class PressNames:
    """Turns names into mentions."""

    def __init__(self, rules: Rulebook) -> None:
        import re

        self.spans: SpanRules = span_rules(rules.honorifics, rules.titles, rules.nationalities)
        self.veto: Veto = name_vetoes(rules.name_vetoes, rules.nationalities, rules.titles, rules.organisation_words)
        self.known = re.compile(rf"(?<![\w.]){any_of(words_of(rules.organisation_words, 'known'))}(?!\w)")

    def __call__(self, doc: Doc) -> Doc:
        """Add the mentions of names to those of values."""
        evidence = Evidence(doc)
        text = evidence.text
        values = [Candidate(m.start_char, m.end_char, m.label, "value") for m in kept(doc, "mentions")]
        found = settle([*values, *self._known(text), *self._of_model(doc, text)])
        found = settle([*found, *self._defined(text, found)])
        found = settle([*found, *repeats(text, found)])
        names = [one for one in found if one.source != "value"]
        add_mentions(doc, (evidence.mention(n.start, n.end, n.label, f"press_names/{n.rule or n.source}") for n in names))
        return doc

    def _known(self, text: str) -> Iterator[Candidate]:
        for match in self.known.finditer(text):
            yield Candidate(match.start(), match.end(), "ORG", "known")

    def _of_model(self, doc: Doc, text: str) -> Iterator[Candidate]:
        for ent in doc.ents:
            label = LABELS.get(ent.label_)
            place = trim(text, ent.start_char, ent.end_char, label, self.spans) if label else None
            if label and place and (label == "ROLE" or not self.veto(text[place[0] : place[1]], label)):
                yield Candidate(*place, label, "model")

    def _defined(self, text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
        for one in found:
            if one.label == "ORG":
                for start, end in defined_after(text, one.start, one.end):
                    if not self.veto(text[start:end], "ORG"):
                        yield Candidate(start, end, "ORG", "defined")


@Language.factory("press_names", requires=["doc.ents"], assigns=["doc._.mentions"])
def make_press_names(nlp: Language, name: str) -> PressNames:
    """Make the component that turns names into mentions."""
    return PressNames(load_rulebook())
