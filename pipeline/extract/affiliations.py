"""What the places of an article say about one person to the title and the organisation of the person's row."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.extract.person_links import Link
from pipeline.records import Mention, Organisation
from pipeline.values.names import fold

_LESSER = re.compile(
    r"\b(?:study|lead|senior|first|corresponding) (?:study )?(?:author|investigator|researcher)s?$"
    r"|^(?:author|investigator)s?$",
    re.IGNORECASE,
)


_MINISTER = re.compile(r"(?:cabinet |deputy )?(?:minister|secretary) (?:of|for) (.+)")


class Affiliation(NamedTuple):
    """Title and organisation of a person, and the rules that say so."""

    role: Mention | None
    organisation_id: str | None
    former: bool
    rules: str


def affiliation(links: Sequence[Link], organisations: Mapping[str, Organisation]) -> Affiliation:
    """Choose the title and the organisation among the links of one person."""
    titled = min((link for link in links if link.role), key=_title_rank, default=None)
    role = titled.role if titled else None
    own = [link for link in links if titled and link.role == role and _organisation(link)]
    placed = next((link for link in [*own, *links] if _organisation(link)), None)
    rules = [link.rule for link in (titled, placed) if link]
    organisation = _organisation(placed) if placed else None
    if role and not organisation:
        organisation = office_of(role.text, organisations)
        rules += ["office_of_title"] if organisation else []
    return Affiliation(role, organisation, bool(titled and titled.former), "+".join(dict.fromkeys(rules)))


def _organisation(link: Link) -> str | None:
    return link.org.entity_id if link.org else None


def _title_rank(link: Link) -> tuple[bool, bool, bool, bool]:
    """Rank titles: present ones, no abbreviations, no part in a study, with an organisation; then by rule and place."""
    assert link.role is not None
    text = link.role.text
    short = text.endswith(".") or (len(text) < 4 and text != "CEO")
    return short, link.former, bool(_LESSER.search(text)), link.org is None


def office_of(title: str, organisations: Mapping[str, Organisation]) -> str | None:
    """Find the office that is named after a title: `Minnesota Attorney General's Office`, `Ministry of Water`.

    None where the article names none.
    """
    own = fold(title)
    offices = {f"{own}'s office", f"office of the {own}", f"office of {own}"}
    field = _MINISTER.fullmatch(own)
    if field:
        offices |= {f"{body} {link} {field[1]}" for body in ("ministry", "department") for link in ("of", "for")}
    return next((identity for identity, body in organisations.items() if fold(body.name) in offices), None)
