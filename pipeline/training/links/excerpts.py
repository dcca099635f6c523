"""Articles with their links to short excerpts: what is said in another paragraph is then not said at all."""

import random
import re
from collections.abc import Sequence
from typing import Any

from pipeline.training.links.gold import Links

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")


def excerpt(article: dict[str, Any], links: Links, chance: random.Random) -> tuple[dict[str, Any], Links] | None:
    """Give one to four paragraphs of an article as an article of their own; None where it hasn't more."""
    paragraphs = list(_PARAGRAPH.finditer(article["text"]))
    count = chance.randint(1, 4)
    if len(paragraphs) <= count + 1:
        return None
    first = chance.randrange(len(paragraphs) - count)
    start, end = paragraphs[first].start(), paragraphs[first + count - 1].end()

    def here(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        inside = (row for row in rows if start <= row["start"] and row["end"] <= end)
        return [{**row, "start": row["start"] - start, "end": row["end"] - start} for row in inside]

    names = [(low - start, high - start, one) for low, high, one in links.names if start <= low and high <= end]
    named = {one for _, _, one in names}

    def known(rows: Sequence[dict[str, Any]], *keys: str) -> list[dict[str, Any]]:
        return [{**row, **{key: row[key] if row[key] in named else None for key in keys}} for row in rows]

    values = known(here(links.values), "organisation")
    for row in values:
        at = row.get("measure_at")
        row["measure_at"] = [at[0] - start, at[1] - start] if at and start <= at[0] and at[1] <= end else None
    roles = known(here(links.roles), "person", "organisation")
    # Who has a title elsewhere in the article may well be known from the words of this part, too: it isn't clear.
    placed = {role["person"] for role in roles if role["organisation"]}
    unclear = {role["person"] for role in links.roles} | set(links.people)
    return (
        {"id": f"{article['id']}-{start}", "text": article["text"][start:end], "published": article.get("published")},
        Links(
            names,
            roles,
            {},
            values,
            known(here(links.quotes), "speaker"),
            unclear=frozenset(unclear - placed),
            reader=links.reader,
        ),
    )
