"""Reads the annotated sets and turns each one's conventions into ours (GUIDE.md)."""

import gzip
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError

LABELS = ("PERSON", "ORG", "LOC", "ROLE")
MAPPED = {"GPE-LOC": "LOC", "PERSON": "PERSON", "ORG": "ORG"}
BEFORE = re.compile(r"(?:the|a|an)\s+|[\s\"'“‘(\[,;:–—-]+", re.IGNORECASE)
AFTER = re.compile(r"(?:['’]s?|[\s\"”)\],;:–—-]+)$")
ABBREVIATED = re.compile(r"\b(?:Inc|Corp|Co|Ltd|Bros|Jr|Sr|[A-Z](?:\.[A-Z])+)$")
OFFICES = (
    "(?:President|Minister|Secretary|Governor|Ambassador|Attorney|Prosecutor|Mayor|Senator|Premier|Chief|King|Queen|CM)"
)
KINDS = "(?:Vice|Prime|Deputy|Foreign|Finance|Defen[cs]e|Former|Attorney|Chief)"
OFFICE_AFTER = re.compile(rf"(?:['’]s)?\s+(?:{KINDS}\s+)*{OFFICES}\b")
OFFICE_BEFORE = re.compile(rf"{OFFICES}(?: General)?,? (?:of|for|to) (?:the )?(?:State of )?$")
HONORIFICS = "(?:mr|mrs|ms|miss|dr|sir|dame|prof|professor|president|chief|nobel laureate)"
HONORIFIC = re.compile(rf"{HONORIFICS}\.?\s+(?=\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Annotated:
    """An article with its names, and the stretches of which nothing is known."""

    id: str
    source: str
    text: str
    spans: tuple[tuple[int, int, str], ...]
    unknown: tuple[tuple[int, int], ...] = ()
    has_roles: bool = False


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """Read the records of a JSONL file, packed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        try:
            yield from (json.loads(line) for line in lines if line.strip())
        except (ValueError, OSError, EOFError, zlib.error, RecursionError) as error:
            raise UsageError(f"{path}: it is no JSONL of annotated articles: {error}") from None


def read_gold(path: Path, source: str = "press") -> list[Annotated]:
    """Read articles annotated by our guide: their names and roles."""
    articles = []
    for line, record in enumerate(read_records(path), start=1):
        try:
            spans = tuple((m["start"], m["end"], m["label"]) for m in record["mentions"] if m["label"] in LABELS)
            inside = all(0 <= start < end <= len(record["text"]) for start, end, _ in spans)
        except (LookupError, TypeError, AttributeError):
            inside = False
        if not inside:
            raise UsageError(f"{path}, article {line}: it has no `text` and `mentions` in it as corpus/gold has")
        articles.append(Annotated(str(record.get("id", line)), source, record["text"], spans, has_roles=True))
    return articles


def read_open(path: Path, source: str) -> list[Annotated]:
    """Read a set of other conventions (PERSON, ORG, GPE-LOC): whether a facility is a name of ours is unknown."""
    articles = []
    for record in read_records(path):
        spans: list[tuple[int, int, str]] = []
        unknown: list[tuple[int, int]] = []
        for (start, end, label), original in zip(record["ents"], record["orig_labels"], strict=True):
            if label in MAPPED:
                spans.extend(converted(record["text"], start, end, label))
            elif original == "Facility":
                unknown.append((start, end))
        kept = longest(tuple({span for span in spans if span[0] < span[1]}))
        unknown += [span[:2] for span in kept if span[2] == "LOC" and in_office(record["text"], *span[:2])]
        articles.append(Annotated(record["id"], source, record["text"], kept, tuple(unknown)))
    return articles


def converted(text: str, start: int, end: int, label: str) -> Iterator[tuple[int, int, str]]:
    """Give a name by our conventions: a city and its state or country are two places, but for `Washington, D.C.`."""
    if label == "GPE-LOC" and not re.search(r", D\.? ?C\b", text[start:end]):
        for part in re.finditer(r"[^,]+", text[start:end]):
            yield *trimmed(text, start + part.start(), start + part.end(), label), "LOC"
    else:
        yield *trimmed(text, start, end, label), MAPPED[label]


def in_office(text: str, start: int, end: int) -> bool:
    """Say whether a place may be part of an office, which our guide has inside the ROLE: `President of Chile`."""
    return bool(OFFICE_AFTER.match(text, end) or OFFICE_BEFORE.search(text[max(0, start - 40) : start]))


def trimmed(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    """Take leading articles, honorifics and marks, and a possessive's end, off a name.

    >>> trimmed("the Fed's", 0, 9, "ORG")
    (4, 7)
    """
    while found := BEFORE.match(text, start, end) or (label == "PERSON" and HONORIFIC.match(text, start, end)):
        start = found.end()
    while (found := AFTER.search(text[start:end])) and not (found.group() == ")" and "(" in text[start:end]):
        end = start + found.start()
    if text[end : end + 1] == "." and ABBREVIATED.search(text[start:end]):
        end += 1
    return start, end


def longest(spans: tuple[tuple[int, int, str], ...]) -> tuple[tuple[int, int, str], ...]:
    """Keep the longest of spans that overlap."""
    kept: list[tuple[int, int, str]] = []
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return tuple(sorted(kept))


def held_out(article: Annotated) -> bool:
    """Say whether an article of worldwide newswire is for measuring: a tenth, by the hash of its id."""
    return article.source == "newswire" and int(hashlib.sha256(article.id.encode()).hexdigest(), 16) % 10 == 0


def read_sets(folder: Path) -> dict[str, list[Annotated]]:
    """Read what the model is trained on, by source; `heldout` is the tenth of newswire kept for measuring."""
    newswire = read_open(folder / "worldwide_newswire.jsonl.gz", "newswire")
    return {
        "press": read_gold(folder / "press.jsonl"),
        "newswire": [article for article in newswire if not held_out(article)],
        "ewt": read_open(folder / "uner_ewt.jsonl.gz", "ewt"),
        "wikigold": read_open(folder / "wikigold.jsonl.gz", "wikigold"),
        "heldout": [replace(article, source="heldout") for article in newswire if held_out(article)],
    }
