"""The model's `doc.ents`, and what rules find beside them, to PERSON, ORG, LOC and ROLE mentions by our conventions."""

import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.confidence import UNSAID, confidences
from pipeline.extract.evidence import Evidence
from pipeline.extract.finds import add_mentions, kept
from pipeline.extract.one_name import SURE_ROLE, Support, agreed, believed, explained, governed, of_form, parted
from pipeline.extract.precedence import Candidate, settle
from pipeline.extract.repeats import repeats
from pipeline.name_rules import words_of
from pipeline.rulebook import Rulebook, load_rulebook
from pipeline.values.acronyms import definitions
from pipeline.values.defined_names import defined_after
from pipeline.values.name_spans import SpanRules, any_of, span_rules, trim
from pipeline.values.name_vetoes import Veto, name_vetoes
from pipeline.values.organisation_forms import organisation_forms, organisation_runs, with_suffix

LABELS = {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ROLE": "ROLE"}
"""Labels of models that we read, and ours."""


class PressNames:
    """Turns names into mentions."""

    def __init__(self, rules: Rulebook) -> None:
        self.spans: SpanRules = span_rules(rules.honorifics, rules.titles, rules.nationalities)
        self.veto: Veto = name_vetoes(rules.name_vetoes, rules.nationalities, rules.titles, rules.organisation_words)
        self.forms = organisation_forms(rules.organisation_words, rules.sentence_starts, rules.titles)
        self.known = re.compile(rf"(?<![\w.]){any_of(words_of(rules.organisation_words, 'known'))}(?!\w)")
        heads = any_of(words_of(rules.titles, "head"))
        self.honorifics = frozenset(words_of(rules.honorifics))
        self.title_words = frozenset(word.lower() for word in words_of(rules.titles, "modifier"))
        self.title_part = re.compile(rf"\w+ {heads}(?!\w)", re.IGNORECASE)
        self.title_head = re.compile(rf"(?<!\w){heads}(?!\w)", re.IGNORECASE)
        self.common = frozenset(word.lower() for word in words_of(rules.organisation_words)) | frozenset(
            word.lower()
            for word in (
                *words_of(rules.nationalities),
                *words_of(rules.titles, "head", "modifier"),
                *words_of(rules.sentence_starts),
            )
        )
        self.sure = re.compile(
            rf"\b{any_of(words_of(rules.organisation_words, 'head', 'legal', 'opener', 'foreign'))}(?!\w)"
        )
        self.foreign = re.compile(rf"(?<!\w){any_of(words_of(rules.organisation_words, 'foreign'))}(?!\w)")
        self.support = Support(
            sure_form=self.sure,
            holds_title=re.compile(rf"(?:(?<!\w){heads}(?:,| of| for| with| from)| at)(?: the)? $", re.IGNORECASE),
            given=frozenset(words_of(rules.given_names)),
            acts=re.compile(rf"(?:,[^.,\n]{{1,60}},)? {any_of(words_of(rules.quote_verbs, 'act'))}(?!\w)"),
        )

    def __call__(self, doc: Doc) -> Doc:
        """Add the mentions of names to those of values."""
        evidence = Evidence(doc)
        text = evidence.flat
        values = [Candidate(m.start_char, m.end_char, m.label, "value") for m in kept(doc, "mentions")]
        named = [*self._of_model(doc, text), *self._of_forms(text)]
        named = list(of_form(text, named, self.foreign))
        named = agreed(text, explained(text, list(parted(text, named, self.sure)), definitions(text), self.veto))
        named = believed(text, list(governed(text, named)), self.support)
        found = settle([*values, *self._known(text), *named])
        found = settle([*found, *self._defined(text, found)])
        found = settle([*found, *repeats(text, found, self.common)])
        names = [one for one in found if one.source != "value"]
        add_mentions(
            doc, (evidence.mention(n.start, n.end, n.label, f"press_names/{n.rule or n.source}") for n in names)
        )
        return doc

    def _known(self, text: str) -> Iterator[Candidate]:
        for match in self.known.finditer(text):
            yield Candidate(match.start(), match.end(), "ORG", "known")

    def _of_model(self, doc: Doc, text: str) -> Iterator[Candidate]:
        scores = confidences(doc)
        for ent in doc.ents:
            label = LABELS.get(ent.label_)
            place = trim(text, ent.start_char, ent.end_char, label, self.spans) if label else None
            if not label or not place:
                continue
            start, end = place
            if label == "PERSON":
                family = self.forms.family.match(text, end)
                end = family.end() if family else end
                label = "ORG" if family or self.forms.ends_legally(text[start:end]) else label
            if label == "ORG":
                end = with_suffix(text, end, self.forms)
            score = scores.get((ent.start_char, ent.end_char), UNSAID)
            if label == "ROLE" and self._is_no_role(text[start:end], score):
                continue
            if label == "ORG" and self.title_part.match(text, start) and text[start:end].lower() in self.title_words:
                continue
            if label == "ROLE" or not self.veto(text[start:end], label):
                yield Candidate(start, end, label, "model", score=score)

    def _is_no_role(self, role: str, score: float) -> bool:
        """Say whether words that a model takes for a role are a bare honorific, or hold no title and it isn't sure."""
        return role in self.honorifics or (score < SURE_ROLE and not self.title_head.search(role))

    def _of_forms(self, text: str) -> Iterator[Candidate]:
        for start, end, form in organisation_runs(text, self.forms):
            if not self.veto(text[start:end], "ORG"):
                yield Candidate(start, end, "ORG", form)

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
