"""Values of one sentence, told apart by their list, or the place behind each: trade with Japan, with Korea."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.extract.links.decide import Value
from pipeline.records import Mention
from pipeline.values.measures.lists import ListedValue, listed

_BEHIND = re.compile(r"(?: ?\([^()\n]{1,40}\))? (?P<link>[a-z]{4,5}) (?:the )?")
"""What stands between a value and its place: the same in other money, then a small word of four letters or five, as
`with` has; `in` and `at` say where, and not what."""


def in_lists(
    rows: Sequence[Value], read: Sequence[Value], text: str, sentence: Callable[[int, int], tuple[int, int]]
) -> Iterator[Value]:
    """Give values what the list says in which they stand: profit and sales were $1m and $5m, respectively.

    `read`: the same values as the patterns read them.
    """
    by_sentence: dict[int, list[ListedValue]] = defaultdict(list)
    for row in read:
        begin, _ = sentence(row.start_char, row.end_char)
        by_sentence[begin].append(ListedValue(row.start_char, row.end_char, row.measure))
    told: dict[int, str] = {}
    for begin, values in by_sentence.items():
        told |= listed(text, values, begin) if len(values) > 1 else {}
    for row in rows:
        yield replace(row, measure=told[row.start_char]) if row.start_char in told else row


def told_apart(
    rows: Sequence[Value], text: str, mentions: Sequence[Mention], sentence: Callable[[int, int], tuple[int, int]]
) -> Iterator[Value]:
    """Add its place to the measure of each value that would say the same as another of its sentence."""
    places = {one.start_char: one.end_char for one in mentions if one.label == "LOC"}
    alike: dict[tuple[int, str], dict[int, tuple[str, str]]] = defaultdict(dict)
    for row in rows:
        behind = _place_behind(row, text, places)
        if row.measure and behind:
            alike[sentence(row.start_char, row.end_char)[0], row.measure][row.start_char] = behind
    added = {start: " ".join(one) for group in alike.values() if _differ(group) for start, one in group.items()}
    told: dict[str, str | None] = {}
    for row in rows:
        same = getattr(row, "same_as", None)
        if row.start_char in added:
            row = replace(row, measure=f"{row.measure} {added[row.start_char]}")
        elif same in told:
            row = replace(row, measure=told[same])
        if name := getattr(row, "money_id", None):
            told[name] = row.measure
        yield row


def _place_behind(row: Value, text: str, places: Mapping[int, int]) -> tuple[str, str] | None:
    """Give the small word and the place that stand right behind a value."""
    found = _BEHIND.match(text, row.end_char)
    if found is None or found.end() not in places:
        return None
    return found["link"], text[found.end() : places[found.end()]]


def _differ(group: Mapping[int, tuple[str, str]]) -> bool:
    """Say whether values stand behind the same word with different places."""
    return len({link for link, _ in group.values()}) == 1 and len({place for _, place in group.values()}) > 1
