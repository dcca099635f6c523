"""Build gold.jsonl and zones.jsonl from the marked-up sources beside them: marked/NAME.txt + NAME.json, zones/NAME.txt.

The series are built too, from ../series/marked. `python build.py` writes the files; `python build.py --check` compares
instead and exits 1 where they differ.
A source that breaks a rule of the guide stops either with a sentence that names it.
"""

import json
import re
import sys
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
ARTICLES = HERE.parent / "articles"
SERIES = HERE.parent / "series"

LETTERS = {"PERSON": "p", "ORG": "o", "MONEY": "m", "PERCENT": "c", "DATE": "d", "LOC": None, "ROLE": None}
TABLES = {"p": "people", "o": "organisations", "m": "money", "c": "percentages", "d": "dates"}
QUALIFIERS = {"exact", "approx", "min", "max"}
UNITS = {"percent", "percentage_point", "basis_point"}
ZONES = {"headline", "dateline", "body", "caption", "about", "forward_looking", "contact", "table"}
QUOTE_MARKS = "\"'“‘”’„«»"

MARK = re.compile(r"\[\[([A-Z]+)(?::([a-z]\d+))?\|([^\[\]|]+)\]\]")
ZONE_MARK = re.compile(r"@@([a-z_]+)[ \n]")
PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\Z|[ \t]*\n\s*\n)", re.DOTALL)


class MarkupError(Exception):
    """A marked-up source breaks a rule of the guide."""


def main(arguments: list[str]) -> int:
    built = {
        HERE / "gold.jsonl": build_gold(HERE),
        HERE / "zones.jsonl": build_zones(),
        SERIES / "gold.jsonl": build_gold(SERIES),
    }
    if "--check" in arguments:
        different = [path for path, lines in built.items() if path.read_text("utf-8") != lines]
        for path in different:
            print(f"{path} differs from its marked-up sources: run corpus/gold/build.py", file=sys.stderr)
        return 1 if different else 0
    for path, lines in built.items():
        path.write_text(lines, "utf-8", newline="\n")
        print(f"{path.relative_to(HERE.parent)}: {lines.count(chr(10))} articles")
    return 0


def build_gold(folder: Path) -> str:
    """Read every marked article of a folder, check it, and give the JSON lines."""
    return as_lines(read_marked(path) for path in sorted((folder / "marked").glob("*.txt")))


def build_zones() -> str:
    """Read every zoned release, check it, and give the JSON lines."""
    return as_lines(read_zoned(path) for path in sorted((HERE / "zones").glob("*.txt")))


def as_lines(records) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def read_marked(path: Path) -> dict:
    """Turn `[[LABEL:id|words]]` and the facts beside it into one record of gold.jsonl."""
    text, mentions = unmark(path.read_text("utf-8").strip(), path.name)
    given = json.loads(path.with_suffix(".json").read_text("utf-8"))
    record = {
        "id": path.stem,
        "kind": given["kind"],
        "published": given["published"],
        "text": text,
        "mentions": mentions,
        "facts": given["facts"],
    }
    for problem in problems_of(record):
        raise MarkupError(f"{path.name}: {problem}")
    return record


def unmark(marked: str, name: str) -> tuple[str, list[dict]]:
    """Take the marks out of a text: the plain text, and where the mentions stand in it."""
    text, mentions, last = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        label, entity, words = mark.groups()
        mention = {"start": len(text), "end": len(text) + len(words), "label": label}
        mentions.append(mention | ({"id": entity} if entity else {}) | {"text": words})
        text += words
        last = mark.end()
    text += marked[last:]
    if "[[" in text or "]]" in text:
        at = max(text.find("[["), text.find("]]"))
        raise MarkupError(
            f"{name}: a mark that is nested, unclosed or misspelt near '{text[max(0, at - 30) : at + 30]}'"
        )
    return text, mentions


def problems_of(record: dict):
    """Yield a sentence for each rule that the record breaks."""
    yield from mention_problems(record)
    yield from id_problems(record)
    yield from value_problems(record["facts"])
    yield from quote_problems(record)
    if not is_text_of_article(record["id"], record["text"]):
        yield "the words are not those of the article of that name"


def is_text_of_article(name: str, text: str) -> bool:
    """Say whether the text is that of articles/NAME.txt, where there is one."""
    article = ARTICLES / f"{name}.txt"
    return not article.exists() or article.read_text("utf-8").strip() == text


def mention_problems(record: dict):
    end = 0
    for mention in record["mentions"]:
        words = mention["text"]
        if record["text"][mention["start"] : mention["end"]] != words or mention["start"] < end:
            yield f"'{words}' is not at its offsets, or overlaps the mention before"
        if words != words.strip() or words[0] in ",;:" or words[-1] in ",;:":
            yield f"'{words}' begins or ends with a space or a stray mark"
        if mention["label"] not in LETTERS:
            yield f"there is no label {mention['label']}"
        elif mention.get("id", " ")[0] != (LETTERS[mention["label"]] or " "):
            yield f"'{words}' is {mention['label']} with the id {mention.get('id')}"
        end = mention["end"]


def id_problems(record: dict):
    facts = record["facts"]
    if set(facts) != {*TABLES.values(), "quotes"}:
        yield f"facts has the keys {sorted(facts)}"
        return
    for letter, table in TABLES.items():
        marked = [mention["id"] for mention in record["mentions"] if mention.get("id", " ")[0] == letter]
        if set(marked) != set(facts[table]):
            alone = sorted(set(marked) ^ set(facts[table]))
            yield f"{table}: these ids are only in the text or only in the facts: {alone}"
        if letter in "mcd" and len(marked) != len(set(marked)):
            yield f"{table}: an id is on two mentions"
    bodies = {*facts["people"], *facts["organisations"], None}
    for person, fact in facts["people"].items():
        if fact["organisation"] not in bodies:
            yield f"{person} belongs to {fact['organisation']}, which is not there"
        if fact["title"] and not any(
            on_one_line(m) == fact["title"] and m["label"] == "ROLE" for m in record["mentions"]
        ):
            yield f"the title '{fact['title']}' of {person} is no ROLE of the text"
    for entity, fact in (facts["people"] | facts["organisations"]).items():
        if not any(m.get("id") == entity and on_one_line(m) == fact["name"] for m in record["mentions"]):
            yield f"the name '{fact['name']}' of {entity} is not printed"
    for quote in facts["quotes"]:
        if quote["speaker"] not in bodies:
            yield f"a quote's speaker {quote['speaker']} is not there"


def on_one_line(mention: dict) -> str:
    """Give the words of a mention that a hard-wrapped text breaks over two lines."""
    return " ".join(mention["text"].split())


def value_problems(facts: dict):
    for entity, fact in (facts["money"] | facts["percentages"]).items():
        numbers = [fact["low"], fact["high"]]
        if not all(isinstance(number, (int, float)) for number in numbers) or fact["low"] > fact["high"]:
            yield f"{entity}: low and high are {numbers}"
        if fact["qualifier"] not in QUALIFIERS:
            yield f"{entity}: the qualifier is {fact['qualifier']}"
        if len((fact["measure"] or "").split()) > 6:
            yield f"{entity}: the measure '{fact['measure']}' has more than 6 words"
    for entity, fact in facts["money"].items():
        if fact["currency"] is not None and not re.fullmatch("[A-Z]{3}", fact["currency"]):
            yield f"{entity}: the currency is {fact['currency']}"
        if fact.get("same_as", entity) not in facts["money"]:
            yield f"{entity}: it restates {fact['same_as']}, which is not there"
    for entity, fact in facts["percentages"].items():
        if fact["unit"] not in UNITS or fact["direction"] not in {"up", "down", None}:
            yield f"{entity}: the unit is {fact['unit']}, the direction {fact['direction']}"
    for entity, fact in facts["dates"].items():
        if (fact["start"] is None) != (fact["end"] is None):
            yield f"{entity}: only one of start and end is given"
        elif fact["start"] and date.fromisoformat(fact["start"]) > date.fromisoformat(fact["end"]):
            yield f"{entity}: it ends before it starts"


def quote_problems(record: dict):
    text, last = record["text"], 0
    for quote in record["facts"]["quotes"]:
        at = text.find(quote["text"], last)
        if at < 0:
            yield f"the quote '{quote['text']}' is not in the text, or not in the order of the text"
            continue
        if text[at - 1] not in QUOTE_MARKS and text[at - 2] not in "«":
            yield f"the quote '{quote['text']}' does not follow a quotation mark"
        last = at + 1


def read_zoned(path: Path) -> dict:
    """Turn `@@zone` marks into one record of zones.jsonl: a zone for each paragraph, and for a dateline."""
    marked = path.read_text("utf-8").strip()
    marks = list(ZONE_MARK.finditer(marked))
    if not marks or marks[0].start() > 0:
        raise MarkupError(f"{path.name}: the text must begin with @@zone")
    text, zones = "", []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        if mark[1] not in ZONES:
            raise MarkupError(f"{path.name}: there is no zone {mark[1]}")
        stretch = marked[mark.end() : following.start() if following else len(marked)]
        for paragraph in PARAGRAPH.finditer(stretch):
            zones.append({"start": len(text) + paragraph.start(), "end": len(text) + paragraph.end(), "zone": mark[1]})
        text += stretch
    if "@@" in text:
        raise MarkupError(f"{path.name}: a zone mark is misspelt near '{text[text.find('@@') :][:30]}'")
    outside = set(range(len(text))) - {at for zone in zones for at in range(zone["start"], zone["end"])}
    if any(not text[at].isspace() for at in outside):
        raise MarkupError(f"{path.name}: some words are in no zone")
    if not is_text_of_article(path.stem, text):
        raise MarkupError(f"{path.name}: the words are not those of the article of that name")
    return {"id": path.stem, "text": text, "zones": zones}


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except MarkupError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
