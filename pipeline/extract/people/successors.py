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
    main: Mention | None,
) -> Iterator[Link]:
    """List the links of who is succeeded to where the one named last before joins, by default the main body."""
    joining = [link for link in links if link.role and not link.former]
    for row, match in leaving:
        begin = skeleton.text.rfind("\n", 0, match.start()) + 1
        before = [at for at, item in skeleton.at.items() if begin <= at < match.start() and item.label == "PERSON"]
        last = skeleton.at[before[-1]].text if before else ""
        theirs = [link.org for link in joining if last and last in link.person.text]
        org = next((org for org in theirs if org), main if theirs else None)
        if org:
            yield Link(skeleton.at[match.start("person")], None, org, True, row.id)
