"""ORG mentions to the organisations that they name: one record an organisation, its id on every mention."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extract.document.finds import id_of, keep, kept
from pipeline.extract.document.trace import is_traced
from pipeline.extract.document.view import view_of
from pipeline.extract.organisations.of_countries import APART, BodiesOfCountries
from pipeline.extract.organisations.traced import OrganisationTrace
from pipeline.records import Mention, Organisation
from pipeline.rulebook.reading import Rulebook
from pipeline.rulebook.user_rows import rulebook_with
from pipeline.values.names.forms import entity_id, fold, org_words
from pipeline.values.organisations.groups import BodiesNamed, group_names
from pipeline.values.organisations.same_body import SameBody
from pipeline.values.organisations.short_forms import defined_after, quoted_after, ticker_after
from pipeline.values.organisations.words import fullest, organisation_words


class PressOrganisations:
    """Joins the forms of an organisation's name within an article."""

    def __init__(self, rules: Rulebook) -> None:
        self.words = organisation_words(rules.organisation_words)
        self.aliases = [row.words for row in rules.aliases]
        self.same = SameBody(rules.same_body)
        self.of_countries = BodiesOfCountries(rules)
        self._rules = rules

    @cached_property
    def trace(self) -> OrganisationTrace:
        """Give what says why names were joined, for whoever asks."""
        return OrganisationTrace(self._rules, self.same)

    def __call__(self, doc: Doc) -> Doc:
        """Keep the article's organisations, and put their ids on the mentions."""
        mentions: tuple[Mention, ...] = kept(doc, "mentions")
        text = view_of(doc).flat
        orgs = [mention for mention in mentions if mention.label == "ORG"]
        named = self.of_countries.named(text, orgs)
        bodies = self._named(text, mentions, orgs, named)
        groups, joined = group_names(bodies, self.words)
        counts = Counter(bodies.printed)
        records = [_record(doc, group, counts) for group in groups]
        ids = {name: one.organisation_id for group, one in zip(groups, records, strict=True) for name in group}
        if is_traced(doc):
            self.trace.note(doc, text, named, list(zip(groups, records, strict=True)), joined)
        keep(doc, "organisations", records)
        told = (replace(m, entity_id=ids[named[m.start_char]]) if m.label == "ORG" else m for m in mentions)
        keep(doc, "mentions", told)
        return doc

    def _named(
        self, text: str, mentions: Iterable[Mention], orgs: list[Mention], named: Mapping[int, str]
    ) -> BodiesNamed:
        """Give the names of an article's bodies, and what it says of them."""
        places = (mention for mention in mentions if mention.label == "LOC")
        spans = [(org.start_char, org.end_char) for org in orgs]
        heading = sum(org.zone == "headline" for org in orgs)
        return BodiesNamed(
            [named[org.start_char] for org in orgs],
            defined=self._defined(text, orgs, named, heading),
            places=frozenset(word for place in places for word in org_words(place.text)),
            apart=frozenset(frozenset((named[one[0]], named[other[0]])) for one, other in self.same.kin(text, spans)),
            owners=frozenset(named[org.start_char] for org in orgs if self.same.is_parent(text, org.start_char)),
            in_headline=heading,
        )

    def _defined(self, text: str, orgs: list[Mention], named: Mapping[int, str], heading: int) -> list[tuple[str, str]]:
        """Give the pairs of a name and a short form that the article defines, or that a rule file has for one body."""
        at = {mention.start_char: mention for mention in orgs}
        known = [(name, alias) for name, *others in self._known(set(named.values())) for alias in others]
        said = (
            (mention.start_char, start)
            for mention in orgs
            for start, _ in defined_after(text, mention.start_char, mention.end_char)
        )
        places = [(mention.start_char, mention.end_char) for mention in orgs]
        beside = (*self.same.pairs(text, places), *self.same.bracketed(text, places, heading))
        pairs = [*said, *self._further(text, orgs), *((one[0], other[0]) for one, other in beside)]
        return known + [
            (named[one], named[other]) for one, other in pairs if other in at and at[other].text != at[one].text
        ]

    def _further(self, text: str, orgs: list[Mention]) -> Iterator[tuple[int, int]]:
        """Give the pairs of a name and what it is called at an exchange, or in a bracket that does not begin behind it.

        No other body stands between, and the article has not used the short form before, but in its headline.
        """
        first: dict[str, int] = {}
        for mention in orgs:
            if mention.zone != "headline":
                first.setdefault(mention.text, mention.start_char)
        for at, mention in enumerate(orgs, start=1):
            ticker = ticker_after(text, mention.end_char)
            if ticker and ticker in first:
                yield mention.start_char, first[ticker]
            behind = orgs[at : at + 2]
            for start, end in quoted_after(text, mention.end_char):
                if behind and behind[0].start_char == start:
                    del behind[0]
                    if first.get(text[start:end], start) >= mention.start_char:
                        yield mention.start_char, start

    def _known(self, printed: Collection[str]) -> list[list[str]]:
        """Give the names of each body of the rule files that the article has several names of, the fullest first."""
        there = ([name for name in names if name in printed] for names in self.aliases)
        return [names for names in there if len(names) > 1]


def _record(doc: Doc, group: Collection[str], counts: Mapping[str, int]) -> Organisation:
    """Give the organisation that a group of names names."""
    forms = dict.fromkeys(form.partition(APART)[0] for form in group)
    name = fullest(forms)
    return Organisation(
        article_id=id_of(doc),
        organisation_id=entity_id("ORG", fullest(group)),
        name=name,
        aliases=tuple(form for form in forms if fold(form) != fold(name)),
        mentions=sum(counts[form] for form in group),
        found_by="press_organisations",
    )


@Language.factory(
    "press_organisations",
    default_config={"rules": None},
    requires=["doc._.zones", "doc._.mentions"],
    assigns=["doc._.organisations", "doc._.mentions"],
)
def make_press_organisations(nlp: Language, name: str, rules: str | None) -> PressOrganisations:
    """Make the component that joins the names of organisations."""
    return PressOrganisations(rulebook_with(rules))
