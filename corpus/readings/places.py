"""Readings of real articles: marked texts, to correct by hand, to places without text, and back.

`python places.py KIND FOLDER --data ../shared/training` takes the marked articles of FOLDER (`*.txt`) over into
KIND.jsonl; `--mark` writes them there instead, as they were read. README.md beside this file says more.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "links"))

from convert import DIRECTIONS, HEADER, read_article  # noqa: E402
from marks import MarkupError  # noqa: E402

from pipeline.training.readings import READINGS, TEXTS, digest, plain  # noqa: E402
from pipeline.training.sets import read_records  # noqa: E402

SIGNS = {"PERSON": "p", "ORG": "o", "LOC": "L"}
Mark = tuple[int, int, str, str]


def main() -> None:
    """Take marked articles over, or write them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=TEXTS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder of the annotated sets")
    parser.add_argument("--mark", action="store_true", help="write the articles to FOLDER, with marks, ten a file")
    given = parser.parse_args()
    texts = texts_of(given.data / TEXTS[given.kind])
    place = READINGS / f"{given.kind}.jsonl"
    known = {record["id"]: record for record in read_records(place)} if place.exists() else {}
    if given.mark:
        written = [(texts[one], reading) for one, reading in known.items()]
        for at in range(0, len(written), 10):
            some = "".join(marked(*one) for one in written[at : at + 10])
            (given.folder / f"{at // 10 + 1:02d}.txt").write_text(some, "utf-8", newline="\n")
        return
    for path in sorted(given.folder.glob("*.txt")):
        for reading in readings(path, texts):
            known[reading["id"]] = reading
    lines = [json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in known.values()]
    place.write_text("".join(sorted(lines)), "utf-8", newline="\n")


def texts_of(path: Path) -> dict[str, dict[str, Any]]:
    """Read articles, as they are read for training, by the digest of their text."""
    records = ({**record, "text": plain(record["text"])} for record in read_records(path))
    return {digest(record["text"]): record for record in records}


def readings(path: Path, texts: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Read the marked articles of a file to places alone."""
    parts = HEADER.split(path.read_text("utf-8"))
    for at in range(1, len(parts), 4):
        article, links = read_article(*parts[at : at + 4])
        if digest(article["text"]) not in texts:
            raise MarkupError(f"{path.name}: the text of {article['id']} is not the article's any more")
        rows = {"mentions": article["mentions"]} | {name: links[name] for name in ("roles", "values", "quotes")}
        bare = {name: [without_text(row) for row in some] for name, some in rows.items()}
        yield {"id": digest(article["text"]), **bare, "people": links["people"]}


def without_text(row: dict[str, Any]) -> dict[str, Any]:
    """Leave the words out of a row: its places tell them."""
    return {name: value for name, value in row.items() if name not in ("text", "measure")}


def marked(article: dict[str, Any], reading: dict[str, Any]) -> str:
    """Write an article with the marks of its reading."""
    text = article["text"]
    marks: list[Mark] = []
    roles = {row["start"]: row for row in reading["roles"]}
    for row in reading["mentions"]:
        role = roles.get(row["start"])
        head = row["id"] or SIGNS.get(row["label"], "")
        if role:
            head = " ".join(["r", role["person"] or "-", role["organisation"] or "-", *["former"] * role["former"]])
        marks.append((row["start"], row["end"], "{", head))
    words: dict[tuple[int, int], list[str]] = {}
    for number, row in enumerate(reading["values"], 1):
        name = f"{'m' if row['label'] == 'MONEY' else 'c'}{number}"
        part = next(word for word in DIRECTIONS if word in (row["role"], row["direction"]))
        unnamed = [] if row["measure_at"] else ["unnamed"]
        marks.append((row["start"], row["end"], "{", " ".join([name, part, row["organisation"] or "-", *unnamed])))
        if row["measure_at"]:
            words.setdefault(tuple(row["measure_at"]), []).append(name)
    marks += [(start, end, "<", " ".join(names)) for (start, end), names in words.items()]
    marks += [(row["start"], row["end"], "<", f"q {row['speaker'] or '-'}") for row in reading["quotes"]]
    people = "".join(f" {person}={body}" for person, body in reading["people"].items())
    tail = f"\n\npeople:{people}" if people else ""
    published = article.get("published") or "2025-01-01"
    return f"=== {article['id']} {article.get('kind', 'news')} {published}\n{with_marks(text, marks)}{tail}\n\n"


def with_marks(text: str, marks: Iterable[Mark]) -> str:
    """Put marks around their words, the longer ones outside.

    >>> with_marks("Ann sold more", [(0, 3, "{", "p1"), (0, 13, "<", "q p2")])
    '<q p2|{p1|Ann} sold more>'
    """
    ends = {"{": "}", "<": ">"}
    found = [(start, 1, -end, sign == "{", f"{sign}{head}|") for start, end, sign, head in marks]
    found += [(end, 0, -start, sign == "<", ends[sign]) for start, end, sign, _ in marks]
    result, last = "", 0
    for place, *_, words in sorted(found):
        result += text[last:place] + words
        last = place
    return result + text[last:]


if __name__ == "__main__":
    try:
        main()
    except MarkupError as error:
        sys.exit(str(error))
