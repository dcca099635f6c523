"""Persons to ask, at an article's end, to the organisation beside their name or to the one whose release it is."""

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.people.links import Link
from pipeline.extract.referring.issuer import MainBody
from pipeline.records import Mention

_NEXT_LINE = re.compile(r"[^\n]{0,60}\n?[^\n:]{0,60}")
_ADDRESS = re.compile(r"[\w.+-]+@(?:[\w-]+\.)*?(?P<owner>[\w-]+)\.(?:com?\.)?[a-z]{2,}\b", re.IGNORECASE)
_REACH = 120
"""Characters behind a person in which an address is that person's."""


def contacts(
    text: str, items: Sequence[Mention], links: Sequence[Link], main: MainBody | None, no_contact: re.Pattern[str]
) -> Iterator[Link]:
    """List the links of persons of the contact zone whom nothing else ties to an organisation.

    `no_contact` stands before a person on a line that is no contact: words of a sentence.
    """
    tied = {link.person.entity_id or link.person.text for link in links if link.org}
    zone = [item for item in items if item.zone == "contact" and item.label in ("PERSON", "ORG")]
    for at, item in enumerate(zone):
        if (
            item.label == "PERSON"
            and (item.entity_id or item.text) not in tied
            and not _is_told(text, item, no_contact)
        ):
            bodies = [*_beside(text, zone, at), *([main.org] if main and main.issues else [])]
            org = next((body for body in bodies if _own_address(text, item, body)), None)
            if org:
                yield Link(item, None, org, False, "contact")


def _is_told(text: str, person: Mention, no_contact: re.Pattern[str]) -> bool:
    """Say whether a person stands in a sentence or a photo's credit, and not where the contacts of a release do."""
    before = text[text.rfind("\n", 0, person.start_char) + 1 : person.start_char]
    return no_contact.search(before) is not None


def _beside(text: str, zone: Sequence[Mention], at: int) -> Iterator[Mention]:
    """Give the organisation of a person's line, then the one of the heading above, then that of the next line."""
    person = zone[at]
    after = zone[at + 1] if at + 1 < len(zone) and zone[at + 1].label == "ORG" else None
    if after and "\n" not in text[person.end_char : after.start_char]:
        yield after
    if zone[0].label == "ORG" and text[: zone[0].start_char].rstrip(" *").endswith("\n"):
        yield next(item for item in reversed(zone[:at]) if item.label == "ORG")
    if after and _NEXT_LINE.fullmatch(text, person.end_char, after.start_char):
        yield after


def _own_address(text: str, person: Mention, body: Mention) -> bool:
    """Say whether the address behind a person, where there is one, may be of a body: no agency's."""
    address = _ADDRESS.search(text, person.end_char, person.end_char + _REACH)
    if not address:
        return True
    owner = re.sub(r"[\W_]", "", address["owner"].lower())
    words = re.findall(r"\w+", body.text.lower())
    return words[0][:4] in owner or "".join(word[0] for word in words) == owner
