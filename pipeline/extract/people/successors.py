"""`She succeeds Ama Boateng`: who leaves a post to the organisation that the one who takes it joins."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.extract.people.links import Link
from pipeline.extract.referring.masked import Skeleton
from pipeline.records import Mention
from pipeline.rulebook.rows import PersonLink


def successors(
    skeleton: Skeleton[Mention],
    leaving: Iterable[tuple[PersonLink, re.Match[str]]],
    links: Sequence[Link],
    main: Mention,
) -> Iterator[Link]:
    """List the links of persons who are succeeded, where the one named last before them joins the main organisation."""
    joining = {link.person.text for link in links if _joins(link, main)}
    for row, match in leaving:
        begin = skeleton.text.rfind("\n", 0, match.start()) + 1
        before = [at for at, item in skeleton.at.items() if begin <= at < match.start() and item.label == "PERSON"]
        last = skeleton.at[before[-1]].text if before else ""
        if last and any(last in name for name in joining):
            yield Link(skeleton.at[match.start("person")], None, main, True, row.id)


def _joins(link: Link, main: Mention) -> bool:
    return link.role is not None and not link.former and (link.org is None or link.org.entity_id == main.entity_id)
