"""Job titles beside people's names to ROLE mentions, together with the roles that a model found."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import keep, kept
from pipeline.extract.document.passes import run_passes
from pipeline.extract.document.view import view_of
from pipeline.extract.names.candidates import Candidate
from pipeline.extract.titles.passes import PASSES
from pipeline.extract.titles.state import FoundTitles
from pipeline.records import Mention
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.titles.titles import titles_of


class PressRoles:
    """Finds titles by their words, beside names."""

    def __init__(self, rules: Rulebook) -> None:
        self.titles = titles_of(rules)

    def __call__(self, doc: Doc) -> Doc:
        """Add ROLE mentions; a role that holds a place takes the place in."""
        titles = FoundTitles(doc, view_of(doc), self.titles, kept(doc, "mentions"))
        settled = run_passes(titles, PASSES, component="press_roles", changes=FoundTitles.changes).found
        there = {(mention.start_char, mention.end_char): mention for mention in titles.mentions}
        keep(doc, "mentions", [self._mention(titles, one, there.get((one.start, one.end))) for one in settled])
        return doc

    def _mention(self, titles: FoundTitles, one: Candidate, there: Mention | None) -> Mention:
        """Give the mention that is there, with the label that it has now, or a new one that names pass and row."""
        if there and there.label == one.label:
            return there
        if there and one.source != "role":
            return replace(there, label=one.label)
        row = self.titles.words.entry_of(titles.text[one.start : one.end])
        by = "/".join(part for part in ("press_roles", one.rule, row.id if row else "") if part)
        return titles.view.mention(one.start, one.end, one.label, by)


@Language.factory(
    "press_roles",
    default_config={"rules": None},
    requires=["doc._.zones", "doc._.mentions"],
    assigns=["doc._.mentions"],
)
def make_press_roles(nlp: Language, name: str, rules: str | None) -> PressRoles:
    """Make the component that finds roles."""
    return PressRoles(rulebook_with(rules))
