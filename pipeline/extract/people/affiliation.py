"""What the places of an article say about one person to the title and the organisation of the person's row."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.extract.people.links import Link
from pipeline.records import Mention, Organisation
from pipeline.values.titles.offices import Offices


class Affiliation(NamedTuple):
    """Title and organisation of a person, and the rules that say so."""

    role: Mention | None
    organisation_id: str | None
    former: bool
    title_rule: str
    organisation_rule: str

    @property
    def rules(self) -> str:
        """Give the rules as `found_by` names them."""
        return "+".join(dict.fromkeys(rule for rule in (self.title_rule, self.organisation_rule) if rule))


def affiliation(links: Sequence[Link], organisations: Mapping[str, Organisation], offices: Offices) -> Affiliation:
    """Choose the title and the organisation among the links of one person."""
    titled = min((link for link in links if link.role), key=lambda link: _title_rank(link, offices), default=None)
    role = titled.role if titled else None
    own = [link for link in links if titled and link.role == role]
    holds = titled is not None and not titled.former
    others = (link for link in links if not (holds and link.former))  # where somebody was before says nothing of now
    placed = next((link for link in [*own, *others] if _organisation(link)), None)
    organisation, rule = (_organisation(placed), placed.rule) if placed else (None, "")
    if role and not organisation:
        organisation = offices.of(role.text, organisations)
        rule = "office_of_title" if organisation else ""
    return Affiliation(role, organisation, bool(titled and titled.former), titled.rule if titled else "", rule)


def _organisation(link: Link) -> str | None:
    return link.org.entity_id if link.org else None


def _title_rank(link: Link, offices: Offices) -> tuple[bool, bool, bool, bool]:
    """Rank titles: no abbreviations or ranks, present ones, no part in a study, with an organisation; then by place."""
    assert link.role is not None
    title = link.role.text
    return offices.is_short(title), link.former, offices.is_lesser(title), link.org is None
