"""ORG mentions to the organisations that they name: one record an organisation, its id on every mention."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import id_of, keep, kept
from pipeline.extract.document.view import view_of
from pipeline.records import Mention, Organisation
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.names.forms import entity_id, fold, on_one_line, org_words
from pipeline.values.organisations.groups import group_names
from pipeline.values.organisations.same_body import SameBody
from pipeline.values.organisations.short_forms import defined_after
from pipeline.values.organisations.words import fullest, organisation_words


class PressOrganisations:
    """Joins the forms of an organisation's name within an article."""

    def __init__(self, rules: Rulebook) -> None:
        self.words = organisation_words(rules.organisation_words)
        self.aliases = [row.words for row in rules.aliases]
        self.same = SameBody(rules.same_body)

    def __call__(self, doc: Doc) -> Doc:
        """Keep the article's organisations, and put their ids on the mentions."""
        mentions: tuple[Mention, ...] = kept(doc, "mentions")
        text = view_of(doc).flat
        orgs = [mention for mention in mentions if mention.label == "ORG"]
        counts = Counter(on_one_line(mention.text) for mention in orgs)
        places = frozenset(word for mention in mentions if mention.label == "LOC" for word in org_words(mention.text))
        groups = group_names([on_one_line(org.text) for org in orgs], self._defined(text, orgs), self.words, places)
        ids: dict[str, str] = {}
        records = []
        for group in groups:
            name = fullest(group)
            identity = entity_id("ORG", name)
            ids |= dict.fromkeys(group, identity)
            aliases = tuple(dict.fromkeys(form for form in group if fold(form) != fold(name)))
            records.append(
                Organisation(
                    article_id=id_of(doc),
                    organisation_id=identity,
                    name=name,
                    aliases=aliases,
                    mentions=sum(counts[form] for form in group),
                    found_by="press_organisations",
                )
            )
        keep(doc, "organisations", records)
        named = (replace(m, entity_id=ids[on_one_line(m.text)]) if m.label == "ORG" else m for m in mentions)
        keep(doc, "mentions", named)
        return doc

    def _defined(self, text: str, orgs: list[Mention]) -> list[tuple[str, str]]:
        """Give the pairs of a name and a short form that the article defines, or that a rule file has for one body."""
        at = {mention.start_char: mention for mention in orgs}
        printed = {on_one_line(mention.text) for mention in orgs}
        known = [(name, alias) for name, *others in self._known(printed) for alias in others]
        said = (
            (mention.start_char, start)
            for mention in orgs
            for start, _ in defined_after(text, mention.start_char, mention.end_char)
        )
        beside = self.same.pairs(text, [(mention.start_char, mention.end_char) for mention in orgs])
        pairs = [*said, *((one[0], other[0]) for one, other in beside)]
        return known + [
            (on_one_line(at[one].text), on_one_line(at[other].text))
            for one, other in pairs
            if other in at and at[other].text != at[one].text
        ]

    def _known(self, printed: Collection[str]) -> list[list[str]]:
        """Give the names of each body of the rule files that the article has several names of, the fullest first."""
        there = ([name for name in names if name in printed] for names in self.aliases)
        return [names for names in there if len(names) > 1]


@Language.factory(
    "press_organisations",
    default_config={"rules": None},
    requires=["doc._.mentions"],
    assigns=["doc._.organisations", "doc._.mentions"],
)
def make_press_organisations(nlp: Language, name: str, rules: str | None) -> PressOrganisations:
    """Make the component that joins the names of organisations."""
    return PressOrganisations(rulebook_with(rules))
