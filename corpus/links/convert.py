"""Turn the marked articles of source/*.txt into articles.jsonl (mentions) and links.jsonl (roles, values, quotes).

`python convert.py` writes both, `--check` compares and exits 1. README.md beside this file explains the markup.
"""

import json
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

from marks import MarkupError, unmark

HERE = Path(__file__).resolve().parent
KINDS = {"asia", "central_bank", "corporate_earnings", "corporate_other", "gov", "legal", "news", "ngo", "science"}
LABELS = {"p": "PERSON", "o": "ORG", "L": "LOC", "r": "ROLE", "m": "MONEY", "c": "PERCENT", "D": "DATE"}
DIRECTIONS = {"level": None, "base": None, "up": "up", "down": "down"}

HEADER = re.compile(r"^=== +(\S+) +(\S+) +(\S+) *\n", re.MULTILINE)
PEOPLE = re.compile(r"\npeople:((?: p\d+=o\d+)+)\s*$")


def main(arguments: list[str]) -> None:
    """Write the two files, or say which of them is old."""
    records = [record for path in sorted((HERE / "source").glob("*.txt")) for record in read_source(path)]
    for name, place in (("articles.jsonl", 0), ("links.jsonl", 1)):
        lines = "".join(json.dumps(record[place], ensure_ascii=False) + "\n" for record in records)
        if "--check" not in arguments:
            (HERE / name).write_text(lines, "utf-8", newline="\n")
        elif sorted((HERE / name).read_text("utf-8").splitlines()) != sorted(lines.splitlines()):
            raise MarkupError(f"{name} differs from its sources: run corpus/links/convert.py")


def read_source(path: Path) -> list[tuple[dict, dict]]:
    """Read every article of one source: its record with mentions and its record with links."""
    parts = HEADER.split(path.read_text("utf-8"))
    return [read_article(*parts[at : at + 4]) for at in range(1, len(parts), 4)]


def read_article(name: str, kind: str, published: str, body: str) -> tuple[dict, dict]:
    """Turn one marked article into the record of press.jsonl and that of press_links.jsonl."""
    people = PEOPLE.search(body)
    text, marks = unmark(body[: people.start()] if people else body, name)
    tied = dict(pair.split("=") for pair in people[1].split()) if people else {}
    found: dict[str, list] = {"mentions": [], "roles": [], "values": [], "quotes": [], "measures": []}
    for start, end, sign, head in sorted(marks, key=lambda mark: mark[:2]):
        words = text[start:end]
        if not words or words != words.strip():
            raise MarkupError(f"{name}: the mark '{words}' is empty, or begins or ends with a space")
        add_mark(found, {"start": start, "end": end, "text": words}, sign, head.split(), name)
    join_measures(found["values"], found.pop("measures"), name)
    known = {mention["id"] for mention in found["mentions"]} | {None}
    facts = [fact for table in ("roles", "values", "quotes") for fact in found[table]]
    used = {fact.get(key) for fact in facts for key in ("person", "organisation", "speaker")}
    strangers = {*used, *tied, *tied.values()} - known
    if kind not in KINDS or not date.fromisoformat(published):
        raise MarkupError(f"{name}: {kind} is none of {sorted(KINDS)}")
    if strangers:
        raise MarkupError(f"{name}: ids that no mention has: {sorted(strangers, key=str)}")
    article = {"id": name, "kind": kind, "published": published, "text": text, "mentions": found.pop("mentions")}
    return article, {"id": name, "roles": found["roles"], "people": tied, **found}


def add_mark(found: dict[str, list], place: dict[str, Any], sign: str, head: list[str], name: str) -> None:
    """Put one mark where it belongs: a mention, a role, a value, a quotation, or the words of a measure."""
    rest = [None if word == "-" else word for word in head[1:]]
    match sign, head[0][:1] if head else "", rest:
        case "<", "q", [speaker]:
            found["quotes"].append({"start": place["start"], "end": place["end"], "speaker": speaker})
        case "<", "m" | "c", _:
            found["measures"].append((place, head))
        case "{", "p" | "o" | "L", []:
            entity = None if head[0] == "L" else head[0]
            mention = {"start": place["start"], "end": place["end"], "label": LABELS[head[0][0]], "id": entity}
            found["mentions"].append(mention | {"text": place["text"]})
        case "{", "r", [person, organisation, *former] if former in ([], ["former"]):
            add_mark(found, place, "{", ["L"], name)
            found["mentions"][-1]["label"] = LABELS["r"]
            found["roles"].append(place | {"person": person, "organisation": organisation, "former": bool(former)})
        case "{", "m" | "c", [role, organisation, *unnamed] if role in DIRECTIONS and unnamed in ([], ["unnamed"]):
            value = place | {"label": LABELS[head[0][0]], "measure": None, "measure_at": None}
            value |= {"role": "change" if DIRECTIONS[role] else role, "direction": DIRECTIONS[role]}
            value |= {"organisation": organisation, "id": head[0], "unnamed": bool(unnamed)}
            found["values"].append(value)
        case "{", "D", []:
            pass  # neither file has dates: marked in the sources for whoever needs them
        case _:
            raise MarkupError(f"{name}: the head '{' '.join(head)}' of '{place['text']}' is not understood")


def join_measures(values: list[dict], measures: list[tuple[dict, list[str]]], name: str) -> None:
    """Give each value the words that were marked for it; every value has one mark of words, or is `unnamed`."""
    wanted = [value.pop("id") for value in values]
    given = [(entity, place) for place, head in measures for entity in head]
    named = sorted(entity for entity, value in zip(wanted, values, strict=True) if not value.pop("unnamed"))
    if named != sorted(entity for entity, _ in given) or len(set(wanted)) < len(wanted):
        raise MarkupError(f"{name}: values and measures differ: {named} against {sorted(e for e, _ in given)}")
    for entity, place in given:
        value = values[wanted.index(entity)]
        value["measure"], value["measure_at"] = place["text"], [place["start"], place["end"]]


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except MarkupError as error:
        sys.exit(str(error))
