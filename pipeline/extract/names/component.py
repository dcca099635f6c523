"""The model's `doc.ents`, and what rules find beside them, to PERSON, ORG, LOC and ROLE mentions by our conventions."""

from collections.abc import Collection, Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import add_mentions, kept
from pipeline.extract.document.view import view_of
from pipeline.extract.names.beside import described, named_beside
from pipeline.extract.names.bodies import apart, for_places, governed, of_form, parted, partners
from pipeline.extract.names.candidates import Candidate, settle
from pipeline.extract.names.completed import whole, without_full_stops
from pipeline.extract.names.doubtful import believed
from pipeline.extract.names.elsewhere import repeats
from pipeline.extract.names.from_model import LABELS, model_names
from pipeline.extract.names.lone_persons import without_strays
from pipeline.extract.names.one_label import agreed, explained, without_verbs
from pipeline.extract.names.places import dateline_places
from pipeline.extract.names.words import name_words
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.names.spans import SpanRules
from pipeline.values.names.vessels import vessels
from pipeline.values.names.vetoes import Veto
from pipeline.values.names.whole import before_rank
from pipeline.values.organisations.forms import organisation_runs
from pipeline.values.organisations.short_forms import defined_after, definitions

__all__ = ["LABELS", "PressNames", "make_press_names"]

NO_NAME = "-"
"""Label of what no source may take for a name."""


class PressNames:
    """Turns names into mentions."""

    def __init__(self, rules: Rulebook) -> None:
        self.words = name_words(rules)

    @property
    def spans(self) -> SpanRules:
        """Give what is cut off the edges of names."""
        return self.words.spans

    @property
    def veto(self) -> Veto:
        """Give what says why a stretch is no name."""
        return self.words.veto

    def __call__(self, doc: Doc) -> Doc:
        """Add the mentions of names to those of values."""
        view = view_of(doc)
        text = view.flat
        values = [Candidate(m.start_char, m.end_char, m.label, "value") for m in kept(doc, "mentions")]
        named = self._named(doc, text)
        places = dateline_places(text, view.zones, named)
        states = self.words.states.find(text, [*places, *named])
        found = settle([*values, *self._known(text), *places, *states, *named])
        found = settle([*found, *self._defined(text, found)])
        found = list(without_full_stops(text, set(view.starts), found))
        found = settle([*found, *repeats(text, found, self.words.common, self.words.public)])
        names = (one for one in found if one.source != "value" and one.label != NO_NAME)
        add_mentions(doc, [view.mention(n.start, n.end, n.label, f"press_names/{n.rule or n.source}") for n in names])
        return doc

    def _named(self, doc: Doc, text: str) -> list[Candidate]:
        """Give what the model and the forms of names show, as far as the article bears it out."""
        words = self.words
        model = (_as_body(one, text, words.like_persons) for one in model_names(doc, text, words))
        named = list(for_places(text, described(text, model, words.beside), words))
        named += named_beside(text, named, words.beside, never_first=words.forms.never_first)
        named += self._of_forms(_without_money(doc, text))
        named = list(of_form(text, list(partners(text, named, words.forms)), words.foreign))
        named = list(parted(text, list(apart(text, named, words)), words.body))
        named = whole(text, without_verbs(text, named), words)
        named = agreed(text, explained(text, named, definitions(text), words.veto))
        named = believed(text, list(governed(text, named)), words.support)
        return without_strays(text, named, words.signs)

    def _known(self, text: str) -> Iterator[Candidate]:
        for match in self.words.known.finditer(text):
            yield Candidate(match.start(), match.end(), "ORG", "known")
        for start, end in vessels(text, self.words.vessel):
            yield Candidate(start, end, NO_NAME, "known")

    def _of_forms(self, text: str) -> Iterator[Candidate]:
        for start, after, form in organisation_runs(text, self.words.forms):
            end = before_rank(text, start, after)
            if not self.veto(text[start:end], "ORG"):
                yield Candidate(start, end, "ORG", form)

    def _defined(self, text: str, found: Iterable[Candidate]) -> Iterator[Candidate]:
        for one in found:
            if one.label == "ORG":
                for start, end in defined_after(text, one.start, one.end):
                    if not self.veto(text[start:end], "ORG"):
                        yield Candidate(start, end, "ORG", "defined")


def _without_money(doc: Doc, text: str) -> str:
    """Blank amounts of money out of a text, so that no run of capitals goes on into one: `Bank of Ghana GH₵5m`."""
    for mention in kept(doc, "mentions"):
        if mention.label == "MONEY":
            start, end = mention.start_char, mention.end_char
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _as_body(one: Candidate, text: str, bodies: Collection[str]) -> Candidate:
    """Take a well-known body that has a person's name for one: Eli Lilly."""
    return one._replace(label="ORG") if one.label == "PERSON" and text[one.start : one.end] in bodies else one


@Language.factory(
    "press_names",
    default_config={"rules": None},
    requires=["doc.ents"],
    assigns=["doc._.mentions"],
)
def make_press_names(nlp: Language, name: str, rules: str | None) -> PressNames:
    """Make the component that turns names into mentions."""
    return PressNames(rulebook_with(rules))
